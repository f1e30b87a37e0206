// Sizes are compared with budget.json and may only fall; the goals are shown beside them.
import { test } from "node:test";
import assert from "node:assert/strict";
import { budget, measure, table } from "../../scripts/size.mjs";

const sizes = await measure();
console.log(table(sizes));

for (const { what, most } of budget())
  test(`${what}: at most ${most} kB`, () => {
    const message = `${sizes[what]} kB. If that is worth it, raise it in tests/release/budget.json and say why.`;
    assert.ok(sizes[what] <= most, message);
  });
