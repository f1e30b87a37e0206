// The running engine: starts from a compiled module, is called by function name, and restarts after a failure inside.
import { CakupanError, fail, unavailable } from "./error.js";
import { check, compare, explain, initSync, project, reach, restart, version } from "./glue.js";
import type { Name, Plain } from "./plain.js";
import type { Problem } from "./types.js";

const FUNCTIONS: { readonly [name in Name]: (...values: Plain[]) => unknown } = {
  check,
  compare,
  explain,
  project,
  reach,
  version,
};

/** Number of arguments of each function; further arguments are ignored. */
export const TAKES: { readonly [name in Name]: number } = {
  check: 1,
  compare: 1,
  explain: 2,
  project: 1,
  reach: 2,
  version: 0,
};

/** What the engine throws for a refused input. */
interface Refusal {
  readonly problems: readonly Problem[];
}

let started = false;

export function isStarted(): boolean {
  return started;
}

/** Starts the engine from bytes or a compiled module. */
export function start(source: BufferSource | WebAssembly.Module): void {
  try {
    const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
    initSync({ module });
    started = true;
  } catch (cause) {
    throw unavailable(cause);
  }
}

function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && "problems" in thrown;
}

/** Calls a function of the engine with plain data. */
export function call(name: Name, values: readonly Plain[]): unknown {
  try {
    return FUNCTIONS[name](...values);
  } catch (thrown) {
    if (isRefusal(thrown)) throw new CakupanError(thrown.problems);
    // Anything else is a fault of the engine or the end of memory. The instance may be inconsistent, so the next call
    // gets a new one.
    restart();
    throw fail("internal", { what: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
  }
}
