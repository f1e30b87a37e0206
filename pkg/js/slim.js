// The engine without its bytes: the .wasm is a file that the page fetches, or that the caller hands over.
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
  // Written so that bundlers see the file and take it along.
  return startFrom(() => source ?? new URL("./cakupan.wasm", import.meta.url));
}
