// Starts the engine at the first call, from the bytes in the package: nothing to fetch, nothing to await.
import * as glue from "./glue.js";
import base64 from "./bytes.js";
import { CakupanError, fail } from "./error.js";

let running = false;

function decode(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function start() {
  try {
    const module = new WebAssembly.Module(decode(base64));
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
