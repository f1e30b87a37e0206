// The JSON Schemas agree with the engine: on cases, projections, and thousands of damaged scenarios.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { check, project } from "cakupan";
import { diceFrom, randomScenario } from "../oracle/generate.mjs";

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const exported = (name) => JSON.parse(readFileSync(new URL(import.meta.resolve(`cakupan/${name}`)), "utf8"));
const folder = (path) =>
  readdirSync(new URL(path, import.meta.url))
    .filter((name) => name.endsWith(".json"))
    .map((name) => json(path + name));

const suite = ["../../cases/", "../cases/published/", "../cases/field/"].flatMap(folder);
const ajv = new Ajv2020({ allErrors: true });
const isScenario = ajv.compile(exported("scenario.schema.json"));
const isProjection = ajv.compile(exported("projection.schema.json"));

test("every case is a scenario of the schema, and its projection one of the other", () => {
  for (const scenario of suite) {
    assert.ok(isScenario(scenario), JSON.stringify(isScenario.errors));
    assert.ok(isProjection(project(scenario)), JSON.stringify(isProjection.errors));
  }
});

test("the schema of the projection misses no field and knows no other", () => {
  const whole = project(suite[0]);
  for (const field of Object.keys(whole)) {
    const { [field]: _, ...less } = whole;
    assert.ok(!isProjection(less), `without ${field}`);
  }
  assert.ok(!isProjection({ ...whole, more: 1 }));
  assert.ok(!isProjection({ ...whole, total: { ...whole.total, rupiah: "1" } }));
});

const WRONG = [
  null,
  "",
  " ",
  "x",
  -1,
  0,
  1.5,
  1e300,
  true,
  [],
  {},
  "2026-13",
  "2026-3",
  "Naïve",
  [null],
  { kind: "fixed" },
  "a".repeat(5000),
];

/** Replaces, removes, renames or duplicates one value. */
function damage(dice, scenario) {
  let holder = scenario;
  for (;;) {
    const keys = Object.keys(holder);
    const key = dice.pick(keys);
    const value = holder[key];
    if (typeof value === "object" && value !== null && Object.keys(value).length > 0 && dice.chance(0.75)) {
      holder = value;
      continue;
    }
    const how = dice.int(0, 3);
    if (how === 0) delete holder[key];
    else if (how === 1 && !Array.isArray(holder)) holder[`${key}x`] = value;
    else holder[key] = dice.pick(WRONG);
    return;
  }
}

/** Codes that only a wrong shape has; others may depend on other fields or the law. */
const OF_SHAPE = [
  "notAnObject",
  "notAList",
  "notText",
  "notANumber",
  "notWhole",
  "notTrueOrFalse",
  "badMonth",
  "tooMany",
];

test("what the schema refuses the engine refuses, and what it accepts has the right shape for the engine", () => {
  let refused = 0;
  for (let seed = 1; seed <= 3_000; seed++) {
    const dice = diceFrom(seed);
    const scenario = structuredClone(randomScenario(dice));
    assert.ok(isScenario(scenario), `${seed}: ${JSON.stringify(isScenario.errors)}`);
    // A hole in a list is `null` in JSON.
    damage(dice, scenario);
    const damaged = JSON.parse(JSON.stringify(scenario));
    const problems = check(damaged);
    if (isScenario(damaged)) {
      const wrong = problems.filter(({ code }) => OF_SHAPE.includes(code));
      assert.deepEqual(wrong, [], `${seed}: accepted ${JSON.stringify(damaged)}`);
    } else {
      refused++;
      assert.ok(problems.length > 0, `${seed}: ${JSON.stringify(isScenario.errors)} for ${JSON.stringify(damaged)}`);
    }
  }
  assert.ok(refused > 1_000, `${refused} refused`);
});
