// Starts the engine at the first call, from the bytes in the package: nothing to fetch, nothing to await.
import * as glue from "./glue.js";
import hex from "./bytes.js";
import { CakupanError, fail } from "./error.js";

let running = false;

/** Hex, because it packs better than base64 on the wire: its digits keep to the bytes that gzip looks for. */
function decode(text) {
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return (code & 15) + 9 * (code >> 6); // "0" to "9" are 0x30 and up, "a" to "f" 0x61 and up
  };
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = digit(2 * i) * 16 + digit(2 * i + 1);
  return bytes;
}

function start() {
  try {
    const module = new WebAssembly.Module(decode(hex));
    const { exports } = new WebAssembly.Instance(module, { "./cakupan_bg.js": glue });
    glue.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    running = true;
  } catch (cause) {
    throw fail("engineUnavailable", { reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
}

/** Calls a function of the engine; after a failure inside it the next call starts afresh. */
export function call(name, ...values) {
  if (!running) start();
  try {
    return glue[name](...values);
  } catch (thrown) {
    if (thrown instanceof WebAssembly.RuntimeError) {
      running = false;
      throw fail("internal", {}, thrown);
    }
    // The engine throws nothing: a getter or a Proxy in the input did.
    throw new CakupanError([{ code: "notReadable", path: "", params: {} }], thrown);
  }
}
