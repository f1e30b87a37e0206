// Compares `reach` with trying every number of people.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, project, reach } from "cakupan";
import { randomSmall } from "./generate.mjs";
import { projectByHand } from "./oracle.mjs";
import { plannedHeads, reachByHand } from "./reach.mjs";

const RUNS = Number(process.env.REACH_RUNS ?? 200);

/** The plan with this many people in a segment from the first month. */
function filled(scenario, people) {
  const { target, ...rest } = scenario;
  const counts = (number) => [{ from: scenario.period.firstMonth, people: number }];
  const segments = scenario.segments.map(({ flows, ...segment }) =>
    people.has(segment.id)
      ? { ...segment, enrolment: { kind: "fixed", counts: counts(people.get(segment.id)) } }
      : { ...segment, ...(flows ? { flows } : {}) },
  );
  const others = segments.some(({ enrolment }) => enrolment.kind === "target");
  return { ...rest, segments, ...(others ? { target } : {}) };
}

const paidBy = (scenario, fund, year) =>
  project(scenario)
    .years.find((entry) => entry.year === year)
    .funds.find((entry) => entry.fund === fund).rupiah;

const ceilingOf = ({ funds }, fund, year) =>
  funds.find(({ id }) => id === fund).ceilings?.find((entry) => entry.year === year)?.rupiah ?? null;

/** Whether funds without a next fund are within their ceilings. */
function isWithin(scenario) {
  const ends = scenario.funds.filter(({ next }) => next == null).map(({ id }) => id);
  return project(scenario).years.every(({ funds }) =>
    funds.every(({ fund, shortRupiah }) => !ends.includes(fund) || shortRupiah === 0),
  );
}

function assertProven(scenario, ids, result, seed) {
  const people = new Map(result.segments.map((entry) => [entry.segment, entry.people]));
  const plan = filled(scenario, people);
  const { rupiah } = project(plan).total;
  assert.equal(rupiah, projectByHand(plan).total.rupiah);
  assert.equal(result.rupiah, rupiah, `seed ${seed}: rupiah`);
  assert.equal(result.personMonths, project(plan).total.personMonths, `seed ${seed}: person-months`);
  const isEmptyTooMuch = !isWithin(filled(scenario, new Map(ids.map((id) => [id, 0]))));
  assert.ok(isEmptyTooMuch || isWithin(plan), `seed ${seed}: a ceiling is exceeded`);
  result.funds.forEach((entry) => {
    assert.equal(entry.rupiah, paidBy(plan, entry.fund, entry.year), `seed ${seed}: fund`);
    assert.equal(entry.ceilingRupiah, ceilingOf(scenario, entry.fund, entry.year), `seed ${seed}: ceiling`);
    assert.equal(entry.leftRupiah, Math.max(0, entry.ceilingRupiah - entry.rupiah), `seed ${seed}: left`);
  });
  result.segments.forEach(({ segment, blocked, limit }, index) => {
    if (limit !== "ceiling") return;
    const tried = new Map(ids.map((id, at) => [id, at <= index ? people.get(id) : 0]));
    tried.set(segment, people.get(segment) + 1);
    const paid = paidBy(filled(scenario, tried), blocked.fund, blocked.year);
    assert.equal(blocked.rupiah, paid, `seed ${seed}: ${segment} blocked by ${blocked.fund} ${blocked.year}`);
    assert.equal(blocked.ceilingRupiah, ceilingOf(scenario, blocked.fund, blocked.year));
    assert.ok(paid > blocked.ceilingRupiah, `seed ${seed}: ${segment}: the proof proves nothing`);
  });
}

/** No way to fill gives a segment more than its eligible workers, or else its planned heads. */
function assertWithinPlan(scenario, { splits }, seed) {
  const planned = plannedHeads(scenario);
  const most = new Map(
    scenario.segments.map(({ id, enrolment }) => [id, enrolment.eligible ?? Number(planned.get(id))]),
  );
  for (const { people, personMonths, rupiah, segments } of splits) {
    segments.forEach((entry) => {
      assert.ok(entry.people <= most.get(entry.segment), `seed ${seed}: ${entry.segment}`);
      assert.equal(entry.leftOut, most.get(entry.segment) - entry.people, `seed ${seed}: ${entry.segment}`);
    });
    const { total } = project(filled(scenario, new Map(segments.map((entry) => [entry.segment, entry.people]))));
    assert.deepEqual([personMonths, rupiah], [total.personMonths, total.rupiah], `seed ${seed}: split of ${people}`);
  }
}

function compareWithBruteForce(seed, hasNext, beyondPlan) {
  const { scenario, ids } = randomSmall(seed, hasNext);
  assert.deepEqual(check(scenario), [], `seed ${seed}`);
  const expected = reachByHand(scenario, ids, beyondPlan);
  const request = { segments: ids, order: "given", beyondPlan };
  if (expected.some(({ people }) => people === null)) return false;
  const result = reach(scenario, request);
  assert.deepEqual(
    result.segments.map(({ segment, people }) => [segment, people]),
    expected.map(({ segment, people }) => [segment, people]),
    `seed ${seed}`,
  );
  assert.equal(
    result.people,
    expected.reduce((sum, { people }) => sum + people, 0),
    `seed ${seed}: people`,
  );
  result.segments.forEach((entry, index) => {
    const eligible = scenario.segments.find(({ id }) => id === entry.segment).enrolment.eligible ?? null;
    assert.equal(entry.eligible, eligible, `seed ${seed}`);
    for (const field of ["planned", "leftOut", "limit"])
      assert.equal(entry[field], expected[index][field], `seed ${seed}: ${field}`);
    if (entry.limit !== "ceiling") return assert.equal(entry.blocked, null, `seed ${seed}`);
    const { fund, year, rupiah } = entry.blocked;
    const hit = expected[index].next.find((limit) => limit.fund === fund && Number(limit.year) === year);
    assert.ok(hit, `seed ${seed}: ${fund} ${year} is not exceeded`);
    assert.equal(rupiah, Number(hit.rupiah), `seed ${seed}: blocked`);
  });
  assertProven(scenario, ids, result, seed);
  if (!beyondPlan) assertWithinPlan(scenario, result, seed);
  return true;
}

for (const hasNext of [false, true]) {
  test(`the most people of ${RUNS / 2} random scenarios, ${hasNext ? "with" : "without"} an order of use`, () => {
    let answered = 0;
    for (let seed = 1; seed <= RUNS / 2; seed++) {
      answered += compareWithBruteForce(seed, hasNext, false) ? 1 : 0;
      compareWithBruteForce(seed, hasNext, true);
    }
    assert.equal(answered, RUNS / 2, "within the plan something always ends it");
  });
}

test("a higher ceiling never covers fewer in the first segment", () => {
  for (let seed = 1; seed <= RUNS / 4; seed++) {
    const { scenario, ids } = randomSmall(seed, seed % 2 === 0);
    const first = (rise) => {
      const funds = scenario.funds.map((fund) =>
        fund.ceilings
          ? { ...fund, ceilings: fund.ceilings.map((entry) => ({ ...entry, rupiah: entry.rupiah + rise })) }
          : fund,
      );
      return reach({ ...scenario, funds }, { segments: ids, order: "given" }).segments[0].people;
    };
    const counts = [0, 1, 5000, 100_000].map(first);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
      `seed ${seed}: ${counts}`,
    );
  }
});

// ── by hand ──

const fixed = (people, rest = {}) => ({ kind: "fixed", counts: [{ from: "2024-01", people }], ...rest });

const workers = (enrolment, rest = {}) => ({
  id: "workers",
  name: "Workers",
  class: "BPU",
  programmes: ["JKK", "JKM"],
  enrolment,
  payers: [{ fund: "apbd", percent: 100 }],
  ...rest,
});

const planOf = (months, rupiah, segment, rest = {}) => ({
  schema: 1,
  region: { name: "Test", level: "regency" },
  period: { firstMonth: "2024-01", months },
  segments: [segment],
  funds: [
    { id: "apbd", name: "APBD", kind: "apbdRegency", ceilings: rupiah === null ? null : [{ year: 2024, rupiah }] },
  ],
  ...rest,
});

test("Sorong Selatan and Luwu come out to the person", () => {
  const sorong = reach(planOf(12, 500_000_000, workers(fixed(100))), { beyondPlan: true });
  assert.equal(sorong.people, 2480);
  assert.deepEqual(sorong.segments[0].blocked, {
    fund: "apbd",
    year: 2024,
    ceilingRupiah: 500_000_000,
    rupiah: 2481 * 201_600,
  });
  assert.equal(sorong.rupiah, 2480 * 201_600);
  assert.equal(sorong.personMonths, 2480 * 12);

  const luwu = reach(planOf(3, 200_000_000, workers(fixed(5000))));
  assert.equal(luwu.people, 3968);
  assert.deepEqual(luwu.time, [
    {
      fund: "apbd",
      year: 2024,
      fullMonths: 2,
      endsIn: "2024-03",
      people: 1904,
      personMonths: 2 * 5000 + 1904,
      leftRupiah: 32_000_000 - 1904 * 16_800,
    },
  ]);
});

test("the smallest ceilings", () => {
  const peopleFor = (rupiah, eligible) => {
    const request = { beyondPlan: true };
    const [{ people, limit, blocked }] = reach(planOf(3, rupiah, workers(fixed(1, { eligible }))), request).segments;
    return [people, limit, blocked?.rupiah ?? null];
  };
  assert.deepEqual(peopleFor(0, null), [0, "ceiling", 50_400]);
  assert.deepEqual(peopleFor(1, null), [0, "ceiling", 50_400]);
  assert.deepEqual(peopleFor(50_399, null), [0, "ceiling", 50_400]);
  assert.deepEqual(peopleFor(50_400, null), [1, "ceiling", 100_800]);
  assert.deepEqual(peopleFor(50_400, 1), [1, "eligible", null]);
  assert.deepEqual(peopleFor(10 ** 15, 7), [7, "eligible", null]);
});

test("a fund that nobody pays with limits nobody", () => {
  const scenario = planOf(3, null, workers(fixed(1, { eligible: 40 })));
  scenario.funds.push({ id: "other", name: "Other", kind: "csr", ceilings: [{ year: 2024, rupiah: 0 }] });
  const result = reach(scenario);
  assert.equal(result.people, 40);
  assert.deepEqual(result.funds, [{ fund: "other", year: 2024, ceilingRupiah: 0, rupiah: 0, leftRupiah: 0 }]);
});

test("beyond the plan, without a ceiling and without a number of eligible people there is no answer", () => {
  for (const scenario of [
    planOf(3, null, workers(fixed(1))),
    planOf(
      3,
      10 ** 9,
      workers(fixed(1), {
        payers: [
          { fund: "apbd", percent: 0 },
          { fund: "own", percent: 100 },
        ],
      }),
      {
        funds: [
          { id: "apbd", name: "APBD", kind: "apbdRegency", ceilings: [{ year: 2024, rupiah: 10 ** 9 }] },
          { id: "own", name: "Own", kind: "self" },
        ],
      },
    ),
  ]) {
    assert.deepEqual(check(scenario), []);
    assert.throws(
      () => reach(scenario, { beyondPlan: true }),
      ({ code }) => code === "noLimit",
    );
    assert.deepEqual([reach(scenario).people, reach(scenario).segments[0].limit], [1, "planned"]);
  }
});
