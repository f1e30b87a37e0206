// What happened as it is typed: cells, what the engine is asked, and that it stays with the plan wherever that goes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { check, project } from "cakupan";
import { modules } from "./modules.mjs";

const [realisation, draft, repair] = await modules("plan/realisation", "plan/draft", "plan/repair");
const maros = JSON.parse(await readFile(new URL("../../cases/maros.json", import.meta.url), "utf8"));
const months = ["2025-01", "2025-02", "2025-03"];
const at = (month, segment = "pemda") => ({ month, segment });
const engine = {
  run(scenario) {
    const problems = check(scenario);
    return problems.length ? { problems } : { projection: project(scenario), scenario };
  },
};

/** Maros with some cells typed. */
const typed = (...cells) =>
  realisation.edited(
    draft.toDraft(maros),
    cells.map(([place, key, text]) => ({ place, key, text })),
  );

test("a number is written out, a date is read, and a row without a cell is none", () => {
  const plan = typed(
    [at("2025-01"), "paid", "13595"],
    [at("2025-01"), "paidOn", "20-06-2025"],
    [at("2025-02"), "paidRupiah", "228,4 juta"],
  );
  assert.deepEqual(plan.realisation, [
    { ...at("2025-01"), paid: "13.595", paidOn: "2025-06-20" },
    { ...at("2025-02"), paidRupiah: "228.400.000" },
  ]);
  assert.deepEqual(realisation.toRealisation(plan.realisation), {
    rows: [
      { ...at("2025-01"), paid: 13_595, paidOn: "2025-06-20" },
      { ...at("2025-02"), paidRupiah: 228_400_000 },
    ],
    unclear: [],
  });
  const emptied = realisation.edited(plan, [{ place: at("2025-02"), key: "paidRupiah", text: " " }]);
  assert.deepEqual(
    emptied.realisation.map(({ month }) => month),
    ["2025-01"],
  );
});

test("a text stays and is handed to the engine as it is; a number of two meanings is asked about", () => {
  const plan = typed([at("2025-01"), "paidRupiah", "lihat SP2D"], [at("2025-02"), "paid", "120 KK"]);
  const { rows, unclear } = realisation.toRealisation(plan.realisation);
  assert.equal(rows[0].paidRupiah, "lihat SP2D");
  assert.deepEqual(
    unclear.map(({ at, key, typed }) => [at, key, typed]),
    [[1, "paid", "120 KK"]],
  );
  assert.deepEqual(realisation.cellOfPath(plan, "rows[1].paid"), { place: at("2025-02"), key: "paid" });
  assert.equal(realisation.cellOfPath(plan, "segments[0]"), null);
});

test("what is typed for a month or group that the plan no longer has keeps its row", () => {
  const plan = typed([at("2024-12"), "paid", "5"], [at("2025-01", "lama"), "paid", "6"], [at("2025-01"), "paid", "7"]);
  assert.deepEqual(realisation.placesOf(plan, months, { year: "2025", segment: "", month: "" }), [
    ...months.map((month) => at(month)),
    at("2024-12"),
    at("2025-01", "lama"),
  ]);
});

test("the engine is never asked about it with the plan, and a plan that is opened again has it", () => {
  const plan = typed([at("2025-01"), "paid", "13.595"], [at("2025-02"), "paidRupiah", "nanti"]);
  const { scenario } = draft.toScenario(plan);
  assert.equal(Object.hasOwn(scenario, "realisation"), false);
  assert.deepEqual(check(scenario), []);
  const { draft: again, lost } = repair.repairedTyped(JSON.parse(JSON.stringify(plan)), engine);
  assert.deepEqual(again.realisation, plan.realisation);
  assert.deepEqual(lost, []);
  for (const hostile of ["x", 5, {}, [], [null, 7, []], [{ month: 1, segment: {} }]])
    assert.equal(repair.repairedTyped({ ...plan, realisation: hostile }, engine).draft.realisation, undefined);
});

/** Two villages that share their name, of which one has a code; a third that counts nobody. */
const divided = {
  ...draft.toDraft(maros),
  segments: [{ ...draft.toDraft(maros).segments[0], enrolment: { kind: "villages" } }],
  villages: [
    { code: "73.09.01.2001", name: "Ulu", counts: [{ segment: "pemda", people: "60" }] },
    { name: "Hilir", counts: [{ segment: "pemda", people: "40" }] },
    { name: "Kosong" },
  ],
};
const inVillage = (month, village) => ({ ...at(month), village });

test("a row of a village stays at its village when that gets a code, and when its row is typed again", () => {
  const shown = { year: "2025", segment: "pemda", month: "2025-02" };
  assert.deepEqual(realisation.placesOf(divided, months, shown), [
    inVillage("2025-02", "73.09.01.2001"),
    inVillage("2025-02", "Hilir"),
  ]);
  const [, hilir] = realisation.placesOf(divided, months, shown);
  const plan = realisation.edited(divided, [{ place: hilir, key: "paid", text: "30" }]);
  assert.deepEqual(plan.realisation, [{ ...inVillage("2025-02", "Hilir"), paid: "30" }]);
  assert.deepEqual(realisation.toRealisation(plan.realisation).rows, [{ ...inVillage("2025-02", "Hilir"), paid: 30 }]);
  const [ulu, named, empty] = plan.villages;
  const coded = { ...plan, villages: [ulu, { ...named, code: "73.09.01.2002" }, empty] };
  const now = inVillage("2025-02", "73.09.01.2002");
  assert.equal(realisation.textAt(coded, now, "paid"), "30");
  assert.equal(realisation.edited(coded, [{ place: now, key: "paid", text: "31" }]).realisation.length, 1);
  // Among whole groups only what no row of a village shows.
  const whole = { year: "2025", segment: "", month: "" };
  assert.equal(realisation.placesOf(coded, months, whole).length, months.length);
  const without = { ...coded, villages: [ulu, empty] };
  assert.deepEqual(realisation.placesOf(without, months, whole).at(-1), inVillage("2025-02", "Hilir"));
});
