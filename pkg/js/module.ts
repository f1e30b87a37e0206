// A WebAssembly module beside the engine, fetched when it is needed: starts once, and is called with data that is plain.
import { CakupanError, fail, unavailable } from "./error.js";
import { compiled, type Source } from "./source.js";
import type { Problem } from "./types.js";

/** What wasm-bindgen writes of every module. */
interface Glue {
  initSync(options: { module: WebAssembly.Module }): void;
  /** The next call runs in a new instance. */
  restart(): void;
}

export interface OwnModule {
  /** Starts once, from the result of `source`. After a failure it can be called again. */
  startFrom(source: () => Source | PromiseLike<Source>): Promise<void>;
  /** Result of a call of the module; throws `notStarted` before its start, and the problems of a refused input. */
  result<Answer>(call: () => Answer): Answer;
}

const isRefusal = (thrown: unknown): thrown is { readonly problems: readonly Problem[] } =>
  thrown instanceof Error && "problems" in thrown;

export function ownModule({ initSync, restart }: Glue): OwnModule {
  let started = false;
  let starting: Promise<void> | null = null;

  function begin(module: WebAssembly.Module): void {
    try {
      initSync({ module });
      started = true;
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  return {
    startFrom(source) {
      if (started) return Promise.resolve();
      starting ??= Promise.resolve()
        .then(source)
        .then(compiled)
        .then(begin)
        .finally(() => {
          starting = null;
        });
      return starting;
    },
    result(call) {
      if (!started) throw fail("notStarted", {});
      try {
        return call();
      } catch (thrown) {
        if (isRefusal(thrown)) throw new CakupanError(thrown.problems);
        // Anything else is a fault of the module or the end of memory. The instance may be inconsistent.
        restart();
        throw fail("internal", { what: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
      }
    },
  };
}
