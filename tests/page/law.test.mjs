// The page of the law, and overrides.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { law } from "cakupan";
import {
  addOverride,
  context,
  costs,
  field,
  kept,
  loadByKeyboard,
  open,
  openAll,
  openWith,
  page,
  server,
  simple,
  stored,
  violations,
  wide,
  write,
  yearly,
} from "./stage.mjs";

const openLaw = (options) => open(options, "aturan.html", "table.cards");

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
    await stored("Rancangan PP");
    await page.reload();
    await page.locator("[id='overrides[0]:restore']").press("Enter");
    await costs(yearly(6_800));
    assert.match(await page.locator(".history").innerText(), /dipulihkan ke nilai aturan/);
    await page.getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    await costs(yearly(7_500));
  });

  test("a table is replaced row by row, beginning with the rows of the law", async () => {
    await openWith({ ...simple, segments: [{ ...simple.segments[0], base: { kind: "fixed", rupiah: 2_000_000 } }] });
    await addOverride(page).press("Enter");
    await page.locator("[id='overrides[0].parameter']").selectOption("bpu.brackets");
    const { rows } = law()
      .parameters.find(({ key }) => key === "bpu.brackets")
      .values.find(({ from, to }) => from <= "2025-01" && (to === null || to >= "2025-01"));
    const values = page.locator("[data-path^='overrides[0].rows'][data-path$='.value']");
    assert.equal(await values.count(), rows.length);
    while ((await values.count()) > 1)
      await page.getByRole("button", { name: "Hapus: Tabel baru 2", exact: true }).press("Enter");
    await write("overrides[0].rows[0].value", "3.000.000");
    await write("overrides[0].note", "Satu lapis");
    await page.keyboard.press("Tab");
    // JKK 1 % of the only base left; JKM is a fixed amount.
    await costs(1000 * (30_000 + 6_800) * 12);
  });

  test("a relief ends with 0, and goes on beyond its last month", async () => {
    const funds = [{ id: "f", name: "Sendiri", kind: "self" }];
    const year = { period: { firstMonth: "2026-04", months: 9 }, funds };
    const segments = [
      {
        ...simple.segments[0],
        enrolment: { kind: "fixed", counts: [{ from: "2026-04", people: 1000 }] },
      },
    ];
    await openWith({ ...simple, ...year, segments });
    // Members who pay themselves get 50 % off from April to December 2026 (PP 50/2025).
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
      id: "a",
      name: "Non-ASN",
      class: "PU",
      risk: "veryLow",
      programmes: ["JKM"],
      base: wage,
      enrolment: { kind: "fixed", counts: [{ from: "2026-12", people: 100 }] },
      payers: [{ fund: "f", percent: 100 }],
    };
    const plan = { ...simple, period: { firstMonth: "2026-12", months: 2 }, segments: [segment] };
    await openWith(plan, "", ".problems button");
    await page.locator(".problems").getByRole("button", { name: "Isi asumsi" }).press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "assumptions[0].parameter");
    await page.locator("[id='assumptions[0].kind']").selectOption("wageFormula");
    for (const [name, text] of [
      ["inflationPercent", "2,5"],
      ["alpha", "0,5"],
      ["growthPercent", "5"],
      ["note", "BPS"],
    ])
      await write(`assumptions[0].${name}`, text);
    await page.keyboard.press("Tab");
    // 2,5 + 0,5 × 5 = 5 %: 3.315.934 → 3.481.730 (cut); JKM 0,3 %, rounded for one worker and month.
    const grown = Math.floor((3_315_934 * 105) / 100);
    await costs(100 * (Math.round(3_315_934 * 0.003) + Math.round(grown * 0.003)));
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
    await page.locator("#form details.more summary", { hasText: "Rentan" }).press("Enter");
    await field("segments[0].group").selectOption({ label: "Pekerja rentan" });
    await write("segments[0].enrolment.eligible", "1500");
    await field("segments[0].agreementUntil").selectOption("12");
    await write("segments[0].agreementUntil:year", "2025");
    await page.keyboard.press("Tab");
    await stored("2025-12");
    const [{ group, agreementUntil, enrolment }] = (await kept()).segments;
    assert.deepEqual([group, agreementUntil, enrolment.eligible], ["vulnerable", "2025-12", "1.500"]);
    assert.equal(await page.locator(".problems").count(), 0);
  });
});

describe("the law", () => {
  const { parameters, reliefs, fundRules, accounts, subActivities, targets, definitions } = law();
  const lists = [...reliefs, ...fundRules, ...accounts, ...subActivities, ...targets, ...definitions];
  const all = lists.length + parameters.reduce((sum, { values }) => sum + values.length, 0);
  const keys = () => page.locator(".cards .group code, .cards.lists tbody th code").allInnerTexts();
  const shown = () => page.locator(".shown").innerText();
  const rowsOf = (key) => page.locator("tbody", { has: page.locator(`[id="${key}"]`) }).locator("tr:not(:first-child)");

  test("everything the engine knows is there, with every value", async () => {
    await openLaw();
    assert.deepEqual((await keys()).sort(), [...parameters, ...lists].map(({ key, code }) => key ?? code).sort());
    assert.equal(await shown(), `Tampak ${all} dari ${all} nilai.`);
    const text = await page.locator("main").evaluate((main) => main.textContent);
    for (const { key, values } of parameters) {
      const rows = rowsOf(key).filter({ has: page.locator(".status") });
      assert.equal(await rows.count(), values.length, key);
    }
    const sources = [...parameters.flatMap(({ values }) => values), ...lists];
    for (const { seen } of sources.filter(({ seen }) => seen !== null))
      assert.ok(text.includes(`Terlihat: ${seen}`), seen);
    for (const { idle } of parameters.filter(({ idle }) => idle !== null)) assert.ok(text.includes(idle.id), idle.id);
    const assumed = sources.filter(({ status }) => status === "assumed");
    assert.equal(await page.locator(".cards .status.assumed").count(), assumed.length);
    for (const link of await page.locator(".cards td a").all()) {
      assert.match(await link.getAttribute("href"), /^https:/);
      assert.equal(await link.getAttribute("rel"), "noreferrer noopener");
    }
  });

  test("the law is there without the engine", async () => {
    await openLaw();
    const files = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    assert.ok(files.some((name) => name.endsWith(".js")));
    assert.deepEqual(
      files.filter((name) => name.endsWith(".wasm")),
      [],
    );
  });

  test("three columns of a month: in force, announced, and proposed in this browser", async () => {
    const overrides = [
      { parameter: "jkm.bpu", from: "2026-01", value: 7500, note: "Rancangan PP" },
      { parameter: "jkk.bpu", from: "2026-01", note: "belum diisi" },
    ];
    await openWith({ ...simple, overrides }, "aturan.html", "table.cards");
    const row = (key) => page.locator("table.standing tr", { has: page.locator(`th a[href="#${key}"]`) }).locator("td");
    const now = await page.evaluate(() => [new Date().getFullYear(), new Date().getMonth() + 1].map(String));
    assert.deepEqual(
      [await page.locator("#pick-year").inputValue(), await page.locator("#pick-month").inputValue()],
      now,
    );
    await page.locator("#pick-year").selectOption("2025");
    await page.locator("#pick-month").selectOption("12");
    assert.doesNotMatch(await row("jkm.bpu").nth(2).innerText(), /7\.500/);
    // The JP ceiling rises every March.
    assert.match(await row("jp.ceiling").nth(0).innerText(), /10\.547\.400/);
    assert.match(await row("jp.ceiling").nth(1).innerText(), /mulai Mar\s2026: Rp\s11\.086\.300/);
    await page.locator("#pick-year").selectOption("2026");
    assert.match(await row("jkm.bpu").nth(2).innerText(), /Rp\s7\.500\s+diganti oleh Anda\s+Rancangan PP/);
    assert.doesNotMatch(await page.locator("table.standing").innerText(), /belum diisi/);
    assert.match(await row("relief.pp50of2025.other").nth(1).innerText(), /berakhir; tanpa nilai mulai Jan\s2027/);
  });

  test("what changed since a day: old beside new, what ends, and what nobody has read", async () => {
    await openLaw();
    const section = page.locator("#changes");
    const changed = (key) => section.locator("tr", { has: page.locator(`th a[href="#${key}"]`) });
    const since = async (date) => {
      await page.getByLabel("Sejak tanggal").fill(date);
      await page.getByLabel("Sejak tanggal").press("Tab");
    };
    await since("2026-03-01");
    await page.getByRole("heading", { name: "Apa yang berubah sejak 1 Mar 2026" }).waitFor();
    // Ceiling of JP: Rp 10.547.400 from March 2025, Rp 11.086.300 from March 2026 (PP 45/2015, Pasal 29 ayat (3)).
    const ceiling = changed("jp.ceiling").filter({ hasText: "10.547.400" });
    assert.match(
      await ceiling.locator("td").nth(0).innerText(),
      /^Rp\s10\.547\.400\s+PP 45\/2015, Pasal 29 ayat \(3\)/,
    );
    assert.match(await ceiling.locator("td").nth(1).innerText(), /^Rp\s11\.086\.300\s+PP 45\/2015/);
    // PP 50/2025 for BPU outside transport: April to December 2026, so its end is a change of January 2027.
    const relief = changed("relief.pp50of2025.other");
    const begins = /tidak tercatat di sini.*50\s%/s;
    const ends = /50\s%.*PP 50\/2025.*berakhir; penggantinya belum tercatat/s;
    for (const text of [begins, ends]) assert.equal(await relief.filter({ hasText: text }).count(), 1, `${text}`);
    // UMP Sulawesi Barat of 2026 began two months before that day.
    const wage = changed("minimumWage.ump.sulawesiBarat");
    assert.doesNotMatch((await wage.allInnerTexts()).join(), /3\.104\.430/);
    await since("2026-01-01");
    assert.equal(await wage.filter({ hasText: /3\.104\.430.*3\.315\.934/s }).count(), 1);
    const sources = [...parameters.flatMap(({ values }) => values), ...lists];
    const unread = sources.filter(({ status }) => status === "reported" || status === "assumed").length;
    assert.ok((await section.locator(".unread").innerText()).includes(`${unread} dari ${all} belum dibaca teksnya`));
    await page.getByLabel("Hanya yang belum dibaca teksnya").check();
    assert.equal(await shown(), `Tampak ${unread} dari ${all} nilai; belum dibaca teksnya.`);
    await since("2199-01-01");
    await section.getByText("Tidak ada nilai yang mulai atau berakhir").waitFor();
    assert.deepEqual(await violations(), []);
  });

  test("what nobody has looked at for a year is marked, by the clock of the browser", async () => {
    await openLaw();
    assert.equal(await page.getByText("diperiksa lebih dari setahun lalu").count(), 0);
    await context.close();
    await open();
    const newest = [...parameters.flatMap(({ values }) => values), ...lists]
      .map(({ checked }) => checked)
      .sort()
      .at(-1);
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
    const expected = [
      ...parameters.filter(({ key }) => key.split(".").includes("jkm")),
      ...reliefs.filter(({ programmes }) => programmes.includes("JKM")),
    ].map(({ key }) => key);
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
