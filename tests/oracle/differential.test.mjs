// The shipped wasm against the second implementation, over random scenarios: every number must be equal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, project } from "cakupan";
import { randomScenario } from "./generate.mjs";
import { projectByHand } from "./oracle.mjs";

const RUNS = Number(process.env.ORACLE_RUNS ?? 1500);

/** The oracle's answer, or the code of the problem it meets. */
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
  // Were most of them refused, agreement would say little.
  assert.ok(answered > RUNS * 0.9, `${answered} of ${RUNS} answered`);
});
