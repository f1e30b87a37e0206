// Ranges and the time after the budget that every surface is asked, and what the shipped module answers in Node. Draws come
// from a seed, in whole numbers: the answers must be the same bytes everywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as raced from "../../benches/draws/plan.mjs";
import { retention, risk, start, unsure } from "cakupan/monitor";
import { randomScenario } from "../oracle/generate.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
await start();

/** A range of a tenth around the whole ones of the numbers that the engine offers, at most 20. */
function request(scenario, seed) {
  const inputs = unsure(scenario)
    .filter(({ value }) => Number.isInteger(value))
    .slice(0, 20)
    .map(({ path, value }, at) => ({
      path,
      low: Math.floor(value * 0.9),
      high: /percent/i.test(path) ? Math.min(100, Math.ceil(value * 1.1)) : Math.ceil(value * 1.1),
      shape: at % 2 === 0 ? "triangular" : "uniform",
    }));
  // 300 are more than one block of those that are worked out side by side.
  return { inputs, draws: seed % 5 === 0 ? 300 : 40, seed };
}

const after = (seed) => ({
  months: 1 + (seed % 40),
  stayPercent: (seed * 7) % 101,
  rejoinPercent: (seed * 3) % 101,
  exits: [{ cause: "age", percentAYear: (seed % 30) + 0.25, replacedPercent: (seed * 11) % 101 }],
});

const regions = ["makassar", "sidrap", "majene", "maros", "sulawesi-selatan"];
const plans = [
  ...regions.map((name) => JSON.parse(readFileSync(join(root, "cases", `${name}.json`), "utf8"))),
  ...Array.from({ length: 20 }, (_, seed) => randomScenario(seed + 1)),
];

/** Calls: function, scenario, request. Plans without a number that may be unsure have no range. */
const ofPlans = plans.flatMap((scenario, seed) => {
  let asked = null;
  try {
    asked = request(scenario, seed);
  } catch (error) {
    assert.ok(error.problems.length > 0, String(error));
  }
  if (asked === null) return [];
  return [...(asked.inputs.length > 0 ? [["risk", scenario, asked]] : []), ["retention", scenario, after(seed)]];
});

/** The plan of the race is worked out side by side: heads, members, eligible workers and ceilings vary in it. */
export const calls = [["risk", raced.scenario, raced.request(1_000, 7)], ...ofPlans];

/** Answers of a surface with the functions of the package; sent to browsers as text. */
export async function answersOf(module, calls) {
  const answers = [];
  for (const [name, scenario, request] of calls) {
    try {
      answers.push(JSON.stringify(await module[name](scenario, request)));
    } catch (error) {
      answers.push(JSON.stringify(error.problems));
    }
  }
  return answers;
}

export const expected = await answersOf({ retention, risk }, calls);

export function same(answers) {
  assert.equal(answers.length, expected.length);
  for (const [at, answer] of answers.entries()) assert.equal(answer, expected[at], `${calls[at][0]} of plan ${at}`);
}
