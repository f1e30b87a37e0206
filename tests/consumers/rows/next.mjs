// Next in both of its bundlers: one app whose pages and routes calculate on the server and in the browser.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { copy, run, same, serving } from "../bench.mjs";
import { STRICT, look, quiet } from "../browsers.mjs";

// Next puts inline scripts into its pages.
const INLINE = STRICT.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");

const row = (consumer, routes, ...mode) => ({
  consumer,
  entry: ".",
  ran: `next build, next start: server, client, ${routes.join(", ")}`,
  async run() {
    const folder = copy("next");
    if (!routes.includes("edge")) rmSync(join(folder, "app", "edge"), { recursive: true });
    await run(folder, "next", "build", ...mode);
    await serving(folder, ["next", "start", "--port", "0"], async (address) => {
      const html = await (await fetch(address)).text();
      same(/<output>(\d+)<\/output>/.exec(html)?.[1]);
      for (const route of routes) same(await (await fetch(`${address}/${route}`)).text());
      same(quiet(await look(`${address}/client`, { policy: INLINE })));
    });
  },
});

// With --webpack, Next 16.4 builds no edge route, not even an empty one.
export default [row("Next Turbopack", ["api", "edge"]), row("Next webpack", ["api"], "--webpack")];
