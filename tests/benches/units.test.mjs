// The race of many villages (benches/units.mjs): its contestants in JavaScript give the rupiah of `cakupan/batch`, and the
// rupiah of one village counted by hand.
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { batch, columns, start } from "cakupan/batch";
import { arrays } from "../../benches/units/arrays.mjs";
import { objects } from "../../benches/units/objects.mjs";
import { model, scenario } from "../../benches/units/plan.mjs";
import { answerOf, sumsOf } from "../../benches/units/sums.mjs";
import { named, numbered, tableOf } from "../../benches/units/table.mjs";

before(() => start());

/** One unit with these people and ceilings, and nobody and nothing elsewhere. */
const oneUnit = (own) => model.columns.map(({ name }) => Float64Array.of(own[name] ?? 0));
const contestants = {
  cakupan: (table) => answerOf(batch(scenario, named(model, table))),
  objects: (table) => objects(model, table),
  arrays: (table) => arrays(model, table),
};

for (const [name, calculate] of Object.entries(contestants))
  describe(name, () => {
    test("perangkat: six from 2027, seven from July 2029, on wages of 2,424,420 that rise by 75,000", () => {
      const answer = calculate(oneUnit({ "perangkat.2027-01": 6, "perangkat.2029-07": 7, "add.2029": 1_000_000 }));
      // JKK 0.24 % and JKM 0.30 %, each to whole rupiah. 2027: 5,818.608 and 7,273.26; 2028 on 2,499,420: 5,998.608 and
      // 7,498.26; 2029 on 2,574,420: 6,178.608 and 7,723.26.
      const add = (year) => answer.asked[year * model.funds][0];
      assert.equal(add(0), (5_819 + 7_273) * 6 * 12);
      assert.equal(add(1), (5_999 + 7_498) * 6 * 12);
      assert.equal(add(2), (6_179 + 7_723) * (6 * 6 + 7 * 6));
      assert.equal(answer.short[2 * model.funds][0], (6_179 + 7_723) * 78 - 1_000_000);
    });

    test("nelayan: a third of each bill, members who leave, and a path from 10 to 55 %", () => {
      const answer = calculate(oneUnit({ "nelayan.members": 20, "nelayan.eligible": 20 }));
      // All 20 are members, more than the path ever asks of 20. Of 100 eight leave in a year: 20 × 0.08 ÷ 12 = 0.1333 in
      // the first month, so after eight months (1.0666) the first, and 19 are left; with 19 × 0.00667 = 0.12666 on the
      // 0.0666 that are carried, the next after eight more (1.08). January 2027 is the first month and nobody leaves: the
      // first is gone in September.
      // 20 heads: JKK 200,000 is 66,666.6, 66,666.6 and 66,666.8: the last two get a rupiah more by remainder .8 and, of
      // equals, the first: 66,667, 66,666, 66,667. JKM 136,000 is 45,333.288, 45,333.288, 45,333.424: 45,333, 45,333, 45,334.
      // 19 heads: JKK 190,000 is 63,333.27, 63,333.27, 63,333.46: 63,333, 63,333, 63,334. JKM 129,200 is 43,066.6236 twice
      // and 43,066.7528: 43,067, 43,066, 43,067.
      const of = (fund) => answer.asked[["add", "dd", "pades", "apbd", "sendiri"].indexOf(fund)][0];
      assert.equal(of("apbd"), 8 * (66_667 + 45_333) + 4 * (63_333 + 43_067));
      assert.equal(of("dd"), 8 * (66_666 + 45_333) + 4 * (63_333 + 43_066));
      assert.equal(of("sendiri"), 8 * (66_667 + 45_334) + 4 * (63_334 + 43_067));
      assert.equal(of("add") + of("pades"), 0);
    });
  });

test("200 villages have equal sums by year and fund", () => {
  const table = tableOf(model, numbered(200), 200);
  const [first, ...others] = Object.values(contestants).map((calculate) => sumsOf(calculate(table)));
  for (const sums of others) assert.deepEqual(sums, first);
  assert.ok(
    first.every((sum, place) => sum > 0 || place >= model.years * model.funds),
    "a fund pays nothing",
  );
});

test("the model has every column that the plan needs", () => {
  const needed = columns(scenario).filter((column) => column.needed);
  const known = model.columns.map(({ name }) => name);
  assert.deepEqual(
    needed.filter(({ name }) => !known.includes(name)),
    [],
  );
});
