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

/** Words of a union in the type declarations. */
function union(name, file = "types.d") {
  const types = readFileSync(here(`../../pkg/js/${file}.ts`), "utf8");
  const body = new RegExp(`export type ${name} =([^;]*);`).exec(types)[1];
  return [...body.matchAll(/"([^"]+)"/g)].map(([, word]) => word).sort();
}

test("code unions are the codes of the engine", () => {
  // tests/words.rs compares the catalogue with the engine's lists.
  const words = json("../../words/en.json");
  assert.deepEqual(union("ProblemCode"), Object.keys(words.problem).sort());
  assert.deepEqual(union("NoticeCode"), Object.keys(words.notice).sort());
  assert.deepEqual(union("FailureCode", "error"), Object.keys(words.failure).sort());
  assert.deepEqual(union("ReasonCode"), Object.keys(words.reason).sort());
  for (const [name, section] of [
    ["MissingInput", "missing"],
    ["UnusedInput", "unused"],
    ["NotCounted", "notCounted"],
  ]) {
    const types = readFileSync(here("../../pkg/js/types.d.ts"), "utf8").split(`export interface ${name} {`)[1];
    const codes = [...types.split(";")[0].matchAll(/"([^"]+)"/g)].map(([, word]) => word);
    assert.deepEqual(codes.sort(), Object.keys(words[section]).sort(), name);
  }
  const explanation = readFileSync(here("../../pkg/js/types.d.ts"), "utf8").split("export interface Explanation {")[1];
  const rules = explanation.split("readonly rule:")[1].split(";")[0];
  assert.deepEqual([...rules.matchAll(/"([^"]+)"/g)].map(([, word]) => word).sort(), Object.keys(words.explain).sort());
  assert.ok(new CakupanError([{ code: "missing", path: "", params: {} }]) instanceof Error);
});

test("no declaration says any", () => {
  for (const name of readdirSync(here("../../pkg/js/")).filter((name) => name.endsWith(".d.ts"))) {
    const code = readFileSync(here(`../../pkg/js/${name}`), "utf8")
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")
      .replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(code, /\bany\b/, name);
  }
});
