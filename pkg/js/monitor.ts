// What stands beside a plan: what happened, what may happen, what members receive.
import { type Source, startFrom } from "./monitor.shared.js";

export {
  CakupanError,
  type AmountMissing,
  type Benefit,
  type BenefitRequest,
  type BenefitRun,
  type BenefitSegment,
  type CeilingChance,
  type Chance,
  type ClaimsReport,
  type ClaimsScope,
  type Draws,
  type Exit,
  type ExitCause,
  type Expected,
  type ExpectedRange,
  type ExpectedRow,
  type Gone,
  type Guesses,
  type OwnAmount,
  type OwnClaims,
  type Payment,
  type PaymentPart,
  type Range,
  type RangeShape,
  type Retention,
  type RetentionMonth,
  type RetentionRequest,
  type RiskFigures,
  type RiskRequest,
  type SpreadOfPeople,
  type SpreadOfRate,
  type SpreadOfRupiah,
  type Stopped,
  type TornadoBar,
  type TornadoEnd,
  type Uncertainty,
  type UnsureNumber,
  unsure,
  type Balance,
  type Deviation,
  type FailureCode,
  type Forecast,
  type ForecastFund,
  benefit,
  monitor,
  retention,
  risk,
  type RiskOptions,
  type Monitored,
  type MonitoredCoverage,
  type MonitoredDistrict,
  type MonitoredFund,
  type MonitoredMonth,
  type MonitoredRow,
  type MonitoredSegment,
  type MonitoredVillage,
  type MonitoredYear,
  type Pace,
  type Realisation,
  type RealisedRow,
  type Source,
  type Counted,
  type NotKnown,
} from "./monitor.shared.js";

/**
 * Starts the module from `monitor.wasm`: without a source, the file beside this module (in Node read from the disk).
 *
 * @throws {CakupanError} `engineUnavailable`, or `notFetched` with address and status where it was a request.
 */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  // Written so that bundlers see the file and take it along.
  return startFrom(() => source ?? new URL("./monitor.wasm", import.meta.url));
}
