// The calculator inside another page, seen from inside: hostile hosts, storage, look, accessibility.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, describe, test } from "node:test";
import { check, project } from "cakupan";
import { LIMITS } from "cakupan/embed";
import { records, storedIn } from "../browsers.mjs";
import { diceFrom } from "../oracle/generate.mjs";
import { damage } from "./damage.mjs";
import { hostMessages, makassar } from "./messages.mjs";
import { calculator, file, launch, newPage, somebody } from "./stage.mjs";

const axe = await readFile(file("node_modules/axe-core/axe.min.js"), "utf8");
const MAKASSAR = 20_227_939_200;
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let home;
let portal;
let browser;
let stage;

before(async () => {
  [home, portal, browser] = await Promise.all([calculator(), somebody(), launch()]);
});

after(async () => {
  await browser?.close();
  await Promise.all([home?.close(), portal?.close()]);
});

afterEach(async () => {
  await stage?.context.close();
  assert.deepEqual(stage?.complaints ?? [], [], "console errors or policy violations");
  stage = undefined;
});

/** A host without the element: it keeps messages in `heard` and sends with `say`. */
async function open({ fragment = "", body = "", server = portal, context } = {}) {
  server.pages.set("/own", {
    body: `<!doctype html><html lang="id"><title>Portal</title><link rel="icon" href="data:,">
<iframe id="a" title="Kalkulator" src="${home.address}sematan.html${fragment}" width="900" height="900"></iframe>${body}
<script>
  window.heard = [];
  addEventListener("message", ({ source, origin, data }) => heard.push({ source: source === a.contentWindow, origin, ...data }));
  window.say = (data, to = "*") => a.contentWindow.postMessage(data, to);
</script></html>`,
  });
  if (context) stage.page = await context.newPage();
  else stage = await newPage(browser);
  await stage.page.goto(`${server.address}own`);
  await hears("ready");
  return stage.page;
}

const hears = (kind, times = 1) =>
  stage.page.waitForFunction(
    ([kind, times]) => window.heard.filter((each) => each.kind === kind).length >= times,
    [kind, times],
  );
const heard = (kind) => stage.page.evaluate((kind) => window.heard.filter((each) => each.kind === kind), kind);
const configure = (settings) => ({ cakupan: 1, kind: "configure", settings });
const say = (data) => stage.page.evaluate((data) => window.say(data), data);
const inside = () => stage.page.frameLocator("#a");
const field = (path) => inside().locator(`[id="${path}"]`);
const frame = () => stage.page.frames().find((each) => each.url().includes("sematan.html"));

describe("a plain frame", () => {
  test("is set up by its address, without any script of the host", async () => {
    await open({ fragment: "#mode=full&language=en&region=73.71&accent=%238a1538&radius=0&font=serif" });
    await inside().getByRole("heading", { name: "Workforce" }).waitFor();
    await inside().locator(".lead .total").waitFor();
    assert.equal(Number((await inside().locator(".lead .total").innerText()).replace(/\D/g, "")), MAKASSAR);
    const look = await frame().evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return [style.getPropertyValue("--primary"), style.getPropertyValue("--radius"), style.fontFamily.split(",")[0]];
    });
    assert.deepEqual(look, ["#8a1538", "0px", "Georgia"]);
    // Without `keep` nothing is created on the device.
    assert.deepEqual(await frame().evaluate(() => indexedDB.databases()), []);
    // Without `configure` no other message is sent.
    assert.deepEqual([...new Set((await stage.page.evaluate(() => window.heard)).map(({ kind }) => kind))], ["ready"]);
  });

  test("says what of its address it does not understand", async () => {
    await open({ fragment: "#region=73.71&colour=red" });
    await inside().getByText("Pengaturan “colour” pada alamat").waitFor();
  });

  test("leads to the full calculator with the same plan; what was typed there stays at hand", async () => {
    await open({ fragment: "#region=73.71" });
    await inside().locator(".lead .total").waitFor();
    const own = await stage.context.newPage();
    await own.goto(home.address);
    await own.locator("[id='region.name']").fill("Kota Sendiri");
    await storedIn(own, "Kota Sendiri");
    await own.close();
    const popup = stage.page.waitForEvent("popup");
    await inside().getByRole("link", { name: "Buka kalkulator lengkap" }).click();
    const full = await popup;
    await full.getByRole("button", { name: "Buka sebagai rencana tersendiri" }).click();
    await full.locator(".lead .total").waitFor();
    assert.equal(Number((await full.locator(".lead .total").innerText()).replace(/\D/g, "")), MAKASSAR);
    assert.equal(new URL(full.url()).hash, "");
    await storedIn(full, "Kota Sendiri");
    await full.locator("#files summary").click();
    await full.getByRole("button", { name: /^Daftar rencana/ }).click();
    await full.getByRole("button", { name: "Buka: Kota Sendiri" }).click();
    await full.waitForFunction(() => document.getElementById("region.name").value === "Kota Sendiri");
  });
});

test("the way to the full calculator takes along what is no number yet", async () => {
  await open({ fragment: "#region=73.71" });
  await inside().locator(".lead .total").waitFor();
  const typed = { "period.months": "1.20", "segments[0].enrolment.counts[0].people": "tiga ratus", "region.name": "" };
  for (const [path, text] of Object.entries(typed)) await field(path).fill(text);
  const popup = stage.page.waitForEvent("popup");
  await inside().getByRole("link", { name: "Buka kalkulator lengkap" }).click();
  const full = await popup;
  await full.getByText("Rencana dari tautan dibuka.", { exact: true }).waitFor();
  for (const [path, text] of Object.entries(typed))
    assert.equal(await full.locator(`[id="${path}"]`).inputValue(), text, path);
  await full.getByText("“1.20”: maksudnya").waitFor();
});

describe("the link with a plan, from a stranger", () => {
  const link = (plan) => `${home.address}#rencana=${encodeURIComponent(JSON.stringify(plan))}`;
  const box = (path) => stage.page.locator(`[id="${path}"]`);

  test("that cannot be read is told; what was typed stays", async () => {
    stage = await newPage(browser);
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const newer = encodeURIComponent('{"schema":2}');
    for (const hash of ["", "%", "{", "null", newer, `{"schema":1,"x":${deep}}`, "1".repeat(1e6)]) {
      await stage.page.goto("about:blank");
      await stage.page.goto(`${home.address}#rencana=${hash}`);
      await stage.page.getByText("Rencana dalam tautan ini tidak dapat dibaca.").waitFor();
      assert.equal(await stage.page.locator("[id='region.name']").inputValue(), "");
    }
  });

  test("whose parts were left out or replaced says which, until the plan is changed", async () => {
    stage = await newPage(browser);
    const [first, ...others] = makassar.segments;
    const segments = [{ ...first, class: "PNS" }, ...others];
    const plan = { ...makassar, segments, colour: "<img src=x onerror=alert(1)>" };
    await stage.page.goto(link(plan));
    await stage.page.getByText("Rencana dari tautan dibuka; 2 bagian tidak dapat dipakai").waitFor();
    const lost = stage.page.getByRole("region", { name: "Bagian yang tidak dapat dipakai" });
    const where = { colour: "Isian", "segments[0].class": "Jenis pekerja (baris 1)" };
    assert.deepEqual(
      await lost.locator("li").allInnerTexts(),
      check(plan).map(({ path, message }) => `${where[path]}: ${message.id}`),
    );
    assert.equal(await box("region.name").inputValue(), makassar.region.name);
    await box("region.name").fill("Kota Baru");
    await lost.waitFor({ state: "detached" });
  });

  test("that is whole says no more than that it was opened", async () => {
    stage = await newPage(browser);
    await stage.page.goto(link(makassar));
    await stage.page.getByText("Rencana dari tautan dibuka.", { exact: true }).waitFor();
    assert.equal(await stage.page.locator("#lost").count(), 0);
  });

  test("that lacks a text which the form shows is opened, and the text is asked for", async () => {
    stage = await newPage(browser);
    const { name: _, ...region } = makassar.region;
    const { firstMonth: __, ...period } = makassar.period;
    await stage.page.goto(link({ ...makassar, region, period }));
    await stage.page.getByText("Rencana dari tautan dibuka.", { exact: true }).waitFor();
    assert.equal(await box("segments[0].name").inputValue(), makassar.segments[0].name);
    const asked = stage.page.getByRole("region", { name: "Yang perlu diisi atau diperbaiki" });
    await asked.getByText("Nama daerah: Belum diisi.").waitFor();
  });

  test("with more problems than anybody mends does not hold up the page", async () => {
    stage = await newPage(browser);
    const segments = Array.from({ length: 200 }, (_, place) => ({
      ...makassar.segments[0],
      id: `s${place}`,
      payers: Array(20).fill({}),
    }));
    await stage.page.goto(link({ ...makassar, segments }));
    // Each of the 4,000 payers lacks both of its fields.
    await stage.page.getByText(/tidak dibuka: 8\.\d\d\d bagian salah/).waitFor({ timeout: 10_000 });
    await box("region.name").fill("Kota Lancar");
    assert.equal(await box("region.name").inputValue(), "Kota Lancar");
  });

  test("a list of problems ends after a hundred, and says how many more there are", async () => {
    stage = await newPage(browser);
    // One share above 100 % in each of 150 segments.
    const segments = Array.from({ length: 150 }, (_, place) => ({
      ...makassar.segments[0],
      id: `s${place}`,
      payers: [{ fund: makassar.funds[0].id, percent: 101 }],
    }));
    const plan = { ...makassar, segments };
    await stage.page.goto(link(plan));
    const lines = stage.page.getByRole("region", { name: "Yang perlu diisi atau diperbaiki" }).locator("li");
    await lines.nth(100).waitFor();
    assert.equal(await lines.count(), 101);
    assert.equal(await lines.nth(100).innerText(), "dan 50 lainnya.");
  });
});

// ───────────────────────────── hostile hosts ─────────────────────────────

describe("a hostile host", () => {
  test("2,000 damaged messages neither run script, nor break the form, nor reach anybody's prototype", async () => {
    const dice = diceFrom(5);
    const batch = LIMITS.messages - 1;
    for (let done = 0; done < 2000; done += batch) {
      await stage?.context.close();
      await open();
      const messages = Array.from({ length: Math.min(batch, 2000 - done) }, () => {
        const message = structuredClone(dice.pick(hostMessages));
        for (let times = dice.int(1, 3); times > 0; times--) damage(dice, message);
        return message;
      });
      // As text, because the debugger would not carry every prototype.
      await stage.page.evaluate((text) => {
        for (const message of JSON.parse(text)) window.say(message);
      }, JSON.stringify(messages));
      await say(configure({ mode: "compact", language: "id", region: "Kota Selamat", scenario: null }));
      await stage.page.waitForFunction(() => window.heard.some(({ result, problems }) => result || problems));
      // All earlier messages were processed first.
      await frame().waitForFunction(() => document.getElementById("region.name")?.value === "Kota Selamat");
      await field("region.name").fill("Kota Uji");
      assert.equal(await field("region.name").inputValue(), "Kota Uji");
      const state = await frame().evaluate(() => [
        {}.mode,
        {}.polluted,
        document.querySelectorAll("script, img, iframe, object, embed").length,
        location.hash,
        Object.keys(localStorage).filter((key) => !/^cakupan\.(pending \w+ cakupan\.)?embed /.test(key)).length,
      ]);
      // The one script is the entry itself; some of the messages ask to store input.
      assert.deepEqual(state, [undefined, undefined, 1, "", 0]);
    }
  });

  test("a flood is answered once, and the planner goes on working", async () => {
    await open();
    await say(configure({ region: "73.71" }));
    await hears("result");
    await stage.page.evaluate(() => {
      for (let n = 0; n < 5000; n++) window.say({ cakupan: 1, kind: "configure", settings: { colour: n } });
    });
    await hears("refused", LIMITS.messages);
    await field("segments[0].name").fill("Kelompok");
    const refusals = await heard("refused");
    assert.equal(refusals.filter(({ code }) => code === "tooMany").length, 1);
    assert.ok(refusals.length <= LIMITS.messages + 1);
    assert.equal(await field("segments[0].name").inputValue(), "Kelompok");
  });

  test("too much at once is refused by name", async () => {
    await open();
    await stage.page.evaluate(() =>
      window.say({ cakupan: 1, kind: "configure", settings: { region: "a".repeat(3e6) } }),
    );
    await stage.page.evaluate(() => window.say({ cakupan: 9 }));
    await hears("refused", 2);
    assert.deepEqual(
      (await heard("refused")).map(({ code }) => code),
      ["tooLarge", "unknownVersion"],
    );
  });

  test("only the window around it is heard, and only that one is told", async (t) => {
    const neighbour = await somebody();
    t.after(() => neighbour.close());
    neighbour.pages.set("/", { body: "<!doctype html><title>x</title>" });
    await open({ body: `<iframe id="b" name="b" title="x" src="${neighbour.address}"></iframe>` });
    // A neighbour frame reaches the calculator by the list of frames of the common parent.
    await stage.page
      .frames()
      .find((each) => each.url() === neighbour.address)
      .evaluate(() => {
        window.parent.frames[0].postMessage(
          { cakupan: 1, kind: "configure", settings: { region: "Kota Tetangga" } },
          "*",
        );
      });
    await say(configure({}));
    await hears("problems");
    assert.equal(await field("region.name").inputValue(), "");
    assert.ok(
      (await stage.page.evaluate(() => window.heard)).every(
        ({ source, origin }) => source && `${origin}/` === home.address,
      ),
    );
  });

  test("cannot frame any other page of the calculator", async () => {
    for (const [path, holders] of [
      ["sematan.html", "*"],
      ["index.html", "'self'"],
      ["aturan.html", "'self'"],
      ["pasang.html", "'self'"],
    ]) {
      const answer = await fetch(home.address + path);
      const policy = answer.headers.get("content-security-policy");
      assert.match(policy, new RegExp(`frame-ancestors ${holders.replace("*", "\\*")}$`), path);
      assert.equal(policy.includes("frame-src"), path === "pasang.html", path);
    }
    assert.equal((await fetch(`${home.address}embed/embed.js`)).headers.get("access-control-allow-origin"), "*");
    assert.equal((await fetch(home.address)).headers.get("access-control-allow-origin"), null);
  });
});

// ───────────────────────────── storage ─────────────────────────────

describe("storage", () => {
  /**
   * Hosts on other ports of the same site share the browser's storage, so the calculator must separate them.
   */
  test("the plan of the calculator itself is neither shown, nor told, nor changed; nothing is added", async () => {
    stage = await newPage(browser);
    const own = stage.page;
    await own.goto(home.address);
    await own.locator("[id='region.name']").fill("Kota Rahasia");
    await storedIn(own, "Kota Rahasia");
    await own.locator("#language").click();
    await own.waitForFunction(() => localStorage.getItem("cakupan.language") === "en");
    const everything = async (of) =>
      JSON.stringify([await of.evaluate(() => ({ ...localStorage })), await records(of)]);
    const stored = await everything(own);
    await own.close();
    await open({ context: stage.context });
    await say(configure({ scenario: { ...makassar, region: { ...makassar.region, name: "Kota Terbuka" } } }));
    await hears("result");
    await field("segments[0].name").fill("Kelompok lain");
    await stage.page.waitForTimeout(1500);
    assert.equal(await everything(frame()), stored);
    assert.ok(!JSON.stringify(await stage.page.evaluate(() => window.heard)).includes("Rahasia"));
    assert.ok(!(await frame().evaluate(() => document.documentElement.outerHTML)).includes("Rahasia"));
    assert.equal(await frame().evaluate(() => document.documentElement.lang), "id");
  });

  const name = (value) =>
    frame().waitForFunction((value) => document.getElementById("region.name")?.value === value, value);
  const stored = (text) => storedIn(frame(), text);
  const forgotten = async (text) => {
    await storedIn(frame(), text, false);
    assert.ok(!(await frame().evaluate(() => JSON.stringify({ ...localStorage }))).includes(text));
  };
  /** Types a name for the region and leaves when it is stored. */
  async function keepName(settings, value) {
    await say(configure({ keep: true, ...settings }));
    // The figures of a region replace what is typed before they come; only with them there is a result.
    await hears(settings.region ? "result" : "problems");
    await field("region.name").fill(value);
    await stored(value);
    await stage.page.close();
  }

  /** A portal that stores two regions, opened again. */
  async function keepTwo() {
    await open();
    const { context } = stage;
    await keepName({ region: "73.71" }, "Makassar Simpan");
    await open({ context });
    await keepName({ region: "73.14" }, "Sidrap Simpan");
    await open({ context });
  }

  test("what a host lets keep comes back to that host, and to no other", async (t) => {
    await open();
    const { context } = stage;
    await keepName({}, "Kota Simpan");
    await open({ context });
    await say(configure({ keep: true }));
    await name("Kota Simpan");
    const other = await somebody();
    t.after(() => other.close());
    await stage.page.close();
    await open({ context, server: other });
    await say(configure({ keep: true }));
    await hears("problems");
    assert.equal(await field("region.name").inputValue(), "");
    assert.ok(!JSON.stringify(await stage.page.evaluate(() => window.heard)).includes("Simpan"));
    await stage.page.close();
    // A host that withdraws `keep` deletes what is stored.
    await open({ context });
    await say(configure({ keep: true }));
    await say(configure({ keep: false }));
    await forgotten("Kota Simpan");
  });

  test("each region of a portal has its own, also when the region changes under way", async () => {
    await keepTwo();
    await say(configure({ keep: true, region: "73.71" }));
    await name("Makassar Simpan");
    await field("region.name").fill("Makassar Baru");
    // Within the second before it is stored.
    await say(configure({ keep: true, region: "73.14" }));
    await name("Sidrap Simpan");
    await say(configure({ keep: true, region: "76.05" }));
    await name("Kabupaten Majene");
    await say(configure({ keep: true, region: "73.71" }));
    await name("Makassar Baru");
  });

  test("a host fills its own room and no more, whatever regions it names", async (t) => {
    await open();
    const { context } = stage;
    // Something is already stored, so the database exists.
    await say(configure({ keep: true, region: "Kota Nol" }));
    await stored("Kota Nol");
    await frame().evaluate(
      (host) =>
        new Promise((resolve) => {
          indexedDB.open("cakupan").onsuccess = ({ target: { result: db } }) => {
            const tx = db.transaction("plans", "readwrite");
            const id = `cakupan.embed ${host} x`;
            tx.objectStore("plans").put({ id, revision: 1, tab: "x", turn: 1, size: 999_900, content: null });
            tx.oncomplete = () => resolve(db.close());
          };
        }),
      new URL(portal.address).origin,
    );
    for (const region of ["Kota Satu", "Kota Dua"]) {
      await say(configure({ keep: true, region }));
      await name(region);
      await field("region.name").fill(`${region} Penuh`);
      await inside().getByText("tidak dapat menyimpan isian").waitFor();
    }
    await forgotten("Penuh");
    await stage.page.close();
    const other = await somebody();
    t.after(() => other.close());
    await open({ context, server: other });
    await keepName({}, "Kota Lain");
  });

  test("a host that takes it back before the next visit makes the device forget, for that region alone", async () => {
    await keepTwo();
    await say(configure({ region: "73.71" }));
    await forgotten("Makassar Simpan");
    await stored("Sidrap Simpan");
  });

  test("what was typed before something kept came back stays at hand, and is kept as well", async () => {
    await open();
    const { context } = stage;
    await keepName({}, "Kota Simpan");
    await open({ context });
    await field("region.name").fill("Kota Ketik");
    await say(configure({ keep: true }));
    await name("Kota Simpan");
    await stored("Kota Ketik");
    await inside().getByRole("button", { name: "Batalkan perubahan" }).click();
    await name("Kota Ketik");
    await inside().getByRole("button", { name: "Ulangi" }).click();
    await inside().getByRole("button", { name: "Kembalikan isian sebelumnya" }).click();
    await name("Kota Ketik");
  });

  test("in two tabs of a portal one edits and the other follows, until it takes the plan over", async () => {
    await open();
    const { context, page } = stage;
    await say(configure({ keep: true, region: "73.71" }));
    await name("Kota Makassar");
    await field("region.name").fill("Makassar Satu");
    await stored("Makassar Satu");
    await open({ context });
    await say(configure({ keep: true, region: "73.71" }));
    await name("Makassar Satu");
    assert.ok(await field("region.name").isDisabled());
    const first = page.frameLocator("#a").locator("[id='region.name']");
    await first.fill("Makassar Dua");
    await name("Makassar Dua");
    await inside().getByRole("button", { name: "Lanjutkan di sini" }).click();
    await page.frameLocator("#a").getByText("sedang diubah di tab lain").first().waitFor();
    await field("region.name").fill("Makassar Tiga");
    await stored("Makassar Tiga");
    assert.equal(await first.inputValue(), "Makassar Tiga");
    assert.deepEqual((await records(frame())).copies, []);
  });

  test("what a host let keep before this release comes back, and moves", async () => {
    await open();
    const { context } = stage;
    await keepName({ region: "73.71" }, "Makassar Lama");
    await open({ context });
    // As in an earlier version: in localStorage only.
    await frame().evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.open("cakupan").onsuccess = ({ target: { result: db } }) => {
            const tx = db.transaction("plans", "readwrite");
            tx.objectStore("plans").getAll().onsuccess = ({
              target: {
                result: [{ id, content }],
              },
            }) => {
              localStorage.setItem(id, JSON.stringify(content));
              tx.objectStore("plans").clear();
            };
            tx.oncomplete = () => resolve(db.close());
          };
        }),
    );
    await say(configure({ keep: true, region: "73.71" }));
    await name("Makassar Lama");
    await stored("Makassar Lama");
    assert.deepEqual(await frame().evaluate(() => Object.keys(localStorage)), []);
  });

  test("what was typed before it may be kept is kept from then on", async () => {
    await open();
    await field("region.name").fill("Kota Ketik");
    await say(configure({ keep: true }));
    await stored("Kota Ketik");
  });
});

// ───────────────────────────── look ─────────────────────────────

describe("theme", () => {
  const colours = () =>
    frame().evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--paper", "--text", "--primary"].map((name) => style.getPropertyValue(name).trim());
    });

  test("what can be read is followed, what cannot is told and left, and both change with the host", async () => {
    await open();
    await say(configure({ theme: { accent: "#8a1538", background: "#fff8f0", text: "#222222" } }));
    await hears("problems");
    assert.deepEqual(await colours(), ["#fff8f0", "#222222", "#8a1538"]);
    await say(configure({ theme: { accent: "#ffd400", background: "#101820" } }));
    await frame().waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue("--primary") === "#ffd400",
    );
    // A dark background brings light text with it.
    assert.deepEqual(await colours(), ["#101820", "#eceef1", "#ffd400"]);
    assert.deepEqual(await heard("refused"), []);
    await say(configure({ theme: { accent: "#ffd400", background: "#ffffff", text: "#eeeeee" } }));
    await hears("refused", 2);
    assert.deepEqual(
      (await heard("refused")).map(({ code, params }) => [code, params.setting]),
      [
        ["lowContrast", "theme.text"],
        ["lowContrast", "theme.accent"],
      ],
    );
    assert.deepEqual(await colours(), ["#ffffff", "#1f1f1f", "#0a489f"]);
    await say(configure({ theme: null }));
    await frame().waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue("--page").trim() !== "",
    );
    assert.deepEqual(
      (await colours()).map((colour) => colour.replace(/^#fff$/, "#ffffff")),
      ["#ffffff", "#1f1f1f", "#0a489f"],
    );
  });

  test("an accent that only suits light follows the reader who changes to dark", async () => {
    await open();
    await say(configure({ theme: { accent: "#8a1538" } }));
    await hears("problems");
    assert.equal((await colours())[2], "#8a1538");
    await stage.page.emulateMedia({ colorScheme: "dark" });
    await hears("refused");
    assert.equal((await colours())[2], "#9cc4fb");
  });
});

test("an explanation opens where it was asked for, however high the frame is", async () => {
  await open({ fragment: "#mode=full&region=73.71" });
  await stage.page.evaluate(() => {
    a.height = 9000;
  });
  const figure = inside().locator(".answer .figure:visible").last();
  await figure.waitFor();
  await figure.click();
  await inside().locator("#explain[open]").waitFor();
  const [pressed, dialog] = await Promise.all([figure.boundingBox(), inside().locator("#explain").boundingBox()]);
  assert.ok(Math.abs(pressed.y - dialog.y) < 700, `${pressed.y} and ${dialog.y}`);
});

// ───────────────────────────── accessibility ─────────────────────────────

test("the examples are gone through by arrow keys without replacing anything; the button loads the one that shows", async () => {
  await open();
  await say(configure({ region: "73.14" }));
  await hears("result");
  const name = field("region.name");
  const list = field("case");
  const shown = () => list.evaluate(({ selectedOptions: [option] }) => option.textContent);
  const begun = await name.inputValue();
  assert.equal(await shown(), begun);
  await list.focus();
  await stage.page.keyboard.press("ArrowDown");
  const wanted = await shown();
  assert.notEqual(wanted, begun);
  assert.equal(await name.inputValue(), begun);
  await inside().getByRole("button", { name: "Muat contoh" }).press("Enter");
  await stage.page.waitForFunction(() => window.heard.filter(({ kind }) => kind === "result").length > 1);
  assert.equal(await shown(), wanted);
  assert.equal((await heard("result")).at(-1).result.region, await name.inputValue());
  assert.notEqual(await name.inputValue(), begun);
});

test("a start that would pass a second date moves no date", async () => {
  const segment = makassar.segments[0];
  const counts = [
    { from: "2025-01", people: 1000 },
    { from: "2025-07", people: 2000 },
  ];
  await open();
  await say(configure({ scenario: { ...makassar, segments: [{ ...segment, enrolment: { kind: "fixed", counts } }] } }));
  await hears("result");
  await field("period.firstMonth:year").fill("2026");
  await field("period.firstMonth:year").press("Tab");
  await stage.page.waitForFunction(() => window.heard.some(({ result }) => result?.firstMonth === "2026-01"));
  assert.deepEqual((await heard("result")).at(-1).result.scenario.segments[0].enrolment.counts, counts);
});

test("the small form is filled in by keyboard alone", async () => {
  await open();
  await say(configure({}));
  await hears("problems");
  const { keyboard } = stage.page;
  const at = () => frame().evaluate(() => document.activeElement.id);
  const reach = async (id) => {
    for (let steps = 0; (await at()) !== id; steps++) {
      assert.ok(steps < 40, `${id} is out of reach`);
      await keyboard.press("Tab");
    }
  };
  await frame().locator("#language").focus();
  await reach("region.name");
  await keyboard.type("Kota Papan Tik");
  await reach("period.firstMonth");
  await keyboard.press("Home");
  await keyboard.press("ArrowDown");
  await reach("period.firstMonth:year");
  await keyboard.press("Control+A");
  await keyboard.type("2025");
  await reach("segments[0].name");
  await keyboard.type("Nelayan");
  await reach("segments[0].enrolment.counts[0].people");
  await keyboard.type("1000");
  await keyboard.press("Tab");
  // JKK 10.000 + JKM 6.800, lowest bracket, twelve months.
  await stage.page.waitForFunction(
    (total) => window.heard.findLast(({ result }) => result)?.result.totalRupiah === total,
    1000 * 16_800 * 12,
  );
  await keyboard.press("Enter");
  assert.ok(await inside().locator("[id='segments[0].class']").isVisible());
  const link = inside().getByRole("link", { name: "Buka kalkulator lengkap" });
  for (let steps = 0; !(await link.evaluate((element) => element === document.activeElement)); steps++) {
    assert.ok(steps < 60, "the link is out of reach");
    await keyboard.press("Tab");
  }
});

test("a plan with a second head count can begin later, and goes on with it", async () => {
  await open();
  const counts = [
    { from: "2025-01", people: 100 },
    { from: "2025-07", people: 200 },
  ];
  const plan = {
    ...makassar,
    workforce: null,
    target: null,
    otherTargets: null,
    period: { firstMonth: "2025-01", months: 12 },
    segments: [
      { ...makassar.segments[0], enrolment: { kind: "fixed", counts } },
      { ...makassar.segments[0], id: "tetap", enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 10 }] } },
    ],
  };
  assert.deepEqual(check(plan), []);
  await say(configure({ scenario: plan }));
  await hears("result");
  const year = field("period.firstMonth:year");
  await year.focus();
  await stage.page.keyboard.press("Control+A");
  await stage.page.keyboard.type("2026");
  const costs = (rupiah) =>
    stage.page.waitForFunction(
      (rupiah) => window.heard.findLast(({ result }) => result).result.totalRupiah === rupiah,
      rupiah,
    );
  // The second count holds all year; the segment with one count starts with the plan. JKK 10.000 and JKM 6.800 a
  // month.
  await costs(210 * 16_800 * 12);
  assert.deepEqual(
    (await heard("result"))
      .at(-1)
      .result.scenario.segments.map(({ enrolment }) => enrolment.counts.map(({ from }) => from)),
    [["2025-01", "2025-07"], ["2026-01"]],
  );
  assert.equal(await inside().locator(".problems").count(), 0);
  await inside().getByRole("button", { name: "Batalkan perubahan" }).click();
  await costs((6 * 100 + 6 * 200 + 12 * 10) * 16_800);
});

test("a host that keeps the scenario of results loses no part that is only being typed", async () => {
  await open();
  await say(configure({ scenario: makassar, mode: "full" }));
  await hears("result");
  await field("workforce.eligible[0].people").fill("abc");
  await stage.page.keyboard.press("Tab");
  // The cost is shown in the frame; the host only gets the problems.
  await inside().locator(".stale", { hasText: "Dihitung tanpa bagian yang belum lengkap: Tenaga kerja" }).waitFor();
  await stage.page.waitForFunction(() =>
    window.heard.some(({ kind, problems }) => kind === "problems" && problems.length > 0),
  );
  const last = (await heard("result")).at(-1).result.scenario;
  assert.deepEqual(last.workforce, makassar.workforce);
  assert.equal((await heard("result")).length, 1);
});

describe("what it says of who learns what", () => {
  const note = () => inside().locator("footer .note").innerText();
  const alone = {
    id: "Kalkulator ini tidak mengirim isian ke server.",
    en: "This calculator sends what you type to no server.",
  };

  test("without a host that listens", async () => {
    await open({ fragment: "#region=73.71" });
    assert.equal((await note()).trim(), alone.id);
  });

  test("a host that listens, by its name", async () => {
    await open();
    const { origin } = new URL(portal.address);
    await say(configure({}));
    await hears("problems");
    assert.equal(
      await note(),
      `${alone.id} Halaman ini (${origin}) menerima isian dan hasilnya, dan dapat menyimpannya.`,
    );
    await say(configure({ language: "en" }));
    await inside().getByText("This page").waitFor();
    assert.equal(
      await note(),
      `${alone.en} This page (${origin}) receives what you type and its result, and may keep them.`,
    );
  });

  test("a host without a name, as a file has none", async () => {
    stage = await newPage(browser);
    // Some servers send no policy; ours would forbid framing for other files.
    await stage.page.route("**/sematan.html", async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": policy, ...headers } = response.headers();
      assert.ok(policy);
      await route.fulfill({ response, headers });
    });
    const page = `<!doctype html><html lang="id"><title>x</title>
      <iframe id="a" title="x" src="${home.address}sematan.html"></iframe>
      <script>addEventListener("message", () =>
        a.contentWindow.postMessage({ cakupan: 1, kind: "configure", settings: {} }, "*"))</script>`;
    await stage.page.goto(`data:text/html,${encodeURIComponent(page)}`);
    await inside().getByText("Halaman ini menerima isian dan hasilnya, dan dapat menyimpannya.").waitFor();
  });
});

test("a part of a year, and what only the full form shows, are counted in words of both languages", async () => {
  await open();
  const group = (place) => ({ ...makassar.segments[0], id: `s${place}`, name: `S${place}` });
  const counts = [
    { from: "2025-08", people: 100 },
    { from: "2025-09", people: 200 },
  ];
  const plan = (groups) => ({
    ...makassar,
    workforce: null,
    target: null,
    otherTargets: null,
    period: { firstMonth: "2025-08", months: 6 },
    segments: Array.from({ length: groups }, (_, place) => ({
      ...group(place),
      ...(place === 0 && { enrolment: { kind: "fixed", counts } }),
    })),
  });
  await say(configure({ scenario: plan(6) }));
  await hears("result");
  const text = () => inside().locator("main").innerText();
  // Five months of 2025, one of 2026.
  for (const wanted of [/\n5 bulan\b/, /\n1 bulan\b/, /1 kelompok lain ikut dihitung/, /dan 1 tanggal lain/])
    assert.match(await text(), wanted);
  assert.doesNotMatch(await text(), /tahun ini/);
  await say(configure({ scenario: plan(6), language: "en" }));
  await inside().getByRole("heading", { name: "Who is protected" }).waitFor();
  for (const wanted of [/\n5 months\b/, /\n1 month\b/, /1 other group is counted/, /and 1 other date\b/])
    assert.match(await text(), wanted);
  await say(configure({ scenario: plan(7), language: "en" }));
  await inside().getByText("2 other groups are counted").waitFor();
});

test("a group paid by wages, with its worker's part, is within the small form", async () => {
  await open();
  await say(configure({ scenario: makassar }));
  await hears("result");
  await inside().locator("[id='segments[1]'] summary").click();
  await field("segments[1].programmes.JHT").check();
  await hears("problems", 2);
  const fund = field("segments[1].workerPayers[0].fund");
  await fund.selectOption({ label: "APBD Kota Makassar" });
  const expected = structuredClone(makassar);
  expected.segments[1].programmes.push("JHT");
  expected.segments[1].workerPayers = [{ fund: expected.funds[0].id, percent: 100 }];
  assert.deepEqual(check(expected), []);
  await stage.page.waitForFunction(
    (total) => window.heard.findLast(({ result }) => result).result.totalRupiah === total,
    project(expected).total.rupiah,
  );
});

describe("axe finds nothing, and nothing is wider than the frame", () => {
  for (const colorScheme of ["light", "dark"])
    for (const width of [1000, 340])
      for (const language of ["id", "en"])
        test(`${colorScheme}, ${width} px, ${language}`, async () => {
          stage = await newPage(browser, { colorScheme, viewport: { width, height: 800 } });
          for (const mode of ["compact", "full"]) {
            await stage.page.goto("about:blank");
            await stage.page.goto(`${home.address}sematan.html#mode=${mode}&language=${language}&region=73.71`);
            await stage.page.locator(".lead .total").waitFor();
            await stage.page.locator("figure.chart, .compact").first().waitFor();
            await stage.page.evaluate(() => {
              for (const details of document.querySelectorAll("details.more")) details.open = true;
            });
            await stage.page.evaluate(axe);
            const found = await stage.page.evaluate(async (values) => {
              const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
              return violations.map(
                ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
              );
            }, tags);
            assert.deepEqual(found, [], mode);
            assert.equal(await stage.page.evaluate(() => document.documentElement.scrollWidth), width);
          }
        });
});
