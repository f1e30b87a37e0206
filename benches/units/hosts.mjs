// Where a script of contestants runs: in this process, and in a page of Chromium, from a server of this machine.
import { resolve } from "node:path";
import { fileIn, listen } from "../../scripts/serve.mjs";
import { root } from "../../scripts/setup.mjs";
import { startChromium } from "../../tests/browsers.mjs";

/** A cross-origin isolated page gets a clock of 5 instead of 100 microseconds. */
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title><script type="importmap">
{ "imports": { "cakupan/batch": "/pkg/dist/batch.js", "cakupan/monitor": "/pkg/dist/monitor.js" } }
</script>`;

const VILLAGES = "units/script.mjs";

/** `path`: of the script, in this folder's parent. */
export async function inNode(path = VILLAGES) {
  const script = await import(`../${path}`);
  return { name: `Node ${process.versions.node}`, ...script };
}

export async function inChromium(path = VILLAGES) {
  const server = await listen(async (address) => {
    if (address === "/") return { body: PAGE, type: "text/html; charset=utf-8", headers: ALONE };
    const file = await fileIn(resolve(root), address.slice(1));
    return file && { ...file, ...(address.endsWith(".mjs") && { type: "text/javascript" }), headers: ALONE };
  });
  const browser = await startChromium();
  const page = await browser.newPage();
  await page.goto(server.address);
  const ask = (name, ...values) =>
    page.evaluate(
      async ([script, called, given]) => (await import(script))[called](...given),
      [`/benches/${path}`, name, values],
    );
  return {
    isPage: true,
    name: `Chromium ${browser.version().split(".")[0]}`,
    prepare: (...given) => ask("prepare", ...given),
    round: (...given) => ask("round", ...given),
    memory: () => ask("memory"),
    longTasks: (...given) => ask("longTasks", ...given),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
