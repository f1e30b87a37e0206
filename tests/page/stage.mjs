// Test setup: the built page under its own security policy, in a browser whose complaints fail the test, and what a
// reader does by keyboard.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { records, startChromium, storedIn } from "../browsers.mjs";

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = async (name) => JSON.parse(await readFile(file(`cases/${name}.json`), "utf8"));
export const [makassar, sidrap, majene, sulsel] = await Promise.all(
  ["makassar", "sidrap", "majene", "sulawesi-selatan"].map(read),
);
const axe = await readFile(file("node_modules/axe-core/axe.min.js"), "utf8");
export const wide = { width: 1280, height: 900 };

export let server;
/** Context of the current test. */
export let context;
export let page;
let browser;
let complaints = [];

before(async () => {
  server = await serve({ port: 0 });
  browser = await startChromium();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

afterEach(async () => {
  await context?.close();
  assert.deepEqual(complaints, [], "console errors or policy violations");
});

/** An empty page whose complaints are ignored. */
export async function blank({ offline = false, ...options } = {}) {
  complaints = [];
  context = await browser.newContext({ viewport: wide, reducedMotion: "reduce", ...options });
  // Playwright does not see what a service worker answers, and each test has a browser without one to begin with.
  if (!offline) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  page = await context.newPage();
}

/**
 * The calculator, or the page at `path` or whole address, when its first `sign` is there. `expected`: files that the test
 * takes away, of which the browser complains.
 */
export async function open({ expected = null, ...options } = {}, path = "", sign = "[id='region.name']") {
  await blank(options);
  const complain = (message) => {
    if (!expected?.test(message.location().url)) complaints.push(message.text());
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complain(message);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error("policy:", event.violatedDirective, event.blockedURI),
    );
  });
  await page.goto(new URL(path, server.address).href);
  await page.locator(sign).first().waitFor();
}

export const field = (path) => page.locator(`[id="${path}"]`);
export const total = async () => Number((await page.locator(".lead .total").innerText()).replace(/\D/g, ""));

/** Waits until the total is this: on a slow machine it is drawn a little after the last key. */
export async function costs(expected, message) {
  for (let tries = 0; tries < 50 && (await total()) !== expected; tries++) await page.waitForTimeout(100);
  assert.equal(await total(), expected, message);
}

/** Chooses an example by keyboard. */
export async function loadByKeyboard(place) {
  await page.locator("#cases summary").focus();
  await page.keyboard.press("Enter");
  for (let step = 0; step < place; step++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".lead .total").waitFor();
}

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Injects axe through the debugger, which the policy of the page does not block. */
export async function violations() {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    // A link that is just scrolling under the index or the bar would count as too small.
    scrollTo(0, 0);
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, tags);
}

/** Parts of the answer that are loaded later must be there to be opened. */
export async function openAll() {
  if ((await page.locator("#answer .lead").count()) > 0) await page.locator(".budget").first().waitFor();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details.more")) details.open = true;
  });
}

export async function write(path, text) {
  await field(path).focus();
  await page.keyboard.press("Control+A");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

/** A plan by hand: 1.000 vulnerable workers, JKK and JKM at the lowest bracket, paid by the city in 2025. */
export const simple = {
  schema: 1,
  region: { name: "Kota Uji", level: "city" },
  period: { firstMonth: "2025-01", months: 12 },
  segments: [
    {
      id: "a",
      name: "Rentan",
      class: "BPU",
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 1000 }] },
      payers: [{ fund: "f", percent: 100 }],
    },
  ],
  funds: [{ id: "f", name: "APBD", kind: "apbdRegency" }],
};

/** The page with a plan stored in this browser; numbers are stored as text. */
export async function openWith(scenario, path = "", sign = ".lead .total", options = {}) {
  await open(options);
  const draft = JSON.parse(
    JSON.stringify(scenario, (key, value) =>
      typeof value === "number" && key !== "schema" ? String(value).replace(".", ",") : value,
    ),
  );
  await page.evaluate((kept) => localStorage.setItem("cakupan.draft", kept), JSON.stringify({ draft, before: null }));
  if (path === "") await page.reload();
  else await page.goto(server.address + path);
  await page.locator(sign).first().waitFor();
}

/** 12 months of JKK (1 % of Rp 1.000.000) and JKM. */
export const yearly = (jkm, people = 1000) => people * (10_000 + jkm) * 12;

/** The plan of the calculator as it is stored. */
export const kept = async (of = page) =>
  (await records(of)).plans?.find(({ id }) => id === "cakupan.draft")?.content.draft;

/** Waits until a text is stored. */
export const stored = (text, of = page) => storedIn(of, text);
export const addOverride = (page) => page.locator("[id='overrides:add']");

/** Rows of a table by their heading, each with the texts of its cells. Some tables come with the parts loaded later. */
export async function rowsOf(name) {
  const table = page.getByRole("table", { name, exact: true });
  await table.waitFor();
  const rows = table.locator("tbody tr:has(td)");
  return Object.fromEntries(
    await rows.evaluateAll((all) =>
      all.map((row) => [
        row.querySelector("th").innerText.trim(),
        [...row.querySelectorAll("td")].map((cell) => cell.innerText.trim()),
      ]),
    ),
  );
}

export const id = new Intl.NumberFormat("id-ID");
export const openDetails = (name) => page.locator("details.more summary", { hasText: name }).press("Enter");
