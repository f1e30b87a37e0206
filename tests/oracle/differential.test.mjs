// Compares the shipped wasm with the second implementation on random scenarios: every number must be equal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, project } from "cakupan";
import { randomScenario } from "./generate.mjs";
import { projectByHand } from "./oracle.mjs";

const RUNS = Number(process.env.ORACLE_RUNS ?? 1500);

/** Result of the oracle, or the code of its problem. */
function byHand(scenario) {
  try {
    return { numbers: projectByHand(scenario) };
  } catch (error) {
    return { code: error.message.split(" ")[0] };
  }
}

test(`engine and oracle agree on ${RUNS} random scenarios`, () => {
  let answered = 0;
  for (let seed = 1; seed <= RUNS; seed++) {
    const scenario = randomScenario(seed);
    const expected = byHand(scenario);
    const problems = check(scenario);
    if (expected.code !== undefined) {
      assert.ok(
        problems.some(({ code }) => code === expected.code),
        `seed ${seed}: ${expected.code} expected`,
      );
      continue;
    }
    assert.deepEqual(problems, [], `seed ${seed}`);
    const { months, years, total, crossings, monthly, published } = project(scenario);
    assert.deepEqual({ months, years, total, crossings, monthly, published }, expected.numbers, `seed ${seed}`);
    answered++;
  }
  // At least 90 % of the scenarios must have a result, or the comparison would test little.
  assert.ok(answered > RUNS * 0.9, `${answered} of ${RUNS} answered`);
});
