// The contests in Chromium: the same files as in Node, served to an empty page.
import { join } from "node:path";
import { root } from "../scripts/setup.mjs";
import { startChromium } from "../tests/browsers.mjs";

const ORIGIN = "http://localhost";
/** A cross-origin isolated page gets a clock of 5 instead of 100 microseconds. */
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const PAGE = `<!doctype html><title>bench</title><script type="importmap">
{ "imports": { "cakupan": "/pkg/dist/index.js", "cakupan/law.json": "/pkg/dist/law.json" } }
</script>`;
/** Path under which the older release is served. */
const OLDER = "/older-release/";

/**
 * Opens the page; returns the functions of contests.mjs, and `close`.
 *
 * @param older folder of an older release of the package, if it takes part
 */
export async function openBrowser(older) {
  const browser = await startChromium();
  const page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: PAGE, headers: ALONE });
    if (pathname.startsWith(OLDER)) return route.fulfill({ path: join(older, pathname.slice(OLDER.length)) });
    return route.fulfill({ path: join(root, pathname) });
  });
  await page.goto(`${ORIGIN}/`);
  const entry = older === undefined ? undefined : `${OLDER}dist/index.js`;
  const ask = (name, ...values) =>
    page.evaluate(async ([called, given]) => (await import("/benches/contests.mjs"))[called](...given), [name, values]);
  return {
    name: `Chromium ${browser.version()}`,
    answers: () => ask("answers"),
    run: (index) => ask("run", index, entry),
    close: () => browser.close(),
  };
}
