// Serves the built page on this machine with its security policy, and further files for tests.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, posix, sep } from "node:path";
import { root } from "./setup.mjs";

const page = join(root, "www", "dist");
const HTML = "text/html; charset=utf-8";
const TYPES = {
  ".html": HTML,
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

// The same policy as in the meta element of the page, which is for servers that send none.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

/** Policy of single files: any page may frame the embedded calculator; "Pasang" frames it as a preview. */
export function policyOf(path) {
  const frames = path === "/pasang.html" ? ["frame-src 'self'"] : [];
  const holders = path === "/sematan.html" ? "*" : "'self'";
  return [...POLICY, ...frames, `frame-ancestors ${holders}`].join("; ");
}

function pathOf(url) {
  try {
    return posix.normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  } catch {
    return "";
  }
}

/** A file of a folder and its type; `null` where there is none. Files outside the folder count as absent. */
export async function fileIn(folder, path) {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => null) : null;
  return body && { body, type: TYPES[extname(file)] ?? "application/octet-stream" };
}

/**
 * Serves until closed; port 0 takes any free port. `answer` returns for a path a body (of HTML without a type) with
 * policy and headers, or nothing for "not found".
 */
export function listen(answer, port = 0) {
  const server = createServer(async ({ url }, response) => {
    const found = await answer(pathOf(url));
    const { type = HTML, policy, headers, body } = found ?? { type: "text/plain", body: "Not found" };
    response
      .writeHead(found ? 200 : 404, {
        "content-type": type,
        "content-length": Buffer.byteLength(body),
        ...(policy && { "content-security-policy": policy }),
        ...headers,
      })
      .end(body);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () =>
      resolve({
        address: `http://localhost:${server.address().port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(closed);
            // Browsers keep connections open that they may not use again.
            server.closeAllConnections();
          }),
      }),
    );
  });
}

/** Serves the built page. */
export function serve({ port } = {}) {
  return listen(async (path) => {
    const headers = {
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-cache",
      // Needed for subresource integrity on other origins.
      ...(path.startsWith("/embed/") && { "access-control-allow-origin": "*" }),
    };
    const found = await fileIn(page, path);
    return found && { ...found, policy: policyOf(path), headers };
  }, port);
}
