// Opens pages in Chromium and Firefox and returns their text; a complaint of the browser fails the row.
import { fileIn, listen } from "../../scripts/serve.mjs";
import { startChromium, startFirefox } from "../browsers.mjs";

const shared = ["default-src 'none'", "connect-src 'self'", "worker-src 'self'"];
/** The policy that the package requires, and nothing more. */
export const STRICT = [...shared, "script-src 'self' 'wasm-unsafe-eval'"].join("; ");
/** A policy that forbids WebAssembly. */
export const WITHOUT_WASM = [...shared, "script-src 'self'"].join("; ");

/** Runs in the page first, so that Firefox reports violations to the console as Chromium does. */
function tellViolations() {
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
}

/** Starters of browsers; each returns how to open a page and how to end. */
const starts = {
  async Chromium() {
    const browser = await startChromium();
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
  async Firefox() {
    const browser = await startFirefox();
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

/**
 * The text of a page's `output`, and the complaints of the browser.
 *
 * @param policy for a server that sends none: added to its response, in Chromium only
 */
export async function look(address, { browser = "Chromium", policy } = {}) {
  running[browser] ??= starts[browser]();
  const { page, done } = await (await running[browser]).page();
  const complaints = [];
  page.on("console", (message) => {
    const { url = "" } = message.location() ?? {};
    if (url.endsWith("/favicon.ico")) return; // the icon of the tab, which no program here has
    if (["error", "warning", "warn"].includes(message.type())) complaints.push(`${message.text()} ${url}`.trim());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  if (policy)
    await page.route(address, async (route) => {
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

/** Text of a page without complaints. */
export function quiet({ text, complaints }) {
  if (complaints.length > 0) throw new Error(["the browser complained", ...complaints].join("\n"));
  return text;
}

/**
 * The same for a page of a folder, served with a policy and with content types without charset.
 *
 * @param wasm content type of a `.wasm`, which many servers do not know
 */
export async function lookInto(folder, { path = "", browser, policy = STRICT, wasm } = {}) {
  const headers = { "x-content-type-options": "nosniff" };
  const { address, close } = await listen(async (asked) => {
    const found = await fileIn(folder, asked);
    const type = wasm && asked.endsWith(".wasm") ? wasm : found?.type.split(";")[0];
    return found && { ...found, type, policy, headers };
  });
  try {
    return await look(address + path, { browser });
  } finally {
    await close();
  }
}

export async function closeBrowsers() {
  for (const browser of Object.values(running)) await (await browser).close();
}
