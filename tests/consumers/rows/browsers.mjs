// Pages without a bundler, from plain files: module, classic script, worker; and what goes wrong on real servers.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { TYPES } from "../../../scripts/serve.mjs";
import { copy, installed, same } from "../bench.mjs";
import { WITHOUT_WASM, lookAt, show } from "../browsers.mjs";

/** The pages, with the package beside them. */
function pages() {
  const folder = copy("plain");
  cpSync(installed, join(folder, "cakupan"), { recursive: true });
  return folder;
}

/** A page that shows the budget. */
const shows = (entry, consumer, ran, path, options) => (browser) => ({
  consumer, entry, ran: `${ran} → ${browser}`,
  run: async () => same(await show(pages(), { path, browser, ...options })),
});

/** A page on which the engine cannot start, and says so as a `CakupanError`. */
const refuses = (entry, consumer, ran, path, { says, policy, without }) => (browser) => ({
  consumer, entry, ran: `${ran} → ${browser}`,
  async run() {
    const folder = pages();
    if (without) rmSync(join(folder, "cakupan", "dist", without));
    const { text } = await lookAt(folder, { path, policy, browser });
    if (!says.test(text)) throw new Error(`said ${JSON.stringify(text)}`);
    return text.split(":")[0];
  },
});

const plain = [
  shows(".", "module script", "<script type=module>", "module.html"),
  shows(".", "classic script", "<script>, global cakupan", "classic.html"),
  shows(".", "module worker", "new Worker({ type: module })", "worker.html"),
  shows("/worker", "module script", "open()", "open.html"),
  shows("/slim", "module script", "start()", "slim.html"),
  shows("/slim", "wrong MIME type", "start(), application/octet-stream", "slim.html", { types: { ...TYPES, ".wasm": "application/octet-stream" } }),
  refuses("/slim", "missing .wasm", "start(), 404", "slim.refused.html", { says: /^notFetched: .*cakupan\.wasm.*404/, without: "cakupan.wasm" }),
  refuses(".", "policy without wasm", "script-src 'self'", "refused.html", { says: /^engineUnavailable: .*wasm-unsafe-eval/, policy: WITHOUT_WASM }),
  refuses("/slim", "policy without wasm", "script-src 'self'", "slim.refused.html", { says: /^engineUnavailable: .*wasm-unsafe-eval/, policy: WITHOUT_WASM }),
];

export default [
  ...plain.map((row) => ({ ...row("Chromium"), few: true })),
  ...plain.map((row) => row("Firefox")),
];
