// Comparison of scenarios: the factors of every difference sum to it, and a change of one factor is found in that
// factor.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, compare } from "cakupan";
import { randomScenario } from "./generate.mjs";
import { FACTORS, mutated, randomPair } from "./mutate.mjs";
import { projectByHand } from "./oracle.mjs";

const RUNS = Number(process.env.COMPARE_RUNS ?? 100);

const sumOf = (list, field) => list.reduce((sum, entry) => sum + entry[field], 0);
const isRefused = (...scenarios) => scenarios.some((scenario) => check(scenario).length > 0);

/** Compares a difference with the totals of the oracle. */
function assertDifference(difference, [first, other], label) {
  const [a, b] = [projectByHand(first), projectByHand(other)];
  for (const field of ["rupiah", "budgetRupiah", "personMonths"]) {
    assert.equal(difference[field], b.total[field] - a.total[field], `${label}: ${field}`);
  }
  for (const field of ["rupiah", "budgetRupiah"]) {
    assert.equal(sumOf(difference.factors, field), difference[field], `${label}: parts of ${field}`);
  }
  const [before, after] = [a, b].map(({ years }) => years.at(-1).coverage);
  assert.equal(difference.members, before && after ? after.members - before.members : null, `${label}: members`);
  const alike = before && after && before.scope === after.scope;
  const points = alike ? Math.round((after.percent - before.percent) * 10_000) / 10_000 : null;
  assert.equal(difference.points, points, `${label}: points`);
  const named = difference.factors.flatMap(({ factors }) => factors);
  assert.deepEqual(named, FACTORS, `${label}: every factor once, in order`);
}

function assertCompared(compared, scenario, label) {
  const { total, years } = projectByHand(scenario);
  assert.equal(compared.name, scenario.name ?? null, label);
  for (const field of ["rupiah", "budgetRupiah", "personMonths"]) {
    assert.equal(compared[field], total[field], `${label}: ${field}`);
  }
  assert.deepEqual(compared.coverage, years.at(-1).coverage, `${label}: coverage`);
}

/** Compares one pair; returns whether both have a price. */
export function comparePair(seed) {
  const pair = randomPair(seed);
  if (isRefused(...pair)) return false;
  const result = compare(pair);
  result.scenarios.forEach((compared, index) => assertCompared(compared, pair[index], `seed ${seed} [${index}]`));
  assertDifference(result.differences[0], pair, `seed ${seed}`);
  return true;
}

/** Compares a pair that differs in one factor; returns whether both have a price. */
export function compareFactor(seed, factor) {
  const pair = [randomScenario(seed), mutated(randomScenario(seed), [factor], seed)];
  if (isRefused(...pair)) return false;
  const [difference] = compare(pair).differences;
  assertDifference(difference, pair, `seed ${seed} ${factor}`);
  difference.factors
    .filter(({ factors }) => !factors.includes(factor))
    .forEach((part) => {
      assert.deepEqual([part.rupiah, part.budgetRupiah], [0, 0], `seed ${seed}: ${part.factors} in place of ${factor}`);
    });
  return true;
}

/** Difference of each scenario to the one before; a scenario without a price is joined with the next. */
function stepsByHand(steps) {
  let before = projectByHand(steps[0]).total;
  let waiting = [];
  const told = [];
  steps.slice(1).forEach((step, index) => {
    waiting.push(FACTORS[index]);
    let after;
    try {
      after = projectByHand(step).total;
    } catch {
      return;
    }
    const [rupiah, budgetRupiah] = ["rupiah", "budgetRupiah"].map((field) => after[field] - before[field]);
    told.push({ factors: waiting, rupiah, budgetRupiah });
    before = after;
    waiting = [];
  });
  return told;
}

/** Compares a pair that differs in all factors, step by step; returns whether both have a price. */
export function compareSteps(seed) {
  const first = randomScenario(seed);
  const steps = [0, 1, 2, 3, 4, 5].map((count) => mutated(first, FACTORS.slice(0, count), seed, true));
  if (isRefused(steps[0], steps[5])) return false;
  const [difference] = compare([steps[0], steps[5]]).differences;
  assert.deepEqual(difference.factors, stepsByHand(steps), `seed ${seed}`);
  return true;
}

test("each factor makes of a difference what its step adds", () => {
  let answered = 0;
  for (let seed = 1; seed <= RUNS / 2; seed++) answered += compareSteps(seed) ? 1 : 0;
  assert.ok(answered > (RUNS / 2) * 0.5, `${answered} answered`);
});

test(`the parts of ${RUNS} random differences sum to them`, () => {
  let answered = 0;
  for (let seed = 1; seed <= RUNS; seed++) answered += comparePair(seed) ? 1 : 0;
  assert.ok(answered > RUNS * 0.6, `${answered} of ${RUNS} answered`);
});

for (const factor of FACTORS) {
  test(`a change of ${factor} alone is told as ${factor}`, () => {
    let answered = 0;
    for (let seed = 1; seed <= RUNS / 5; seed++) answered += compareFactor(seed, factor) ? 1 : 0;
    assert.ok(answered > (RUNS / 5) * 0.6, `${answered} answered`);
  });
}

test("three and four scenarios are each held against the first", () => {
  for (let seed = 1; seed <= 20; seed++) {
    const [first, second] = randomPair(seed);
    const list = [first, second, mutated(first, ["people"], seed + 1), mutated(first, ["rate"], seed + 2)];
    if (isRefused(...list)) continue;
    const { differences } = compare(list);
    assert.equal(differences.length, 3);
    differences.forEach((difference, index) => assertDifference(difference, [first, list[index + 1]], `seed ${seed}`));
  }
});

test("a scenario has no difference to itself", () => {
  for (let seed = 1; seed <= 100; seed++) {
    const scenario = randomScenario(seed);
    if (isRefused(scenario)) continue;
    const [{ factors, ...rest }] = compare([scenario, scenario]).differences;
    assert.ok(
      [rest.rupiah, rest.budgetRupiah, rest.personMonths].every((value) => value === 0),
      `seed ${seed}`,
    );
    assert.ok(
      factors.every(({ rupiah, budgetRupiah }) => rupiah === 0 && budgetRupiah === 0),
      `seed ${seed}`,
    );
  }
});

test("a difference worked out by hand", () => {
  const plan = (people, programmes, months) => ({
    schema: 1,
    region: { name: "Test", level: "regency" },
    period: { firstMonth: "2025-01", months },
    segments: [
      {
        id: "workers",
        name: "Workers",
        class: "BPU",
        programmes,
        enrolment: { kind: "fixed", counts: [{ from: "2025-01", people }] },
        payers: [{ fund: "apbd", percent: 100 }],
      },
    ],
    funds: [{ id: "apbd", name: "APBD", kind: "apbdRegency" }],
  });
  const [difference] = compare([plan(10, ["JKM"], 2), plan(30, ["JKK", "JKM"], 5)]).differences;
  // 10 people, two months: Rp 10,000 more each; then three months at 16,800; then 20 people for five months.
  assert.deepEqual(
    difference.factors.map(({ factors: [name], rupiah }) => [name, rupiah]),
    [
      ["rate", 200_000],
      ["months", 504_000],
      ["people", 1_680_000],
      ["relief", 0],
      ["funds", 0],
    ],
  );
});
