// Opens pages in Chromium and Firefox, and gives what they show; a complaint of the browser is a fault of the row.
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { ensureBrowser } from "../../scripts/setup.mjs";
import { serve } from "../../scripts/serve.mjs";

const shared = ["default-src 'none'", "connect-src 'self'", "worker-src 'self'"];
/** The policy that README asks for, and nothing more. */
export const STRICT = [...shared, "script-src 'self' 'wasm-unsafe-eval'"].join("; ");
/** A policy under which no WebAssembly may run. */
export const WITHOUT_WASM = [...shared, "script-src 'self'"].join("; ");

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Runs in the page before all else: violations reach the console in Firefox as in Chromium. */
function tellViolations() {
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
}

const open = {
  async Chromium() {
    const browser = await chromium.launch({ executablePath: ensureBrowser("Chromium"), args: FLAGS });
    return {
      async page() {
        const context = await browser.newContext();
        const page = await context.newPage();
        await page.addInitScript(tellViolations);
        return { page, done: () => context.close() };
      },
      close: () => browser.close(),
    };
  },
  // Playwright needs a Firefox of its own; puppeteer drives the one of the system.
  async Firefox() {
    const browser = await puppeteer.launch({
      browser: "firefox", executablePath: ensureBrowser("Firefox"), headless: true,
      extraPrefsFirefox: { "browser.chrome.site_icons": false }, // it would ask for an icon that the policy forbids
    });
    return {
      async page() {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.evaluateOnNewDocument(tellViolations);
        return { page, done: () => context.close() };
      },
      close: () => browser.close(),
    };
  },
};

const running = {};

/** What a page writes into its `output`, and what the browser complained of meanwhile. */
export async function look(address, { browser = "Chromium", policy } = {}) {
  const { page, done } = await (await (running[browser] ??= open[browser]())).page();
  const complaints = [];
  page.on("console", (message) => {
    const { url = "" } = message.location() ?? {};
    if (url.endsWith("/favicon.ico")) return; // the icon of the tab: no program here has one
    if (["error", "warning", "warn"].includes(message.type())) complaints.push(`${message.text()} ${url}`.trim());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  // A server of another sends no policy: it is put into its answer on the way. Only Chromium visits such.
  if (policy) await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  try {
    await page.goto(address);
    await page.waitForSelector("output:not(:empty)", { timeout: 20_000 });
    return { text: await page.$eval("output", (output) => output.textContent), complaints };
  } catch (error) {
    throw new Error([`${browser}: ${error.message.split("\n")[0]}`, ...complaints].join("\n"));
  } finally {
    await done();
  }
}

/** What a page of a folder shows under a policy, without a complaint. */
export async function show(folder, { path = "", policy = STRICT, types, browser } = {}) {
  const { text, complaints } = await lookAt(folder, { path, policy, types, browser });
  if (complaints.length > 0) throw new Error(`the browser complained\n${complaints.join("\n")}`);
  return text;
}

/** What a page of a folder shows under a policy, and the complaints. */
export async function lookAt(folder, { path = "", policy = STRICT, types, browser } = {}) {
  const server = await serve({ folder, policy, types });
  try {
    return await look(server.address + path, { browser });
  } finally {
    await server.close();
  }
}

export async function closeBrowsers() {
  for (const browser of Object.values(running)) await (await browser).close();
}
