// Serves built files from this machine, under a security policy: the page under the one it must live with.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { root } from "./setup.mjs";

const page = join(root, "www", "dist");

/** The type of a file by the end of its name. */
export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// The page carries the same policy in a meta element, for servers that send none.
const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data:",
  "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'",
  "form-action 'none'", "require-trusted-types-for 'script'",
].join("; ");

async function answer(request, response, { folder, policy, types }) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  } catch {
    path = "";
  }
  const file = join(folder, path.endsWith(sep) ? "index.html" : path);
  const found = path && file.startsWith(folder + sep) ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  response.writeHead(200, {
    "content-type": types[extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
  });
  createReadStream(file).pipe(response);
}

/** Serves until closed; port 0 takes any that is free. */
export function serve({ port = 0, folder = page, policy = POLICY, types = TYPES } = {}) {
  const server = createServer((request, response) => void answer(request, response, { folder, policy, types }));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = `http://localhost:${server.address().port}/`;
      resolve({ address, close: () => new Promise((closed) => server.close(closed)) });
    });
  });
}
