// The sheet "Realisasi", recalculated from scratch by LibreOffice, says what `monitor` says; so it does where an input of the
// plan was changed, and what happened comes back with the workbook.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { randomScenario } from "../oracle/generate.mjs";
import { randomRealisation } from "../oracle/happened.mjs";
import { missing, Office, root } from "./office.mjs";

const RUNS = Number(process.env.REALISATION_RUNS ?? 12);
const skip = missing() ?? false;
const office = skip ? null : new Office();
after(() => office?.close());

const maros = JSON.parse(readFileSync(join(root, "cases", "maros.json"), "utf8"));
const UNKNOWN = "belum diketahui";
const sheetsOf = (files) => office.cells(files.map((file) => ({ do: "read", file, sheets: ["Realisasi"] })));
const orUnknown = (value) => value ?? UNKNOWN;

/** Holds the sheet to the answer of the engine. */
function compare(rows, told, label) {
  const { months, segments, total, year } = told;
  const figures = ({ compared: { known, planRupiah, comparedRupiah, billedRupiah, paidRupiah, deviation } }) => [
    planRupiah,
    ...(known === 0 ? Array(4).fill(UNKNOWN) : [comparedRupiah, billedRupiah, paidRupiah, deviation.rupiah]),
  ];
  months.forEach((month, at) => {
    const row = rows[4 + at];
    assert.equal(row[0], month.month, label);
    assert.deepEqual(row.slice(1, 6), figures(month), `${label}, ${month.month}`);
    assert.deepEqual(row.slice(6, 8), [month.planSoFar, orUnknown(month.paidSoFar)], `${label}, ${month.month}`);
    assert.equal(row[9], month.compared.unknown, `${label}, ${month.month}`);
  });
  // Of the last month the straight line is named by the engine.
  assert.equal(rows[4 + months.length - 1][8], year.lineRupiah, `${label}: straight line`);
  const sums = rows[4 + months.length];
  assert.deepEqual(
    [...sums.slice(1, 6), sums[9]],
    [
      ...[total.planRupiah, total.comparedRupiah, total.billedRupiah, total.paidRupiah, total.deviation.rupiah],
      total.unknown,
    ],
    label,
  );
  const groups = rows.findIndex(([head]) => head === "Kelompok") + 1;
  segments.forEach((segment, at) => {
    const row = rows[groups + at];
    assert.deepEqual(row.slice(1, 7), [...figures(segment), segment.compared.arrearsRupiah], `${label}: groups`);
  });
  const summary = Object.fromEntries(rows.slice(rows.findIndex(([head]) => head === "Ringkasan")));
  assert.equal(summary["Perkiraan sampai Desember, sisanya seperti rencana"], year.asPlanned.rupiah, label);
  assert.equal(summary["Tunggakan (rupiah)"], total.arrearsRupiah, label);
}

test("Maros, half a year: what was written, by hand", { skip }, () => {
  const months = ["01", "02", "03", "04", "05", "06"].map((month) => `2025-${month}`);
  // In May 595 fewer; in June nothing was paid yet. 13,595 × 16,800 = 228,396,000; 13,000 × 16,800 = 218,400,000.
  const rows = months.map((month) => ({ month, segment: "pemda", verified: month === "2025-05" ? 13_000 : 13_595 }));
  for (const row of rows) row.paidRupiah = row.month === "2025-06" ? 0 : row.verified * 16_800;
  const realisation = { rows };
  office.write(maros, "maros.xlsx", realisation);
  const [{ Realisasi }] = sheetsOf(office.recalculate(["maros.xlsx"], "maros"));
  const plan = 228_396_000;
  assert.deepEqual(Realisasi[8].slice(0, 10), [
    ...["2025-05", plan, plan, 218_400_000, 218_400_000, -9_996_000],
    ...[5 * plan, 4 * plan + 218_400_000, 5 * plan, 0],
  ]);
  assert.deepEqual(Realisasi[9].slice(3, 9), [plan, 0, -plan, 6 * plan, 4 * plan + 218_400_000, 6 * plan]);
  const summary = Object.fromEntries(Realisasi.slice(Realisasi.findIndex(([head]) => head === "Ringkasan")));
  assert.equal(summary["Tunggakan (rupiah)"], plan);
  compare(Realisasi, office.monitor(maros, realisation), "Maros");

  const back = office.open("maros.xlsx");
  assert.deepEqual([back.realisation, back.changes, back.locksCompared], [realisation, [], true]);

  // 500 more people in the plan, in a spreadsheet: plan and deviation follow, to the rupiah.
  const [{ Perubahan }] = office.cells([{ do: "read", file: "maros.xlsx", sheets: ["Perubahan"] }]);
  const people = Perubahan.find((row) => row[5] === "segments[0].enrolment.counts[0].people");
  office.cells([{ do: "change", file: "maros.xlsx", to: "more.xlsx", cells: { [people[1]]: 14_095 } }]);
  const other = structuredClone(maros);
  other.segments[0].enrolment.counts[0].people = 14_095;
  const [{ Realisasi: more }] = sheetsOf(office.recalculate(["more.xlsx"], "more"));
  const told = office.monitor(other, realisation);
  assert.equal(told.total.planRupiah, 6 * 14_095 * 16_800);
  const months6 = told.months.map(({ compared }) => [compared.planRupiah, compared.deviation.rupiah]);
  assert.deepEqual(
    more.slice(4, 10).map((row) => [row[1], row[5]]),
    months6,
  );
  assert.equal(more[9][8], told.year.lineRupiah);
});

test(`${RUNS} random plans with random realisations: recalculated from scratch, the sheet says what monitor says`, {
  skip,
}, () => {
  const written = [];
  for (let seed = 1; written.length < RUNS; seed++) {
    const scenario = randomScenario(seed);
    const projection = office.project(scenario);
    const realisation = projection && randomRealisation(seed, scenario, projection);
    const told = realisation && office.monitor(scenario, realisation);
    if (!told) continue;
    const file = `${seed}.xlsx`;
    office.write(scenario, file, realisation);
    written.push({ file, told, label: `seed ${seed}` });
  }
  const files = office.recalculate(
    written.map(({ file }) => file),
    "random",
  );
  sheetsOf(files).forEach(({ Realisasi }, at) => compare(Realisasi, written[at].told, written[at].label));
});
