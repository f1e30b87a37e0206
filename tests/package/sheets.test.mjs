// `cakupan/sheets`: workbooks and rows of an RKA from the shipped module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { project } from "cakupan";
import {
  CakupanError,
  cash,
  cashCsv,
  legalBasis,
  letter,
  read,
  rka,
  rkaChange,
  rkaChangeCsv,
  rkaChangeTables,
  rkaCsv,
  rkaTables,
  start,
  tableCsv,
  tables,
  taken,
  terbilang,
  workbook,
} from "cakupan/sheets";

const majene = JSON.parse(readFileSync(new URL("../../cases/majene.json", import.meta.url), "utf8"));

test("before its start the module says so", () => {
  assert.throws(() => workbook(majene), { code: "notStarted" });
});

test("a plan becomes a workbook: a zip, the same bytes each time", async () => {
  await start();
  const bytes = workbook(majene, project(majene));
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), "PK");
  assert.deepEqual(workbook(majene, project(majene)), bytes);
  assert.notDeepEqual(workbook(majene), bytes, "without the projection it holds no remarks");
});

test("a plan becomes a letter; its kind and paper are of those that there are", async () => {
  await start();
  const projection = project(majene);
  const memo = letter(majene, projection, "notaDinas");
  assert.equal(new TextDecoder().decode(memo.subarray(0, 2)), "PK");
  assert.deepEqual(letter(majene, projection, "notaDinas", { paper: "A4", to: " ", unknown: 7 }), memo);
  for (const options of [{ paper: "F4" }, { to: "Bupati" }])
    assert.notDeepEqual(letter(majene, projection, "notaDinas", options), memo);
  assert.notDeepEqual(letter(majene, projection, "kak"), memo);
  assert.throws(() => letter(majene, projection, "memo"), { code: "unknownChoice", path: "kind" });
  assert.throws(() => letter(majene, projection, "kak", { paper: "A5" }), {
    code: "unknownChoice",
    path: "options.paper",
  });
  assert.throws(() => letter({}, projection, "kak"), { code: "missing" });
});

test("the rows of the RKA are those of the press", async () => {
  await start();
  // Manggarai Barat 2025: the DPA prints 2,829 × 16,800 × 12 = 570,326,400.
  const published = new URL("../cases/published/03.json", import.meta.url);
  const rows = rkaCsv(JSON.parse(readFileSync(published, "utf8")))
    .trim()
    .split("\r\n")
    .slice(1);
  assert.equal(rows.length, 2);
  for (const row of rows) assert.ok(row.includes('"2.829 orang × 12 bulan"'), row);
  const sums = rows.map((row) => Number(row.split(";")[8]));
  assert.equal(sums[0] + sums[1], 570_326_400);
});

test("rows, cash plan and a changed budget are plain objects, and CSV in both dialects", async () => {
  await start();
  const published = JSON.parse(readFileSync(new URL("../cases/published/03.json", import.meta.url), "utf8"));
  const rows = rka(published);
  assert.deepEqual(
    rows.map(({ programme, coefficient, price }) => [programme, coefficient, price]),
    [
      ["JKK", "2.829 orang × 12 bulan", 10_000],
      ["JKM", "2.829 orang × 12 bulan", 6_800],
    ],
  );
  const other = structuredClone(published);
  other.segments[0].enrolment.counts[0].people = 2_830;
  // One worker more: 12 × 10,000 and 12 × 6,800.
  assert.deepEqual(
    rkaChange(published, other).map(({ difference, moved }) => [difference, moved]),
    [
      [120_000, "more"],
      [81_600, "more"],
    ],
  );
  const quarters = cash(published, "quarter");
  assert.deepEqual(
    quarters.columns.map(({ label }) => label),
    ["Triwulan I 2025", "Triwulan II 2025", "Triwulan III 2025", "Triwulan IV 2025"],
  );
  // 570,326,400 ÷ 4
  assert.deepEqual(quarters.rows[0].rupiah, [142_581_600, 142_581_600, 142_581_600, 142_581_600]);
  assert.equal(cash(published, "halfYear").columns.length, 2);
  for (const csv of [
    rkaCsv(published, "comma"),
    cashCsv(published, "month", "comma"),
    rkaChangeCsv(published, other, "comma"),
  ])
    assert.ok(csv.startsWith("\ufeff") && csv.split("\r\n")[0].includes('","'), csv);
  for (const csv of [rkaCsv(published), cashCsv(published), rkaChangeCsv(published, other)])
    assert.ok(csv.startsWith("\ufeff") && csv.split("\r\n")[0].includes('";"'), csv);
});

test("each office has a table with its sum, and each row says what it stands on", async () => {
  await start();
  const published = JSON.parse(readFileSync(new URL("../cases/published/03.json", import.meta.url), "utf8"));
  const [{ agency, year, rupiah, rows }, ...others] = rkaTables(published);
  assert.deepEqual([agency, year, rupiah, others.length], [null, 2025, 570_326_400, 0]);
  // By hand: 2,829 × 12 = 33,948 person-months; × 10,000 = 339,480,000.
  assert.equal(rows[0].calculation, "2.829 orang × 12 bulan × Rp 10.000 = Rp 339.480.000");
  assert.deepEqual(
    [rows[0].personMonths, rows[0].months, rows[0].from, rows[0].to],
    [33_948, 12, "2025-01", "2025-12"],
  );
  assert.match(rows[0].rules, /PP 44\/2015/);
});

test("the legal basis stands in order of rank, with its articles", async () => {
  await start();
  // UU 12/2011, Pasal 7 and 8: a government regulation, an instruction of the president, a decree of the governor.
  const basis = legalBasis(majene);
  assert.deepEqual(
    basis.map(({ instrument }) => instrument.replace(/ (Nomor|tentang) .*/, "")),
    ["Peraturan Pemerintah", "Instruksi Presiden", "Keputusan Gubernur Sulawesi Barat"],
  );
  assert.deepEqual(basis[0].articles, ["Lampiran II", "Pasal 16"]);
});

test("two budgets side by side have a table for each office, with its sums", async () => {
  await start();
  const after = structuredClone(majene);
  for (const segment of after.segments) segment.agency = "Disnaker";
  const twin = structuredClone(after);
  twin.segments[1].enrolment.counts[0].people = 4000;
  const [table, ...others] = rkaChangeTables(after, twin);
  // README: 5,000 vulnerable workers × 16,800 × 12 = 1,008,000,000 become 4,000 × 16,800 × 12 = 806,400,000.
  assert.deepEqual([table.agency, table.difference, others.length], ["Disnaker", -201_600_000, 0]);
});

test("any table is written as CSV: numbers as numbers, no text as a formula", async () => {
  await start();
  const rows = [
    ["=1+1", 1_250_000, 50.54, null],
    ['a"b;c', -3, 0, "@x"],
  ];
  const heads = ["Apa", "Rp", "%", "Catatan"];
  const semicolons = '"Apa";"Rp";"%";"Catatan"\r\n"\'=1+1";1250000;50,54;\r\n"a""b;c";-3;0;"\'@x"\r\n';
  assert.equal(tableCsv(heads, rows), `\ufeff${semicolons}`);
  const commas = '"Apa","Rp","%","Catatan"\r\n"\'=1+1",1250000,50.54,\r\n"a""b;c",-3,0,"\'@x"\r\n';
  assert.equal(tableCsv(heads, rows, "comma"), `\ufeff${commas}`);
  // Nothing that is called with wrong data may fail inside.
  assert.equal(tableCsv(null, undefined), "\ufeff\r\n");
  assert.throws(() => tableCsv(heads, rows, "tab"), { code: "unknownChoice", path: "dialect" });
});

test("a workbook is read back, and a change of it is taken over", async () => {
  await start();
  const returned = read(workbook(majene, project(majene)));
  assert.deepEqual(returned, { scenario: majene, realisation: null, changes: [], more: 0, locksCompared: true });
  const change = {
    sheet: "Isian",
    cell: "D10",
    label: "Jumlah peserta, Non-ASN, mulai 2025-01",
    path: "segments[0].enrolment.counts[0].people",
    before: 2500,
    after: 2600,
    fault: null,
  };
  const other = taken(returned.scenario, [change, { ...change, path: null }, { ...change, after: 1, fault: {} }]);
  const expected = structuredClone(majene);
  expected.segments[0].enrolment.counts[0].people = 2600;
  for (const { evidence } of expected.segments) if (evidence?.enrolment) evidence.enrolment.changed = true;
  assert.equal(other.segments[0].enrolment.counts[0].people, 2600);
  assert.equal(project(other).total.rupiah, project(expected).total.rupiah);
  assert.equal(majene.segments[0].enrolment.counts[0].people, 2500);
});

test("any workbook is read as plain tables", async () => {
  await start();
  const { sheets, hasMacros, hasLinks } = tables(workbook(majene, project(majene)));
  assert.deepEqual([hasMacros, hasLinks], [false, false]);
  const { rows, marks, isHidden, moreRows } = sheets.find(({ name }) => name === "Isian");
  assert.deepEqual([isHidden, moreRows], [false, 0]);
  // cases/majene.json: 2,500 non-ASN from January 2025.
  const row = rows.find(([label]) => typeof label === "string" && label.startsWith("Jumlah peserta"));
  assert.ok(row.includes(2500), JSON.stringify(row));
  assert.ok(marks.every(({ row, column, mark }) => Number.isInteger(row + column) && typeof mark === "string"));
  assert.ok(
    sheets.some(({ isHidden }) => isHidden),
    "the sheet of the scenario",
  );
});

test("what is no workbook is refused with a code and both sentences", async () => {
  await start();
  assert.throws(
    () => read(new TextEncoder().encode("Tahun;Jumlah")),
    (error) => error instanceof CakupanError && error.code === "fileNotXlsx" && error.words.id.includes(".xlsx"),
  );
  assert.throws(() => tables(new TextEncoder().encode("Desa;Jumlah")), { code: "fileNotXlsx" });
});

test("a refused plan makes no file, and says why as elsewhere", async () => {
  await start();
  assert.throws(
    () => workbook({ schema: 1 }),
    (error) => error instanceof CakupanError && error.problems.some(({ path }) => path === "segments"),
  );
});

test("CommonJS has the same functions", async () => {
  const module = createRequire(import.meta.url)("cakupan/sheets");
  await module.start();
  assert.equal(module.rkaCsv(majene), rkaCsv(majene));
});

test("whatever is handed over is refused with its place, and the module goes on", async () => {
  await start();
  assert.throws(() => read(null), { code: "notReadable" });
  assert.throws(() => read("PK"), { code: "notReadable" });
  assert.throws(() => read(new Uint8Array(10)), CakupanError);
  for (const value of [null, "PK", [], {}, undefined]) assert.throws(() => tables(value), { code: "notReadable" });
  assert.throws(() => cash(majene, "week"), { code: "unknownChoice", path: "every" });
  assert.throws(() => rkaCsv(majene, "tab"), { code: "unknownChoice", path: "dialect" });
  assert.throws(() => taken(majene, null), { code: "notReadable", path: "changes" });
  assert.ok(rkaCsv(majene).length > 100);
});

test("numbers in words are those of the case file that a person read, and none where there are no words", async () => {
  await start();
  const file = readFileSync(new URL("../cases/terbilang.csv", import.meta.url), "utf8");
  const rows = file.trim().split("\n").slice(1);
  assert.ok(rows.length > 20);
  for (const row of rows) {
    const [number, words] = row.split(",");
    assert.equal(terbilang(Number(number)), words);
  }
  for (const none of [-1, 0.5, 1e15, Number.NaN, Number.POSITIVE_INFINITY, "1"]) assert.equal(terbilang(none), null);
});

test("what happened makes the sheet Realisasi, comes back, and is refused with its own problems; steps are told", () => {
  const maros = JSON.parse(readFileSync(new URL("../../cases/maros.json", import.meta.url), "utf8"));
  const rows = [{ month: "2025-01", segment: "pemda", paid: 13_000 }];
  const steps = [];
  const bytes = workbook(maros, undefined, { realisation: { rows }, onProgress: (...step) => steps.push(step) });
  const sheet = tables(bytes).sheets.find(({ name }) => name === "Realisasi");
  // 13,595 × 16,800 planned, 13,000 × 16,800 paid.
  assert.deepEqual(sheet.rows[4].slice(1, 6), [228_396_000, 228_396_000, 218_400_000, 218_400_000, -9_996_000]);
  assert.deepEqual(
    steps,
    steps.map((_, at) => [at + 1, steps.length]),
  );
  assert.deepEqual(read(bytes).realisation, { rows });
  assert.deepEqual(read(bytes).changes, []);
  const without = workbook(maros);
  assert.equal(read(without).realisation, null);
  assert.ok(!tables(without).sheets.some(({ name }) => name === "Realisasi"));
  const late = { rows: [{ month: "2026-01", segment: "pemda", paid: 1 }] };
  assert.throws(
    () => workbook(maros, undefined, { realisation: late }),
    ({ problems }) => problems[0].path === "rows[0].month" && problems[0].code === "monthOutsidePlan",
  );
});
