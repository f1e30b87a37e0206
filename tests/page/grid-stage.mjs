// Test setup: the page of the grid, and what a reader does in its table.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { serveFixture } from "./fixture-server.mjs";
import { open, page } from "./stage.mjs";

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
export const phone = (width) => ({ viewport: { width, height: 740 }, isMobile: true, hasTouch: true });

export let server;
before(async () => {
  server = await serveFixture("grid");
});
after(() => server?.close());

export const openGrid = (query = "", options = clipboard) =>
  open(options, `${server.address}?${query}`, "table[role=grid]");

/** The cell in a row and a column as they are shown, both from 0; row -1 is the head. */
export const cell = (row, column) => page.locator(`table tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);
export const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Row and column of the cell that has the focus, or the name of what has it. */
export const focused = () =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    const at = active.closest("th, td");
    return at ? `${at.parentElement.ariaRowIndex - 2}, ${at.cellIndex}` : active.id || active.tagName;
  });
/** Presses a key and tells where that leads. */
export const to = async (key) => {
  await page.keyboard.press(key);
  return focused();
};
export const chosen = () => page.locator("[aria-selected=true]").count();
export const status = () => page.locator(".grid-status").innerText();
export const column = (key) => page.evaluate((name) => window.seen.column(name), key);
export const acts = () => page.evaluate(() => window.seen.calls.map(({ act, changes }) => `${act} ${changes}`));
export const button = (name) => page.getByRole("button", { name });
export const start = async (row, place) => {
  await cell(row, place).click();
  assert.equal(await focused(), `${row}, ${place}`);
};
export const copy = (text) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
export const copied = () => page.evaluate(() => navigator.clipboard.readText());
