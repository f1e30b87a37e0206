// Servers of the hosts, each on its own port, so that the calculator is always of another origin.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fileIn, listen } from "../../scripts/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A free port. */
export async function freePort() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Repeats `attempt` until it does not fail. */
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

/** Starts a program that ends with the tests. */
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

/** Serves files of `folders` under `policy`; `{{name}}` in pages becomes that value. */
export function serveFolders({ folders, values, policy }) {
  const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  return listen(async (path) => {
    for (const folder of folders) {
      const found = await fileIn(folder, path);
      if (!found) continue;
      const { type, body } = found;
      return { type, policy, body: type.startsWith("text/html") ? fill(body.toString()) : body };
    }
    // Browsers request an icon that no page names.
    return path === "/favicon.ico" ? { type: "image/x-icon", body: "" } : null;
  });
}

/** Runs a portal in PHP with PHP's own server. */
export async function servePhp({ router, env }) {
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  const server = begin("php", ["-S", `localhost:${port}`, join(here, router)], { env: { ...process.env, ...env } });
  await until(router, () => fetch(address));
  return { address, close: () => ended(server) };
}
