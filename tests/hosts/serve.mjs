// Servers of the hosts: each on a port of its own, so that the calculator is always of another origin.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createServer as createTcpServer } from "node:net";
import { extname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** A port that nobody uses now. */
export async function freePort() {
  const server = createTcpServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until `attempt` does not fail any more. */
export async function until(name, attempt) {
  for (let attempts = 150; ; attempts -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === 0) throw new Error(`${name} did not start`, { cause: error });
      await pause(200);
    }
  }
}

/** Starts a program that goes when the tests go. */
export function begin(command, args, options) {
  const program = spawn(command, args, { stdio: "ignore", ...options });
  process.once("exit", () => program.kill());
  return program;
}

/** Ends a program that was started here, and waits for it. */
export async function ended(program) {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exit = once(program, "exit");
  program.kill();
  await exit;
}

/** Serves files of `folders` under `policy`; in pages `{{name}}` becomes the value of that name. */
export async function serveFolders({ folders, values, policy }) {
  async function answer(request, response) {
    const path = new URL(request.url, "http://localhost").pathname.replace(/\/$/, "/index.html");
    for (const folder of folders) {
      const body = path.includes("..") ? null : await readFile(join(folder, path)).catch(() => null);
      if (body === null) continue;
      const page = path.endsWith(".html");
      response.writeHead(200, {
        "content-type": TYPES[extname(path)] ?? "application/octet-stream",
        "content-security-policy": policy,
      });
      response.end(page ? body.toString().replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]) : body);
      return;
    }
    // Browsers ask for an icon that no page of these names.
    response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  }
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    address: `http://localhost:${server.address().port}/`,
    close: () => new Promise(closed => server.close(closed)),
  };
}

/** Runs a portal in PHP by PHP's own server. */
export async function servePhp({ router, env }) {
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  const server = begin("php", ["-S", `localhost:${port}`, join(here, router)], { env: { ...process.env, ...env } });
  await until(router, () => fetch(address));
  return { address, close: () => ended(server) };
}
