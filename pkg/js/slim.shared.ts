// `cakupan/slim` but for where it finds its file: an address, an answer, bytes, or a compiled module start it.
import { functionOf } from "./answers.js";
import { call, isStarted, type Name, start } from "./engine.js";
import { fail, unavailable } from "./error.js";
import type * as whole from "./index.js";
import type { Plain } from "./plain.js";

export { CakupanError, type FailureCode } from "./error.js";
export { law, lawIn, type Standing } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type * from "./types.js";

/** Where the engine comes from: its address, the answer of a request, its bytes, or the module already compiled. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

function ask(name: Name, values: readonly Plain[]): unknown {
  if (!isStarted()) throw fail("notStarted", {});
  return call(name, values);
}

/** As in the default entry; before `start` has ended it throws `notStarted`, like the functions below. */
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

/** Starts the engine at once, from bytes or a compiled module. */
export function startSync(source: BufferSource | WebAssembly.Module): void {
  if (!isStarted()) start(source);
}

let starting: Promise<void> | null = null;

/** Starts once, from what `source` answers; what failed may be tried again. */
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

async function compiled(source: Source): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return fetched(String(source));
  if (typeof Response === "function" && source instanceof Response) return moduleOf(source, source.url);
  try {
    return await WebAssembly.compile(source as BufferSource);
  } catch (cause) {
    throw unavailable(cause);
  }
}

async function fetched(address: string): Promise<WebAssembly.Module> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw fail("notFetched", { address, reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  return moduleOf(response, address);
}

/** Streaming needs the right type; a server that sends another costs a copy, not the answer. */
async function moduleOf(response: Response, address: string): Promise<WebAssembly.Module> {
  if (!response.ok) throw fail("notFetched", { address, reason: `HTTP ${response.status}` });
  const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  // A page in place of the file: what a server answers that does not know it.
  if (type === "text/html") throw fail("notFetched", { address, reason: type });
  try {
    if (type === "application/wasm") return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw unavailable(cause);
  }
}
