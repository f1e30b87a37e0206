// The flow of flow.mjs in Chromium and in Firefox, both driven alike.
import { describe, test } from "node:test";
import { ensureBrowser } from "../../scripts/setup.mjs";
import { startFirefox } from "../browsers.mjs";
import { flow, watched } from "./flow.mjs";

async function startChromium() {
  const { default: puppeteer } = await import("puppeteer-core");
  return puppeteer.launch({ executablePath: ensureBrowser("Chromium"), args: ["--no-sandbox", "--disable-gpu"] });
}

// Both at once, for two cores.
describe("an afternoon", { concurrency: 2 }, () => {
  for (const [name, start] of [
    ["Chromium", startChromium],
    ["Firefox", startFirefox],
  ])
    test(`${name}: load, type, paste, undo, reload, link, no network, English, paper`, async (t) => {
      const site = await watched();
      const browser = await start();
      t.after(async () => {
        await browser.close();
        await site.close();
      });
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      await flow(
        {
          goto: (url) => page.goto(url),
          run: (what, ...values) => page.evaluate(what, ...values),
          key: (key) => page.keyboard.press(key),
          chord: async (key) => {
            await page.keyboard.down("Control");
            await page.keyboard.press(key);
            await page.keyboard.up("Control");
          },
          until: async (what, ...values) =>
            (await page.waitForFunction(what, { timeout: 20_000, polling: 100 }, ...values)).jsonValue(),
        },
        site,
      );
    });
});
