// How tests and races start the browsers of this machine: without a window, and silent towards the network.
import { chromium } from "playwright-core";
import { ensureBrowser } from "../scripts/setup.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const startChromium = () => chromium.launch({ executablePath: ensureBrowser("Chromium"), args: FLAGS });

/** Playwright needs a Firefox of its own; puppeteer drives the one of the system. */
export async function startFirefox() {
  const { default: puppeteer } = await import("puppeteer-core"); // most who come here need no Firefox
  return puppeteer.launch({
    browser: "firefox",
    executablePath: ensureBrowser("Firefox"),
    headless: true,
    extraPrefsFirefox: { "browser.chrome.site_icons": false }, // it would ask for an icon that a policy forbids
  });
}
