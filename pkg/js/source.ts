// Where a module comes from, and how it is compiled from there.
import { fail, unavailable } from "./error.js";

/** Source of a module: address, response of a request, bytes, or compiled module. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

export async function compiled(source: Source): Promise<WebAssembly.Module> {
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
