// What a recalculated workbook says, against a projection.
import assert from "node:assert/strict";

export const SHEETS = [
  "Desa",
  "Kecamatan",
  "Ringkasan",
  "Rencana kas",
  "Kas triwulan",
  "Peserta",
  "Cakupan",
  "RKA",
  "APBDes",
  "Audit",
  "Perubahan",
];

const FIRST_MONTH = 5;

/** The rows below a word in the first column, up to the next empty row. */
function below(rows, word) {
  const start = rows.findIndex(([first]) => first === word);
  if (start < 0) return [];
  const rest = rows.slice(start + 1);
  const end = rest.findIndex((row) => row.every((cell) => cell === null));
  return end < 0 ? rest : rest.slice(0, end);
}

const months = (row) => row.slice(FIRST_MONTH);

/** What each village comes to in each year; where people leave these are values, which a change leaves as they are. */
export function compareVillages(sheets, villages, label, isChanged = false) {
  if (!villages || !sheets.Desa) return;
  const heads = sheets.Desa[3];
  const columns = heads.flatMap((head, at) => (/^Iuran \d{4} /.test(head ?? "") ? [at] : []));
  if (isChanged && columns.some((at) => heads[at].includes("nilai tetap"))) return;
  assert.equal(columns.length, villages[0].length, `${label}: years of villages`);
  villages.forEach((years, at) => {
    const row = sheets.Desa[4 + at];
    assert.deepEqual(
      columns.map((column) => row[column]),
      years,
      `${label}: village ${at}`,
    );
  });
  compareDistricts(sheets, villages, label);
}

/** What the villages of each district come to, and all of them below. */
function compareDistricts({ Desa, Kecamatan }, villages, label) {
  if (!Kecamatan) return;
  const sums = new Map();
  const add = (name, years) =>
    sums.set(
      name,
      (sums.get(name) ?? years.map(() => 0)).map((sum, at) => sum + years[at]),
    );
  villages.forEach((years, at) => add(Desa[4 + at][2] ?? "(tanpa kecamatan)", years));
  for (const years of villages) add("JUMLAH", years);
  const columns = Kecamatan[3].flatMap((head, at) => (/^Iuran \d{4} /.test(head ?? "") ? [at] : []));
  const rows = Kecamatan.slice(4).filter(([name]) => name !== null);
  assert.deepEqual(
    rows.map((row) => [row[0], columns.map((column) => row[column])]),
    [...sums],
    `${label}: districts`,
  );
}

/** Every figure that the workbook and the projection both have. */
export function compare(sheets, projection, label) {
  const { monthly } = projection;
  const count = projection.months.length;
  const same = (row, numbers, what) => assert.deepEqual(months(row).slice(0, count), numbers, `${label}: ${what}`);
  const cash = sheets["Rencana kas"];
  same(cash[5], monthly.rupiah, "rupiah by month");
  below(cash, "Menurut kelompok").forEach((row, at) => same(row, monthly.segments[at].rupiah, `segment ${at}`));
  for (const row of below(cash, "Menurut program")) {
    const of = monthly.programmes.find(({ programme }) => programme === row[0]);
    same(row, of.rupiah, row[0]);
  }
  const funds = below(cash, "Menurut sumber dana");
  assert.equal(funds.length, monthly.funds.length, `${label}: number of funds`);
  funds.forEach((row, at) => same(row, monthly.funds[at].rupiah, `fund ${at}`));
  const heads = below(sheets.Peserta, "Peserta yang dibayar");
  assert.equal(heads.length, monthly.segments.length, `${label}: number of segments`);
  heads.forEach((row, at) => same(row, monthly.segments[at].heads, `heads of segment ${at}`));
  if (monthly.coverage) {
    const row = (word) => sheets.Cakupan.find(([first]) => first === word);
    same(row("Peserta"), monthly.coverage.members, "members");
    same(row("Potensi peserta (tenaga kerja)"), monthly.coverage.eligible, "eligible");
    const percent = monthly.coverage.percent.map((percent) => Math.round((percent ?? 0) * 10_000));
    same(row("Cakupan (persejuta)"), percent, "coverage");
  }
  const summary = new Map(sheets.Ringkasan.map(([word, ...cells]) => [word, cells]));
  const years = projection.years.length;
  assert.deepEqual(
    summary.get("Semua iuran (rupiah)").slice(0, years + 1),
    [...projection.years.map(({ rupiah }) => rupiah), projection.total.rupiah],
    `${label}: years`,
  );
  const rka = sheets.RKA.findLast((row) => row[2] === "Jumlah");
  assert.equal(rka[6], projection.total.rupiah, `${label}: RKA`);
  const audit = sheets.Audit.findLast((row) => row[1] === "Jumlah");
  assert.equal(audit[10], projection.total.rupiah, `${label}: Audit`);
  const [, head, all] = sheets["Kas triwulan"].slice(2);
  const sums = { Triwulan: 0, Semester: 0 };
  head.forEach((word, at) => {
    const [kind] = String(word).split(" ");
    if (kind in sums) sums[kind] += all[at];
  });
  const { rupiah } = projection.total;
  assert.deepEqual([all[1], sums.Triwulan, sums.Semester], [rupiah, rupiah, rupiah], `${label}: Kas triwulan`);
  const checks = below(sheets.Ringkasan, "Pemeriksaan: harus 0");
  assert.ok(checks.length > 3, `${label}: checks`);
  for (const [word, number] of checks)
    if (/^(Iuran kurang|Lembar Desa kurang|Rumus tertimpa)/.test(word)) assert.equal(number, 0, `${label}: ${word}`);
}
