// A web server of a user: the files of one folder, under the policy and with the types that a row names.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm",
};

const shared = ["default-src 'none'", "connect-src 'self'", "worker-src 'self'"];
/** The policy that the package asks for, and nothing more. */
export const STRICT = [...shared, "script-src 'self' 'wasm-unsafe-eval'"].join("; ");
/** A policy under which no WebAssembly may run. */
export const WITHOUT_WASM = [...shared, "script-src 'self'"].join("; ");

/** @param wasm what the server calls a `.wasm`; many know no type for it */
export function serve(folder, { policy = STRICT, wasm = TYPES[".wasm"] } = {}) {
  const types = { ...TYPES, ".wasm": wasm };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
    if (body === null) return response.writeHead(404).end();
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
    }).end(body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve({
      address: `http://localhost:${server.address().port}/`,
      close: () => new Promise((closed) => server.close(closed)),
    }));
  });
}
