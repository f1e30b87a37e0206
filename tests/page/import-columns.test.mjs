// Columns of a table of villages that need a second look: several for one group, months, codes of BPS, copied cells. The
// expected values are those that each file was made of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start, tables } from "cakupan/sheets";
import { packs } from "../../scripts/regions.mjs";
import { modules } from "./modules.mjs";
import { xlsx } from "./xlsx.mjs";

const [{ guess }, { NO_CHOICES }, { delimited }, { copied }, { cellsOf }, { tableOfSheet, tableOfText }, ...others] =
  await modules(
    "plan/import/guess",
    "plan/import/facts",
    "plan/import/delimited",
    "plan/import/copied",
    "ui/cells",
    "plan/import/table",
    "plan/import/merge",
    "plan/import/places",
    "regions/pack",
  );
const [{ takenOf }, { placesOf }, pack] = others;
await start();
const sidrap = pack.districtsOf(packs().get("73.14.json"));

const plan = (...names) => ({
  segments: names.map((name, place) => ({ id: `s${place}`, name })),
  funds: [{ id: "add", name: "ADD", kind: "add" }],
  firstMonth: "2026-01",
  lastMonth: "2026-12",
});
const ofText = (text, facts, districts = [], choices = {}) =>
  guess(tableOfText(delimited(text).rows, 0), facts, placesOf(districts), { ...NO_CHOICES, ...choices });
const ofBook = (rows, facts) =>
  guess(tableOfSheet(tables(xlsx([{ name: "a", rows }])).sheets[0]), facts, placesOf([]), NO_CHOICES);
const meanings = ({ columns }) => columns.map(({ meaning }) => meaning);
const people = ({ rows }) => rows.map(({ village }) => [village.name, ...village.counts.map(({ people }) => people)]);
const faults = (found) => found.faults.map(({ cell, fault }) => [cell, fault]);

// ───────────────────────────── several columns of one group ─────────────────────────────

const CADRES = "Desa;RT/RW;Kader KB;Kader Posyandu\nWanio;8;2;1.250\nLise;6;;3\nKulo;4;-1;2\nMario;5;;\n";

test("columns of one group are offered as a sum, and summed only when the reader says so", () => {
  const facts = plan("Kader", "RT/RW dan LKD");
  const found = ofText(CADRES, facts);
  assert.deepEqual(meanings(found), ["name", "people:1", "people:0", "ignored"]);
  assert.deepEqual(found.sums, [{ meaning: "people:0", columns: [2, 3], taken: 2, isTaken: false }]);
  assert.deepEqual(people(found)[0], ["Wanio", "8", "2"]);

  const summed = ofText(CADRES, facts, [], { sums: new Set(["people:0"]) });
  assert.deepEqual(meanings(summed), ["name", "people:1", "people:0", "people:0"]);
  assert.equal(summed.sums[0].isTaken, true);
  // 2 + 1.250; a blank part is none of it; of Mario nothing is given, which is not 0.
  assert.deepEqual(
    people(summed).filter(([name]) => name !== "Kulo"),
    [
      ["Wanio", "8", "1.252"],
      ["Lise", "6", "3"],
      ["Mario", "5"],
    ],
  );
  assert.deepEqual(faults(summed), [["C4", "negative"]]);
  assert.deepEqual(takenOf(meanings(summed), facts).segments, ["s1", "s0"]);
});

test("a second column that the reader gives to a group is offered with the first", () => {
  const text = "Desa;Kader;Posyandu\nWanio;2;3\n";
  const facts = plan("Kader", "RT/RW dan LKD");
  assert.deepEqual(ofText(text, facts).sums, []);
  const columns = new Map([[2, "people:0"]]);
  const chosen = ofText(text, facts, [], { columns });
  assert.deepEqual(meanings(chosen), ["name", "ignored", "people:0"]);
  assert.deepEqual(chosen.sums, [{ meaning: "people:0", columns: [1, 2], taken: 2, isTaken: false }]);
  assert.deepEqual(people(ofText(text, facts, [], { columns, sums: new Set(["people:0"]) })), [["Wanio", "5"]]);
});

test("a column that is the total of the others is taken, and nothing is offered", () => {
  const found = ofText("Desa;Kader KB;Kader Posyandu;Jumlah Kader\nWanio;2;3;5\n", plan("Kader", "BPD"));
  assert.deepEqual([people(found), found.sums], [[["Wanio", "5"]], []]);
});

test("a sum beyond what a village can have is a fault at its last part", () => {
  const found = ofText("Desa;Kader KB;Kader Posyandu\nWanio;200000000;100000001\n", plan("Kader", "BPD"), [], {
    sums: new Set(["people:0"]),
  });
  assert.deepEqual(faults(found), [["C2", "tooLarge"]]);
});

// ───────────────────────────── months ─────────────────────────────

test("months of people who type them, of workbooks with and without their format", () => {
  const facts = plan("Kades");
  const months = ["Jan-26", "Januari 2026", "01/2026", "Mei '26", "Des. 26", "2026-03-01", "Agt 2026"];
  const found = ofText(`Desa;Kades;Bulan mulai\n${months.map((month, at) => `D${at};1;${month}`).join("\n")}\n`, facts);
  assert.deepEqual(
    found.rows.map(({ village }) => village.firstMonth),
    ["2026-01", "2026-01", "2026-01", "2026-05", "2026-12", "2026-03", "2026-08"],
  );
  // Day 46,082 is 1 March 2026; 46,023 is 59 days before, 1 January.
  const book = ofBook(
    [
      ["Desa", "Kades", "Bulan mulai"],
      ["Wanio", 1, { day: 46082 }],
      ["Lise", 1, 46023],
      ["Kulo", 1, 202604],
      ["Mario", 1, 3],
      ["Lombo", 1, "Desa 26"],
    ],
    facts,
  );
  assert.deepEqual(
    book.rows.map(({ village }) => village.firstMonth),
    ["2026-03", "2026-01", "2026-04", undefined, undefined],
  );
  assert.deepEqual(faults(book), [
    ["C5", "badMonth"],
    ["C6", "badMonth"],
  ]);
});

test("columns of people by month are told, never summed, and money of a month is no ceiling of a year", () => {
  const facts = plan("Kader", "BPD");
  const found = ofBook(
    [
      ["Desa", "BPD", "Kader", null, null, "ADD Jan-26"],
      [null, null, { day: 46023 }, "Feb-26", "03/2026", null],
      ["Wanio", 5, 2, 3, 4, 1000000],
    ],
    facts,
  );
  assert.deepEqual(meanings(found), ["name", "people:1", "people:0", "ignored", "ignored", "ignored"]);
  assert.deepEqual(found.monthly, [{ columns: [2, 3, 4], months: ["2026-01", "2026-02", "2026-03"], taken: 2 }]);
  assert.deepEqual([found.sums, people(found)], [[], [["Wanio", "5", "2"]]]);
  // One month in a head is beside the point; and a year is no month.
  assert.deepEqual(meanings(ofText("Desa;Kader (Jan-26);ADD 2026\nWanio;2;5\n", facts)), [
    "name",
    "people:0",
    "ceiling:0:2026",
  ]);
});

// ───────────────────────────── codes of BPS ─────────────────────────────

test("codes of BPS are told from those of Kemendagri; villages are found by name within the kecamatan", () => {
  const found = ofText(
    [
      "Kode Desa;Nama Desa;Kecamatan;Kader",
      "7314010001;Wanio;Panca Lautang;2",
      "7314010004;LISE;;3",
      "7314051002;Kulo;Kulo;4",
    ].join("\n"),
    plan("Kader"),
    sidrap,
  );
  assert.deepEqual(meanings(found), ["bps", "name", "district", "people:0"]);
  // As the register of Kemendagri has them.
  assert.deepEqual(
    found.rows.map(({ village, codeBy }) => [village.code, codeBy]),
    [
      ["73.14.01.2004", "name"],
      ["73.14.01.2007", "name"],
      ["73.14.06.2002", "name"],
    ],
  );
  assert.deepEqual([found.faults, found.remarks], [[], []]);
});

test("beside codes of BPS a name of several kecamatan is a fault at its cell", () => {
  const found = ofText(
    "Kode BPS;Desa;Kader\n7314010001;Wanio;2\n7314030005;Cipotakari;3\n7314030009;Kanie;1\n",
    plan("Kader"),
    twice(),
  );
  assert.deepEqual(meanings(found), ["bps", "name", "people:0"]);
  assert.deepEqual(
    found.faults.map(({ cell, fault, text }) => [cell, fault, text]),
    [["B2", "ambiguous", "Panca Lautang, Kulo"]],
  );
  // With its kecamatan it is one.
  const told = ofText("Kode BPS;Kecamatan;Desa;Kader\n7314010001;Kulo;Wanio;2\n", plan("Kader"), twice());
  assert.deepEqual([told.rows[0].village.code, told.faults], ["73.14.06.2999", []]);
});

/** Sidrap with a second Wanio, in Kulo. */
function twice() {
  return sidrap.map((district) =>
    district.name === "Kulo"
      ? {
          ...district,
          villages: [
            ...district.villages,
            { code: "73.14.06.2999", name: "Wanio", kind: "desa", district: district.code },
          ],
        }
      : district,
  );
}

test("a kecamatan of BPS above its villages is a heading; codes of Kemendagri stay what they are", () => {
  const found = ofText(
    "Kode;Desa;Kader\n7314010;PANCA LAUTANG;\n7314010001;Wanio;2\n7314010004;Lise;3\n",
    plan("Kader"),
    sidrap,
  );
  assert.deepEqual(
    found.rows.map(({ village }) => village.code),
    ["73.14.01.2004", "73.14.01.2007"],
  );
  assert.equal(found.ignored.headings, 1);
  // One slip does not make them others.
  const own = ofText(
    "Kode;Desa;Kader\n7314012004;Wanio;2\n73.14.01.2007;Lise;3\n7314010004;Bapangi;1\n",
    plan("Kader"),
    sidrap,
  );
  assert.equal(meanings(own)[0], "code");
});

// ───────────────────────────── copied cells ─────────────────────────────

test("copied cells are the same in the dialog as in the table of villages", () => {
  for (const text of [
    "Desa\tKader\r\nWanio\t2\r\n",
    'Desa\tKader\n"Suka\nMaju"\t"1.250"\n',
    'Desa\tKader\n"Wanio\t3\nLise\t4\n',
    'Desa "Baru"\tKader\nWanio\t"2" orang\n',
    "Desa\tKader\n\t\nWanio\t2\n\t\n",
  ]) {
    const rows = copied(text).rows.map((row) => (row.length === 0 ? ["", ""] : row));
    assert.deepEqual(rows, cellsOf(text), JSON.stringify(text));
  }
  // A CSV that was copied as text has no cells: its separators are found as in a file.
  assert.equal(copied("Desa;Kader\nWanio;2\n"), null);
});
