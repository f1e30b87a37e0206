// The engine without its bytes: the page fetches the .wasm file, or the caller passes it.
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
  startSync,
  version,
} from "./slim.shared.js";
export type * from "./types.js";

/**
 * Starts the engine from `cakupan.wasm`; without a source from the file beside this module (in Node read from disk).
 * Once started, further calls return at once; after a failure it can be called again.
 *
 * @throws {CakupanError} `engineUnavailable`, or `notFetched` with address and status.
 *
 * @example
 * await start("/assets/cakupan.wasm");
 * project(scenario).total.rupiah
 */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  // Bundlers recognise this form and include the file.
  return startFrom(() => source ?? new URL("./cakupan.wasm", import.meta.url));
}
