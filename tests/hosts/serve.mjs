// Servers of the hosts: each on a port of its own, so that the calculator is always of another origin.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fileIn, listen } from "../../scripts/serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A port that nobody uses now. */
export async function freePort() {
  const server = createServer().listen(0, "localhost");
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
export function serveFolders({ folders, values, policy }) {
  const fill = (text) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  return listen(async (path) => {
    for (const folder of folders) {
      const found = await fileIn(folder, path);
      if (!found) continue;
      const { type, body } = found;
      return { type, policy, body: type.startsWith("text/html") ? fill(body.toString()) : body };
    }
    // Browsers ask for an icon that no page of these names.
    return path === "/favicon.ico" ? { type: "image/x-icon", body: "" } : null;
  });
}

/** Runs a portal in PHP by PHP's own server. */
export async function servePhp({ router, env }) {
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  const server = begin("php", ["-S", `localhost:${port}`, join(here, router)], { env: { ...process.env, ...env } });
  await until(router, () => fetch(address));
  return { address, close: () => ended(server) };
}
