// `cakupan/monitor` without a default location: a module of its own, for what stands beside a plan: what happened, what may
// happen, what members receive.
import { ownModule } from "./module.js";
import {
  benefit as benefitOf,
  initSync,
  monitor as monitorOf,
  Ranges,
  restart,
  retention as retentionOf,
  unsure as unsureOf,
} from "./monitor.glue.js";
import { plain } from "./plain.js";
import { told } from "./sentence.js";
import type {
  Benefit,
  BenefitRequest,
  Monitored,
  Realisation,
  Retention,
  RetentionRequest,
  RiskRequest,
  Scenario,
  Uncertainty,
  UnsureNumber,
} from "./types.js";

export { CakupanError, type FailureCode } from "./error.js";
export type { Source } from "./source.js";
export type {
  AmountMissing,
  Benefit,
  BenefitRequest,
  BenefitRun,
  BenefitSegment,
  CeilingChance,
  Chance,
  ClaimsReport,
  ClaimsScope,
  Draws,
  Exit,
  ExitCause,
  Expected,
  ExpectedRange,
  ExpectedRow,
  Gone,
  Guesses,
  OwnAmount,
  OwnClaims,
  Payment,
  PaymentPart,
  Range,
  RangeShape,
  Retention,
  RetentionMonth,
  RetentionRequest,
  RiskFigures,
  RiskRequest,
  SpreadOfPeople,
  SpreadOfRate,
  SpreadOfRupiah,
  Stopped,
  TornadoBar,
  TornadoEnd,
  Uncertainty,
  UnsureNumber,
  Balance,
  Deviation,
  Forecast,
  ForecastFund,
  Monitored,
  MonitoredCoverage,
  MonitoredDistrict,
  MonitoredFund,
  MonitoredMonth,
  MonitoredRow,
  MonitoredSegment,
  MonitoredVillage,
  MonitoredYear,
  Pace,
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

/**
 * What members and heirs may receive while the plan pays: what one case pays by the law of its month, and a range of what
 * reports of claims would make of the plan's members. It stands beside the cost; nothing is taken off it.
 *
 * @throws {CakupanError} with every problem of the scenario, or else of the request.
 *
 * @example
 * await start();
 * const { segments, jkm } = benefit(scenario);
 * segments[0].runs[0].jkmDeath; // { rupiah: 42000000, parts: […] }
 * jkm.ranges; // by scope: fewest and most cases, least and most rupiah
 */
export function benefit(scenario: Scenario, request: BenefitRequest | null = null): Benefit {
  const [plan = null, asked = null] = plain([scenario, request]);
  return result(() => benefitOf(plan, asked)) as Benefit;
}

/**
 * Members and coverage to expect after the budget stops. How many go on by themselves was measured nowhere: `stayPercent`
 * has no default.
 *
 * @throws {CakupanError} with every problem of the scenario, or else of the request.
 */
export function retention(scenario: Scenario, request: RetentionRequest): Retention {
  const [plan = null, asked = null] = plain([scenario, request]);
  return result(() => retentionOf(plan, asked)) as Retention;
}

/**
 * The numbers of a plan that may be unsure and that its cost or coverage depends on, with their values; for a form in which
 * ranges are typed. `risk` takes any other number of a scenario too.
 *
 * @throws {CakupanError} with every problem of the scenario.
 */
export function unsure(scenario: Scenario): UnsureNumber[] {
  const [plan = null] = plain([scenario]);
  return result(() => unsureOf(plan)) as UnsureNumber[];
}

/** How `risk` tells how far it is, and how it is stopped. */
export interface RiskOptions {
  /** Called after each part with the number of draws made, and of all. */
  readonly onProgress?: (done: number, all: number) => void;
  /** Stops it: the promise is then rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
}

/** Draws of the first part. Parts grow while they take less than `SHORT` milliseconds, so that a thread stays free for messages. */
const PART = 250;
const SHORT = 20;

/**
 * How far cost and coverage may differ: each number alone at its lowest and highest value, and all of them drawn by lot.
 * Equal seeds give equal answers in every environment. It pauses between parts, so that a worker hears a message and a page
 * stays usable.
 *
 * @throws {CakupanError} with every problem of the scenario, or else of the request (paths start with `inputs[0]`).
 *
 * @example
 * await start();
 * const people = "segments[0].enrolment.counts[0].people";
 * const { tornado, draws } = await risk(scenario, { inputs: [{ path: people, low: 900, high: 1_200 }], draws: 10_000 });
 * draws.rupiah.p90; // nine tenths of the draws cost no more
 */
export async function risk(scenario: Scenario, request: RiskRequest, options: RiskOptions = {}): Promise<Uncertainty> {
  const [plan = null, asked = null] = plain([scenario, request]);
  const { onProgress, signal } = options;
  signal?.throwIfAborted();
  const ranges = result(() => new Ranges(plan, asked));
  const all = ranges.draws;
  let isAnswered = false;
  try {
    for (let left = all, part = PART; left > 0; ) {
      const begin = performance.now();
      left = result(() => ranges.more(part));
      if (performance.now() - begin < SHORT) part *= 2;
      onProgress?.(all - left, all);
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal?.throwIfAborted();
    }
    isAnswered = true;
    return result(() => ranges.answer()) as Uncertainty;
  } finally {
    if (!isAnswered) ranges.free();
  }
}
