// Tables of what happened that are imported: what is read, what is left out, and every fault by its cell. The expected
// values are those that each table was made of; limits are those of its plan.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.mjs";
import { xlsx } from "./xlsx.mjs";

const [{ HappenedReader }, { NO_CHOICES }, { tablesOf }, realisation] = await modules(
  "plan/import/happened/reader",
  "plan/import/facts",
  "plan/import/opening",
  "plan/realisation",
);

/** One group of 1,000 among 1,200 eligible, or two, in 2026; JKK and JKM of BPU. */
function planOf({ groups = ["Pekerja rentan"], villages = [], realisation = [], ...rest } = {}) {
  const enrolment = villages.length
    ? { kind: "villages" }
    : { kind: "fixed", eligible: 1_200, counts: [{ from: "2026-01", people: 1_000 }] };
  const segments = groups.map((name, place) => ({
    id: `s${place}`,
    name,
    class: "BPU",
    programmes: ["JKK", "JKM"],
    enrolment,
    payers: [{ fund: "apbd", percent: 100 }],
  }));
  const counted = villages.map((village) => ({ ...village, counts: [{ segment: "s0", people: 100 }] }));
  const scenario = {
    schema: 1,
    name: "Uji",
    region: { name: "Kabupaten Uji", level: "regency" },
    period: { firstMonth: "2026-01", months: 12 },
    segments,
    funds: [{ id: "apbd", name: "APBD", kind: "apbdRegency" }],
    ...(villages.length ? { villages: counted } : {}),
  };
  const typed = counted.map((village) => ({ ...village, counts: [{ segment: "s0", people: "100" }] }));
  return { segments, villages: typed, realisation, scenario, year: "2026", group: "", ...rest };
}

async function read(source, plan, choices = {}) {
  const { tables } = await tablesOf(typeof source === "string" ? source : new Uint8Array(source));
  const reader = new HappenedReader(plan);
  const summary = await reader.guess(tables[0], { ...NO_CHOICES, ...choices });
  return { summary, rows: reader.take().rows };
}
const cellsOf = ({ rows }) =>
  rows.map(({ place, cells }) => [place.month, place.segment, ...(place.village ? [place.village] : []), cells]);
const faultsOf = ({ summary }) =>
  summary.faults.map(({ cell, what }) => [cell, what.is === "cell" ? what.fault : what.words.id]);
const meanings = ({ summary }) => summary.columns.map(({ meaning }) => meaning);

test("a CSV of months: dots, dates, a blank month and the sum are understood", async () => {
  const found = await read(
    [
      "Realisasi iuran 2026",
      "Bulan;Jumlah peserta;Tagihan (Rp);Dibayar (Rp);Tanggal bayar;Keterangan",
      "Januari;1.000;16.800.000;16.800.000;20-01-2026;SP2D 1",
      "Februari;990;16.632.000;0;;",
      "Maret;;;;;",
      "JUMLAH;;33.432.000;16.800.000;;",
    ].join("\r\n"),
    planOf(),
  );
  assert.deepEqual(meanings(found), ["month", "verified", "billedRupiah", "paidRupiah", "paidOn", "note"]);
  assert.deepEqual(cellsOf(found), [
    [
      "2026-01",
      "s0",
      { verified: "1.000", billedRupiah: "16.800.000", paidRupiah: "16.800.000", paidOn: "2026-01-20", note: "SP2D 1" },
    ],
    ["2026-02", "s0", { verified: "990", billedRupiah: "16.632.000", paidRupiah: "0" }],
  ]);
  const { headRows, notTaken, added, isYearAdded } = found.summary;
  assert.deepEqual([headRows, notTaken.unknown, notTaken.totals, added, isYearAdded], [[2], 1, 1, 2, true]);
});

test("only people are counted as paid, where no column says what was paid", async () => {
  assert.deepEqual(meanings(await read("Bulan\tPeserta\n2026-01\t980\n", planOf())), ["month", "paid"]);
  assert.deepEqual(meanings(await read("Bulan\tPeserta\tTagihan\n2026-01\t980\t16464000\n", planOf())), [
    ...["month", "paid", "billedRupiah"],
  ]);
});

test("the table of the page that was copied comes back; what it shows of the plan is not taken", async () => {
  const copied =
    "Bulan\tKelompok\tRencana peserta\tRencana (Rp)\tKuota\tLolos verifikasi\tTerbayar\tTagihan (Rp)\tDibayar (Rp)\t" +
    "Dibayar pada\tCatatan\tSelisih (Rp)\nJan 2026\tPekerja rentan\t1000\t16800000\t1000\t990\t980\t\t16464000\t2026-02\t\t-336000\n";
  const found = await read(copied, planOf());
  assert.deepEqual(cellsOf(found), [
    ["2026-01", "s0", { quota: "1.000", verified: "990", paid: "980", paidRupiah: "16.464.000", paidOn: "2026-02" }],
  ]);
});

test("groups by name, carried down, or the columns of a month each", async () => {
  const plan = planOf({ groups: ["Pekerja rentan", "Perangkat desa"] });
  const long = await read(
    "Bulan;Kelompok;Terbayar\n1;Pekerja rentan;900\n;Perangkat desa;800\n2;Rentan;910\n;Sopir truk;5\n",
    plan,
  );
  assert.deepEqual(cellsOf(long), [
    ["2026-01", "s0", { paid: "900" }],
    ["2026-01", "s1", { paid: "800" }],
    ["2026-02", "s0", { paid: "910" }],
  ]);
  assert.deepEqual(faultsOf(long), [["B5", "unknownGroup"]]);
  const wide = await read("Kelompok;Peserta Jan-26;Peserta Feb-26\nRentan;900;910\nPerangkat desa;800;\n", plan);
  assert.deepEqual(cellsOf(wide), [
    ["2026-01", "s0", { paid: "900" }],
    ["2026-02", "s0", { paid: "910" }],
    ["2026-01", "s1", { paid: "800" }],
  ]);
  const crossed = await read("Bulan;Terbayar pekerja rentan;Terbayar perangkat desa\n2026-03;900;800\n", plan);
  assert.deepEqual(cellsOf(crossed), [
    ["2026-03", "s0", { paid: "900" }],
    ["2026-03", "s1", { paid: "800" }],
  ]);
});

test("rows without a group wait until one is chosen", async () => {
  const plan = planOf({ groups: ["Pekerja rentan", "Perangkat desa"] });
  const table = "Bulan;Terbayar\n2026-01;800\n";
  const open = await read(table, plan);
  assert.deepEqual([open.summary.needsGroup, open.rows.length, open.summary.allFaults], [true, 0, 0]);
  assert.deepEqual(cellsOf(await read(table, plan, { group: "s1" })), [["2026-01", "s1", { paid: "800" }]]);
  assert.deepEqual(cellsOf(await read(table, { ...plan, group: "s0" })), [["2026-01", "s0", { paid: "800" }]]);
});

test("what cannot be read is told by cell, and the other months are taken", async () => {
  const found = await read(
    [
      "Bulan;Terbayar;Tagihan;Dibayar (Rp)",
      "2026-01;980;1.2e+006;0",
      "2026-02;980;;-5",
      "2026-03;980,5;;",
      "2026-13;980;;",
      "2026-05;banyak;;",
      "2026-06;980;;",
      "2026-06;970;;",
    ].join("\n"),
    planOf(),
  );
  assert.deepEqual(faultsOf(found), [
    ["C2", "damaged"],
    ["D3", "negative"],
    ["B4", "notWhole"],
    ["A5", "badMonth"],
    ["B6", "notNumber"],
    ["A8", "duplicate"],
  ]);
  assert.deepEqual(cellsOf(found), [["2026-06", "s0", { paid: "980" }]]);
  assert.equal(found.summary.faulty, 6);
});

test("what does not fit the plan is told by the engine, at the cell it is about", async () => {
  const found = await read(
    "Bulan;Kuota;Lolos verifikasi;Terbayar\n2025-12;;;900\n2026-01;;;1.201\n2026-02;1.000;1.001;900\n2026-03;;;900\n",
    planOf(),
  );
  const told = faultsOf(found);
  assert.deepEqual(
    told.map(([cell]) => cell),
    ["A2", "D3", "C4"],
  );
  // The plan is 2026, 1,200 are eligible, and 1,000 were proposed.
  assert.match(told[0][1], /2026/);
  assert.match(told[1][1], /1\.201.*1\.200/);
  assert.match(told[2][1], /1\.001.*1\.000/);
  assert.deepEqual(cellsOf(found), [["2026-03", "s0", { paid: "900" }]]);
});

test("a fault of one month of a wide row leaves the others", async () => {
  const found = await read("Kelompok;Januari;Februari;Maret\nRentan;900;-1;910\n", planOf());
  assert.deepEqual(faultsOf(found), [["C2", "negative"]]);
  assert.deepEqual(cellsOf(found), [
    ["2026-01", "s0", { paid: "900" }],
    ["2026-03", "s0", { paid: "910" }],
  ]);
});

test("the same file twice changes nothing, and a blank cell clears nothing", async () => {
  const plan = planOf({ realisation: [{ month: "2026-01", segment: "s0", paid: "900", note: "SK 4" }] });
  const table = "Bulan;Terbayar;Dibayar pada\n2026-01;900;\n2026-02;910;Maret 2026\n";
  const first = await read(table, plan);
  assert.deepEqual([first.summary.added, first.summary.replaced, first.summary.same], [1, 0, 1]);
  const after = realisation.withTable(plan, first.rows);
  assert.deepEqual(after.realisation, [
    { month: "2026-01", segment: "s0", paid: "900", note: "SK 4" },
    { month: "2026-02", segment: "s0", paid: "910", paidOn: "2026-03" },
  ]);
  const again = await read(table, after);
  assert.deepEqual([again.summary.added, again.summary.replaced, again.summary.same], [0, 0, 2]);
  assert.deepEqual(realisation.withTable(after, again.rows).realisation, after.realisation);
  const other = await read("Bulan;Terbayar\n2026-01;905\n", after);
  assert.deepEqual([other.summary.added, other.summary.replaced, other.summary.same], [0, 1, 0]);
});

test("villages by code, name and kecamatan; others are told", async () => {
  const plan = planOf({
    villages: [
      { code: "73.09.01.2001", name: "Baru", district: "Kulo" },
      { code: "73.09.02.2001", name: "Baru", district: "Ulu" },
      { name: "Hilir", district: "Ulu" },
    ],
  });
  const found = await read(
    [
      "Kecamatan;Desa;Bulan;Terbayar",
      "Kulo;Desa Baru;2026-01;100",
      "Ulu;Baru;2026-01;90",
      ";Hilir;2026-01;80",
      ";Jauh;2026-01;70",
    ].join("\n"),
    plan,
  );
  assert.deepEqual(cellsOf(found), [
    ["2026-01", "s0", "73.09.01.2001", { paid: "100" }],
    ["2026-01", "s0", "73.09.02.2001", { paid: "90" }],
    ["2026-01", "s0", "Hilir", { paid: "80" }],
  ]);
  assert.deepEqual(faultsOf(found), [["B5", "unknownVillage"]]);
  const open = await read("Desa;Bulan;Terbayar\nBaru;2026-01;100\n", plan);
  assert.deepEqual(faultsOf(open), [["A2", "severalVillages"]]);
  const wide = await read("Kode desa;Desa;Jan-26;Feb-26\n7309012001;Baru;100;99\n;Hilir;80;\n", plan);
  assert.deepEqual(cellsOf(wide), [
    ["2026-01", "s0", "73.09.01.2001", { paid: "100" }],
    ["2026-02", "s0", "73.09.01.2001", { paid: "99" }],
    ["2026-01", "s0", "Hilir", { paid: "80" }],
  ]);
});

test("a workbook with dates and numbers; a column of NIK is not shown", async () => {
  const book = xlsx([
    {
      name: "Realisasi",
      rows: [
        ["NIK", "Bulan", "Terbayar"],
        ["3516000000000001", "2026-01-01", 980],
      ],
    },
  ]);
  const found = await read(book, planOf());
  assert.deepEqual(cellsOf(found), [["2026-01", "s0", { paid: "980" }]]);
  assert.deepEqual(meanings(found), ["nik", "month", "paid"]);
  assert.equal(found.summary.columns[0].example, "");
});

test("cells without a head: months and one column of people", async () => {
  const found = await read("Januari 2026\t980\nFebruari 2026\t970\n", planOf());
  assert.deepEqual(cellsOf(found), [
    ["2026-01", "s0", { paid: "980" }],
    ["2026-02", "s0", { paid: "970" }],
  ]);
});
