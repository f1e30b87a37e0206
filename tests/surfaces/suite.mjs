// Calls that every surface gets, and the results of the shipped wasm in Node.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import * as cakupan from "cakupan";
import { everything } from "../package/everything.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const files = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(root, folder, name));

const scratch = mkdtempSync(join(tmpdir(), "cakupan-"));
after(() => rmSync(scratch, { recursive: true }));

/** Writes a scenario to a file. */
function written(name, scenario) {
  const path = join(scratch, `${name}.json`);
  // Half of a surrogate pair cannot be written in UTF-8, neither in JSON nor for wasm.
  writeFileSync(path, JSON.stringify(scenario).replaceAll("\\ud800", "\ufffd"));
  return path;
}

/** Scenarios that are refused: their problems must be the same too. */
function refused() {
  const makassar = json(join(root, "cases/makassar.json"));
  const broken = [
    {},
    [],
    { schema: 2 },
    { ...makassar, tahun: 2026, segments: [] },
    { ...makassar, name: "“Ruang” \u0000 \u007f 𝟙 \ud800", period: { firstMonth: "2026-13", months: 1.5 } },
    { ...makassar, funds: [{ id: "a", name: "é".repeat(300), kind: "x", ceilings: [{ year: 2025, rupiah: -1 }] }] },
  ];
  return broken.map((scenario, index) => written(index, scenario));
}

const full = written("everything", everything);
/** The target ends and money is short; the coverage is not a whole hundredth. */
const short = written("short", {
  ...everything,
  workforce: { ...everything.workforce, eligible: [{ from: "2026-01", people: 785 }] },
  target: { ...everything.target, yearly: null },
  funds: everything.funds.map((fund) =>
    fund.id === "csr" ? { ...fund, ceilings: [{ year: 2026, rupiah: 20_000_000 }] } : fund,
  ),
});
/** No segment follows a target, and every segment has room. */
const counted = written("counted", {
  ...everything,
  target: null,
  published: null,
  segments: everything.segments
    .filter(({ enrolment }) => ["fixed", "villages"].includes(enrolment.kind))
    .map((segment) => ({ ...segment, enrolment: { ...segment.enrolment, eligible: 100_000 } })),
});
export const good = [
  ...files("cases"),
  ...files("tests/cases/published"),
  ...files("tests/cases/field"),
  full,
  short,
  counted,
];
const suite = [...good, ...refused()];
const questions = [
  "{}",
  '{"measure":"heads"}',
  '{"measure":"coverage"}',
  '{"measure":"gapToAll"}',
  '{"brief":true}',
  '{"year":1}',
];

/** Calls: function, files, further arguments. */
export const asked = [
  ...suite.map((path) => ["check", [path]]),
  ...suite.map((path) => ["project", [path]]),
  ...suite.flatMap((path) => questions.map((question) => ["explain", [path], question])),
  ...suite.map((path) => ["reach", [path], "{}"]),
  ...files("cases")
    .slice(1)
    .map((path) => ["compare", [files("cases")[0], path]]),
  ["compare", [full, short, files("cases")[0]]],
  ["compare", suite.slice(-2)],
];

/** Results of a surface with the functions of the package; sent to browsers as text. */
export function answersOf(engine, calls) {
  return calls.map(([name, values]) => {
    try {
      return JSON.stringify(engine[name](...values));
    } catch (error) {
      return JSON.stringify(error.problems);
    }
  });
}

export const calls = asked.map(([name, paths, beside]) => {
  const scenarios = paths.map(json);
  return [name, name === "compare" ? [scenarios] : [...scenarios, ...(beside ? [JSON.parse(beside)] : [])]];
});
export const expected = answersOf(cakupan, calls);

export function same(answers) {
  assert.equal(answers.length, expected.length);
  answers.forEach((answer, index) => assert.equal(answer, expected[index], JSON.stringify(asked[index])));
}
