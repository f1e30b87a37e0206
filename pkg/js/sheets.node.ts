// `cakupan/sheets` in Node: the .wasm beside this module is read from the disk.
import { readFile } from "node:fs/promises";
import { type Source, startFrom } from "./sheets.shared.js";

export { CakupanError, type FailureCode, rkaCsv, type Source, workbook } from "./sheets.shared.js";

/** As `start` of `cakupan/sheets`; without a source the file is read from the disk. */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  return startFrom(() => source ?? readFile(new URL("./sheets.wasm", import.meta.url)));
}
