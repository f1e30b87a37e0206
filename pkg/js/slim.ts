// The engine without its bytes: the .wasm is a file that the page fetches, or that the caller hands over.
import { type Source, startFrom } from "./slim.shared.js";

export {
  CakupanError,
  check,
  compare,
  explain,
  type FailureCode,
  type Language,
  law,
  lawIn,
  project,
  reach,
  type Source,
  say,
  type Standing,
  startSync,
  version,
} from "./slim.shared.js";
export type * from "./types.js";

/**
 * Starts the engine from `cakupan.wasm`: without a source, the file beside this module (in Node read from the disk).
 * Once it has started, later calls answer at once; after a failure it may be called again.
 *
 * @throws {CakupanError} `engineUnavailable`, or `notFetched` with address and status where it was a request.
 *
 * @example
 * await start("/assets/cakupan.wasm");
 * project(scenario).total.rupiah
 */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  // Written so that bundlers see the file and take it along.
  return startFrom(() => source ?? new URL("./cakupan.wasm", import.meta.url));
}
