// The one running engine: started from a compiled module, called by name, and started afresh after a failure inside.
import { freshGlue } from "./glue.js";
import { fail, unavailable } from "./error.js";

let module = null;
let running = null;

function instantiate() {
  try {
    const glue = freshGlue();
    const { exports } = new WebAssembly.Instance(module, { "./cakupan_bg.js": glue });
    glue.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    running = glue;
  } catch (cause) {
    throw unavailable(cause);
  }
}

export function isStarted() {
  return module !== null;
}

/** Starts the engine from bytes or a compiled module. */
export function start(source) {
  try {
    module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
  } catch (cause) {
    throw unavailable(cause);
  }
  instantiate();
}

/** Calls a function of the engine with flat data, and answers what it does. */
export function call(name, pieces) {
  if (running === null) instantiate();
  try {
    return running[name](...pieces);
  } catch (thrown) {
    // The engine itself throws nothing: this is a fault of ours, or memory that ended.
    running = null;
    throw fail("internal", { what: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
  }
}
