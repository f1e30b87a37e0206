// `cakupan/slim` in Node: the .wasm beside this module is read from the disk.
import { readFile } from "node:fs/promises";
import { startFrom } from "./slim.shared.js";

export {
  CakupanError,
  check,
  compare,
  explain,
  law,
  lawIn,
  project,
  reach,
  say,
  startSync,
  version,
} from "./slim.shared.js";

export function start(source) {
  return startFrom(() => source ?? readFile(new URL("./cakupan.wasm", import.meta.url)));
}
