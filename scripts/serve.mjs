// Serves the built page from this machine, under the security policy it must live with.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative, sep } from "node:path";
import { root } from "./setup.mjs";

const page = join(root, "www", "dist");

const TYPES = {
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
];

/** What only some files need: anyone may frame the calculator for other pages; "Pasang" frames it to show it. */
function policyOf(path) {
  const frames = path === "pasang.html" ? ["frame-src 'self'"] : [];
  const holders = path === "sematan.html" ? "*" : "'self'";
  return [...POLICY, ...frames, `frame-ancestors ${holders}`].join("; ");
}

async function answer(request, response) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  } catch {
    path = "";
  }
  const file = join(page, path.endsWith(sep) ? "index.html" : path);
  const found = path && file.startsWith(page + sep) ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) {
    response.writeHead(404, { "content-type": "text/plain" }).end("Not found");
    return;
  }
  const name = relative(page, file).replaceAll(sep, "/");
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-length": found.size,
    "content-security-policy": policyOf(name),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
    // Without it no other page may check the script against its hash.
    ...(name.startsWith("embed/") && { "access-control-allow-origin": "*" }),
  });
  createReadStream(file).pipe(response);
}

/** Serves until closed; port 0 takes any that is free. */
export function serve({ port = 0 } = {}) {
  const server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = `http://localhost:${server.address().port}/`;
      resolve({ address, close: () => new Promise((closed) => server.close(closed)) });
    });
  });
}
