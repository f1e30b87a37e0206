// `cakupan/monitor` in Node: the .wasm beside this module is read from the disk.
import { readFile } from "node:fs/promises";
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

/** As `start` of `cakupan/monitor`; without a source the file is read from the disk. */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  return startFrom(() => source ?? readFile(new URL("./monitor.wasm", import.meta.url)));
}
