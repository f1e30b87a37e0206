// The grid by keyboard, in a page of its own under the policy of the page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  acts,
  cell,
  chosen,
  column,
  copied,
  copy,
  focused,
  openGrid,
  press,
  start,
  status,
  to,
} from "./grid-stage.mjs";
import { page } from "./stage.mjs";

describe("keys", () => {
  test("the table is one stop of the Tab key, whichever cell is active", async () => {
    await openGrid();
    await page.locator("summary").focus();
    assert.equal(await to("Tab"), "0, 0");
    assert.equal(await to("Tab"), "after");
    assert.equal(await to("Shift+Tab"), "0, 0");
    await press("ArrowDown", "ArrowRight");
    assert.equal(await to("Tab"), "after");
    assert.equal(await to("Shift+Tab"), "1, 1");
  });

  test("arrows, Home, End and Page keys go where they do in a spreadsheet, and stop at the edges", async () => {
    await openGrid();
    await start(0, 0);
    for (const [key, place] of [
      ["ArrowLeft", "0, 0"],
      ["ArrowRight", "0, 1"],
      ["ArrowDown", "1, 1"],
      ["ArrowUp", "0, 1"],
      ["ArrowUp", "-1, 1"],
      ["ArrowUp", "-1, 1"],
      ["ArrowRight", "-1, 2"],
      ["ArrowDown", "0, 2"],
      ["End", "0, 11"],
      ["Home", "0, 0"],
      // 68 rows and 12 columns; row 68 is the foot.
      ["Control+End", "67, 11"],
      ["ArrowRight", "67, 11"],
      ["ArrowDown", "68, 11"],
      ["ArrowDown", "68, 11"],
      ["PageUp", /^[45]\d, 11$/],
      ["Control+Home", "0, 0"],
      ["PageDown", /^1\d, 0$/],
      ["PageUp", "0, 0"],
    ])
      if (typeof place === "string") assert.equal(await to(key), place, key);
      else assert.match(await to(key), place, key);
  });

  test("Ctrl and an arrow go to the end of the filled cells, else to the next filled one, else to the edge", async () => {
    await openGrid();
    await start(2, 2);
    await page.keyboard.type("1\n2\n3\n");
    await start(0, 2);
    for (const [key, place] of [
      ["Control+ArrowDown", "2, 2"],
      ["Control+ArrowDown", "4, 2"],
      ["Control+ArrowDown", "67, 2"],
      ["Control+ArrowUp", "4, 2"],
      ["Control+ArrowLeft", "4, 0"],
      ["Control+ArrowRight", "4, 2"],
      ["Control+ArrowRight", "4, 11"],
    ])
      assert.equal(await to(key), place, key);
  });

  test("Shift extends what is chosen, by keys, click and drag; Escape gives it back", async () => {
    await openGrid();
    await start(1, 2);
    assert.equal(await chosen(), 1);
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowRight");
    assert.equal(await chosen(), 6);
    assert.equal(await status(), "3 baris × 2 kolom dipilih.");
    await press("Shift+ArrowUp", "Shift+ArrowUp", "Shift+ArrowUp");
    assert.equal(await chosen(), 4, "over the first cell to the other side: rows 0 and 1");
    await press("Shift+ArrowUp");
    assert.equal(await chosen(), 4, "the head is never chosen with cells");
    await press("Escape");
    assert.equal(await chosen(), 1);
    await start(1, 2);
    await cell(4, 3).click({ modifiers: ["Shift"] });
    assert.equal(await chosen(), 8);
    await cell(5, 2).hover();
    await page.mouse.down();
    await cell(7, 3).hover();
    await page.mouse.up();
    assert.equal(await chosen(), 6);
    assert.equal(await page.locator("table input").count(), 0, "a drag edits nothing");
    await press("Control+End");
    assert.equal(await to("Shift+ArrowDown"), "67, 11", "nor is the foot");
    await press("Control+a");
    assert.equal(await status(), "68 baris × 12 kolom dipilih.");
  });

  test("a letter, Enter, F2, Escape, Tab and the arrows edit as in a spreadsheet", async () => {
    await openGrid();
    await start(0, 2);
    await press("1", "2");
    assert.equal(await page.locator("table input").inputValue(), "12", "the first letter is in the field");
    assert.equal(await to("Enter"), "1, 2");
    await press("7");
    assert.equal(await to("Tab"), "1, 3");
    await press("8");
    assert.equal(await to("Shift+Tab"), "1, 2");
    await press("9");
    assert.equal(await to("ArrowRight"), "1, 3", "an arrow leaves a field that a letter opened");
    await press("Shift+Enter", "Escape");
    assert.equal(await to("ArrowLeft"), "1, 2");
    await press("F2");
    assert.equal(await page.locator("table input").inputValue(), "9", "F2 opens the field with its text");
    await press("ArrowLeft", "5");
    assert.equal(await page.locator("table input").inputValue(), "59", "and the arrows move in it");
    assert.equal(await to("Shift+Enter"), "0, 2");
    await press("Enter");
    await page.keyboard.type("4");
    assert.equal(await page.locator("table input").inputValue(), "124");
    assert.equal(await to("Escape"), "0, 2");
    assert.deepEqual((await column("n0")).slice(0, 3), ["12", "59", ""]);
    assert.deepEqual((await column("n1")).slice(0, 3), ["", "8", ""]);
    // Nothing is reported where nothing was changed.
    await press("F2", "Enter");
    assert.deepEqual(await acts(), ["type 1", "type 1", "type 1", "type 1", "type 1"]);
  });

  test("a click elsewhere keeps what was typed; a second click on a cell edits it", async () => {
    await openGrid();
    await start(0, 2);
    await press("5");
    await start(4, 3);
    assert.equal((await column("n0"))[0], "5");
    await cell(4, 3).click();
    await page.keyboard.type("6");
    await page.locator("#after").click();
    assert.equal((await column("n1"))[4], "6");
    await cell(4, 3).click();
    assert.equal(await page.locator("table input").count(), 0, "the first click back only chooses");
  });

  test("what cannot be edited says so", async () => {
    await openGrid();
    await start(0, 0);
    assert.ok(await page.getByText("Nama dari daftar desa.").isVisible(), "the hint of the column");
    await press("x");
    assert.equal(await status(), "Sel ini tidak dapat diubah.");
    await press("Delete", "Control+d");
    assert.equal((await column("name"))[0], "Desa 1");
    assert.equal(await cell(0, 0).getAttribute("aria-readonly"), "true");
    assert.deepEqual(await acts(), []);
  });

  test("in a disabled fieldset the table is there to be read and copied", async () => {
    await openGrid("locked");
    await copy("1\t2\n");
    await start(0, 2);
    await press("5");
    assert.equal(await status(), "Sel ini tidak dapat diubah.");
    await press("Control+v");
    assert.equal(await status(), "0 sel ditempel. 2 sel tidak dapat diubah dan dibiarkan.");
    await press("Home", "Delete", "Control+c");
    assert.equal(await copied(), "Desa 1");
    assert.deepEqual(await acts(), []);
  });

  test("Delete empties, Ctrl+D fills down, and the caller takes each back by one Ctrl+Z", async () => {
    await openGrid();
    await start(0, 2);
    await page.keyboard.type("5\n");
    await start(0, 2);
    await press("Shift+ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d");
    assert.deepEqual((await column("n0")).slice(0, 5), ["5", "5", "5", "5", ""]);
    assert.equal(await status(), "3 sel diisi.");
    // One row alone takes the cell above it.
    await start(4, 2);
    await press("Control+d");
    assert.equal((await column("n0"))[4], "5");
    await press("Shift+ArrowUp", "Delete");
    assert.deepEqual((await column("n0")).slice(2, 6), ["5", "", "", ""]);
    assert.deepEqual(await acts(), ["type 1", "fill 3", "fill 1", "clear 2"]);
    await press("Control+z");
    assert.deepEqual((await column("n0")).slice(2, 6), ["5", "5", "5", ""]);
    await press("Control+z", "Control+z");
    assert.deepEqual((await column("n0")).slice(0, 4), ["5", "", "", ""]);
    assert.equal(await focused(), "3, 2", "the focus stays");
  });

  test("Ctrl+Z in a field takes back what was typed there, and nothing of the caller's", async () => {
    await openGrid();
    await start(0, 2);
    await page.keyboard.type("5\n12");
    await press("Control+z");
    assert.equal((await column("n0"))[0], "5");
    assert.equal(await page.locator("table input").count(), 1);
    await press("Escape");
    await page.getByLabel("Saring baris").fill("desa");
    await press("Control+z");
    assert.equal((await column("n0"))[0], "5");
  });

  test("60 of 60 numbers typed as fast as the machine can are there", async () => {
    await openGrid();
    await start(0, 2);
    const numbers = Array.from({ length: 60 }, (_, place) => String(1000 + 7 * place));
    await page.keyboard.type(numbers.map((number) => `${number}\n`).join(""));
    assert.deepEqual((await column("n0")).slice(0, 60), numbers);
    assert.equal(await focused(), "60, 2");
    // 60 × 1000 + 7 × (59 × 60 / 2) = 72.390.
    assert.equal(await cell(68, 2).innerText(), "72.390");
  });
});
