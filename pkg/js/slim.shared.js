// `cakupan/slim` but for where it finds its file: an address, an answer, bytes, or a compiled module start it.
import { functionOf } from "./answers.js";
import { call, isStarted, start } from "./engine.js";
import { fail, unavailable } from "./error.js";

export { CakupanError } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";

function ask(name, pieces) {
  if (!isStarted()) throw fail("notStarted", {});
  return call(name, pieces);
}

export const check = /* @__PURE__ */ functionOf("check", ask);
export const compare = /* @__PURE__ */ functionOf("compare", ask);
export const explain = /* @__PURE__ */ functionOf("explain", ask);
export const project = /* @__PURE__ */ functionOf("project", ask);
export const reach = /* @__PURE__ */ functionOf("reach", ask);
export const version = /* @__PURE__ */ functionOf("version", ask);

export function startSync(source) {
  if (!isStarted()) start(source);
}

let starting = null;

/** Starts once, from what `source` answers; what failed may be tried again. */
export function startFrom(source) {
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

async function compiled(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (typeof source === "string" || source instanceof URL) return fetched(String(source));
  if (typeof Response === "function" && source instanceof Response) return moduleOf(source, source.url);
  try {
    return await WebAssembly.compile(source);
  } catch (cause) {
    throw unavailable(cause);
  }
}

async function fetched(address) {
  let response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw fail("notFetched", { address, reason: cause instanceof Error ? cause.message : String(cause) }, cause);
  }
  return moduleOf(response, address);
}

/** Streaming needs the right type; a server that sends another costs a copy, not the answer. */
async function moduleOf(response, address) {
  if (!response.ok) throw fail("notFetched", { address, reason: `HTTP ${response.status}` });
  const type = response.headers.get("content-type")?.split(";")[0].trim().toLowerCase();
  // A page in place of the file: what a server answers that does not know it.
  if (type === "text/html") throw fail("notFetched", { address, reason: type });
  try {
    if (type === "application/wasm") return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw unavailable(cause);
  }
}
