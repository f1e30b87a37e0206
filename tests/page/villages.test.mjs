// The villages of a plan: taken from the register, pasted from a spreadsheet, spread, limited by their own ceilings.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { read, start } from "cakupan/sheets";
import {
  context,
  costs,
  field,
  kept,
  open,
  openAll,
  openWith,
  page,
  rowsOf,
  simple,
  stored,
  violations,
  write,
} from "./stage.mjs";

const button = (name) => page.getByRole("button", { name, exact: true });
const cell = (row, column) => page.locator(`#villages tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);
/** Waits until a sum stands in the foot of the table: villages are worked out after the plan. */
const sums = (text) => page.locator("#villages tfoot tr > *").getByText(text, { exact: true }).waitFor();

/** A plan for vulnerable workers of Sidrap, with its 68 desa. */
async function sidrapWithVillages() {
  await open();
  await write("region.name", "sidrap");
  await page.locator(".offers button").first().click();
  await write("segments[0].name", "Pekerja rentan");
  await button("Isi jumlah peserta per desa").click();
  await button("Ambil 68 desa Kabupaten Sidenreng Rappang").click();
  await page.locator("#villages [role=grid]").waitFor();
}

/** Enters a number in every village, by the control below the table. */
async function spread(how, people) {
  const box = page.locator("#villages .spread");
  if (!(await box.evaluate((details) => details.open))) await box.locator("summary").click();
  await field("spread:how").selectOption(how);
  await field("spread:people").fill(people);
  await button("Bagi").click();
}

/** Puts a text on the clipboard, as a spreadsheet does, and pastes it at a cell. */
async function paste(place, text) {
  await place.click();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

test("all villages are copied and saved as CSV, not only the rows that are drawn", async () => {
  await sidrapWithVillages();
  await spread("each", "50");
  await sums("685.440.000");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  assert.ok((await page.locator("#villages tbody tr[aria-rowindex]").count()) < 68, "some are not drawn");
  await page
    .getByRole("button", { name: /^Salin tabel: / })
    .and(page.locator("#villages button"))
    .press("Enter");
  await page.getByText("Tabel disalin, 69 baris.").first().waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n").map((line) => line.split("\t"));
  assert.equal(lines.length, 1 + 68 + 1);
  // 50 × 16,800 × 12 = 10,080,000 in each of 68.
  const people = lines[0].indexOf("Pekerja rentan (peserta)");
  const cost = lines[0].findIndex((head) => /^Biaya \d{4} \(Rp\)$/.test(head));
  for (const line of lines.slice(1, -1)) assert.deepEqual([line[people], line[cost]], ["50", "10080000"]);
  assert.deepEqual([lines.at(-1)[people], lines.at(-1)[cost]], ["3400", "685440000"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: /^Unduh CSV untuk Excel Indonesia/ })
      .and(page.locator("#villages button"))
      .press("Enter"),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  assert.equal(csv.trimEnd().split("\r\n").length, 70);
  // Kabupaten Sidenreng Rappang is 73.14 in the register.
  assert.equal(csv.match(/;50;"73\.14\.\d\d\.\d{4}";10080000\r\n/g)?.length, 68, csv.slice(0, 300));
});

test("Sidrap's 68 desa come from the register, and 50 workers in each are the sum of the kabupaten", async () => {
  await sidrapWithVillages();
  // FACTS §8: 68 desa and 38 kelurahan.
  assert.equal(
    await page.locator("#villages [role=grid]").getAttribute("aria-rowcount"),
    "70",
    "68 rows, head and foot",
  );
  await button("Ambil 38 kelurahan Kabupaten Sidenreng Rappang").waitFor();
  assert.equal(await button("Ambil 68 desa Kabupaten Sidenreng Rappang").count(), 0, "they are there");
  await spread("each", "50");
  // 68 × 50 × 16.800 × 12.
  await costs(685_440_000);
  await page.locator("#villages-answer").waitFor();
  const districts = await rowsOf("Biaya per kecamatan");
  assert.deepEqual(districts["Jumlah"], ["3.400", "685.440.000"]);
  // Panca Lautang has 7 desa: 7 × 50 × 201.600.
  assert.deepEqual(districts["Panca Lautang"], ["350", "70.560.000"]);
  assert.equal(Object.keys(districts).length, 12, "11 kecamatan and the sum");
  await sums("3.400");
  await sums("685.440.000");
  await openAll();
  assert.deepEqual(await violations(), []);
});

test("68 rows of a spreadsheet are pasted as a block: right counts, right total, one undo", async () => {
  await open();
  await write("region.name", "Kabupaten Uji");
  await write("segments[0].name", "Pekerja rentan");
  await button("Isi jumlah peserta per desa").click();
  await button("Tambah baris").click();
  await page.getByRole("group", { name: "Kelompok yang dihitung per desa" }).getByLabel("Pekerja rentan").check();
  // Rows of Calc: tabs between cells, line feeds between rows, "1.250" with the mark for thousands.
  const rows = Array.from({ length: 68 }, (_, at) => [
    `Desa ${at + 1}`,
    `Kec ${(at % 4) + 1}`,
    at === 0 ? "1.250" : String(at),
  ]);
  await paste(cell(0, 0), `${rows.map((row) => row.join("\t")).join("\n")}\n`);
  // 1.250 + (1 + … + 67) = 1.250 + 2.278 = 3.528 people; × 201.600.
  await costs(711_244_800);
  await sums("3.528");
  await button("Batalkan perubahan").click();
  await page.waitForFunction(
    () => document.querySelector("#villages [role=grid]")?.getAttribute("aria-rowcount") === "3",
  );
});

test("a village above its own ceiling is named first, with what it lacks", async () => {
  await sidrapWithVillages();
  await spread("each", "100");
  await page.getByLabel("Pagu APBD tiap desa").check();
  // 100 × 201.600 = 20.160.000 a village; two have ceilings, one of them too low by 160.000.
  await paste(cell(0, 3), "20000000\n25.000.000");
  await page.getByText("1 dari 68 desa di atas pagunya").waitFor();
  assert.match(
    await page.locator("#villages-answer ol li").first().innerText(),
    /^Wanio, Panca Lautang: kurang Rp\s160\.000 pada 2027$/,
  );
  await stored("ceilings");
  assert.deepEqual(
    (await kept()).villages[0].ceilings.map(({ year, rupiah }) => [year, rupiah]),
    [["2027", "20.000.000"]],
  );
});

test("what is wrong in a cell is told there, keeps the last answer, and loses nothing", async () => {
  await sidrapWithVillages();
  await spread("each", "10");
  await costs(137_088_000);
  await cell(2, 2).click();
  await page.keyboard.type("-5");
  await page.keyboard.press("Enter");
  await button("Kesalahan berikutnya (1)").waitFor();
  // What villages cost is of rows that may be others by now: a row that goes must not leave its rupiah to the next.
  assert.equal((await cell(0, 4).innerText()).trim(), "");
  assert.equal(await cell(2, 2).getAttribute("aria-invalid"), "true");
  await costs(137_088_000);
  await stored('"-5"');
  await cell(2, 2).click();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  // Two more people: 2 × 201.600.
  await costs(137_491_200);
  // 10 × 201.600.
  await cell(0, 4).getByText("2.016.000").waitFor();
});

test("members are divided over villages by residents, whole people, and sum to the number", async () => {
  await sidrapWithVillages();
  await page.getByLabel("Penduduk", { exact: true }).check();
  const column = await page.locator("#villages thead th").allInnerTexts();
  const at = column.findIndex((text) => text.startsWith("Penduduk"));
  await paste(cell(0, at), Array.from({ length: 68 }, (_, row) => String(1000 + row)).join("\n"));
  await spread("size", "1.000");
  // 1.000 × 201.600.
  await costs(201_600_000);
  await sums("1.000");
});

test("the groups of a village budget are set up at once, with the money that may pay them", async () => {
  await sidrapWithVillages();
  await page.locator("#villages summary").first().click();
  await button("Tambahkan kelompok yang dipilih").click();
  await stored("siltap.kepalaDesa");
  const { segments, funds } = await kept();
  const kind = (id) => funds.find((fund) => fund.id === id).kind;
  assert.deepEqual(
    segments.map(({ name, payers }) => [name, kind(payers[0].fund)]),
    [
      ["Pekerja rentan", "apbdRegency"],
      ["Kepala desa", "add"],
      ["Perangkat desa", "add"],
      ["BPD", "add"],
      ["RT/RW dan LKD", "add"],
      ["Kader", "add"],
      ["Pekerja rentan desa", "apbdRegency"],
    ],
  );
});

test("a table of a file is taken into the plan, found in the register, once however often it comes", async () => {
  await open();
  await write("region.name", "sidrap");
  await page.locator(".offers button").first().click();
  await write("segments[0].name", "Pekerja rentan");
  await button("Isi jumlah peserta per desa").click();
  await button("Ambil 68 desa Kabupaten Sidenreng Rappang").waitFor();
  // As an Excel of Indonesia saves it: mark of the order of bytes, semicolons, dots for thousands, a row of sums.
  const rows = ["Kecamatan;Desa;Pekerja rentan", "Panca Lautang;Wanio;100", ";Lise;1.250", "JUMLAH;;1.350", ""];
  const buffer = Buffer.from(`\ufeff${rows.join("\r\n")}`);
  for (const again of [false, true]) {
    await button("Impor tabel (Excel, CSV, tempel)").click();
    const chooser = page.waitForEvent("filechooser");
    await page.locator("#import").getByRole("button", { name: "Pilih berkas" }).click();
    await (await chooser).setFiles({ name: "desa.csv", mimeType: "text/csv", buffer });
    await page.locator("#import").getByRole("button", { name: "Terapkan" }).click();
    await page.locator("#import").waitFor({ state: "detached" });
    // (100 + 1.250) × 201.600.
    await costs(272_160_000);
    assert.equal(again && (await kept()).villages.length, again && 2);
  }
  await stored("73.14.01.2004");
  const { villages, segments } = await kept();
  assert.deepEqual(
    villages.map(({ name, code, district }) => [name, code, district]),
    [
      ["Wanio", "73.14.01.2004", "Panca Lautang"],
      ["Lise", "73.14.01.2007", "Panca Lautang"],
    ],
  );
  assert.equal(segments[0].enrolment.kind, "villages");
});

test("people in the lists of two offices are priced by a group of the plan", async () => {
  await sidrapWithVillages();
  await spread("each", "50");
  await costs(685_440_000);
  await button("Periksa pembiayaan ganda").click();
  const nik = (number) => `73140100000000${String(number).padStart(2, "0")}`;
  for (const [name, numbers] of [
    ["Dinas Sosial", [11, 12, 13]],
    ["Desa Lise", [12, 13, 14]],
  ]) {
    await page.locator("#double-name").fill(name);
    await page.locator("#double-list").fill(numbers.map(nik).join("\n"));
    await page.locator("#double").getByRole("button", { name: "Tambah daftar" }).click();
    await page.locator("#double").getByText(`${name}: 3 baris, 3 orang berbeda.`).waitFor();
  }
  // Two people twice: 2 × 201.600.
  await page
    .locator("#double")
    .getByText(/^2 pembayaran lebih, .*: Rp\s403\.200\.$/)
    .waitFor();
});

test("a plan with villages goes out as a workbook with a sheet Desa, and comes back with them", async () => {
  await sidrapWithVillages();
  await spread("each", "50");
  await costs(685_440_000);
  await page.locator("#files summary").press("Enter");
  const save = page.locator("#files").getByRole("button", { name: /^Unduh Excel/ });
  const [download] = await Promise.all([page.waitForEvent("download"), save.press("Enter")]);
  await start();
  const { scenario, changes } = read(await readFile(await download.path()));
  assert.deepEqual(changes, []);
  assert.equal(scenario.villages.length, 68);
  assert.deepEqual(scenario.villages[0].counts, [{ segment: scenario.segments[0].id, people: 50 }]);
});

test("a village that is above its ceiling in two years is one village, with a line for each", async () => {
  const counts = [{ segment: "a", people: 100 }];
  const ceilings = [2026, 2027].map((year) => ({ fund: "f", year, rupiah: year === 2026 ? 20_000_000 : 19_000_000 }));
  await openWith({
    ...simple,
    period: { firstMonth: "2026-01", months: 24 },
    segments: [{ ...simple.segments[0], enrolment: { kind: "villages" } }],
    villages: [
      { name: "Lise", counts, ceilings },
      { name: "Wanio", counts },
    ],
  });
  await page.getByText("1 dari 2 desa di atas pagunya").waitFor();
  // 100 × 16.800 × 12 = 20.160.000 a year: 1.160.000 and 160.000 too much.
  assert.deepEqual(await page.locator("#villages-answer ol li").allInnerTexts(), [
    "Lise: kurang Rp\u00a01.160.000 pada 2027",
    "Lise: kurang Rp\u00a0160.000 pada 2026",
  ]);
});
