// `cakupan/batch`: many units of one plan from the shipped module, held against `project` of each unit alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { project } from "cakupan";
import { batch, CakupanError, columns, open, start } from "cakupan/batch";
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
