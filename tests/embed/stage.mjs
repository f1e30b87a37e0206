// Test setup: the calculator on one origin, hosts on others, and a browser whose complaints fail the test.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { listen, serve } from "../../scripts/serve.mjs";

export const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
export const json = async (path) => JSON.parse(await readFile(file(path), "utf8"));

export { startChromium as launch } from "../browsers.mjs";

export const calculator = () => serve({ port: 0 });

/** Another site's web server: each path returns `{ type, body, policy }`; pages can be set while it runs. */
export async function somebody() {
  const pages = new Map();
  return { ...(await listen((path) => pages.get(path))), pages };
}

/**
 * The strictest policy of a portal: nothing inline, scripts and frames only from the origins that are needed.
 */
export const strict = (calculator) =>
  [
    "default-src 'none'",
    `script-src 'self' ${calculator}`,
    `frame-src ${calculator}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");

/** A page of a host with the script of the portal, and one more script under `/host.js`. */
export function host(server, calculator, { body, script = "", policy = strict(calculator) }) {
  server.pages.set("/host.js", { type: "text/javascript", body: script });
  server.pages.set("/", {
    policy,
    body: `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Portal</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="/host.js" defer></script><script src="${calculator}embed/embed.js" async></script></head>
<body><h1>Portal</h1>${body}</body></html>`,
  });
  return server.address;
}

/**
 * A page whose console errors, warnings and policy violations are collected in `complaints`, frames included.
 */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error("policy:", event.violatedDirective, event.blockedURI),
    );
  });
  return { context, page, complaints };
}

/** Collects every event of the element in `window.heard`. */
export const listening = `
window.heard = [];
for (const kind of ["ready", "result", "problems", "refused"])
  addEventListener("cakupan-" + kind, event => heard.push({ kind, id: event.target.id, detail: event.detail }));
`;
