// Starts the browsers of this machine for tests and races, without a window and without requests of their own.
import assert from "node:assert/strict";
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

/** Playwright needs its own build of Firefox; puppeteer drives the installed one. */
export async function startFirefox() {
  const { default: puppeteer } = await import("puppeteer-core"); // most callers need no Firefox
  return puppeteer.launch({
    browser: "firefox",
    executablePath: ensureBrowser("Firefox"),
    headless: true,
    extraPrefsFirefox: { "browser.chrome.site_icons": false }, // it would request an icon that a policy forbids
  });
}

/** All records of the calculator's database in a page or frame, by store; a missing store is empty. */
export const records = (of) =>
  of.evaluate(async () => {
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === "cakupan")) return {};
    const done = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open("cakupan"));
    const names = [...db.objectStoreNames];
    const all = await Promise.all(names.map((name) => done(db.transaction(name).objectStore(name).getAll())));
    db.close();
    return Object.fromEntries(names.map((name, place) => [name, all[place]]));
  });

/** Waits until a text is in the database, or no longer is. */
export async function storedIn(of, text, there = true) {
  for (let tries = 0; tries < 100; tries++) {
    if (JSON.stringify(await records(of)).includes(text) === there) return;
    await of.waitForTimeout(50);
  }
  assert.fail(`${JSON.stringify(text)} is ${there ? "not stored" : "still stored"}`);
}
