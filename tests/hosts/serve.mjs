// Servers of the hosts: each on a port of its own, so that the calculator is always of another origin.
import { once } from "node:events";
import { createServer as createTcpServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

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
export async function until(name, attempt, attempts = 150) {
  for (; ;) {
    try {
      return await attempt();
    } catch (error) {
      attempts -= 1;
      if (attempts === 0) throw new Error(`${name} did not start`, { cause: error });
      await pause(200);
    }
  }
}

/** Ends a program that was started here, and waits for it. */
export async function ended(program) {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exit = once(program, "exit");
  program.kill();
  await exit;
}
