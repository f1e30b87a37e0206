// `cakupan/batch`: many units of one plan from the shipped module, held against `project` of each unit alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { project } from "cakupan";
import { apportion, batch, CakupanError, columns, open, start, villages } from "cakupan/batch";
import { randomScenario } from "../oracle/generate.mjs";
import { projectedYears, randomRows, tableOf, unitOf, yearsOf } from "./units.mjs";

const plan = JSON.parse(readFileSync(new URL("../../examples/spark/plan.json", import.meta.url), "utf8"));
const pathsOf = (call) => {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CakupanError, String(error));
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
  return assert.fail("nothing was refused");
};

/** Luwu: 50 workers in each of two villages of one kecamatan, 10 in one without; each has a ceiling of 2,500,000. */
const village = (name, district, people) => ({
  name,
  district,
  firstMonth: "2025-10",
  counts: [{ segment: "rentan", people }],
  ceilings: [{ fund: "add", year: 2025, rupiah: 2_500_000 }],
});
const [segment] = plan.segments;
const luwu = {
  ...plan,
  segments: [{ ...segment, enrolment: { kind: "villages" } }],
  villages: [village("A", "Bua", 50), village("B", "Bua", 50), village("C", null, 10)],
};

test("before its start the module says so", () => {
  assert.throws(() => batch(plan, { rentan: [1] }), { code: "notStarted" });
});

describe("the started module", () => {
  before(() => start());

  test("Labuhanbatu's villages: 100 workers × 16,800 × 12 are 20,160,000 each", () => {
    const [year] = batch(plan, { rentan: [100, 50, 0], "add.2025": [20_000_000, null, 0] });
    assert.deepEqual([...year.personMonths], [1200, 600, 0]);
    assert.deepEqual([...year.rupiah], [20_160_000, 10_080_000, 0]);
    assert.deepEqual([...year.short], [160_000, 0, 0]);
    assert.deepEqual([...year.funds[0].asked], [20_160_000, 10_080_000, 0]);
    assert.deepEqual([...year.funds[0].short], [160_000, 0, 0]);
  });

  test("the columns of a plan are told", () => {
    const found = columns(plan).map(({ name, needed }) => [name, needed]);
    assert.deepEqual(found, [
      ["rentan", true],
      ["add.2025", false],
      ["firstMonth", false],
      ["lastMonth", false],
    ]);
  });

  test("Luwu's villages: 50 workers × 16,800 from October to December are 2,520,000 each, 20,000 above a ceiling", () => {
    const answer = villages(luwu);
    const sums = ({ people, years }) => [
      [...people[0].people],
      ...["asked", "short"].map((column) => [...years[0].funds[0][column]]),
      [...years[0].personMonths],
    ];
    assert.deepEqual(
      [answer.districts, [...answer.districtOf]],
      [
        ["Bua", ""],
        [0, 0, 1],
      ],
    );
    assert.deepEqual(sums(answer.villages), [
      [50, 50, 10],
      [2_520_000, 2_520_000, 504_000],
      [20_000, 20_000, 0],
      [150, 150, 30],
    ]);
    assert.deepEqual(sums(answer.byDistrict), [
      [100, 10],
      [5_040_000, 504_000],
      [40_000, 0],
      [300, 30],
    ]);
    assert.deepEqual(sums(answer.total), [[110], [5_544_000], [40_000], [330]]);
    assert.equal(answer.villages.people[0].segment, "rentan");
    // Three ceilings of 2,500,000; A and B use theirs up and ask for 20,000 more each, C uses 504,000.
    assert.deepEqual(answer.ceilings, [
      { fund: "add", year: 2025, villages: 3, ceiling: 7_500_000, used: 5_504_000, short: 40_000, unlimited: 0 },
    ]);
    assert.equal(project(luwu).total.rupiah, 5_544_000);
    assert.deepEqual(
      pathsOf(() => villages({ ...luwu, villages: [] })),
      ["segmentWithoutVillages segments[0].enrolment.kind"],
    );
    assert.deepEqual(
      columns(luwu).map(({ name }) => name),
      ["rentan", "add.2025", "firstMonth", "lastMonth"],
    );
  });

  test("people are divided by size, those left over to the largest remainders", () => {
    // 10 × 3 ÷ 7 = 4 rest 2, twice; 10 × 1 ÷ 7 = 1 rest 3.
    assert.deepEqual([...apportion(10, [3, 3, 1])], [4, 4, 2]);
    // Sidrap: 6,800 over 68 desa, and 6,830 equally: the first thirty get one more.
    assert.deepEqual([...apportion(6_800, new Float64Array(68).fill(1))], Array(68).fill(100));
    const spread = apportion(6_830, new Float64Array(68).fill(1));
    assert.deepEqual([...spread], [...Array(30).fill(101), ...Array(38).fill(100)]);
    // Beyond 2^53 in a product: of 9 × 10^15 people a third each, and one left over.
    assert.deepEqual([...apportion(9_000_000_000_000_001, [5e15, 5e15, 5e15])], [3_000_000_000_000_001, 3e15, 3e15]);
    assert.deepEqual([...apportion(0, [0, 0])], [0, 0]);
    assert.deepEqual([...apportion(0, [])], []);
    const refusals = [
      [() => apportion(1, [0, 0]), ["tooSmall sizes"]],
      [() => apportion(1, []), ["tooSmall sizes"]],
      [() => apportion(1.5, [1, -1]), ["notWhole people", "tooSmall sizes[1]"]],
      [() => apportion(2 ** 53, [1]), ["tooLarge people"]],
      [() => apportion(1, [Number.NaN]), ["notANumber sizes[0]"]],
      [() => apportion("10", [1]), ["notANumber people"]],
      [() => apportion(1, "1"), ["notAList sizes"]],
      [() => apportion(1, ["1"]), ["notANumber sizes[0]"]],
    ];
    for (const [call, expected] of refusals) assert.deepEqual(pathsOf(call), expected, String(call));
  });

  test("10,000 random units of 250 random plans equal their projections", () => {
    let right = 0;
    for (let seed = 1; right < 10_000; seed++) {
      assert.ok(seed < 600, `${right} units only`);
      const random = randomScenario(seed);
      const { names, rows } = randomRows(random, columns(random), seed, 50);
      const kept = rows.filter((row) => {
        const unit = unitOf(random, names, row);
        let expected;
        try {
          expected = projectedYears(project(unit));
        } catch (error) {
          const refused = error.problems.map(({ code }) => code);
          // What `check` forbids in one scenario (members above eligible) is no rule of a table.
          if (refused.includes("tooLarge") || refused.includes("outOfOrder")) return false;
          assert.throws(() => batch(random, tableOf({ names, rows: [row] })), CakupanError, `seed ${seed}`);
          return false;
        }
        const found = yearsOf(batch(random, tableOf({ names, rows: [row] })), 0);
        assert.deepEqual(found, expected, `seed ${seed}, ${JSON.stringify(row)}`);
        return true;
      });
      const together = batch(random, tableOf({ names, rows: kept }));
      for (const [unit, row] of kept.entries())
        if (unit % 7 === 0)
          assert.deepEqual(yearsOf(together, unit), projectedYears(project(unitOf(random, names, row))));
      right += kept.length;
    }
  });

  test("what is wrong is told for every unit, at its cell", () => {
    const wrong = {
      rentan: [1, -1, 2.5, null, 10 ** 16],
      "add.2025": [0, 0, 0, 0, -3],
      firstMonth: [202601, 2025, null, null, null],
    };
    assert.deepEqual(
      pathsOf(() => batch(plan, wrong)),
      [
        "monthOutsidePlan units[0].firstMonth",
        "tooSmall units[1].rentan",
        "badMonth units[1].firstMonth",
        "notWhole units[2].rentan",
        "missing units[3].rentan",
        "tooLarge units[4].rentan",
        "tooSmall units[4].add.2025",
      ],
    );
    assert.deepEqual(
      pathsOf(() => batch(plan, { rentann: [1] })),
      ["unknownKey rentann", "missing rentan"],
    );
    assert.deepEqual(pathsOf(() => batch({ ...plan, funds: [] }, { rentan: [1] })).length > 0, true);
  });

  test("whatever is handed over, it is an answer or a refusal", () => {
    const trap = new Proxy([], {
      get() {
        throw new Error("read");
      },
    });
    const hostile = [
      null,
      undefined,
      5,
      "rentan",
      trap,
      { rentan: trap },
      { rentan: "12" },
      { rentan: ["1"] },
      { rentan: [{}] },
    ];
    for (const table of hostile) pathsOf(() => batch(plan, table));
    assert.equal(batch(plan, { rentan: [1] })[0].funds[0].asked[0], 201_600);
  });

  test("CommonJS has the same functions", async () => {
    const module = createRequire(import.meta.url)("cakupan/batch");
    await module.start();
    assert.deepEqual(module.batch(plan, { rentan: [3] }), batch(plan, { rentan: [3] }));
  });
});

describe("workers", () => {
  let workers;
  before(() => {
    workers = open(2);
  });
  after(() => workers.close());

  test("work out the villages of a plan as one call does, and refuse what it refuses", async () => {
    await start();
    assert.deepEqual(await workers.villages(luwu), villages(luwu));
    await assert.rejects(workers.villages({ ...luwu, villages: [] }), (error) => {
      assert.ok(error instanceof CakupanError);
      assert.equal(error.problems[0].code, "segmentWithoutVillages");
      return true;
    });
  });

  test("end the villages at hand when they are told to, and go on with the next", async () => {
    const stop = new AbortController();
    const ended = workers.villages(luwu, { signal: stop.signal });
    const other = workers.villages(luwu);
    stop.abort(new Error("newer"));
    await assert.rejects(ended, /newer/);
    await assert.rejects(workers.villages(luwu, { signal: stop.signal }), /newer/);
    assert.equal((await other).ceilings[0].used, 5_504_000);
    assert.equal((await workers.villages(luwu)).ceilings[0].used, 5_504_000);
    const own = open(1);
    const closed = own.villages(luwu);
    own.close();
    await assert.rejects(closed, { code: "closed" });
    await assert.rejects(own.villages(luwu), { code: "closed" });
  });

  // 75,266 desa and kelurahan, and heads that differ: 0 to 199.
  const rentan = Float64Array.from({ length: 75_266 }, (_, unit) => unit % 200);

  test("give what one call gives, and say how far they are", async () => {
    await start();
    const seen = [];
    const found = await workers.batch(plan, { rentan }, { onProgress: (done, units) => seen.push([done, units]) });
    assert.deepEqual(found, batch(plan, { rentan }));
    // Σ rentan × 12 × 16,800: 376 rounds of 0 to 199 (19,900 each) and 66 villages with 0 to 65 (2,145).
    const sum = found[0].funds[0].asked.reduce((sum, rupiah) => sum + rupiah, 0);
    assert.equal(sum, (376 * 19_900 + 2_145) * 12 * 16_800);
    assert.deepEqual(seen.at(-1), [75_266, 75_266]);
    assert.ok(seen.length >= 18 && seen.every(([done], at) => at === 0 || done > seen[at - 1][0]));
  });

  test("end when the caller wants no more", async () => {
    const control = new AbortController();
    const work = workers.batch(plan, { rentan }, { signal: control.signal, onProgress: () => control.abort() });
    await assert.rejects(work, { name: "AbortError" });
    // They can be asked again.
    assert.equal((await workers.batch(plan, { rentan: [7] }))[0].personMonths[0], 84);
  });

  test("tell every faulty unit by its place in the whole table", async () => {
    const faulty = rentan.slice();
    faulty[5] = -1;
    faulty[70_000] = 0.5;
    await assert.rejects(workers.batch(plan, { rentan: faulty }), (error) => {
      assert.deepEqual(
        error.problems.map(({ code, path }) => `${code} ${path}`),
        ["tooSmall units[5].rentan", "notWhole units[70000].rentan"],
      );
      return error instanceof CakupanError;
    });
    await assert.rejects(workers.batch(plan, {}), { code: "missing", path: "rentan" });
    await assert.rejects(workers.batch({}, { rentan }), (error) => error.problems.length > 0);
  });

  test("are closed for good", async () => {
    const own = open(1);
    const work = own.batch(plan, { rentan });
    own.close();
    await assert.rejects(work, { code: "closed" });
    await assert.rejects(own.batch(plan, { rentan }), { code: "closed" });
  });
});
