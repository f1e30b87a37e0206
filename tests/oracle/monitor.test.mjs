// Compares `monitor` of the shipped module with the second implementation on random plans and realisations.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { check, project } from "cakupan";
import { monitor, start } from "cakupan/monitor";
import { randomScenario } from "./generate.mjs";
import { randomRealisation } from "./happened.mjs";
import { monitorByHand } from "./monitor.mjs";

const RUNS = Number(process.env.MONITOR_RUNS ?? 400);

before(() => start());

/** Boyolali 2025: 20,000 proposed, 17,970 verified, three months at 16,800. */
test("the oracle itself: Boyolali leaves 102,312,000 unspent", () => {
  const months = ["2025-10", "2025-11", "2025-12"];
  const scenario = {
    schema: 1,
    region: { name: "Boyolali", level: "regency" },
    period: { firstMonth: "2025-10", months: 3 },
    segments: [
      {
        id: "rentan",
        name: "Rentan",
        class: "BPU",
        programmes: ["JKK", "JKM"],
        enrolment: { kind: "fixed", counts: [{ from: "2025-10", people: 20_000 }] },
        payers: [{ fund: "apbd", percent: 100 }],
      },
    ],
    funds: [{ id: "apbd", name: "APBD", kind: "apbdRegency" }],
  };
  const rows = months.map((month) => ({ month, segment: "rentan", quota: 20_000, verified: 17_970, paid: 17_970 }));
  const { total } = monitorByHand(scenario, { rows });
  assert.deepEqual(
    [total.planRupiah, total.paidRupiah, total.unspentRupiah, total.deviation.people],
    [1_008_000_000, 905_688_000, 102_312_000, -102_312_000],
  );
});

/** What both name; the words and the sources of the base are held elsewhere. */
function compare(seed, told, expected) {
  const { from, until, total, months, segments, villages, districts, rows, year, coverage } = told;
  const { coverage: wanted, ...rest } = expected;
  assert.deepEqual({ from, until, total, months, segments, villages, districts, rows, year }, rest, `seed ${seed}`);
  if (wanted === null) assert.equal(coverage, null, `seed ${seed}`);
  for (const [name, value] of Object.entries(wanted ?? {}))
    assert.equal(coverage[name], value, `seed ${seed}: ${name}`);
}

test(`module and oracle agree on ${RUNS} random plans with random realisations`, () => {
  let answered = 0;
  let seen = 0;
  for (let seed = 1; seen < RUNS; seed++) {
    const scenario = randomScenario(seed);
    if (check(scenario).length > 0) continue;
    const realisation = randomRealisation(seed, scenario, project(scenario));
    if (realisation === null) continue;
    seen++;
    let told;
    try {
      told = monitor(scenario, realisation);
    } catch (error) {
      // Sums of people proposed and bills drawn above the greatest rupiah are refused by both, at other places.
      assert.equal(error.code, "amountTooLarge", `seed ${seed}: ${error.message}`);
      continue;
    }
    compare(seed, told, monitorByHand(scenario, realisation));
    answered++;
  }
  assert.ok(answered > RUNS * 0.9, `${answered} of ${RUNS} answered`);
});
