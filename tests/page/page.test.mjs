// The built page in a real browser, under its own content security policy, worked mostly by keyboard.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { law } from "cakupan";
import { serve } from "../../scripts/serve.mjs";
import { startChromium } from "../browsers.mjs";

const file = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const makassar = JSON.parse(await readFile(file("cases/makassar.json"), "utf8"));
const sidrap = JSON.parse(await readFile(file("cases/sidrap.json"), "utf8"));
const majene = JSON.parse(await readFile(file("cases/majene.json"), "utf8"));
const sulsel = JSON.parse(await readFile(file("cases/sulawesi-selatan.json"), "utf8"));
const axe = await readFile(file("node_modules/axe-core/axe.min.js"), "utf8");
const wide = { width: 1280, height: 900 };

let server;
let browser;
let context;
let page;
let complaints;

before(async () => {
  server = await serve({ port: 0 });
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(async () => {
  await context?.close();
  assert.deepEqual(complaints, [], "console errors or policy violations");
});

/** The calculator, or the page at `path`, as soon as its first `sign` stands. */
async function open(options = {}, path = "", sign = "[id='region.name']") {
  complaints = [];
  context = await browser.newContext({ viewport: wide, reducedMotion: "reduce", ...options });
  page = await context.newPage();
  page.on("console", message => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", error => complaints.push(String(error)));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", event =>
      console.error("policy:", event.violatedDirective, event.blockedURI));
  });
  await page.goto(server.address + path);
  await page.locator(sign).first().waitFor();
}

const openLaw = options => open(options, "aturan.html", "table.cards");

const field = path => page.locator(`[id="${path}"]`);
const message = path => page.locator(`[id="${path}:message"]`).innerText();
const total = async () => Number((await page.locator(".lead .total").innerText()).replace(/\D/g, ""));

/** The total is this, once it is drawn: on a busy machine a little later than the last key. */
async function costs(expected, message) {
  for (let tries = 0; tries < 50 && (await total()) !== expected; tries++) await page.waitForTimeout(100);
  assert.equal(await total(), expected, message);
}

/** Chooses an example with the keyboard only. */
async function loadByKeyboard(place) {
  await page.locator("#cases summary").focus();
  await page.keyboard.press("Enter");
  for (let step = 0; step < place; step++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".lead .total").waitFor();
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** axe is put in through the debugger, where the policy of the page does not reach. */
async function violations() {
  await page.evaluate(axe);
  return page.evaluate(async values => {
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(" ")).join(", ")}`);
  }, tags);
}

const openAll = () => page.evaluate(() => {
  for (const details of document.querySelectorAll("details.more")) details.open = true;
});

async function write(path, text) {
  await field(path).focus();
  await page.keyboard.press("Control+A");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

/** The months in which a group without spans is paid: all of the plan. */
function monthsOf(segment, { period }) {
  assert.equal(segment.billed ?? null, null, "the arithmetic of this test wants a group paid in every month");
  return period.months;
}

/** A group whose contribution is 16.800 a head and month: BPU, lowest bracket, JKK and JKM, paid by the city. */
function simplest(scenario) {
  const city = scenario.funds.filter(fund => fund.kind === "apbdRegency").map(fund => fund.id);
  const place = scenario.segments.findIndex(segment =>
    segment.class === "BPU" && !segment.base && segment.enrolment.kind === "fixed" &&
    segment.enrolment.counts.length === 1 && segment.programmes.join() === "JKK,JKM" &&
    segment.payers.every(share => city.includes(share.fund)));
  assert.notEqual(place, -1);
  return { place, segment: scenario.segments[place] };
}

describe("by keyboard", () => {
  beforeEach(() => open());

  test("an example is loaded, a head count changed, and the total follows to the rupiah", async () => {
    await loadByKeyboard(1);
    const { place, segment } = simplest(makassar);
    const path = `segments[${place}].enrolment.counts[0].people`;
    const people = segment.enrolment.counts[0].people;
    const old = await total();
    await write(path, String(people + 1000));
    await costs(old + 1000 * 16_800 * monthsOf(segment, makassar));
    await page.keyboard.press("Tab");
    assert.equal(await field(path).inputValue(), new Intl.NumberFormat("id-ID").format(people + 1000));
    if (segment.evidence?.enrolment)
      assert.match(await page.locator(`[id="segments[${place}].enrolment:source"]`).innerText(), /diisi oleh Anda/);
  });

  test("typing neither moves the caret nor rewrites the field; Escape brings the value back", async () => {
    await loadByKeyboard(1);
    const { place } = simplest(makassar);
    const path = `segments[${place}].enrolment.counts[0].people`;
    const shown = await field(path).inputValue();
    const old = await total();
    await field(path).focus();
    await page.keyboard.press("Home");
    await page.keyboard.type("12");
    assert.equal(await field(path).inputValue(), `12${shown}`);
    assert.equal(await field(path).evaluate(input => input.selectionStart), 2);
    await page.keyboard.press("Escape");
    assert.equal(await field(path).inputValue(), shown);
    await costs(old);
  });

  test("a group is added, moved, deleted and brought back", async () => {
    await loadByKeyboard(1);
    const fields = page.locator("[data-path^='segments['][data-path$='].name']");
    const names = () => fields.evaluateAll(all => all.map(each => each.value));
    const original = await names();
    await page.locator("[id='segments:add']").press("Enter");
    await page.waitForFunction(id => document.activeElement?.id === id, `segments[${original.length}].name`);
    await page.keyboard.type("Baru");
    assert.deepEqual(await names(), [...original, "Baru"]);
    await page.locator(`[id='segments[${original.length}]:up']`).press("Enter");
    assert.equal((await names())[original.length - 1], "Baru");
    await page.getByRole("button", { name: "Hapus: Baru", exact: true }).press("Enter");
    assert.deepEqual(await names(), original);
    await page.getByRole("button", { name: "Urungkan" }).press("Enter");
    assert.ok((await names()).includes("Baru"));
  });

  test("an example never costs what was typed before, not even after a reload", async () => {
    await write("region.name", "Kabupaten Contoh");
    await loadByKeyboard(1);
    assert.equal(await field("region.name").inputValue(), makassar.region.name);
    await page.waitForFunction(() => localStorage.getItem("cakupan.draft")?.includes("Kabupaten Contoh"));
    await page.reload();
    await page.getByRole("button", { name: "Kembalikan isian sebelumnya" }).press("Enter");
    assert.equal(await field("region.name").inputValue(), "Kabupaten Contoh");
  });

  test("a figure tells where it comes from, and gives the focus back", async () => {
    await loadByKeyboard(1);
    const figure = page.locator(".figure").first();
    await figure.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Dari mana angka ini?" });
    await dialog.waitFor();
    const value = (await figure.innerText()).replace(/\D/g, "");
    assert.ok((await dialog.innerText()).replace(/[.\s\u00a0]/g, "").includes(value));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.ok(await figure.evaluate(button => button === document.activeElement));
  });

  test("a link in the explanation leads to the input", async () => {
    await loadByKeyboard(1);
    const { segment } = simplest(makassar);
    const figure = page.locator(`button.figure[aria-label*="? ${segment.name}, JKK"]`).first();
    await figure.press("Enter");
    await page.getByRole("dialog").getByRole("link", { name: `Orang (${segment.name})` }).press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const focused = await page.evaluate(() => document.activeElement.id);
    assert.match(focused, /^segments\[\d+\]\.enrolment\.counts\[0\]\.people$/);
  });

  test("a relief that the text leaves open is switched on, and the total follows to the rupiah", async () => {
    await loadByKeyboard(3);
    await write("period.firstMonth:year", "2026");
    const place = sidrap.segments.findIndex(segment => segment.class === "BPU");
    const { payers, programmes, base } = sidrap.segments[place];
    assert.deepEqual([programmes.join(), base, payers.length], ["JKK,JKM", undefined, 1]);
    await write(`segments[${place}].enrolment.counts[0].people`, "1000");
    const without = await total();
    const choice = page.getByLabel(/^Keringanan iuran BPU selain transportasi/);
    await choice.focus();
    await choice.selectOption({ label: "Dapat keringanan" });
    // 50 % of 16.800 from April to December 2026.
    await costs(without - 1000 * 8_400 * 9);
    await page.locator("summary").first().focus();
    await page.keyboard.press("Control+z");
    await costs(without);
  });

  test("whom money may pay for is the planner's to decide; the remark changes, the rupiah do not", async () => {
    await loadByKeyboard(3);
    const before = await total();
    const officials = sidrap.segments.find(({ group }) => group === "villageOfficial");
    const choice = page.getByLabel(/^Perangkat desa, dibayar/).first();
    await choice.focus();
    await choice.selectOption({ label: "Tidak boleh" });
    await page.getByText(`${officials.name}: `, { exact: false }).filter({ hasText: "menurut pilihan Anda: tidak" }).first().waitFor();
    await costs(before);
    assert.deepEqual(await violations(), []);
  });

  test("the language changes, what was typed does not", async () => {
    await write("region.name", "Kota Uji");
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "Groups of workers" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.equal(await field("region.name").inputValue(), "Kota Uji");
    assert.equal(await page.evaluate(() => document.activeElement.id), "language");
  });

  test("the short result is spoken a second after the last change", async () => {
    await loadByKeyboard(1);
    const status = page.getByRole("status");
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("Biaya"));
    const before = await status.innerText();
    await write("period.months", "1");
    assert.equal(await status.innerText(), before, "not at once");
    await page.waitForFunction(old => document.getElementById("status").textContent !== old, before);
  });
});

describe("bad input", () => {
  beforeEach(async () => {
    await open();
    await loadByKeyboard(1);
  });

  const people = "segments[0].enrolment.counts[0].people";

  for (const [text, sentence] of [
    ["-5", /tidak boleh kurang dari 0/],
    ["1,5", /bilangan bulat/],
    ["NaN", /dengan angka/],
    ["abc", /dengan angka/],
    ["", /Belum diisi/],
    ["1,200", /dua cara/],
  ])
    test(`${JSON.stringify(text)} people: the message stands at the field, the text stays`, async () => {
      const old = await total();
      await write(people, text);
      await page.keyboard.press("Tab");
      assert.match(await message(people), sentence);
      assert.equal(await field(people).inputValue(), text);
      assert.equal(await field(people).getAttribute("aria-invalid"), "true");
      assert.ok((await field(people).getAttribute("aria-describedby")).includes(`${people}:message`));
      await costs(old, "the last good result stays");
      assert.match(await page.locator(".stale").innerText(), /Belum diperbarui/);
      await page.locator(".problems a").first().press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), people);
    });

  test("an unclear number is settled with one of two buttons", async () => {
    await write(people, "1,200");
    await page.keyboard.press("Tab");
    await page.locator(`[id="${people}:message"] button`, { hasText: "1.200" }).press("Enter");
    assert.equal(await field(people).inputValue(), "1.200");
    assert.equal(await page.locator(".problems").count(), 0);
  });

  for (const [share, where, sentence] of [
    ["99", "segments[0].payers", /100 %; sekarang 99 %/],
    ["101", "segments[0].payers[0].percent", /tidak boleh lebih dari 100/],
  ])
    test(`a share of ${share} % is refused`, async () => {
      await page.locator("details.more summary", { hasText: makassar.segments[0].name }).press("Enter");
      await write("segments[0].payers[0].percent", share);
      await page.keyboard.press("Tab");
      assert.match(await message(where), sentence);
      assert.equal(await field("segments[0].payers[0].percent").inputValue(), share);
    });

  test("nothing typed is lost on reload, right or wrong", async () => {
    await write("region.name", "Kota Uji");
    await write(people, "abc");
    await page.reload();
    await field("region.name").waitFor();
    assert.equal(await field("region.name").inputValue(), "Kota Uji");
    assert.equal(await field(people).inputValue(), "abc");
  });
});

describe("for everybody", () => {
  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
        await open({ colorScheme, viewport: { width, height: 800 } });
        assert.deepEqual(await violations(), [], "empty form");
        await loadByKeyboard(1);
        await page.locator(".chart svg[role=img]").first().waitFor();
        await openAll();
        assert.deepEqual(await violations(), [], "example, everything open");
        await write("segments[0].enrolment.counts[0].people", "1,200");
        await page.keyboard.press("Tab");
        assert.deepEqual(await violations(), [], "with messages");
        await page.locator(".figure").first().press("Enter");
        await page.getByRole("dialog").waitFor();
        assert.deepEqual(await violations(), [], "with the explanation");
      });

  test("no page is wider than a screen of 320 px, and the result bar stays small", async () => {
    await open({ viewport: { width: 320, height: 640 } });
    await loadByKeyboard(1);
    await openAll();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const bar = await page.locator(".result-bar").boundingBox();
    assert.ok(bar.height <= 640 * 0.15, `${bar.height} px`);
  });

  test("text of twice the size still fits", async () => {
    await open();
    await loadByKeyboard(1);
    await page.evaluate(() => document.documentElement.attributeStyleMap.set("font-size", CSS.percent(200)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  test("the engine comes packed; where that does not arrive, or not whole, as it is", async () => {
    const came = [];
    const start = async answered => {
      came.length = 0;
      await open();
      await context.close();
      complaints = [];
      context = await browser.newContext({ viewport: wide, reducedMotion: "reduce" });
      page = await context.newPage();
      await page.route("**/*.bin", answered);
      page.on("response", response => came.push(`${response.url().split(".").at(-1)} ${response.status()}`));
      await page.goto(server.address);
      await page.getByText("Lengkapi isian; jawaban muncul di sini.").waitFor();
    };
    await start(route => route.continue());
    assert.deepEqual(came.filter(name => /^(bin|wasm)/.test(name)), ["bin 200"]);
    await start(route => route.fulfill({ status: 404 }));
    assert.ok(came.includes("wasm 200"));
    await start(route => route.fulfill({ body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]) }));
    assert.ok(came.includes("wasm 200"));
    await start(route => route.abort());
    assert.ok(came.includes("wasm 200"));
  });

  test("the form can be read before any script has run", async () => {
    const response = await fetch(server.address);
    const text = await response.text();
    for (const part of ["Kelompok pekerja", "Sumber dana", "bukan penetapan anggaran", "<noscript>"])
      assert.ok(text.includes(part), part);
  });
});

describe("how far the answer carries", () => {
  beforeEach(async () => {
    await open();
    await loadByKeyboard(1);
  });

  const listUnder = heading => page.locator(`.answer h3:text-is("${heading}") + ul li`);

  test("what is not counted, what is still empty, and on what the figures rest", async () => {
    assert.ok((await listUnder("Belum dihitung").count()) > 0);
    assert.match(await listUnder("Isian yang masih kosong").first().innerText(), /pagu 2025 belum diisi/);
    assert.match(await page.locator(".grounds").innerText(), /\(\d+\s%\) bertumpu pada dugaan\.$/);
    const table = page.getByRole("table", { name: "Biaya menurut sumber terlemah di baliknya" });
    const amounts = await table.locator("tbody tr td:nth-child(2)").allInnerTexts();
    const numbers = amounts.map(text => Number(text.replace(/\D/g, "")));
    assert.equal(numbers.pop(), await total());
    assert.equal(numbers.reduce((sum, number) => sum + number, 0), await total());
  });

  test("an empty field is reached from its line, and its line goes when it is filled", async () => {
    await listUnder("Isian yang masih kosong").getByRole("link", { name: /pagu 2025/ }).press("Enter");
    assert.match(await page.evaluate(() => document.activeElement.id), /^funds\[0\]/);
    const before = await listUnder("Isian yang masih kosong").count();
    await page.keyboard.press("Enter");
    await write("funds[0].ceilings[0].year", "2025");
    await write("funds[0].ceilings[0].rupiah", "1 miliar");
    await page.keyboard.press("Tab");
    assert.equal(await listUnder("Isian yang masih kosong").filter({ hasText: "pagu 2025" }).count(), 0);
    assert.ok((await listUnder("Isian yang masih kosong").count()) <= before);
  });

  test("the foot names engine, law and input; another input has another code", async () => {
    const foot = () => page.locator(".provenance").innerText();
    const first = await foot();
    assert.match(first, /^Mesin \d+\.\d+\.\d+ · Aturan \d{4}-\d{2}-\d{2} · Isian [0-9a-f]{16}$/);
    assert.ok(first.includes(law().version));
    await write("period.months", "1");
    assert.notEqual(await foot(), first);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".provenance").isVisible());
    assert.ok(await page.getByRole("heading", { name: "Belum dihitung" }).isVisible());
  });
});

/** A plan by hand: 1.000 vulnerable workers, JKK and JKM on the lowest bracket, paid by the city in 2025. */
const simple = {
  schema: 1, region: { name: "Kota Uji", level: "city" }, period: { firstMonth: "2025-01", months: 12 },
  segments: [{
    id: "a", name: "Rentan", class: "BPU", programmes: ["JKK", "JKM"],
    enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 1000 }] }, payers: [{ fund: "f", percent: 100 }],
  }],
  funds: [{ id: "f", name: "APBD", kind: "apbdRegency" }],
};

/** The page with a plan kept in this browser; numbers are kept as text. */
async function openWith(scenario, path = "", sign = ".lead .total", options = {}) {
  await open(options);
  const draft = JSON.parse(JSON.stringify(scenario, (key, value) =>
    typeof value === "number" && key !== "schema" ? String(value).replace(".", ",") : value));
  await page.evaluate(kept => localStorage.setItem("cakupan.draft", kept), JSON.stringify({ draft, before: null }));
  if (path === "") await page.reload();
  else await page.goto(server.address + path);
  await page.locator(sign).first().waitFor();
}

/** 12 months of JKK (1 % of Rp 1.000.000) and JKM for 1.000 people. */
const yearly = (jkm, people = 1000) => people * (10_000 + jkm) * 12;
const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem("cakupan.draft")).draft);
const addOverride = page => page.locator("[id='overrides:add']");

describe("the planner's own values", () => {
  test("by keyboard: a value is replaced, marked everywhere, kept, and restored", async () => {
    await openWith(simple);
    await costs(yearly(6_800));
    await addOverride(page).press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "overrides[0].parameter");
    await page.keyboard.type("JKM BPU, per");
    await page.keyboard.press("Tab");
    await write("overrides[0].value", "7.500");
    await write("overrides[0].note", "Rancangan PP");
    await page.keyboard.press("Tab");
    await costs(yearly(7_500));
    const card = page.locator(".card", { hasText: "Penggantian 1" });
    assert.match(await card.locator(".statutory").innerText(), /Rp\u00a06\.800 \(PP 44\/2015/);
    const mark = "diganti oleh Anda";
    assert.match(await page.locator(".marked").innerText(), new RegExp(`${mark}: JKM BPU`));
    for (const name of ["Biaya per sumber dana, 2025", "Biaya per kelompok dan program, 2025"])
      assert.match(await page.getByRole("table", { name }).innerText(), new RegExp(mark), name);
    assert.match(await page.getByRole("row", { name: /^JKM BPU, per orang/ }).innerText(), new RegExp(mark));
    await page.getByRole("button", { name: /Dari mana angka ini\? Rentan, JKM 2025/ }).press("Enter");
    const dialog = page.getByRole("dialog");
    assert.match(await dialog.innerText(), /1\.000\sorang × Rp\s7\.500 × 12\sbulan = Rp\s90\.000\.000/);
    assert.match(await dialog.innerText(), /diganti oleh Anda\. Rancangan PP/);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.documentElement.classList.contains("explaining"));
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".marked").isVisible());
    await page.emulateMedia({ media: "screen" });
    await page.waitForFunction(() => localStorage.getItem("cakupan.draft")?.includes("Rancangan PP"));
    await page.reload();
    await page.locator("[id='overrides[0]:restore']").press("Enter");
    await costs(yearly(6_800));
    assert.match(await page.locator(".history").innerText(), /dipulihkan ke nilai aturan/);
    await page.getByRole("button", { name: "Urungkan" }).press("Enter");
    await costs(yearly(7_500));
  });

  test("a table is replaced row by row, beginning with the rows of the law", async () => {
    await openWith({ ...simple, segments: [{ ...simple.segments[0], base: { kind: "fixed", rupiah: 2_000_000 } }] });
    await addOverride(page).press("Enter");
    await page.locator("[id='overrides[0].parameter']").selectOption("bpu.brackets");
    const { rows } = law().parameters.find(({ key }) => key === "bpu.brackets").values
      .find(({ from, to }) => from <= "2025-01" && (to === null || to >= "2025-01"));
    const values = page.locator("[data-path^='overrides[0].rows'][data-path$='.value']");
    assert.equal(await values.count(), rows.length);
    while ((await values.count()) > 1) await page.getByRole("button", { name: "Hapus: Tabel baru 2", exact: true }).press("Enter");
    await write("overrides[0].rows[0].value", "3.000.000");
    await write("overrides[0].note", "Satu lapis");
    await page.keyboard.press("Tab");
    // JKK 1 % of the one base that is left, JKM flat.
    await costs(1000 * (30_000 + 6_800) * 12);
  });

  test("a relief ends with 0, and goes on beyond its last month", async () => {
    const funds = [{ id: "f", name: "Sendiri", kind: "self" }];
    const year = { period: { firstMonth: "2026-04", months: 9 }, funds };
    const segments = [{
      ...simple.segments[0], enrolment: { kind: "fixed", counts: [{ from: "2026-04", people: 1000 }] },
    }];
    await openWith({ ...simple, ...year, segments });
    // Who pays himself has half off from April to December 2026.
    await costs(1000 * 8_400 * 9);
    await addOverride(page).press("Enter");
    await page.locator("[id='overrides[0].parameter']").selectOption("relief.pp50of2025.other");
    await write("overrides[0].value", "0");
    await write("overrides[0].note", "Dicabut");
    await page.keyboard.press("Tab");
    await costs(1000 * 16_800 * 9);
    await write("overrides[0].value", "50");
    await write("period.months", "12");
    await page.keyboard.press("Tab");
    await costs(1000 * 8_400 * 12);
  });

  test("a value of the law page is replaced by its link; a link to nothing is ignored", async () => {
    await openWith(simple, "aturan.html", "table.cards");
    await page.locator(".group .replace[href$='#ganti=jkm.bpu']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "overrides[0].parameter");
    assert.equal(await field("overrides[0].parameter").inputValue(), "jkm.bpu");
    assert.equal(new URL(page.url()).hash, "");
    await page.goto("about:blank");
    await page.goto(`${server.address}#ganti=<script>`);
    await page.locator("[id='overrides:add']").waitFor();
    assert.equal(new URL(page.url()).hash, "");
    assert.ok((await kept()).overrides === undefined || (await kept()).overrides.length === 1);
  });

  test("where the law ends an assumption is offered, and counted by its formula", async () => {
    const wage = { kind: "minimumWage", parameter: "minimumWage.ump.sulawesiBarat", percent: 100 };
    const segment = {
      id: "a", name: "Non-ASN", class: "PU", risk: "veryLow", programmes: ["JKM"], base: wage,
      enrolment: { kind: "fixed", counts: [{ from: "2026-12", people: 100 }] }, payers: [{ fund: "f", percent: 100 }],
    };
    const plan = { ...simple, period: { firstMonth: "2026-12", months: 2 }, segments: [segment] };
    await openWith(plan, "", ".problems button");
    await page.locator(".problems").getByRole("button", { name: "Isi asumsi" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "assumptions[0].parameter");
    await page.locator("[id='assumptions[0].kind']").selectOption("wageFormula");
    for (const [name, text] of [["inflationPercent", "2,5"], ["alpha", "0,5"], ["growthPercent", "5"], ["note", "BPS"]])
      await write(`assumptions[0].${name}`, text);
    await page.keyboard.press("Tab");
    // 2,5 + 0,5 × 5 = 5 %: 3.315.935 → 3.481.731 (fraction dropped); JKM 0,3 %, rounded for one worker a month.
    const grown = Math.floor((3_315_935 * 105) / 100);
    await costs(100 * (Math.round(3_315_935 * 0.003) + Math.round(grown * 0.003)));
    assert.match(await page.locator(".marked").innerText(), /dilanjutkan menurut asumsi Anda: UMP Sulawesi Barat/);
  });

  test("the date of the rules stands above the answer", async () => {
    await openWith(simple);
    await field("lawDate").fill("2025-06-01");
    assert.match(await page.locator(".law-date").innerText(), /diketahui pada 1\sJun\s2025/);
    assert.equal(await page.locator(".law-date").isVisible(), true);
  });

  test("the group, its agreement and who could be a member are kept", async () => {
    await openWith(simple);
    await page.locator("details.more summary", { hasText: "Rentan" }).press("Enter");
    await field("segments[0].group").selectOption({ label: "Pekerja miskin dan rentan" });
    await write("segments[0].enrolment.eligible", "1500");
    await field("segments[0].agreementUntil").selectOption("12");
    await write("segments[0].agreementUntil:year", "2025");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => localStorage.getItem("cakupan.draft")?.includes("2025-12"));
    const [{ group, agreementUntil, enrolment }] = (await kept()).segments;
    assert.deepEqual([group, agreementUntil, enrolment.eligible], ["vulnerable", "2025-12", "1.500"]);
    assert.equal(await page.locator(".problems").count(), 0);
  });
});

describe("inputs without effect", () => {
  test("they are listed, remarked on at their field, and the change says why", async () => {
    await openWith(simple);
    await addOverride(page).press("Enter");
    await field("overrides[0].parameter").selectOption("jp.ceiling");
    await write("overrides[0].value", "9000000");
    await write("overrides[0].note", "Uji");
    await page.keyboard.press("Tab");
    await costs(yearly(6_800));
    await page.getByRole("heading", { name: "Isian tanpa pengaruh" }).waitFor();
    assert.match(await page.locator("[id='overrides[0]:unused'], [id='overrides[0].parameter:unused']").innerText(), /Tanpa pengaruh/);
    await write("overrides[0].value", "9500000");
    await page.keyboard.press("Tab");
    const said = /Perubahan ini tidak mengubah angka hasil: .*tidak mengubah angka/;
    assert.match(await page.locator(".unchanged").innerText(), said);
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("tidak mengubah angka hasil"));
    await write("segments[0].enrolment.counts[0].people", "1001");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".unchanged").count(), 0);
    await costs(yearly(6_800, 1001));
    await write("segments[0].name", "Nama lain");
    await page.keyboard.press("Tab");
    assert.match(await page.locator(".unchanged").innerText(), /nama, catatan, sumber/);
  });
});

describe("every figure explains itself", () => {
  const digits = text => text.replace(/\D/g, "");

  test("each one that is asked has an answer, with its own value in it", async () => {
    const workforce = { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] };
    const target = { points: [{ month: "2025-01", percent: 30 }], shape: "step" };
    const accounts = [{ code: "5.1.02", description: "Iuran" }];
    const funds = [{ ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 200_000_000 }], accounts }];
    await openWith({ ...simple, workforce, target, funds });
    await openAll();
    const asked = page.locator(".figure");
    const expected = {
      "Kurang (orang), Desember 2025": 4000 * 0.3 - 1000, "Cakupan, Desember 2025": (1000 / 4000) * 100,
      "APBD 2025, Kurang": yearly(6_800) - 200_000_000, "5.1.02, 2025": yearly(6_800), "Mar 2025, Biaya": 16_800_000,
    };
    for (let place = 0; place < (await asked.count()); place++) {
      const figure = asked.nth(place);
      const about = (await figure.getAttribute("aria-label")).split("? ")[1];
      await figure.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.locator(".lead").waitFor();
      const lead = await dialog.locator(".lead strong").innerText();
      assert.equal(digits(lead), digits(await figure.innerText()), about);
      if (about in expected) assert.equal(digits(lead), String(expected[about]), about);
      delete expected[about];
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "hidden" });
    }
    assert.deepEqual(Object.keys(expected), [], "figures that were not found");
  });

  test("brief leaves out what changes nothing, and the explanation prints alone", async () => {
    await openWith(simple);
    await openAll();
    await page.getByRole("button", { name: /Dari mana angka ini\? Mar 2025, Biaya/ }).press("Enter");
    const dialog = page.getByRole("dialog");
    const text = () => dialog.evaluate(element => element.textContent.replaceAll("\u00a0", " "));
    assert.match(await text(), /1\.000 orang × Rp 6\.800 × 1 bulan = Rp 6\.800\.000/);
    const brief = dialog.getByRole("button", { name: "Ringkas" });
    await brief.press("Enter");
    assert.equal(await brief.getAttribute("aria-pressed"), "true");
    assert.match(await text(), /1\.000 orang × Rp 6\.800 = Rp 6\.800\.000/);
    for (const heading of ["Langkah demi langkah", "Aturan", "Isian", "Asumsi"])
      await dialog.getByRole("heading", { name: heading, exact: true }).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("main").isVisible(), false);
    assert.ok(await dialog.locator(".lead").isVisible());
    await page.emulateMedia({ media: "screen" });
  });

  for (const width of [1280, 340])
    test(`axe finds nothing in own values and their explanation: ${width} px`, async () => {
      const overrides = [{ parameter: "jkm.bpu", from: "2025-01", value: 7500, note: "Rancangan" }];
      const rows = [{ fromRupiah: 0, value: 1_000_000 }, { fromRupiah: 2_000_000, value: 2_000_000 }];
      const table = { parameter: "bpu.brackets", from: "2025-01", rows, note: "Tabel" };
      const assumptions = [{ kind: "growth", parameter: "jp.ceiling", percent: 5, note: "Tren" }];
      await openWith({ ...simple, overrides: [...overrides, table], assumptions, lawDate: "2026-11-01" }, "",
        "[id='assumptions[0].percent']", { viewport: { width, height: 800 } });
      await openAll();
      assert.deepEqual(await violations(), []);
      await page.locator(".lead .total .figure").press("Enter");
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    });
});

describe("the law", () => {
  const { parameters, reliefs, fundRules, accounts, targets, definitions } = law();
  const lists = [...reliefs, ...fundRules, ...accounts, ...targets, ...definitions];
  const all = lists.length + parameters.reduce((sum, { values }) => sum + values.length, 0);
  const keys = () => page.locator(".cards .group code, .cards.lists tbody th code").allInnerTexts();
  const shown = () => page.locator(".shown").innerText();
  const rowsOf = key => page.locator("tbody", { has: page.locator(`[id="${key}"]`) }).locator("tr:not(:first-child)");

  test("everything the engine knows is there, with every value", async () => {
    await openLaw();
    assert.deepEqual((await keys()).sort(), [...parameters, ...lists].map(({ key, code }) => key ?? code).sort());
    assert.equal(await shown(), `Tampak ${all} dari ${all} nilai.`);
    const text = await page.locator("main").evaluate(main => main.textContent);
    for (const { key, values } of parameters) {
      const rows = rowsOf(key).filter({ has: page.locator(".status") });
      assert.equal(await rows.count(), values.length, key);
    }
    const sources = [...parameters.flatMap(({ values }) => values), ...lists];
    for (const { seen } of sources.filter(({ seen }) => seen !== null))
      assert.ok(text.includes(`Terlihat: ${seen}`), seen);
    for (const { idle } of parameters.filter(({ idle }) => idle !== null)) assert.ok(text.includes(idle.id), idle.id);
    const assumed = sources
      .filter(({ status }) => status === "assumed");
    assert.equal(await page.locator(".cards .status.assumed").count(), assumed.length);
    for (const link of await page.locator(".cards td a").all()) {
      assert.match(await link.getAttribute("href"), /^https:/);
      assert.equal(await link.getAttribute("rel"), "noreferrer noopener");
    }
  });

  test("the law is there without the engine", async () => {
    await openLaw();
    const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(files.some(name => name.endsWith(".js")));
    assert.deepEqual(files.filter(name => name.endsWith(".wasm")), []);
  });

  test("three columns of a month: in force, announced, and proposed in this browser", async () => {
    const overrides = [
      { parameter: "jkm.bpu", from: "2026-01", value: 7500, note: "Rancangan PP" },
      { parameter: "jkk.bpu", from: "2026-01", note: "belum diisi" },
    ];
    await openWith({ ...simple, overrides }, "aturan.html", "table.cards");
    const row = key => page.locator("table.standing tr", { has: page.locator(`th a[href="#${key}"]`) }).locator("td");
    const now = await page.evaluate(() => [new Date().getFullYear(), new Date().getMonth() + 1].map(String));
    assert.deepEqual([await page.locator("#pick-year").inputValue(), await page.locator("#pick-month").inputValue()], now);
    await page.locator("#pick-year").selectOption("2025");
    await page.locator("#pick-month").selectOption("12");
    assert.doesNotMatch(await row("jkm.bpu").nth(2).innerText(), /7\.500/);
    // The ceiling of JP rises every March.
    assert.match(await row("jp.ceiling").nth(0).innerText(), /10\.547\.400/);
    assert.match(await row("jp.ceiling").nth(1).innerText(), /mulai Mar\s2026: Rp\s11\.086\.300/);
    await page.locator("#pick-year").selectOption("2026");
    assert.match(await row("jkm.bpu").nth(2).innerText(), /Rp\s7\.500\s+diganti oleh Anda\s+Rancangan PP/);
    assert.doesNotMatch(await page.locator("table.standing").innerText(), /belum diisi/);
    assert.match(await row("relief.pp50of2025.other").nth(1).innerText(), /berakhir; tanpa nilai mulai Jan\s2027/);
  });

  test("what nobody has looked at for a year is marked, by the clock of the browser", async () => {
    await openLaw();
    assert.equal(await page.getByText("diperiksa lebih dari setahun lalu").count(), 0);
    await context.close();
    await open();
    const newest = [...parameters.flatMap(({ values }) => values), ...lists].map(({ checked }) => checked).sort().at(-1);
    await page.clock.setFixedTime(Date.parse(newest) + 366 * 24 * 60 * 60 * 1000);
    await page.goto(`${server.address}aturan.html`);
    await page.locator("table.cards").first().waitFor();
    assert.equal(await page.getByText("diperiksa lebih dari setahun lalu").count(), all);
  });

  test("by keyboard: from the calculator, the value of a month, and back to everything", async () => {
    await open();
    await page.getByRole("link", { name: "Aturan" }).press("Enter");
    await page.locator("table.cards").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#subject:focus, #law:focus").waitFor();
    await page.getByLabel("Program atau pokok").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.type("batas upah");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Maret");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2026");
    assert.deepEqual(await keys(), ["jp.ceiling"]);
    assert.equal(await shown(), `Tampak 1 dari ${all} nilai; “batas upah”; berlaku pada Maret 2026.`);
    const value = rowsOf("jp.ceiling").locator("strong");
    assert.deepEqual(await value.allInnerTexts(), ["Rp\u00a011.086.300"]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.type("Februari");
    assert.deepEqual(await value.allInnerTexts(), ["Rp\u00a010.547.400"]);
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("Februari 2026"));
    await page.getByRole("button", { name: "Hapus saringan" }).press("Enter");
    assert.equal(await shown(), `Tampak ${all} dari ${all} nilai.`);
    await page.getByRole("link", { name: "Ke kalkulator" }).press("Enter");
    await field("region.name").waitFor();
  });

  test("a value used in an answer leads to its history", async () => {
    await open();
    await loadByKeyboard(1);
    await page.getByRole("link", { name: "JKM BPU, per orang per bulan" }).press("Enter");
    const place = page.locator("[id='jkm.bpu']");
    await place.waitFor();
    await page.waitForFunction(() => scrollY > 0);
    const { y } = await place.boundingBox();
    assert.ok(y >= 0 && y < wide.height, `${y}`);
  });

  test("a subject shows its parameters and reliefs; a search without a hit says so", async () => {
    await openLaw();
    await page.getByLabel("Program atau pokok").selectOption("jkm");
    const expected = [...parameters.filter(({ key }) => key.split(".").includes("jkm")),
      ...reliefs.filter(({ programmes }) => programmes.includes("JKM"))].map(({ key }) => key);
    assert.deepEqual((await keys()).sort(), expected.sort());
    await page.getByLabel("Cari kata").fill("tidak-ada");
    assert.deepEqual(await keys(), []);
    assert.match(await shown(), /^Tidak ada yang cocok/);
  });

  test("the language changes, the filter stays, and the calculator remembers it", async () => {
    await openLaw();
    await page.getByLabel("Program atau pokok").selectOption("jp");
    const before = await keys();
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "Statutory values" }).waitFor();
    assert.deepEqual(await keys(), before);
    assert.equal(await page.title(), "Cakupan: the law");
    await page.getByRole("link", { name: "To the calculator" }).press("Enter");
    await page.getByRole("heading", { name: "Groups of workers" }).waitFor();
  });

  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
        await openLaw({ colorScheme, viewport: { width, height: 800 } });
        await openAll();
        assert.deepEqual(await violations(), []);
      });

  test("it is no wider than a screen of 320 px, and text of twice the size fits", async () => {
    await openLaw({ viewport: { width: 320, height: 640 } });
    await openAll();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.setViewportSize(wide);
    await page.evaluate(() => document.documentElement.attributeStyleMap.set("font-size", CSS.percent(200)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});

// ───────────────────────────── targets, people, budgets ─────────────────────────────

/** The rows of a table by their heading, each with the texts of its cells. */
async function rowsOf(name) {
  const rows = page.getByRole("table", { name, exact: true }).locator("tbody tr:has(td)");
  return Object.fromEntries(await rows.evaluateAll(all => all.map(row =>
    [row.querySelector("th").innerText.trim(), [...row.querySelectorAll("td")].map(cell => cell.innerText.trim())])));
}

const id = new Intl.NumberFormat("id-ID");
const openDetails = name => page.locator("details.more summary", { hasText: name }).press("Enter");

describe("targets, people and budgets in the answer", () => {
  test("targets stand side by side with people, gap and month; a line for each", async () => {
    await open();
    await loadByKeyboard(2);
    const [{ people }] = sulsel.workforce.eligible;
    // From 47,38 % in June 2025 to 68 % in December 2026: six of eighteen months are gone in December 2025.
    const members = Math.ceil(people * (47.38 + ((68 - 47.38) * 6) / 18) / 100);
    const asked = Math.ceil((people * 62.93) / 100);
    assert.equal(asked, 1_763_259, "as printed");
    const table = page.getByRole("table", { name: "Sasaran berdampingan" });
    const first = table.locator("tbody").first().locator("tr:has(td)");
    assert.deepEqual(await first.nth(1).locator("td").allInnerTexts(), [
      "62,93\u00a0%", id.format(asked), id.format(asked - members), "Agu\u00a02026",
    ]);
    // 20,62 points in 18 months: 62,93 % is passed in month ⌈(62,93 − 47,38) × 18 ÷ 20,62⌉ = 14 after June 2025.
    assert.equal(Math.ceil(((62.93 - 47.38) * 18) / 20.62), 14);
    assert.match(await page.locator(".crossings").innerText(), /Sasaran rencana \(68\s%\) tercapai Desember 2026/);
    const chart = page.getByRole("img", { name: "Jalan cakupan dan sasaran" });
    assert.equal(await chart.locator(".path").count(), 3);
  });

  test("coverage by other denominators is printed beside, as two readings of one number of members", async () => {
    await open();
    await loadByKeyboard(1);
    const rows = await rowsOf("Cakupan menurut penyebut yang berbeda");
    // 198.130 members elsewhere and 58.161 whom the city pays.
    const members = 198_130 + 58_161;
    for (const { name, eligible: [{ people }] } of makassar.workforce.rivals) {
      const percent = Math.floor((members * 1e4) / people) / 100;
      assert.deepEqual(rows[name].slice(1), [id.format(people), `${id.format(percent)}\u00a0%`]);
    }
  });

  test("who is proposed, joins, leaves and is not reached", async () => {
    const flows = { leave: [{ cause: "death", percentAYear: 12 }], verificationLossPercent: 10, billedFromNext: true };
    const enrolment = { ...simple.segments[0].enrolment, eligible: 2000 };
    await openWith({ ...simple, segments: [{ ...simple.segments[0], enrolment, flows }] });
    // 10 of 100 are not accepted; from February on 1 of 100 enrolled leaves, parts of a person carried on.
    let enrolled = 900;
    let carry = 0;
    let billed = 0;
    for (let month = 2; month <= 12; month++) {
      carry += enrolled * 12;
      const gone = Math.floor(carry / 1200);
      carry -= gone * 1200;
      enrolled -= gone;
      billed += enrolled;
    }
    const rows = await rowsOf("Peserta masuk dan keluar, 2025");
    assert.deepEqual(rows.Rentan, ["1.000", "900", id.format(900 - enrolled), id.format(2000 - enrolled)]);
    await costs(billed * 16_800);
  });

  test("the order of use: a fund ends in its month, the next pays on, and the rest is unpaid", async () => {
    const funds = [
      { id: "f", name: "APBD", kind: "apbdRegency", ceilings: [{ year: 2025, rupiah: 100_000_000 }] },
      { id: "g", name: "CSR", kind: "csr", ceilings: [{ year: 2025, rupiah: 50_000_000 }] },
    ];
    await openWith({ ...simple, funds });
    // 16.800.000 a month: five months are paid in full, the sixth is not.
    let rows = await rowsOf("Biaya per sumber dana, 2025");
    assert.equal(rows.APBD[4], "Jun\u00a02025");
    assert.equal(rows["Tidak terbayar"][0], id.format(yearly(6_800) - 100_000_000));
    await openDetails("Rincian: APBD");
    await field("funds[0].next").selectOption({ label: "CSR" });
    rows = await rowsOf("Biaya per sumber dana, 2025");
    assert.equal(rows["Tidak terbayar"][0], id.format(yearly(6_800) - 150_000_000));
    // 100 million end in June, the 50 million after them in September: 8 × 16,8 = 134,4, 9 × 16,8 = 151,2.
    assert.equal(rows.CSR[4], "Sep\u00a02025");
  });

  test("the stage of the budget, its ceilings before and after, and how heavy the plan weighs", async () => {
    const funds = [{ ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 250_000_000, beforeRupiah: 200_000_000 }] }];
    await openWith({ ...simple, funds });
    await field("stage.name").selectOption({ label: "APBD perubahan" });
    await field("stage.month").selectOption("09");
    await write("region.population", "4000");
    await page.locator("[id='totals:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("totals[0]"));
    await write("totals[0].rupiah", "1,008 triliun");
    await page.keyboard.press("Tab");
    await page.locator("[id='totals[0].rupiah:message'] button").first().press("Enter");
    // Eight of twelve months lie before September.
    const rows = await rowsOf("Sudah terikat dan masih dapat diubah");
    assert.deepEqual(rows["APBD, 2025"],
      [yearly(6_800), (yearly(6_800) / 12) * 8, 200_000_000, 250_000_000].map(each => id.format(each)));
    assert.match(await page.locator(".answer").innerText(), /APBD perubahan: masih dapat diubah mulai September 2025, sisa 4 bulan/);
    const burden = await rowsOf("Beban anggaran, 2025");
    assert.deepEqual(burden.APBD, ["1.008.000.000.000", "0,02\u00a0%"]);
    assert.deepEqual(burden["Per penduduk"], [id.format(yearly(6_800) / 4000), ""]);
    assert.deepEqual(burden["Per peserta, dua belas bulan"], [id.format(16_800 * 12), ""]);
  });
});

describe("targets, paths and flows in the form", () => {
  const workforce = { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] };

  test("by keyboard: a target that goes on each year, another to compare with, and another denominator", async () => {
    await openWith({ ...simple, period: { firstMonth: "2025-01", months: 24 }, workforce });
    await page.locator("[id='target:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("target.points[0]"));
    await write("target.points[0].percent", "25");
    await field("target.shape").selectOption("step");
    await field("target.yearly.kind").selectOption("points");
    await write("target.yearly.points", "10");
    await page.locator("[id='otherTargets:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "otherTargets[0].name");
    await page.keyboard.type("RPJMD");
    await write("otherTargets[0].points[0].percent", "40");
    await field("otherTargets[0].yearly.kind").selectOption("factor");
    await write("otherTargets[0].yearly.percent", "120");
    await write("workforce.growthPercent", "5");
    await page.locator("[id='workforce.rivals:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "workforce.rivals[0].name");
    await page.keyboard.type("Angkatan kerja");
    await write("workforce.rivals[0].eligible[0].people", "8000");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".problems").count(), 0);
    const rows = page.getByRole("table", { name: "Sasaran berdampingan" }).locator("tbody").nth(1).locator("tr:has(td)");
    // 2026: 25 + 10 points of 4.000 × 1,05. The other: 40 % × 1,2 in January 2026, on its way to 57,6 % in January 2027.
    assert.deepEqual((await rows.nth(0).locator("td").allInnerTexts()).slice(0, 3),
      ["35\u00a0%", id.format(4200 * 0.35), id.format(4200 * 0.35 - 1000)]);
    assert.equal(await rows.nth(1).locator("td").nth(1).innerText(), id.format(Math.ceil(4200 * (0.48 + (0.096 * 11) / 12))));
    const rivals = page.getByRole("table", { name: "Cakupan menurut penyebut yang berbeda" }).locator("tbody").nth(0);
    assert.match(await rivals.innerText(), /Angkatan kerja\s+Hitungan sendiri\s+8\.000\s+12,5\s%/);
    await page.getByRole("button", { name: "Hapus: Sasaran lain 1" }).press("Enter");
    assert.equal(await page.getByRole("table", { name: "Sasaran berdampingan" }).count(), 0);
    await page.locator(".history").getByRole("button", { name: "Urungkan" }).press("Enter");
    assert.equal(await field("otherTargets[0].name").inputValue(), "RPJMD");
  });

  test("a group by quota and priority, on its own path, with those who leave", async () => {
    const target = { points: [{ month: "2025-01", percent: 30 }], shape: "step" };
    const enrolment = { kind: "target", members: 0, eligible: 3000 };
    await openWith({ ...simple, workforce, target, segments: [{ ...simple.segments[0], enrolment }] });
    await openDetails("Rincian: Rentan");
    assert.equal(await field("segments[0].enrolment.quotaPercent").count(), 0, "asked for only where the spread needs it");
    await field("target.spread").selectOption("quota");
    await write("segments[0].enrolment.quotaPercent", "100");
    await write("segments[0].enrolment.mostPerMonth", "100");
    await page.keyboard.press("Tab");
    // 1.200 are asked for, 100 join each month: 100 + 200 + … + 1.200 person-months.
    await costs(100 * ((12 * 13) / 2) * 16_800);
    // Quotas are asked of groups that follow the target; soon there is none.
    await field("target.spread").selectOption("");
    await field("segments[0].enrolment.kind").selectOption("path");
    assert.equal(await field("segments[0].enrolment.eligible").inputValue(), "3000", "what means the same stays");
    await write("segments[0].enrolment.path.points[0].percent", "10");
    await page.keyboard.press("Tab");
    await costs(300 * 12 * 16_800);
    await page.locator("[id='segments[0].flows.leave:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "segments[0].flows.leave[0].cause");
    await write("segments[0].flows.leave[0].percentAYear", "0,5");
    await field("segments[0].flows.billedFromNext").press("Space");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => localStorage.getItem("cakupan.draft")?.includes("billedFromNext"));
    const [{ flows }] = (await kept()).segments;
    assert.deepEqual(flows, { leave: [{ cause: "lapse", percentAYear: "0,5" }], billedFromNext: true });
    assert.equal(await page.locator(".problems").count(), 0);
  });

  test("a slider gives and takes, the sum stays 100 %, and one step back undoes all of it", async () => {
    const funds = [...simple.funds, { id: "g", name: "CSR", kind: "csr" }, { id: "h", name: "Baznas", kind: "baznas" }];
    const payers = [["f", 60], ["g", 30], ["h", 10]].map(([fund, percent]) => ({ fund, percent }));
    await openWith({ ...simple, funds, segments: [{ ...simple.segments[0], payers }] });
    await openDetails("Rincian: Rentan");
    const shares = () => Promise.all([0, 1, 2].map(place => field(`segments[0].payers[${place}].percent`).inputValue()));
    const slider = page.getByRole("slider", { name: /Geser bagian \(Pembayar iuran 1\)/ });
    await slider.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    // 36 % are left in parts of 3 to 1.
    assert.deepEqual(await shares(), ["64", "27", "9"]);
    assert.match(await page.locator(".sum").innerText(), /^Jumlah 100\s%$/);
    const rows = await rowsOf("Biaya per sumber dana, 2025");
    assert.equal(rows.CSR[0], id.format(yearly(6_800) * 0.27));
    await page.keyboard.press("Tab");
    await page.locator(".history").getByRole("button", { name: "Urungkan" }).press("Enter");
    assert.deepEqual(await shares(), ["60", "30", "10"]);
    await write("segments[0].payers[0].percent", "33,3333");
    await page.keyboard.press("Tab");
    assert.deepEqual(await shares(), ["33,3333", "30", "10"], "a field stays exact and moves no other");
    assert.match(await page.locator(".sum").innerText(), /harus 100/);
  });
});

describe("from ceiling to people, by keyboard", () => {
  const run = async () => {
    await page.locator("#reach-run").press("Enter");
    await page.locator("#reach .lead").waitFor();
  };
  const lead = () => page.locator("#reach .lead").innerText();

  test("Majene: people to the last one, the proof, and the numbers taken over and taken back", async () => {
    await open();
    await loadByKeyboard(4);
    const [wage, vulnerable] = majene.funds.map(fund => fund.ceilings[0].rupiah);
    await write("funds[1].ceilings[0].rupiah", "900 juta");
    await page.keyboard.press("Tab");
    assert.notEqual(vulnerable, 900_000_000);
    await run();
    // UMP Sulawesi Barat 2025: 0,24 % and 0,3 % of 3.104.430, each rounded; BPU: 16.800. Twelve months.
    const first = (Math.round(3_104_430 * 0.0024) + Math.round(3_104_430 * 0.003)) * 12;
    const [staff, poor] = [Math.floor(wage / first), Math.floor(900_000_000 / (16_800 * 12))];
    assert.match(await lead(), new RegExp(`menjangkau ${id.format(staff + poor)} orang`));
    const rows = await rowsOf("Orang yang terjangkau");
    assert.deepEqual([rows["Non-ASN"][0], rows["Pekerja rentan"][0]], [staff, poor].map(each => id.format(each)));
    const proofs = await page.locator(".proofs li").allInnerTexts();
    assert.ok(proofs[1].includes(`Rp\u00a0${id.format((poor + 1) * 16_800 * 12)} pada 2025, dari pagu Rp\u00a0900.000.000`), proofs[1]);
    const left = await rowsOf("Sisa pagu dengan jumlah itu");
    assert.equal(left["APBD Majene, pekerja rentan, 2025"][2], id.format(900_000_000 - poor * 16_800 * 12));
    // As planned, 5.000 people: 84 million a month are paid in full for ten months, then for ⌊60 million ÷ 16.800⌋ people.
    const time = await rowsOf("Dengan jumlah orang seperti rencana: sampai bulan berapa");
    assert.deepEqual(time["APBD Majene, pekerja rentan, 2025"].slice(0, 3), ["10", "Nov\u00a02025", id.format(Math.floor(60_000_000 / 16_800))]);
    assert.ok((await page.getByRole("table", { name: "Cara lain membagi pagu" }).locator("tbody tr").count()) <= 5);
    await write("segments[1].enrolment.counts[0].people", "abc");
    assert.match(await page.locator("#reach .stale").innerText(), /Belum diperbarui/);
    assert.match(await lead(), new RegExp(`menjangkau ${id.format(staff + poor)} orang`), "the last good result stays");
    await page.keyboard.press("Escape");
    await page.locator("#reach-take").press("Enter");
    assert.equal(await field("segments[1].enrolment.counts[0].people").inputValue(), id.format(poor));
    await costs(staff * first + poor * 16_800 * 12);
    await page.locator(".history").getByRole("button", { name: "Urungkan" }).press("Enter");
    assert.equal(await field("segments[1].enrolment.counts[0].people").inputValue(), "5.000");
  });

  test("Makassar: without a ceiling it says what is missing; with one it fills the first group first", async () => {
    await open();
    await loadByKeyboard(1);
    await write("segments[0].enrolment.counts[0].people", "36000");
    await page.keyboard.press("Tab");
    await costs(20_227_939_200 + (36_000 - 35_782) * 16_800 * 24);
    await page.locator("#reach-run").press("Enter");
    assert.match(await page.locator("#reach .warnings").innerText(), /tidak ada yang membatasi/);
    for (const place of [0, 1]) {
      await page.locator("[id='funds[0].ceilings:add']").press("Enter");
      await page.waitForFunction(at => document.activeElement?.id.startsWith(`funds[0].ceilings[${at}]`), place);
      await write(`funds[0].ceilings[${place}].rupiah`, "10 miliar");
      await page.keyboard.press("Tab");
    }
    const people = Math.floor(10_000_000_000 / (16_800 * 12));
    // The way back follows a moment after the last change.
    await page.waitForFunction(text => document.querySelector("#reach table")?.textContent.includes(text), id.format(people));
    const rows = await rowsOf("Orang yang terjangkau");
    assert.equal(rows["Pekerja rentan"][0], id.format(people));
    await page.locator("#reach-of-non-asn").evaluate(box => { box.closest("details").open = true; });
    await page.locator("#reach-of-non-asn").press("Space");
    // The others as planned: 36.000 vulnerable, and 10.864 people at 0,54 % of 2 million; what is left pays for the non-ASN.
    const others = 36_000 * 16_800 * 12 + (5752 + 5112) * 10_800 * 12;
    const staff = Math.floor((10_000_000_000 - others) / (10_800 * 12));
    await page.waitForFunction(text => document.querySelector("#reach .lead")?.textContent.includes(text), `${id.format(staff)} orang`);
  });

  test("Sulawesi Selatan: a share of each contribution, half of it from the province", async () => {
    await open();
    await loadByKeyboard(2);
    await write("target.points[1].percent", "67");
    await page.keyboard.press("Tab");
    const [{ people }] = sulsel.workforce.eligible;
    assert.match(await page.locator(".lead").first().innerText(), new RegExp(id.format(Math.ceil((people * 67) / 100)).replaceAll(".", "\\.")));
    await run();
    assert.match(await lead(), /Tidak ada pagu yang membatasi: 1\.474\.936 orang/);
    await page.locator("[id='funds[0].ceilings:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("funds[0].ceilings[0]"));
    await write("funds[0].ceilings[0].rupiah", "1 miliar");
    await page.keyboard.press("Tab");
    // Six months of 2025, the province pays half of 16.800.
    const reached = Math.floor(1_000_000_000 / (8_400 * 6));
    await page.waitForFunction(text => document.querySelector("#reach .lead")?.textContent.includes(text), `${id.format(reached)} orang`);
    const rows = await rowsOf("Orang yang terjangkau");
    assert.equal(rows["Pekerja rentan baru"][2], id.format(1_474_936 - reached), "left out");
    assert.match(await page.locator("#reach").innerText(), /Menunda setahun: .* orang-bulan tanpa perlindungan/);
    assert.match(await page.locator("#reach").innerText(), /Sasaran terakhir satu poin lebih tinggi: 28\.019 orang lagi/);
  });
});

describe("plan against plan", () => {
  test("put aside, changed, taken apart, kept over a reload, deleted and brought back", async () => {
    await openWith({ ...simple, name: "Rencana satu" });
    await page.locator("#compare-keep").press("Enter");
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.keyboard.press("Tab");
    const why = page.getByRole("table", { name: "Mengapa B berbeda dari A" });
    await why.waitFor();
    const more = id.format(yearly(6_800, 100));
    // The comparison follows a moment behind the typing.
    await page.waitForFunction(text => document.querySelector("#compare")?.textContent.includes(text), `+${more}`);
    let rows = await rowsOf("Mengapa B berbeda dari A");
    assert.deepEqual([rows.Orang[0], rows.Bulan[0], rows.Jumlah[0]], [`+${more}`, "0", `+${more}`]);
    rows = page.getByRole("table", { name: "Rencana berdampingan" }).locator("tr", { hasText: "Orang-bulan" });
    assert.deepEqual(await rows.last().locator("td").allInnerTexts(), ["–", "+1.200"]);
    await page.waitForFunction(() => JSON.parse(localStorage.getItem("cakupan.draft")).shelf?.length === 1);
    await page.reload();
    await why.waitFor();
    await page.getByRole("button", { name: "Hapus: A: Rencana satu" }).press("Enter");
    assert.equal(await page.locator(".shelf").count(), 0);
    await page.getByRole("button", { name: "Kembalikan yang dihapus" }).press("Enter");
    await page.getByRole("button", { name: "Buka: A: Rencana satu" }).press("Enter");
    await costs(yearly(6_800));
    await page.locator(".history").getByRole("button", { name: "Urungkan" }).press("Enter");
    await costs(yearly(6_800, 1100));
  });

  test("four at most", async () => {
    await openWith(simple);
    for (const people of [1, 2, 3, 4]) {
      await write("segments[0].enrolment.counts[0].people", String(people));
      await page.keyboard.press("Tab");
      await page.locator("#compare-keep").press("Enter");
    }
    assert.equal(await page.locator("#compare-keep").isDisabled(), true);
    assert.match(await page.locator("#compare").innerText(), /Sudah empat rencana/);
    await page.getByRole("table", { name: "Mengapa D berbeda dari A" }).waitFor();
    const more = `+${id.format(yearly(6_800, 3))}`;
    await page.waitForFunction(text => document.querySelector("#compare")?.textContent.includes(text), more);
    assert.equal((await rowsOf("Mengapa D berbeda dari A")).Jumlah[0], more);
  });
});

describe("all of it for everybody", () => {
  const path = { points: [{ month: "2025-01", percent: 10 }], shape: "sCurve", yearly: { kind: "points", points: 5 } };
  const everything = {
    ...simple, period: { firstMonth: "2025-01", months: 24 }, region: { ...simple.region, population: 9000 },
    workforce: {
      denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }], growthPercent: 1,
      rivals: [{ name: "Angkatan kerja", denominator: "labourForce", eligible: [{ from: "2025-01", people: 8000 }] }],
    },
    segments: [
      { ...simple.segments[0], payers: [{ fund: "f", percent: 60 }, { fund: "g", percent: 40 }] },
      {
        ...simple.segments[0], id: "b", name: "Nelayan", enrolment: { kind: "path", members: 0, eligible: 900, path },
        flows: { leave: [{ cause: "age", percentAYear: 5 }], verificationLossPercent: 10 },
      },
      { ...simple.segments[0], id: "c", name: "Petani", enrolment: { kind: "target", members: 0, eligible: 900, priority: 1 } },
    ],
    target: { points: [{ month: "2025-12", percent: 60 }], shape: "step", spread: "priority" },
    otherTargets: [{ name: "RPJMD", ...path }],
    funds: [
      { id: "f", name: "APBD", kind: "apbdRegency", ceilings: [2025, 2026].map(year => ({ year, rupiah: 100_000_000, beforeRupiah: 9 })), next: "g" },
      { id: "g", name: "CSR", kind: "csr", ceilings: [2025, 2026].map(year => ({ year, rupiah: 90_000_000 })) },
    ],
    stage: { name: "perubahan", month: "2025-09" },
    totals: [{ name: "APBD", year: 2025, rupiah: 1e12 }],
  };

  async function openEverything(options) {
    await openWith(everything, "", ".lead .total", options);
    await page.locator("#compare-keep").press("Enter");
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.locator("#reach-run").press("Enter");
    await page.locator("#reach .lead").waitFor();
    await page.getByRole("table", { name: "Mengapa B berbeda dari A" }).waitFor();
    await openAll();
  }

  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
        await openEverything({ colorScheme, viewport: { width, height: 800 } });
        assert.deepEqual(await violations(), []);
      });

  test("no wider than a screen of 320 px, in English too", async () => {
    await openEverything({ viewport: { width: 320, height: 640 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "From ceiling to people" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test("without WebAssembly the page says so, and the form stands", async () => {
  complaints = [];
  context = await browser.newContext({ viewport: wide });
  page = await context.newPage();
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  await page.goto(server.address);
  await page.locator(".failed").waitFor();
  assert.match(await page.locator(".failed").innerText(), /Mesin hitung tidak dapat dimulai/);
  await write("region.name", "Kota Uji");
  assert.equal(await field("region.name").inputValue(), "Kota Uji");
});
