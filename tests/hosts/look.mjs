// Checks the calculator inside a host: visible, as high as its content, filled in, and sending results.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { startChromium } from "../browsers.mjs";

export const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
export const out = path("target/hosts");

// Makassar: 58,161 workers for 2025 and 2026, as in the README.
export const PUBLISHED = "20227939200";
export const WIDTHS = [1000, 340];

/** The strictest policy of a portal; `scripts` lists further origins of its scripts. */
export const policyOf = ({ origin }, scripts = "") =>
  [
    "default-src 'none'",
    `script-src 'self' ${scripts}`,
    "style-src 'self'",
    `frame-src ${origin}`,
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Hosts that scripts/hosts.mjs prepared; the others are skipped. */
const ready = (process.env.HOSTS ?? "plain").split(",");
export const only = (name) => ({ skip: !ready.includes(name) });

let calculator;
let browser;

/** Serves the calculator, starts the browser, and returns the values for the hosts' pages. */
export async function start() {
  await mkdir(out, { recursive: true });
  calculator = await serve();
  browser = await startChromium();
  const embed = JSON.parse(await readFile(path("www/dist/embed/embed.json"), "utf8"));
  return {
    calculator: `${calculator.address}sematan.html`,
    origin: new URL(calculator.address).origin,
    script: calculator.address + embed.path,
    integrity: embed.integrity,
  };
}

export async function stop() {
  await browser?.close();
  await calculator?.close();
}

/** A new visitor with a window of this width. */
export async function visitor(width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(10_000);
  return context;
}

/** A new page of a visitor; console messages count as faults. */
export async function newPage(context, kinds = ["error", "warning"]) {
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (kinds.includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, complaints };
}

/** A page of a host at one width. */
export async function open(address, width) {
  const context = await visitor(width);
  const { page, complaints } = await newPage(context);
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

const answerIn = (frame) => frame.locator(".lead .total").first();

/** Height of the frame and of its content, and whether anything in it can be scrolled. */
const measure = (frame) =>
  frame.locator("html").evaluate((html) => ({
    frame: innerHeight,
    content: Math.ceil(html.getBoundingClientRect().height),
    scrolls: html.scrollHeight > innerHeight || html.scrollWidth > innerWidth,
    last: Math.max(
      ...[...document.querySelectorAll("#page *")].map((element) => element.getBoundingClientRect().bottom),
    ),
  }));

/** Repeats `attempt` until it does not fail, for layout that settles over several animation frames. */
export async function settle(page, attempt) {
  for (let left = 50; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await page.waitForTimeout(100);
    }
  }
}

/** The calculator in `iframe` is visible and has the case of Makassar. */
export async function assertAnswers(page, iframe) {
  await iframe.scrollIntoViewIfNeeded();
  assert.ok(await iframe.isVisible());
  const total = answerIn(iframe.contentFrame());
  await total.waitFor();
  await settle(page, async () => assert.equal((await total.innerText()).replace(/\D/g, ""), PUBLISHED));
}

/**
 * The frame is as high as its content, without an inner scroll bar or a gap, and the host is not too wide.
 */
export async function assertFits(page, iframe) {
  // Browsers lay out frames of other origins only near the viewport.
  await iframe.scrollIntoViewIfNeeded();
  await settle(page, async () => {
    const { frame, content, scrolls, last } = await measure(iframe.contentFrame());
    assert.equal(frame, content, "height of the frame and of its content");
    assert.equal(scrolls, false, "the frame scrolls");
    assert.ok(frame - last >= 0 && frame - last <= 40, `${frame - last} pixels below the last line`);
  });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(tooWide, false, "the host is too wide");
}

/** All checks of a host, at both widths, and again after resizing between them. */
export async function assertHosts(name, address, element = "kalkulator-cakupan iframe") {
  for (const width of WIDTHS) {
    const { page, complaints, close } = await open(address, width);
    const iframe = page.locator(element);
    await assertAnswers(page, iframe);
    await assertFits(page, iframe);
    await settle(page, async () => assert.equal(await page.locator("#hasil").innerText(), PUBLISHED));
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true });
    await page.setViewportSize({ width: width === 340 ? 1000 : 340, height: 900 });
    await assertFits(page, iframe);
    assert.deepEqual(complaints, [], "console of the host and of the frame");
    await close();
  }
}
