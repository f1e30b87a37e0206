// `cakupan/monitor`: a plan against what happened, from the shipped module.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { CakupanError, monitor, start } from "cakupan/monitor";

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const maros = read("cases/maros.json");
const row = (month, fields) => ({ month, segment: "pemda", ...fields });

const refusedBy = (call) => {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CakupanError, String(error));
    return error.problems;
  }
  return assert.fail("nothing was refused");
};

test("before its start the module says so", () => {
  assert.throws(() => monitor(maros, { rows: [] }), { code: "notStarted" });
});

describe("the started module", () => {
  before(() => start());

  test("Maros: 13,595 × 16,800 = 228,396,000 a month; a month of 13,000 is 9,996,000 less", () => {
    const answer = monitor(maros, { rows: [row("2025-01", { paid: 13_595 }), row("2025-02", { paid: 13_000 })] });
    assert.equal(answer.total.planRupiah, 2 * 228_396_000);
    assert.equal(answer.total.deviation.people, -9_996_000);
    assert.equal(answer.year.asPlanned.rupiah, 12 * 228_396_000 - 9_996_000);
    const [line] = answer.notices.filter(({ code }) => code === "belowLine");
    assert.equal(line.grade, "remark");
    assert.match(line.message.id, /^Terbayar Rp 446\.796\.000 .* kurang Rp 9\.996\.000\.$/);
    assert.match(line.message.en, /Rp 9,996,000 less\.$/);
  });

  test("an answer has the fields of its shape, all of them and no others", () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const printed = execFileSync("cargo", ["run", "--quiet", "--", "schema", "all"], { cwd: root, encoding: "utf8" });
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    ajv.addSchema({ $id: "shapes", $defs: JSON.parse(printed).$defs });
    const fits = ajv.compile({ $ref: "shapes#/$defs/Monitored" });
    const answer = monitor(maros, { source: "SP2D", note: "uji", rows: [row("2025-01", { paidRupiah: 0 })] });
    assert.ok(fits(answer), JSON.stringify(fits.errors));
    for (const field of Object.keys(answer)) {
      const { [field]: _, ...less } = answer;
      assert.ok(!fits(less), field);
    }
    assert.ok(!fits({ ...answer, more: 1 }));
  });

  test("everything wrong comes back at once, with sentences in both languages", () => {
    const rows = [
      row("2025-01", { paid: -1 }),
      row("2026-01", { paid: 1 }),
      row("2025-02", { paidRupiah: "1.2e+006" }),
    ];
    const problems = refusedBy(() => monitor(maros, { rows }));
    assert.deepEqual(problems.map(({ code, path }) => `${code} ${path}`).sort(), [
      "monthOutsidePlan rows[1].month",
      "notANumber rows[2].paidRupiah",
      "tooSmall rows[0].paid",
    ]);
    for (const { message } of problems) assert.ok(message.id && message.en && message.id !== message.en);
    assert.equal(
      refusedBy(() => monitor({}, { rows })).every(({ path }) => !path.startsWith("rows")),
      true,
    );
  });

  test("nothing that is handed in breaks it, and nothing of it is changed", () => {
    const cycle = { rows: [] };
    cycle.rows.push(cycle);
    const throwing = new Proxy({}, { ownKeys: () => assert.fail("asked") });
    for (const hostile of [
      null,
      undefined,
      7,
      "rows",
      [],
      { rows: {} },
      { rows: [null, 7, []] },
      cycle,
      throwing,
      { rows: [() => 1] },
    ])
      refusedBy(() => monitor(maros, hostile));
    const frozen = Object.freeze({ rows: Object.freeze([Object.freeze(row("2025-01", { paid: 13_595 }))]) });
    assert.equal(monitor(maros, frozen).total.deviation.rupiah, 0);
  });

  test("CommonJS answers the same", async () => {
    const module = createRequire(import.meta.url)("cakupan/monitor");
    await module.start();
    const realisation = { rows: [row("2025-01", { paid: 13_000 })] };
    assert.deepEqual(module.monitor(maros, realisation), monitor(maros, realisation));
  });
});
