// Pages without a bundler: module, classic script, worker; and failures of real servers.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { copy, installed, same } from "../bench.mjs";
import { WITHOUT_WASM, lookInto, quiet } from "../browsers.mjs";

/** Pages with the package beside them. */
function pages() {
  const folder = copy("plain");
  cpSync(installed, join(folder, "cakupan"), { recursive: true });
  return folder;
}

/** A page that shows the budget. */
const shows = (consumer, entry, ran, path, server) => (browser) => ({
  consumer,
  entry,
  ran: `${ran} → ${browser}`,
  run: async () => same(quiet(await lookInto(pages(), { path, browser, ...server }))),
});

/** A page on which the engine cannot start and reports a `CakupanError`; the browser may complain. */
const refuses =
  (consumer, entry, ran, path, { says, without, policy }) =>
  (browser) => ({
    consumer,
    entry,
    ran: `${ran} → ${browser}`,
    async run() {
      const folder = pages();
      if (without) rmSync(join(folder, without));
      const { text } = await lookInto(folder, { path, browser, policy });
      if (!says.test(text)) throw new Error(`said ${JSON.stringify(text)}`);
      return text.split(":")[0];
    },
  });

const unknown = { wasm: "application/octet-stream" };
const missing = { says: /^notFetched: .*cakupan\.wasm.*404/, without: "cakupan/dist/cakupan.wasm" };
const forbidden = { says: /^engineUnavailable: .*wasm-unsafe-eval/, policy: WITHOUT_WASM };

const rows = [
  shows("module script", ".", "<script type=module>", "module.html"),
  shows("classic script", ".", "<script>, global cakupan", "classic.html"),
  shows("module worker", ".", "new Worker({ type: module })", "worker.html"),
  shows("module script", "/worker", "open()", "open.html"),
  shows("module script", "/slim", "start()", "slim.html"),
  shows("wrong MIME type", "/slim", "start(), application/octet-stream", "slim.html", unknown),
  refuses("missing .wasm", "/slim", "start(), 404", "slim.refused.html", missing),
  refuses("policy without wasm", ".", "script-src 'self'", "refused.html", forbidden),
  refuses("policy without wasm", "/slim", "script-src 'self'", "slim.refused.html", forbidden),
];

export default [...rows.map((row) => ({ ...row("Chromium"), few: true })), ...rows.map((row) => row("Firefox"))];
