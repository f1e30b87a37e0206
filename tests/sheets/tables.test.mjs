// Tables of villages as openpyxl and LibreOffice write them: the same cells from both, but for the results of formulas.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { start, tables } from "cakupan/sheets";
import { missing, Office } from "./office.mjs";

const skip = missing() ?? false;
const office = skip ? null : new Office();
after(() => office?.close());

const SHEETS = [
  { name: "Lama", rows: [["Desa"]], isHidden: true },
  {
    name: "Rekap & Desa",
    rows: [
      ["DAFTAR DESA"],
      ["Kecamatan", "Desa", "Kades", "Mulai", "Pagu"],
      ["Kulo", "Mario", 1, { day: "2026-03-01" }, "1.200"],
      [null, "Maddenra", "=C3+1", null, 2500000.5],
      ["Pitu Riase", "Lombo", "=1/0", null, null],
    ],
    merged: ["A1:E1", "A3:A4"],
    hidden: [5],
  },
];

test("merged cells, hidden rows and sheets, dates, texts and formulas of other programs", { skip }, async () => {
  await start();
  office.cells([{ do: "make", file: "desa.xlsx", sheets: SHEETS }]);
  const [saved] = office.recalculate(["desa.xlsx"], "saved");
  const [python, libre] = ["desa.xlsx", saved].map((file) => tables(readFileSync(office.path(file))));
  for (const { sheets, hasMacros, hasLinks } of [python, libre]) {
    assert.deepEqual(
      sheets.map(({ name, isHidden }) => [name, isHidden]),
      [
        ["Lama", true],
        ["Rekap & Desa", false],
      ],
    );
    assert.deepEqual([hasMacros, hasLinks], [false, false]);
    const [, { rows, marks, hiddenRows, moreRows, moreCells }] = sheets;
    assert.deepEqual(rows[0], Array(5).fill("DAFTAR DESA"));
    assert.deepEqual(rows[1], ["Kecamatan", "Desa", "Kades", "Mulai", "Pagu"]);
    assert.deepEqual(rows[2], ["Kulo", "Mario", 1, "2026-03-01", "1.200"]);
    assert.deepEqual(rows[3].slice(0, 2).concat(rows[3][4]), ["Kulo", "Maddenra", 2_500_000.5]);
    assert.deepEqual([hiddenRows, moreRows, moreCells], [[4], 0, 0]);
    const merged = marks.filter(({ mark }) => mark === "down" || mark === "across");
    assert.deepEqual(
      merged.map(({ row, column, mark }) => [row, column, mark]),
      [
        [0, 1, "across"],
        [0, 2, "across"],
        [0, 3, "across"],
        [0, 4, "across"],
        [3, 0, "down"],
      ],
    );
  }
  const atFormulas = ({ sheets }) =>
    [3, 4].map((row) => [
      sheets[1].rows[row][2] ?? null,
      sheets[1].marks.find((mark) => mark.row === row && mark.column === 2)?.mark,
    ]);
  // openpyxl writes no results; 1 + 1 is 2, and 1/0 is no number.
  assert.deepEqual(atFormulas(python), [
    [null, "formulaEmpty"],
    [null, "formulaEmpty"],
  ]);
  assert.deepEqual(atFormulas(libre), [
    [2, "formula"],
    ["#DIV/0!", "error"],
  ]);
});
