// Writes every case and result as TypeScript, which then refuses a field that is missing, unknown or of another type
// (`tsc -p tests/package` checks the file).
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { CakupanError, check, compare, explain, law, lawIn, project, reach } from "cakupan";
import { everything } from "./everything.mjs";

const here = (path) => new URL(path, import.meta.url);
const json = (path) => JSON.parse(readFileSync(here(path), "utf8"));

test("cases and answers are written out for the type check", () => {
  assert.deepEqual(check(everything), [], "the scenario with every field is a valid one");
  const cases = readdirSync(here("../../cases/")).map((name) => json(`../../cases/${name}`));
  let text =
    '// Written by types.test.mjs.\nimport type { Comparison, Explained, Law, Problem, Projection, Reach, Scenario, Standing } from "cakupan";\n\n';
  let count = 0;
  const write = (type, value) => {
    text += `export const value${count++}: ${type} = ${JSON.stringify(value)};\n`;
  };
  for (const scenario of [everything, ...cases]) {
    write("Scenario", scenario);
    write("Projection", project(scenario));
    write("Explained", explain(scenario, { fund: scenario.funds[0].id }));
    const measures = ["heads", ...(scenario.workforce ? ["coverage", "gap", "gapToAll"] : [])];
    for (const measure of measures) write("Explained", explain(scenario, { measure }));
  }
  write("Reach", reach(everything));
  write("Comparison", compare([everything, ...cases.slice(0, 3)]));
  write("Law", law());
  write("readonly Standing[]", lawIn("2026-06", everything.overrides));
  write("readonly Problem[]", check({ schema: 1, segments: [{}], funds: [{ kind: "x" }] }));
  writeFileSync(here("generated.mts"), text);
});

test("every failure has words", () => {
  const types = readFileSync(here("../../pkg/js/error.ts"), "utf8");
  const [, body] = /export type FailureCode =([^;]*);/.exec(types);
  const codes = [...body.matchAll(/"([^"]+)"/g)].map(([, word]) => word);
  assert.deepEqual(codes.sort(), Object.keys(json("../../words/en.json").failure).sort());
  assert.ok(new CakupanError([{ code: "missing", path: "", params: {} }]) instanceof Error);
});

test("no declaration says any", () => {
  for (const name of readdirSync(here("../../pkg/dist/cjs/")).filter((name) => name.endsWith(".d.ts"))) {
    const code = readFileSync(here(`../../pkg/dist/cjs/${name}`), "utf8")
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
      .replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(code, /\bany\b/, name);
  }
});
