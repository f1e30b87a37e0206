// `cakupan/slim` without a default location: starts from an address, a response, bytes, or a compiled module.
import { functionOf } from "./answers.js";
import { call, isStarted, start } from "./engine.js";
import { fail, unavailable } from "./error.js";
import type * as whole from "./index.js";
import type { Name, Plain } from "./plain.js";

export { CakupanError, type FailureCode } from "./error.js";
export { law, lawIn, type Standing } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type * from "./types.js";

/** Source of the engine: address, response of a request, bytes, or compiled module. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

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

/** Compiles while streaming. If the server sends another content type, compiles a copy of the bytes. */
async function moduleOf(response: Response, address: string): Promise<WebAssembly.Module> {
  if (!response.ok) throw fail("notFetched", { address, reason: `HTTP ${response.status}` });
  const type = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  // An HTML page in place of the file: the answer of servers that do not have it.
  if (type === "text/html") throw fail("notFetched", { address, reason: type });
  try {
    if (type === "application/wasm") return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw unavailable(cause);
  }
}
