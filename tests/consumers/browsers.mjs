// Opens pages in Chromium and Firefox and gives what they show; what the browser complains of is a fault of the row.
import { startChromium, startFirefox } from "../browsers.mjs";
import { serve } from "./serve.mjs";

/** Runs in the page before all else: violations reach the console in Firefox as in Chromium. */
function tellViolations() {
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
}

/** Each starts a browser, and answers how to open a page of its own and how to end. */
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
 * What a page writes into its `output`, and what the browser complained of meanwhile.
 *
 * @param policy for a server that sends none: put into its answer on the way, in Chromium only
 */
export async function look(address, { browser = "Chromium", policy } = {}) {
  const { page, done } = await (await (running[browser] ??= starts[browser]())).page();
  const complaints = [];
  page.on("console", (message) => {
    const { url = "" } = message.location() ?? {};
    if (url.endsWith("/favicon.ico")) return; // the icon of the tab: no program here has one
    if (["error", "warning", "warn"].includes(message.type())) complaints.push(`${message.text()} ${url}`.trim());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
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

/** What a page shows of which no browser complains. */
export function quiet({ text, complaints }) {
  if (complaints.length > 0) throw new Error(["the browser complained", ...complaints].join("\n"));
  return text;
}

/** The same for a page of a folder, served under a policy. */
export async function lookInto(folder, { path = "", browser, ...server } = {}) {
  const { address, close } = await serve(folder, server);
  try {
    return await look(address + path, { browser });
  } finally {
    await close();
  }
}

export async function closeBrowsers() {
  for (const browser of Object.values(running)) await (await browser).close();
}
