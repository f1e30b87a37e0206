// An edge service in the runtime of Cloudflare Workers: bundled as its tool does, called over HTTP.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copy, run, same, serving } from "../bench.mjs";

const BUNDLE = [
  "--bundle",
  "--format=esm",
  "--conditions=workerd,worker,browser",
  "--loader:.wasm=copy",
  "--asset-names=cakupan",
  "--outfile=dist/worker.js",
];
const SERVE = ["workerd", "serve", "config.capnp", "--socket-addr", "http=127.0.0.1:0", "--control-fd=1"];

/** A service from one program, and its responses to posted text. */
async function asked(program, ask) {
  const folder = copy("edge");
  // The configuration names a module in any case.
  await run(folder, "esbuild", "worker.js", ...BUNDLE);
  if (program !== "worker.js") await run(folder, "esbuild", program, ...BUNDLE);
  const scenario = readFileSync(join(folder, "scenario.json"));
  await serving(folder, SERVE, (address) => ask((body) => fetch(address, { method: "POST", body }), scenario));
}

export default [
  {
    consumer: "workerd (edge)",
    entry: "/slim",
    ran: "esbuild, workerd serve: a service",
    run: () =>
      asked("worker.js", async (post, scenario) => {
        same((await (await post(scenario)).json()).total.rupiah);
        const refused = await post("{}");
        same(refused.status, 422);
        same((await refused.json())[0].code, "missing");
      }),
  },
  {
    consumer: "workerd (edge)",
    entry: ".",
    ran: "the same: refused with a code",
    run: () =>
      asked("refused.js", async (post, scenario) => same(await (await post(scenario)).text(), "engineUnavailable")),
  },
];
