// A workbook that comes back, also from LibreOffice and openpyxl, gives its scenario back, and what was changed in it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { diceFrom } from "../oracle/generate.mjs";
import { changeOf } from "./change.mjs";
import { missing, Office, scenariosOf } from "./office.mjs";

const RUNS = Number(process.env.SHEETS_RUNS ?? 50);
const skip = missing() ?? false;
const office = skip ? null : new Office();
after(() => office?.close());

const scenarios = scenariosOf(RUNS);

let written;

function isUntouched(returned, { label, scenario, projection }, by) {
  assert.deepEqual(returned.changes, [], `${label}, ${by}: nothing was changed`);
  assert.equal(returned.more, 0);
  assert.equal(returned.locksCompared, true);
  assert.deepEqual(returned.scenario, scenario, `${label}, ${by}`);
  // The check code is made from the canonical text: equal codes are equal texts.
  assert.equal(office.project(returned.taken).input, projection.input, `${label}, ${by}`);
}

test(`${scenarios.length} workbooks give their scenarios back`, { skip }, () => {
  written = [];
  for (const [label, scenario] of scenarios) {
    const projection = office.project(scenario);
    if (!projection) continue;
    const file = `${written.length}.xlsx`;
    office.write(scenario, file);
    written.push({ label, scenario, projection, file });
    isUntouched(office.open(file), written.at(-1), "as written");
  }
  assert.ok(written.length > scenarios.length * 0.8, "most are answered");
});

test("so do those that LibreOffice saved again, and openpyxl", { skip }, () => {
  const some = written.slice(0, 20);
  const files = office.recalculate(
    some.map(({ file }) => file),
    "saved",
  );
  some.forEach((one, at) => isUntouched(office.open(files[at]), one, "LibreOffice"));
  const jobs = some.map(({ file }) => ({ do: "change", file, to: `openpyxl-${file}`, cells: {} }));
  office.cells(jobs);
  some.forEach((one, at) => isUntouched(office.open(jobs[at].to), one, "openpyxl"));
});

test("an input changed by openpyxl is found, and with it the plan is that of the changed scenario", { skip }, () => {
  const sheets = office.cells(written.map(({ file }) => ({ do: "read", file, sheets: ["Perubahan", "Sumber"] })));
  const tried = [];
  for (const [at, { label, scenario, file }] of written.entries()) {
    const dice = diceFrom(at + 101);
    const rows = sheets[at].Perubahan.slice(4);
    // Without a recalculation the values beside formulas are gone, but inputs are no formulas.
    for (let throws = 0; throws < 20; throws++) {
      const change = changeOf(dice.pick(rows), rows, sheets[at].Sumber);
      if (!change) continue;
      const other = structuredClone(scenario);
      change.apply(other);
      const projection = office.project(other);
      if (!projection) continue;
      tried.push({ label, change, projection, file, to: `changed-${file}` });
      break;
    }
  }
  assert.ok(tried.length > written.length * 0.8, "an input was found in most");
  office.cells(tried.map(({ change, file, to }) => ({ do: "change", file, to, cells: change.cells })));
  for (const { label, change, projection, to } of tried) {
    const returned = office.open(to);
    const cells = returned.changes.map(({ sheet, cell }) => `${sheet}!${cell}`);
    assert.deepEqual(cells.sort(), Object.keys(change.cells).sort(), `${label}, ${change.path}`);
    assert.deepEqual(
      returned.changes.filter(({ fault }) => fault !== null),
      [],
      `${label}, ${change.path}`,
    );
    const { monthly, years, total } = office.project(returned.taken);
    assert.deepEqual(
      { monthly, years, total },
      { monthly: projection.monthly, years: projection.years, total: projection.total },
      `${label}, ${change.path}`,
    );
  }
});

test("a formula that somebody replaced by a value is found after LibreOffice saved it", { skip }, () => {
  office.cells([
    { do: "change", file: "0.xlsx", to: "tampered.xlsx", cells: { "Iuran!F6": 1, "Isian!D7": "ke atas" } },
  ]);
  const [file] = office.recalculate(["tampered.xlsx"], "tampered");
  const { changes, scenario, taken } = office.open(file);
  assert.deepEqual(
    changes.map(({ sheet, cell, fault }) => [`${sheet}!${cell}`, fault.code]),
    [
      ["Isian!D7", "unknownChoice"],
      ["Iuran!F6", "cellOverwritten"],
    ],
  );
  for (const { fault } of changes) assert.ok(fault.message.id && fault.message.en);
  assert.deepEqual(taken, scenario);
});
