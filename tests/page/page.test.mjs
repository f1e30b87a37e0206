// The built page in a real browser, under its own content security policy, worked mostly by keyboard.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { law } from "cakupan";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";

const file = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const makassar = JSON.parse(await readFile(file("cases/makassar.json"), "utf8"));
const sidrap = JSON.parse(await readFile(file("cases/sidrap.json"), "utf8"));
const axe = await readFile(file("node_modules/axe-core/axe.min.js"), "utf8");
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const wide = { width: 1280, height: 900 };

let server;
let browser;
let context;
let page;
let complaints;

before(async () => {
  server = await serve({ port: 0 });
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: flags });
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
    assert.equal(await total(), old + 1000 * 16_800 * monthsOf(segment, makassar));
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
    assert.equal(await total(), old);
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
    await page.getByRole("dialog").getByRole("link", { name: "Lihat isiannya" }).first().press("Enter");
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
    assert.equal(await total(), without - 1000 * 8_400 * 9);
    await page.locator("summary").first().focus();
    await page.keyboard.press("Control+z");
    assert.equal(await total(), without);
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
      assert.equal(await total(), old, "the last good result stays");
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
        await page.locator(".chart svg[role=img]").waitFor();
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

describe("the law", () => {
  const { parameters, reliefs, fundRules } = law();
  const all = reliefs.length + fundRules.length + parameters.reduce((sum, { values }) => sum + values.length, 0);
  const keys = () => page.locator(".cards .group code").allInnerTexts();
  const shown = () => page.locator(".shown").innerText();
  const rowsOf = key => page.locator("tbody", { has: page.locator(`[id="${key}"]`) }).locator("tr:not(:first-child)");

  test("everything the engine knows is there, with every value", async () => {
    await openLaw();
    assert.deepEqual((await keys()).sort(), [...parameters, ...reliefs, ...fundRules].map(({ key }) => key).sort());
    assert.equal(await shown(), `Tampak ${all} dari ${all} nilai.`);
    for (const { key, values } of parameters) {
      const rows = rowsOf(key).filter({ has: page.locator(".status") });
      assert.equal(await rows.count(), values.length, key);
    }
    const assumed = [...parameters.flatMap(({ values }) => values), ...reliefs, ...fundRules]
      .filter(({ status }) => status === "assumed");
    assert.equal(await page.locator(".cards .status.assumed").count(), assumed.length);
    for (const link of await page.locator(".cards a").all()) {
      assert.match(await link.getAttribute("href"), /^https:/);
      assert.equal(await link.getAttribute("rel"), "noreferrer noopener");
    }
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
    const expected = [...parameters.filter(({ key }) => key.startsWith("jkm.")),
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
