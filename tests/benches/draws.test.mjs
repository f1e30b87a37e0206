// The race of draws (benches/draws.mjs): typed arrays that are given the drawn values come to the percentiles of `risk`, which
// draws them itself; so both draw, price and split alike. `units.test.mjs` holds the arrays to rupiah by hand.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { request, scenario, tableOf } from "../../benches/draws/plan.mjs";
import { prepare, round } from "../../benches/draws/script.mjs";

before(() => prepare(500, 3));

test("500 draws have equal percentiles and are within the ceilings equally often", async () => {
  const [own, other] = [await round("risk"), await round("arrays")];
  assert.deepEqual(own.sums, other.sums);
  const [least, p10, p50, p90, most] = own.sums;
  assert.ok(least < p10 && p10 < p50 && p50 < p90 && p90 < most);
});

test("every number of the model is drawn, within its ends", () => {
  const { inputs } = request(1, 3);
  const table = tableOf(200, 3);
  assert.equal(new Set(inputs.map(({ path }) => path)).size, table.length);
  for (const [at, { low, high, path }] of inputs.entries()) {
    assert.ok(table[at].every((value) => value >= low && value <= high, path));
    assert.ok(new Set(table[at]).size > (high - low > 20 ? 10 : 1), path);
  }
  assert.equal(scenario.segments.length, 10);
});
