// The workbook, recalculated from scratch by LibreOffice, says what `project` says; so it does with an input changed.
//
// `npm test` runs a few random scenarios, `npm run sheets` three hundred.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { diceFrom } from "../oracle/generate.mjs";
import { changeOf } from "./change.mjs";
import { compare, compareVillages, SHEETS } from "./compare.mjs";
import { missing, Office, root, scenariosOf } from "./office.mjs";

const RUNS = Number(process.env.SHEETS_RUNS ?? 12);
const skip = missing() ?? false;
const office = skip ? null : new Office();
after(() => office?.close());

const scenarios = scenariosOf(RUNS);

/** Scenarios that are answered, their workbooks written. */
let written;

test(`${scenarios.length} workbooks recalculated from scratch say what the projection says`, { skip }, () => {
  written = [];
  for (const [label, scenario] of scenarios) {
    const projection = office.project(scenario);
    if (!projection) continue;
    const file = `${written.length}.xlsx`;
    office.write(scenario, file);
    written.push({ label, scenario, projection, file });
  }
  assert.ok(written.length > scenarios.length * 0.8, "most are answered");
  const files = office.recalculate(
    written.map(({ file }) => file),
    "fresh",
  );
  const answers = office.cells(files.map((file) => ({ do: "read", file, sheets: [...SHEETS, "Sumber"] })));
  written.forEach((one, at) => {
    one.sheets = answers[at];
    compare(one.sheets, one.projection, one.label);
    compareVillages(one.sheets, office.villages(one.scenario), one.label);
    assert.equal(changed(one.sheets), 0, `${one.label}: nothing was changed`);
  });
});

const changed = (sheets) => sheets.Ringkasan.find(([word]) => word === "Isian yang diubah sesudah diekspor")[1];

test("one input changed in each, recalculated, says what the projection of the changed scenario says", { skip }, () => {
  const tried = [];
  for (const [at, { label, scenario, sheets, file }] of written.entries()) {
    const dice = diceFrom(at + 1);
    const rows = sheets.Perubahan.slice(4);
    // Twenty throws find an input whose other value the check accepts.
    for (let throws = 0; throws < 20; throws++) {
      const change = changeOf(dice.pick(rows), rows, sheets.Sumber);
      if (!change) continue;
      const other = structuredClone(scenario);
      change.apply(other);
      const projection = office.project(other);
      if (!projection) continue;
      const villages = office.villages(other);
      const told = { label: `${label}, ${change.path}`, projection, villages };
      tried.push({ ...told, cells: change.cells, file, to: `changed-${file}` });
      break;
    }
  }
  assert.ok(tried.length > written.length * 0.8, "an input was found in most");
  office.cells(tried.map(({ cells, file, to }) => ({ do: "change", file, to, cells })));
  const files = office.recalculate(
    tried.map(({ to }) => to),
    "after",
  );
  const answers = office.cells(files.map((file) => ({ do: "read", file, sheets: SHEETS })));
  tried.forEach(({ label, projection, villages, cells }, at) => {
    compare(answers[at], projection, label);
    compareVillages(answers[at], villages, label, true);
    assert.equal(changed(answers[at]), Object.keys(cells).length, `${label}: the change is counted`);
  });
});

test("a text that begins like a formula stays a text", { skip }, () => {
  const scenario = JSON.parse(readFileSync(join(root, "cases", "majene.json"), "utf8"));
  const names = ["=1+1", "+2", "-3", "@SUM(1)"];
  scenario.name = names[0];
  scenario.segments[0].name = names[1];
  scenario.segments[1].name = names[2];
  scenario.funds[0].name = names[3];
  office.write(scenario, "texts.xlsx");
  const [file] = office.recalculate(["texts.xlsx"], "texts");
  const [{ Ringkasan, RKA }] = office.cells([{ do: "read", file, sheets: ["Ringkasan", "RKA"] }]);
  assert.equal(Ringkasan[1][1], names[0]);
  assert.ok(RKA.some((row) => row[9] === names[1]) && RKA.some((row) => row[9] === names[2]));
  assert.ok(RKA.some((row) => row[7] === names[3]));
});
