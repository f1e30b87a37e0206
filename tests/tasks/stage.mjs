// Somebody at the page who has a question. Everything is found by its role and its name, as a reader finds it, never by an
// id or a class; and every step is counted: a click, a key command, or a field that is filled.
//
// With PICTURES set to a folder (`npm run pictures`), the tasks also save the pictures of docs/panduan.md.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { context, open, page, violations } from "../page/stage.mjs";

export { page };

const folder = process.env.PICTURES;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 760 };
/** The width of A4 at 96 dots an inch. */
const sheet = { width: 794, height: 1000 };
/** Spaces that do not break, and line ends, are spaces to a reader. */
const plain = (text) => text.replace(/[\u00a0\u202f\s]+/g, " ").trim();

/** A name that goes on after these words. */
export const starting = (name) => new RegExp(`^${name.replace(/[()]/g, "\\$&")}`);

export class Person {
  steps = 0;
  #step() {
    this.steps += 1;
  }

  /** `name`: the whole of it, or a pattern. */
  async click(role, name) {
    this.#step();
    await page.getByRole(role, { name, exact: true }).click();
  }

  /** Opens what is folded up. Playwright knows no role for its heading; browsers call it a disclosure triangle. */
  async unfold(name) {
    this.#step();
    await page.locator("summary", { hasText: name }).click();
  }

  async fill(name, text) {
    this.#step();
    await page.getByRole("textbox", { name, exact: true }).fill(text);
  }

  async untick(name) {
    this.#step();
    await page.getByRole("checkbox", { name, exact: true }).uncheck();
  }

  async tick(name) {
    this.#step();
    await page.getByRole("checkbox", { name, exact: true }).check();
  }

  async key(key) {
    this.#step();
    await page.keyboard.press(key);
  }

  /** Tab or another key, each a step, until the named thing has the focus. */
  async tabTo(role, name, key = "Tab") {
    const wanted =
      role === "summary" ? page.locator("summary", { hasText: name }) : page.getByRole(role, { name, exact: true });
    const has = () => wanted.evaluateAll((all) => all.includes(document.activeElement));
    for (let left = 60; left > 0; left--) {
      await this.key(key);
      if (await has()) return;
    }
    assert.fail(`${role} ${name} is not reached by ${key}`);
  }

  /** A cell of a grid, by the names of its row and its column. */
  async cell(grid, row, column) {
    this.#step();
    const table = page.getByRole("grid", { name: grid });
    // A table is loaded when it is opened.
    await table.getByRole("columnheader", { name: column }).first().waitFor();
    const heads = (await table.getByRole("columnheader").allInnerTexts()).map(plain);
    const place = heads.indexOf(column);
    assert.ok(place > 0, `${column} is not among ${heads.join(", ")}`);
    const cells = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: row, exact: true }) });
    await cells
      .getByRole("gridcell")
      .nth(place - 1)
      .click();
  }

  /** Types into the cell that has the focus and goes to the one below. */
  async type(text) {
    this.#step();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }

  /** Lines of cells as a spreadsheet puts them on the clipboard, and the keys for pasting. */
  async paste(lines) {
    this.#step();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join("\n"));
    await page.keyboard.press("ControlOrMeta+V");
  }

  /** Opens an example: two steps. */
  async example(name) {
    await this.unfold("Contoh kasus");
    await this.click("button", starting(name));
    await page.getByText(`Contoh “${name}” dimuat.`).waitFor();
  }

  /** Cells of a row beside its heading, in a table with this caption. A year stands above the rows that belong to it. */
  async reads(table, row, year = null) {
    const found = page.getByRole("table", { name: table, exact: true });
    await found.waitFor();
    const part =
      year === null ? found : found.getByRole("rowgroup").filter({ has: page.getByRole("rowheader", { name: year }) });
    const line = part.getByRole("row").filter({ has: page.getByRole("rowheader", { name: row, exact: true }) });
    return (await line.getByRole("cell").allInnerTexts()).map(plain);
  }

  /** Waits for a sentence of the page. */
  async sees(text) {
    await page.getByText(text).first().waitFor();
  }

  /** The task is over: no more steps than stated, and nothing that axe finds. */
  async ends(stated, taken = this.steps) {
    assert.ok(taken <= stated, `${taken} steps, ${stated} are stated`);
    assert.deepEqual(await violations(), []);
  }

  /**
   * Saves what is seen from a part of the page on, or from its top. `look`: on a phone, in the dark, in English, or as it is
   * printed.
   */
  async picture(name, from = null, look = {}) {
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await page.setViewportSize(look.phone ? phone : look.print ? sheet : desktop);
    await page.emulateMedia({ colorScheme: look.dark ? "dark" : "light", media: look.print ? "print" : "screen" });
    if (look.english) await page.getByRole("button", { name: "English" }).click();
    await page.evaluate(() => document.activeElement?.blur());
    await page.waitForTimeout(500); // parts that are loaded later, and charts that fit themselves to the width
    // The margin of a sheet is drawn by the printer only.
    if (look.print)
      await page.evaluate(() => {
        const margin = new CSSStyleSheet();
        margin.replaceSync("@media print { body { padding: 2cm } }");
        document.adoptedStyleSheets.push(margin);
      });
    if (from === null) await page.evaluate(() => scrollTo(0, 0));
    else
      await from.evaluate((element) => {
        element.scrollIntoView({ block: "start", behavior: "instant" });
        scrollBy({ top: -60, behavior: "instant" }); // below the index of the result, which stays in sight
      });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    if (look.english) await page.getByRole("button", { name: "Bahasa Indonesia" }).click();
    await page.emulateMedia({ colorScheme: "light", media: "screen" });
  }

  /** Saves the first sheet of the report, and goes back. */
  async printed(name) {
    if (!folder) return;
    await page.getByRole("button", { name: "Cetak", exact: true }).click();
    await page.getByRole("heading", { name: "Pratinjau cetak" }).waitFor();
    await this.picture(name, null, { print: true });
    await page.getByRole("button", { name: "Kembali ke kalkulator" }).click();
  }
}

/** A person before the empty page. */
export async function somebody() {
  await open();
  return new Person();
}

/** An amount as the page writes it. */
export const dots = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
export const section = (name) => page.getByRole("region", { name, exact: true });
/** A table whose caption begins so. */
export const table = (name) => page.getByRole("table", { name: starting(name) });
