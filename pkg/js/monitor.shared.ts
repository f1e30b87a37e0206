// `cakupan/monitor` without a default location: a module of its own, for those who follow what happens to a plan.
import { ownModule } from "./module.js";
import { initSync, monitor as monitorOf, restart } from "./monitor.glue.js";
import { plain } from "./plain.js";
import { told } from "./sentence.js";
import type { Monitored, Realisation, Scenario } from "./types.js";

export { CakupanError, type FailureCode } from "./error.js";
export type { Source } from "./source.js";
export type {
  Balance,
  Deviation,
  Forecast,
  ForecastFund,
  Monitored,
  MonitoredCoverage,
  MonitoredFund,
  MonitoredMonth,
  MonitoredRow,
  MonitoredSegment,
  MonitoredVillage,
  MonitoredYear,
  Realisation,
  RealisedRow,
  Counted,
  NotKnown,
} from "./types.js";

const { startFrom, result } = ownModule({ initSync, restart });
export { startFrom };

/**
 * What was enrolled, billed and paid so far against the plan: by month, segment and village, with the deviation taken
 * apart to the rupiah, arrears, and what December will bring. A month without a row is not known; it never counts as zero.
 *
 * @throws {CakupanError} with every problem of the scenario, or else of the realisation (paths start with `rows[0]`).
 *
 * @example
 * await start();
 * const { total, year } = monitor(scenario, { rows: [{ month: "2026-01", segment: "rentan", paid: 980 }] });
 * year.asPlanned.rupiah; // until December, if the rest goes as planned
 */
export function monitor(scenario: Scenario, realisation: Realisation): Monitored {
  const [plan = null, happened = null] = plain([scenario, realisation]);
  const answer = result(() => monitorOf(plan, happened)) as Monitored;
  return { ...answer, notices: answer.notices.map(told) as Monitored["notices"] };
}
