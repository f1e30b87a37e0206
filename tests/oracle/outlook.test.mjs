// One more point, waiting and latest start, compared with changed plans that are calculated from the start.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, reach } from "cakupan";
import { randomScenario } from "./generate.mjs";
import { latestStartByHand, onePointByHand, waitingByHand } from "./outlook.mjs";

const RUNS = Number(process.env.OUTLOOK_RUNS ?? 300);

/** A figure, or the code of the reason; exactly one of the two, with a sentence in both languages. */
function plain({ value, reason }, label) {
  assert.notEqual(value === null, reason === null, label);
  if (reason === null) return { value };
  assert.match(reason.message.id, /^Tidak dapat dihitung karena .+\.$/, label);
  assert.match(reason.message.en, /^Cannot be worked out because .+\.$/, label);
  return { code: reason.code };
}

test(`figures and reasons of ${RUNS} random scenarios`, () => {
  const told = {};
  for (let seed = 1; seed <= RUNS; seed++) {
    const scenario = randomScenario(seed);
    if (check(scenario).length > 0) continue;
    let result;
    try {
      result = reach(scenario);
    } catch ({ code }) {
      // A segment that is billed in some months is filled in all of them; the law may have no value for the others.
      assert.ok(["noLawValue", "amountTooLarge"].includes(code), `seed ${seed}: ${code}`);
      continue;
    }
    for (const [name, byHand] of Object.entries({
      onePoint: onePointByHand,
      waiting: waitingByHand,
      latestStart: latestStartByHand,
    })) {
      const label = `seed ${seed}: ${name}`;
      const answer = plain(result[name], label);
      assert.deepEqual(answer, byHand(scenario), label);
      const kind = `${name} ${answer.code ?? "value"}`;
      told[kind] = (told[kind] ?? 0) + 1;
    }
  }
  // Each outlook must have a figure in some plans, or the comparison would test little.
  for (const name of ["onePoint", "waiting", "latestStart"])
    assert.ok(told[`${name} value`] > RUNS / 50, JSON.stringify(told));
});
