// What happened to a plan so far: members, bills and payments against it.
import { type Source, startFrom } from "./monitor.shared.js";

export {
  CakupanError,
  type Balance,
  type Deviation,
  type FailureCode,
  type Forecast,
  type ForecastFund,
  monitor,
  type Monitored,
  type MonitoredCoverage,
  type MonitoredFund,
  type MonitoredMonth,
  type MonitoredRow,
  type MonitoredSegment,
  type MonitoredVillage,
  type MonitoredYear,
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
