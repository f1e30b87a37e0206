// Tests the oracle itself: published budgets, arithmetic by hand, and totals that are the sum of their parts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { randomScenario } from "./generate.mjs";
import { BRACKETS } from "./law.mjs";
import { projectByHand } from "./oracle.mjs";

const REGENCY = { id: "apbd", name: "APBD", kind: "apbdRegency" };

const always = (people) => ({ kind: "fixed", counts: [{ from: "2015-07", people }] });

const workersOf = (people) => ({
  id: "workers",
  name: "Workers",
  class: "BPU",
  programmes: ["JKK", "JKM"],
  enrolment: always(people),
  payers: [{ fund: "apbd", percent: 100 }],
});

const wageEarners = (people, rupiah) => ({
  ...workersOf(people),
  class: "PU",
  risk: "veryLow",
  base: { kind: "fixed", rupiah },
});

const scenarioOf = (firstMonth, months, segment, rest = {}) => ({
  schema: 1,
  region: { name: "Test", level: "regency" },
  period: { firstMonth, months },
  segments: [segment],
  funds: [REGENCY],
  ...rest,
});

const costOf = (...args) => projectByHand(scenarioOf(...args)).total.rupiah;
const sumOf = (list, field = "rupiah") => list.reduce((sum, entry) => sum + entry[field], 0);
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

test("published budgets of class A come out to the rupiah", () => {
  assert.equal(costOf("2025-01", 7, workersOf(5606)), 659_265_600, "Lumajang 2025");
  assert.equal(costOf("2025-01", 12, workersOf(2829)), 570_326_400, "Manggarai Barat 2025");
  assert.equal(costOf("2022-05", 1, wageEarners(4156, 1_000_000)), 22_442_400, "Sulawesi Selatan 2022, non-ASN");
  assert.equal(costOf("2025-01", 12, workersOf(15_000)), 3_024_000_000, "Penajam Paser Utara 2025");
  assert.equal(costOf("2024-01", 12, workersOf(10_000)), 2_016_000_000, "Penajam Paser Utara 2024");
});

test("the rounding rule explains both printed rates of 0.54 %", () => {
  assert.equal(costOf("2022-01", 1, wageEarners(1, 2_552_014), { rounding: "down" }), 13_780, "Muna Barat");
  assert.equal(costOf("2023-01", 1, wageEarners(1, 2_152_322.98)), 11_623, "Klaten");
});

test("JP stops at the ceiling of the month", () => {
  const segment = {
    ...wageEarners(1, 12_000_000),
    programmes: ["JP"],
    workerPayers: [{ fund: "own", percent: 100 }],
  };
  const funds = [REGENCY, { id: "own", name: "Own", kind: "self" }];
  const { monthly, total } = projectByHand(scenarioOf("2026-02", 2, segment, { funds }));
  assert.deepEqual(monthly.funds[0].rupiah, [210_948, 221_726]);
  assert.deepEqual(monthly.funds[1].rupiah, [105_474, 110_863]);
  assert.equal(total.budgetRupiah, 210_948 + 221_726);
  assert.throws(() => costOf("2027-02", 2, segment, { funds }), /^Error: noLawValue/);
});

test("a construction contract is levied by layers, once", () => {
  const contract = (rupiah) => ({
    ...workersOf(20),
    class: "construction",
    base: { kind: "contract", rupiah },
    billed: [{ from: "2026-03", to: "2026-05" }],
  });
  const small = projectByHand(scenarioOf("2026-01", 12, contract(200_000_000)));
  assert.deepEqual(
    small.total.programmes.map(({ rupiah }) => rupiah),
    [380_000, 50_000],
  );
  assert.deepEqual(small.monthly.rupiah, [0, 0, 430_000, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  // August 2020, paid by the contractor, 1 % of 210,000 + 680,000 + 650,000 + 0.0011 = 1,540,000.0011 for JKK and of
  // 30,000 + 80,000 + 100,000 + 0.0001 = 210,000.0001 for JKM.
  const relieved = {
    ...scenarioOf("2020-08", 1, { ...contract(1_000_000_001), billed: null }),
    funds: [{ id: "apbd", name: "Contractor", kind: "employer" }],
  };
  assert.deepEqual(
    projectByHand(relieved).total.programmes.map(({ rupiah }) => rupiah),
    [15_400, 2_100],
  );
  const large = projectByHand(scenarioOf("2026-01", 12, contract(6_000_000_000)));
  const jkk = 210_000 + 680_000 + 650_000 + 4_400_000 + 900_000;
  const jkm = 30_000 + 80_000 + 100_000 + 400_000 + 100_000;
  assert.deepEqual(
    large.total.programmes.map(({ rupiah }) => rupiah),
    [jkk, jkm],
  );
});

test("incomes fall into the brackets of BPU", () => {
  const jkk = (rupiah) => {
    const segment = { ...workersOf(1), programmes: ["JKK"], base: { kind: "fixed", rupiah } };
    return costOf("2025-01", 1, segment);
  };
  assert.equal(jkk(1_099_999.999), 10_000);
  assert.equal(jkk(1_100_000), 12_000);
  assert.equal(jkk(2_950_000), 29_500);
  assert.equal(jkk(5_199_999), 49_500);
  assert.equal(jkk(5_200_000), 54_500);
  assert.equal(jkk(6_000_000), 59_500);
  assert.equal(jkk(8_199_999.999), 79_500);
  assert.equal(jkk(8_200_000), 87_000);
  assert.equal(jkk(25_000_000), 207_000);
});

test("every printed row of the brackets is 1 % and 2 % of its base", () => {
  assert.equal(BRACKETS.length, 33);
  for (const [from, base, jkk, jht] of BRACKETS) {
    const segment = { ...workersOf(1), programmes: ["JKK", "JHT"], base: { kind: "fixed", rupiah: Math.max(from, 1) } };
    const { total } = projectByHand(scenarioOf("2025-01", 1, segment));
    assert.deepEqual([base / 100, base / 50], [jkk, jht], `income from ${from}`);
    assert.deepEqual(
      total.programmes.map(({ rupiah }) => rupiah),
      [jkk, jht],
      `income from ${from}`,
    );
  }
});

test("a relief reaches a contribution only if every payer gets it", () => {
  const paidBy = (kinds, { sector, reliefs } = {}) => {
    const funds = kinds.map((kind) => ({ id: kind, name: kind, kind }));
    const payers = funds.map(({ id }) => ({ fund: id, percent: 100 / kinds.length }));
    const segment = { ...workersOf(1), sector, payers };
    return projectByHand(scenarioOf("2026-01", 16, segment, { funds, reliefs })).monthly.rupiah;
  };
  const until = (months, rupiah) => Array(months).fill(rupiah);
  assert.deepEqual(paidBy(["self"]), [...until(3, 16_800), ...until(9, 8400), ...until(4, 16_800)]);
  assert.deepEqual(paidBy(["self"], { sector: "transport" }), [...until(15, 8400), 16_800]);
  assert.deepEqual(paidBy(["apbdRegency"]), until(16, 16_800));
  assert.deepEqual(paidBy(["self", "apbdRegency"]), until(16, 16_800));
  assert.deepEqual(paidBy(["danaDesa"]), until(16, 16_800));
  const reliefs = [{ relief: "relief.pp50of2025.other", payer: "danaDesa", applies: true }];
  assert.deepEqual(paidBy(["danaDesa"], { reliefs }), [...until(3, 16_800), ...until(9, 8400), ...until(4, 16_800)]);
  const covid = (kind, reliefs) =>
    costOf("2020-08", 1, workersOf(1), { funds: [{ id: "apbd", name: "Payer", kind }], reliefs });
  assert.deepEqual([covid("self"), covid("employer")], [100 + 68, 100 + 68]);
  assert.equal(covid("apbdRegency"), 16_800, "PP 49/2020 leaves open whether a budget gets it");
  assert.equal(covid("apbdRegency", [{ relief: "relief.pp49of2020", payer: "apbdRegency", applies: true }]), 100 + 68);
});

/** A segment with a JKK rate of 100 %, so that the bill is the base in rupiah. */
const wageItself = (parameter) => ({
  ...wageEarners(1, 0),
  programmes: ["JKK"],
  base: { kind: "minimumWage", parameter, percent: 100 },
});
const wholeBase = { parameter: "jkk.pu.veryLow", from: "2015-07", value: 100, note: "to read the base" };

test("the JP ceiling grows every March, cut to Rp 100", () => {
  const segment = { ...wageEarners(1, 20_000_000), programmes: ["JP"], workerPayers: [{ fund: "apbd", percent: 100 }] };
  const assumptions = [{ kind: "growth", parameter: "jp.ceiling", percent: 5, note: "as before" }];
  const monthly = (rest) => projectByHand(scenarioOf("2027-02", 14, segment, { assumptions, ...rest })).monthly.rupiah;
  // 3 % of 11,086,300; of 11,640,600 (+ 5 % = 11,640,615, cut); of 12,222,600 (12,222,630, cut).
  assert.deepEqual(monthly(), [332_589, ...Array(12).fill(349_218), 366_678]);
  // The overridden February grows in March, also where the plan starts later: 10,000,000, then 10,500,000.
  const overrides = [{ parameter: "jp.ceiling", from: "2027-02", to: "2027-02", value: 10_000_000, note: "lower" }];
  assert.deepEqual(monthly({ overrides }).slice(0, 2), [300_000, 315_000]);
  assert.equal(costOf("2027-03", 1, segment, { assumptions, overrides }), 315_000);
});

test("a minimum wage grows by the wage formula every January, cut to sen where its decree prints sen", () => {
  const ump = "minimumWage.ump.sulawesiSelatan";
  const formula = { kind: "wageFormula", inflationPercent: 3.03, alpha: 0.8, growthPercent: 5.22, note: "PP 49/2025" };
  const wage = (month, parameter, lawDate) =>
    costOf(month, 1, wageItself(parameter), {
      overrides: [wholeBase],
      assumptions: [{ ...formula, parameter }],
      lawDate,
    });
  // 3.03 + 4.176 = 7.206 % on 3,657,527.37 = 3,921,088.792…, cut to 3,921,088.79 and billed as 3,921,089.
  assert.equal(wage("2026-01", ump, "2025-12-31"), 3_921_089);
  assert.equal(wage("2026-12", ump, "2025-12-31"), 3_921_089);
  // 3,921,088.79 + 7.206 % = 4,203,642.448…, cut to 4,203,642.44; cut to whole rupiah before, it would be less.
  assert.equal(wage("2027-01", ump, "2025-12-31"), 4_203_642);
  // Whole rupiah elsewhere: 4,148,719 + 7.206 % = 4,447,675.69….
  assert.equal(wage("2027-01", "minimumWage.umk.makassar"), 4_447_675);
  // The wage in the law has sen, and is used before the assumption.
  assert.equal(wage("2026-01", ump, "2026-01-01"), 3_921_089);
  assert.equal(wage("2026-01", ump), 3_921_089);
  assert.throws(() => wage("2023-12", "minimumWage.umk.makassar"), /^Error: noLawValue/, "before the first of the law");
});

test("who stands in an order of use may pay, until the planner says that he will not", () => {
  const plan = (...funds) => {
    const segment = { ...workersOf(100), payers: [{ fund: funds[0].id, percent: 100 }] };
    return projectByHand(scenarioOf("2026-01", 12, segment, { funds })).total.rupiah;
  };
  const own = { id: "self", name: "Self", kind: "self" };
  const next = { ...own, next: "apbd" };
  // 100 × (3 × 16,800 + 9 × 8,400), and 100 × 12 × 16,800.
  assert.equal(plan(own), 12_600_000);
  assert.equal(plan(REGENCY), 20_160_000);
  assert.equal(plan(next, REGENCY), 20_160_000);
  assert.equal(plan({ ...next, ceilings: [{ year: 2026, rupiah: 1 }] }, REGENCY), 20_160_000);
  assert.equal(plan(next, { ...REGENCY, willNotPay: true }), 12_600_000);
  // Ceilings change no price.
  assert.equal(plan({ ...next, ceilings: [{ year: 2026, rupiah: 1 }] }, { ...REGENCY, willNotPay: true }), 12_600_000);
  assert.equal(plan({ ...own, kind: "employer" }), 20_160_000, "an employer who sponsors is open");
});

test("a part of a minimum wage is rounded once, at the end", () => {
  const segment = {
    ...wageEarners(1, 0),
    risk: "veryHigh",
    programmes: ["JKK"],
    base: { kind: "minimumWage", parameter: "minimumWage.ump.sulawesiSelatan", percent: 54.9966 },
  };
  // 3,921,088.79 × 54.9966 % = 2,156,465.51748114; × 1.74 % = 37,522.500004…. Cut to 2,156,465.517 in between it would
  // be 37,522.4999….
  assert.equal(costOf("2026-01", 1, segment), 37_523);
});

test("the floors of BPU hold under replaced rates and bases, and a relief comes after them", () => {
  const rate = (parameter, value) => ({ parameter, from: "2015-07", value, note: "draft" });
  const cost = (programme, overrides, kind = "apbdRegency") => {
    const funds = [{ id: "apbd", name: "Payer", kind }];
    return costOf("2026-06", 1, { ...workersOf(1), programmes: [programme] }, { overrides, funds });
  };
  // 0.5 % of 1,000,000 = 5,000, below 10,000; 2 % of 600,000 = 12,000, below 20,000.
  assert.equal(cost("JKK", [rate("jkk.bpu", 0.5)]), 10_000);
  assert.equal(cost("JHT", [rate("bpu.minimumBase", 600_000)]), 20_000);
  assert.equal(cost("JKK", [rate("jkk.bpu", 0.5), rate("jkk.bpu.minimum", 4_000)]), 5_000);
  // Half of the floor; the floor is applied before the relief.
  assert.equal(cost("JKK", [rate("jkk.bpu", 0.5)], "self"), 5_000);
});

test("a relief can be changed, ended and prolonged", () => {
  const funds = [{ id: "apbd", name: "Self", kind: "self" }];
  const paid = (month, ...wishes) => {
    const overrides = wishes.map(([key, value, from, to]) => ({
      parameter: `relief.${key}`,
      from,
      to,
      value,
      note: "wish",
    }));
    return costOf(month, 1, workersOf(1), { funds, overrides });
  };
  assert.equal(paid("2027-01"), 16_800);
  const prolonged = ["pp50of2025.other", 50, "2027-01", "2027-06"];
  assert.equal(paid("2027-01", prolonged), 8400);
  assert.equal(paid("2027-07", prolonged), 16_800);
  assert.equal(paid("2026-10", ["pp50of2025.other", 0, "2026-10"]), 16_800);
  assert.equal(paid("2026-10", ["pp50of2025.other", 25, "2026-01"]), 12_600);
  assert.equal(paid("2026-10", ["pp49of2020", 99, "2026-01"]), 168, "the greater of two counts");
  assert.equal(paid("2026-10", ["pp49of2020", 49, "2026-01"]), 8400);
});

test("a law date hides what was not known on that day", () => {
  const funds = [{ id: "apbd", name: "Self", kind: "self" }];
  const paid = (lawDate) => costOf("2026-06", 1, workersOf(1), { funds, lawDate });
  assert.equal(paid("2025-12-01"), 16_800);
  assert.equal(paid("2025-12-21"), 16_800);
  assert.equal(paid("2025-12-22"), 8400);
  assert.equal(paid(null), 8400);
  assert.throws(() => paid("2015-06-30"), /^Error: noLawValue/);
});

test("a replaced bracket table is read in place of the law's", () => {
  const rows = [
    { fromRupiah: 0, value: 1_200_000 },
    { fromRupiah: 2_000_000, value: 3_000_000 },
  ];
  const table = { parameter: "bpu.brackets", from: "2025-01", to: "2025-01", rows, note: "draft" };
  const jkk = (month, rupiah, overrides = [table]) => {
    const base = rupiah === null ? null : { kind: "fixed", rupiah };
    return costOf(month, 1, { ...workersOf(1), programmes: ["JKK"], base }, { overrides });
  };
  assert.equal(jkk("2025-01", 1_999_999.999), 12_000);
  assert.equal(jkk("2025-01", 2_000_000), 30_000);
  assert.equal(jkk("2025-02", 2_000_000), 20_000, "after it the law again");
  assert.equal(jkk("2025-01", null), 10_000, "no income asks no table");
  const minimum = { parameter: "bpu.minimumBase", from: "2025-01", value: 1_500_000, note: "draft" };
  assert.equal(jkk("2025-01", null, [minimum]), 15_000);
});

test("a replaced layer table is that of the first billed month", () => {
  const rows = [
    { fromRupiah: 0, value: 0.2 },
    { fromRupiah: 100_000_000, value: 0.1 },
  ];
  const segment = {
    ...workersOf(20),
    class: "construction",
    base: { kind: "contract", rupiah: 200_000_000 },
    billed: [{ from: "2026-03", to: "2026-05" }],
  };
  const paid = (from) => {
    const overrides = [{ parameter: "jkk.construction.layers", from, rows, note: "draft" }];
    const { total } = projectByHand(scenarioOf("2026-01", 12, segment, { overrides }));
    return total.programmes.map(({ rupiah }) => rupiah);
  };
  assert.deepEqual(paid("2026-03"), [300_000, 50_000]);
  assert.deepEqual(paid("2026-04"), [380_000, 50_000]);
});

test("a bill that does not divide loses no rupiah, and ties go by the order of the shares", () => {
  const funds = ["a", "b", "c"].map((id) => ({ id, name: id, kind: "add" }));
  const payers = [
    { fund: "c", percent: 25 },
    { fund: "a", percent: 25 },
    { fund: "b", percent: 50 },
  ];
  const segment = { ...wageEarners(1, 1_000_500), programmes: ["JKM"], payers };
  const { total } = projectByHand(scenarioOf("2025-01", 1, segment, { funds }));
  // 0.3 % of 1,000,500 = 3001.5, billed as 3002: 750.5 + 750.5 + 1501.
  assert.deepEqual(
    total.funds.map(({ rupiah }) => rupiah),
    [750, 1501, 751],
  );
});

test("a target enrols the missing people by room", () => {
  const grow = (id, members, eligible) => ({
    ...workersOf(0),
    id,
    enrolment: { kind: "target", members, eligible },
  });
  const { monthly, years } = projectByHand({
    ...scenarioOf("2025-11", 3, grow("b", 0, 10)),
    segments: [grow("b", 0, 10), grow("a", 10, 20)],
    workforce: { denominator: "own", eligible: [{ from: "2025-01", people: 101 }] },
    target: {
      shape: "linear",
      points: [
        { month: "2025-11", percent: 5 },
        { month: "2026-01", percent: 50 },
      ],
    },
  });
  // 5 % of 101 requires 6, and 10 are members. 27.5 % requires 28: the missing 18 are divided equally over rooms of
  // 10. 50 % requires 51: only 2 more have room.
  assert.deepEqual(
    monthly.segments.map(({ heads }) => heads),
    [
      [0, 9, 10],
      [10, 19, 20],
    ],
  );
  assert.deepEqual(monthly.coverage.targetPercent, [5, 27.5, 50]);
  assert.deepEqual(monthly.coverage.percent, [9.9009, 27.7227, 29.7029]);
  assert.deepEqual(years[1].coverage, {
    month: "2026-01",
    members: 30,
    eligible: 101,
    percent: 29.7029,
    roundedPercent: null,
    targetPercent: 50,
    targetMembers: 51,
    gap: 21,
    gapToAll: 71,
    scope: "paid",
  });
});

function assertSums(amounts) {
  const { rupiah } = amounts;
  assert.equal(sumOf(amounts.segments), rupiah, "segments");
  assert.equal(sumOf(amounts.programmes), rupiah, "programmes");
  assert.equal(sumOf(amounts.funds), rupiah, "funds");
  assert.equal(sumOf(amounts.accounts), rupiah, "accounts");
  assert.equal(sumOf(amounts.segments, "personMonths"), amounts.personMonths, "person months");
  for (const entry of amounts.funds) assert.equal(sumOf(entry.programmes), entry.rupiah, entry.fund);
  for (const entry of amounts.segments) {
    assert.equal(sumOf(entry.programmes), entry.rupiah, `${entry.segment} by programme`);
    assert.equal(sumOf(entry.funds), entry.rupiah, `${entry.segment} by fund`);
  }
}

function assertSharesWhole({ segments }) {
  for (const { payers, workerPayers } of segments) {
    for (const shares of [payers, workerPayers ?? payers]) {
      assert.equal(sum(shares.map(({ percent }) => Math.round(percent * 10_000))), 1_000_000);
      assert.equal(new Set(shares.map(({ fund }) => fund)).size, shares.length);
    }
  }
}

test("every total of 300 random scenarios is the sum of its parts", () => {
  let refused = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const scenario = randomScenario(seed);
    assert.deepEqual(randomScenario(seed), scenario);
    assertSharesWhole(scenario);
    let projection;
    try {
      projection = projectByHand(scenario);
    } catch (error) {
      assert.match(error.message, /^noLawValue/, `seed ${seed}`);
      refused += 1;
      continue;
    }
    const { months, total, years, monthly } = projection;
    assert.equal(months.length, scenario.period.months);
    assertSums(total);
    years.forEach(assertSums);
    for (const field of ["rupiah", "budgetRupiah", "personMonths", "months"]) {
      const whole = field === "months" ? months.length : total[field];
      assert.equal(sumOf(years, field), whole, `${field} of the years, seed ${seed}`);
    }
    assert.equal(sum(monthly.rupiah), total.rupiah);
    assert.equal(sum(monthly.heads), total.personMonths);
    months.forEach((_, index) => {
      for (const list of [monthly.segments, monthly.programmes, monthly.funds]) {
        assert.equal(sum(list.map(({ rupiah }) => rupiah[index])), monthly.rupiah[index], `seed ${seed}`);
      }
      assert.equal(sum(monthly.segments.map(({ heads }) => heads[index])), monthly.heads[index]);
    });
    total.segments.forEach((entry, index) => {
      assert.equal(sum(monthly.segments[index].rupiah), entry.rupiah);
      assert.equal(sum(monthly.segments[index].heads), entry.personMonths);
    });
    total.funds.forEach((entry, index) => assert.equal(sum(monthly.funds[index].rupiah), entry.rupiah));
  }
  assert.ok(refused < 15, `${refused} of 300 had no statutory value`);
});
