// `cakupan/slim` in Node: reads the .wasm file beside this module.
import { readFile } from "node:fs/promises";
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

/** As `start` of `cakupan/slim`; without a source it reads the file. */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  return startFrom(() => source ?? readFile(new URL("./cakupan.wasm", import.meta.url)));
}
