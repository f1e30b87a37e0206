// `cakupan/monitor` in Node: the .wasm beside this module is read from the disk. All but `start` is that of `monitor.ts`.
import { readFile } from "node:fs/promises";
import { type Source, startFrom } from "./monitor.shared.js";

export * from "./monitor.js";

/** As `start` of `cakupan/monitor`; without a source the file is read from the disk. */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  return startFrom(() => source ?? readFile(new URL("./monitor.wasm", import.meta.url)));
}
