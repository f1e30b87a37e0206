// The result on the page: reach, explanations, targets, people and budgets.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { law } from "cakupan";
import {
  addOverride,
  costs,
  field,
  id,
  loadByKeyboard,
  makassar,
  open,
  openAll,
  openDetails,
  openWith,
  page,
  rowsOf,
  simple,
  sulsel,
  total,
  violations,
  write,
  yearly,
} from "./stage.mjs";

describe("how far the answer carries", () => {
  beforeEach(async () => {
    await open();
    await loadByKeyboard(1);
  });

  const listUnder = (heading) => page.locator(`.answer h4:text-is("${heading}") + ul li`);

  test("what is not counted, what is still empty, and on what the figures rest", async () => {
    assert.ok((await listUnder("Belum dihitung").count()) > 0);
    assert.match(await listUnder("Isian yang masih kosong").first().innerText(), /pagu 2025 belum diisi/);
    assert.match(await page.locator(".grounds").innerText(), /\(\d+\s%\) berdasarkan asumsi\.$/);
    const table = page.getByRole("table", { name: "Biaya menurut mutu sumber data" });
    const amounts = await table.locator("tbody tr td:nth-child(2)").allInnerTexts();
    const numbers = amounts.map((text) => Number(text.replace(/\D/g, "")));
    assert.equal(numbers.pop(), await total());
    assert.equal(
      numbers.reduce((sum, number) => sum + number, 0),
      await total(),
    );
  });

  test("an empty field is reached from its line, and its line goes when it is filled", async () => {
    await listUnder("Isian yang masih kosong")
      .getByRole("link", { name: /pagu 2025/ })
      .press("Enter");
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
    assert.match(
      first,
      /^Versi aplikasi \d+\.\d+\.\d+ · Versi aturan \d{4}-\d{2}-\d{2}\+[0-9a-f]{8} · Kode data [0-9a-f]{16}$/,
    );
    assert.ok(first.includes(law().version));
    await write("period.months", "1");
    assert.notEqual(await foot(), first);
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.locator(".provenance").isVisible());
    assert.ok(await page.getByRole("heading", { name: "Belum dihitung" }).isVisible());
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
    assert.match(
      await page.locator("[id='overrides[0]:unused'], [id='overrides[0].parameter:unused']").innerText(),
      /Tanpa pengaruh/,
    );
    await write("overrides[0].value", "9500000");
    await page.keyboard.press("Tab");
    const said = /Perubahan ini tidak mengubah angka hasil: .*tidak mengubah angka/;
    assert.match(await page.locator(".unchanged").innerText(), said);
    await page.waitForFunction(() =>
      document.getElementById("status").textContent.includes("tidak mengubah angka hasil"),
    );
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
  const digits = (text) => text.replace(/\D/g, "");

  test("each one that is asked has an answer, with its own value in it", async () => {
    const workforce = { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] };
    const target = { points: [{ month: "2025-01", percent: 30 }], shape: "step" };
    const accounts = [{ code: "5.1.02", description: "Iuran" }];
    const funds = [{ ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 200_000_000 }], accounts }];
    await openWith({ ...simple, workforce, target, funds });
    await openAll();
    const asked = page.locator(".figure");
    const expected = {
      "Kurang ke target, Desember 2025": 4000 * 0.3 - 1000,
      "Kurang ke 100\u00a0%, Desember 2025": 4000 - 1000,
      "Cakupan yang dibayar pemda, Desember 2025": (1000 / 4000) * 100,
      "APBD 2025, Kurang": yearly(6_800) - 200_000_000,
      "5.1.02, 2025": yearly(6_800),
      "Mar 2025, Biaya": 16_800_000,
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
    const text = () => dialog.evaluate((element) => element.textContent.replaceAll("\u00a0", " "));
    assert.match(await text(), /1\.000 orang × Rp 6\.800 × 1 bulan = Rp 6\.800\.000/);
    const brief = dialog.getByRole("button", { name: "Ringkas" });
    await brief.press("Enter");
    assert.equal(await brief.getAttribute("aria-pressed"), "true");
    assert.match(await text(), /1\.000 orang × Rp 6\.800 = Rp 6\.800\.000/);
    for (const heading of ["Langkah demi langkah", "Aturan", "Data rencana", "Asumsi"])
      await dialog.getByRole("heading", { name: heading, exact: true }).waitFor();
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("main").isVisible(), false);
    assert.ok(await dialog.locator(".lead").isVisible());
    await page.emulateMedia({ media: "screen" });
  });

  for (const width of [1280, 340])
    test(`axe finds nothing in own values and their explanation: ${width} px`, async () => {
      const overrides = [{ parameter: "jkm.bpu", from: "2025-01", value: 7500, note: "Rancangan" }];
      const rows = [
        { fromRupiah: 0, value: 1_000_000 },
        { fromRupiah: 2_000_000, value: 2_000_000 },
      ];
      const table = { parameter: "bpu.brackets", from: "2025-01", rows, note: "Tabel" };
      const assumptions = [{ kind: "growth", parameter: "jp.ceiling", percent: 5, note: "Tren" }];
      await openWith(
        { ...simple, overrides: [...overrides, table], assumptions, lawDate: "2026-11-01" },
        "",
        "[id='assumptions[0].percent']",
        { viewport: { width, height: 800 } },
      );
      await openAll();
      assert.deepEqual(await violations(), []);
      await page.locator(".lead .total .figure").press("Enter");
      await page.getByRole("dialog").waitFor();
      assert.deepEqual(await violations(), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    });
});

describe("a cost can be checked by hand", () => {
  const numberOf = (text) => Number(text.replace(/\D/g, ""));

  test("Sulawesi Selatan 2025: the person-months printed × 16.800 are the cost printed", async () => {
    await open();
    await loadByKeyboard(2);
    const table = page.getByRole("table", { name: "Biaya per kelompok dan program", exact: true });
    const head = await table.locator("thead th").allInnerTexts();
    const cells = await table.locator("tbody").first().locator("tr:has(td)").first().locator("td").allInnerTexts();
    const cell = (name) => numberOf(cells[head.indexOf(name) - 1]);
    // JKK 1 % of Rp 1.000.000 and JKM 6.800. Heads of the last month × months × price would be 19,47 miliar.
    assert.equal(cell("Orang-bulan"), 677_399);
    assert.equal(cell("Biaya"), 11_380_303_200);
    assert.equal(677_399 * 16_800, 11_380_303_200);
    assert.notEqual(cell("Jumlah peserta") * cell("Bulan") * 16_800, cell("Biaya"));
    await page.getByRole("button", { name: /^677\.399\. .* Jumlah, Orang-bulan 2025$/ }).press("Enter");
    assert.equal(numberOf(await page.getByRole("dialog").locator(".lead strong").innerText()), 677_399);
  });

  test("the sentence names heads and person-months", async () => {
    await openWith(simple);
    assert.match(
      await page.locator(".lead").first().innerText(),
      /untuk 1\.000 peserta \(12\.000 orang-bulan\), dari APBD\./,
    );
  });
});

describe("targets, people and budgets in the answer", () => {
  test("targets stand side by side with people, gap and month; a line for each", async () => {
    await open();
    await loadByKeyboard(2);
    const [{ people }] = sulsel.workforce.eligible;
    // From 47,38 % in June 2025 to 68 % in December 2026: December 2025 is six of eighteen months on.
    const members = Math.ceil((people * (47.38 + ((68 - 47.38) * 6) / 18)) / 100);
    const asked = Math.ceil((people * 62.93) / 100);
    assert.equal(asked, 1_763_259, "as printed");
    const table = page.getByRole("table", { name: "Target berdampingan" });
    const first = table.locator("tbody").first().locator("tr:has(td)");
    assert.deepEqual(await first.nth(1).locator("td").allInnerTexts(), [
      "62,93\u00a0%",
      id.format(asked),
      id.format(asked - members),
    ]);
    // 20,62 points in 18 months: 62,93 % is passed in month ⌈(62,93 − 47,38) × 18 ÷ 20,62⌉ = 14 after June 2025.
    assert.equal(Math.ceil(((62.93 - 47.38) * 18) / 20.62), 14);
    const crossed = await page.locator(".crossings").innerText();
    assert.match(crossed, /Target rencana \(68\s%\) tercapai Desember 2026/);
    assert.match(crossed, /62,93\s% untuk 2025 \(1\.763\.259 orang, tercetak\) tercapai Agustus 2026/);
    const chart = page.getByRole("img", { name: "Lintasan cakupan dan target" });
    assert.equal(await chart.locator(".path").count(), 3);
  });

  test("coverage by other denominators is printed beside, as two readings of one number of members", async () => {
    await open();
    await loadByKeyboard(1);
    const rows = await rowsOf("Cakupan menurut dasar penghitungan yang berbeda");
    // 198.130 other members and 58.161 paid by the city.
    const members = 198_130 + 58_161;
    for (const {
      name,
      eligible: [{ people }],
    } of makassar.workforce.rivals) {
      const [down, nearest] = [Math.floor, Math.round].map(
        (to) => `${id.format(to((members * 1e4) / people) / 100)}\u00a0%`,
      );
      const percent = down === nearest ? down : `${down} (dibulatkan ${nearest})`;
      assert.deepEqual(rows[name].slice(1), [id.format(people), percent]);
    }
  });

  test("who is proposed, joins, leaves and is not reached", async () => {
    const flows = { leave: [{ cause: "death", percentAYear: 12 }], verificationLossPercent: 10, billedFromNext: true };
    const enrolment = { ...simple.segments[0].enrolment, eligible: 2000 };
    await openWith({ ...simple, segments: [{ ...simple.segments[0], enrolment, flows }] });
    // 10 of 100 are not accepted; from February on 1 of 100 members leaves a month, fractions carried.
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
    const rows = await rowsOf("Peserta masuk dan berhenti, 2025");
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
    await field("stage.name").selectOption({ label: "Perubahan APBD (APBD-P)" });
    await field("stage.month").selectOption("09");
    await write("region.population", "4000");
    await page.locator("[id='totals:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("totals[0]"));
    await write("totals[0].rupiah", "1,008 triliun");
    await page.keyboard.press("Tab");
    await page.locator("[id='totals[0].rupiah:message'] button").first().press("Enter");
    // Eight of twelve months are before September.
    const rows = await rowsOf("Sudah direalisasikan/terikat dan masih dapat diubah");
    assert.deepEqual(
      rows["APBD, 2025"],
      [yearly(6_800), (yearly(6_800) / 12) * 8, 200_000_000, 250_000_000].map((each) => id.format(each)),
    );
    assert.match(
      await page.locator(".answer").innerText(),
      /Perubahan APBD \(APBD-P\): masih dapat diubah mulai September 2025, sisa 4 bulan/,
    );
    const burden = await rowsOf("Porsi terhadap anggaran, 2025");
    assert.deepEqual(burden.APBD, ["1.008.000.000.000", "0,02\u00a0%"]);
    assert.deepEqual(burden["Per penduduk"], [id.format(yearly(6_800) / 4000), ""]);
    assert.deepEqual(burden["Iuran per peserta per tahun"], [id.format(16_800 * 12), ""]);
  });
});
