// `cakupan/slim` without a default location: starts from an address, a response, bytes, or a compiled module.
import { functionOf } from "./answers.js";
import { call, isStarted, start } from "./engine.js";
import { fail } from "./error.js";
import type * as whole from "./index.js";
import type { Name, Plain } from "./plain.js";
import { compiled, type Source } from "./source.js";

export { CakupanError, type FailureCode } from "./error.js";
export { law, lawIn, type Standing } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type { Source } from "./source.js";
export type * from "./types.js";

function ask(name: Name, values: readonly Plain[]): unknown {
  if (!isStarted()) throw fail("notStarted", {});
  return call(name, values);
}

/** As in the default entry. Throws `notStarted` until `start` has ended, as all functions below. */
export const check: typeof whole.check = /* @__PURE__ */ functionOf("check", ask);
/** As in the default entry. */
export const compare: typeof whole.compare = /* @__PURE__ */ functionOf("compare", ask);
/** As in the default entry. */
export const explain: typeof whole.explain = /* @__PURE__ */ functionOf("explain", ask);
/** As in the default entry. */
export const project: typeof whole.project = /* @__PURE__ */ functionOf("project", ask);
/** As in the default entry. */
export const reach: typeof whole.reach = /* @__PURE__ */ functionOf("reach", ask);
/** As in the default entry. */
export const version: typeof whole.version = /* @__PURE__ */ functionOf("version", ask);

/** Starts at once, from bytes or a compiled module. */
export function startSync(source: BufferSource | WebAssembly.Module): void {
  if (!isStarted()) start(source);
}

let starting: Promise<void> | null = null;

/** Starts once, from the result of `source`. After a failure it can be called again. */
export function startFrom(source: () => Source | PromiseLike<Source>): Promise<void> {
  if (isStarted()) return Promise.resolve();
  starting ??= Promise.resolve()
    .then(source)
    .then(compiled)
    .then(startSync)
    .finally(() => {
      starting = null;
    });
  return starting;
}
