// The grid, by keyboard, clipboard and touch, in a page of its own under the policy of the page.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import { serveFixture } from "./fixture-server.mjs";
import { context, open, page, violations } from "./stage.mjs";

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const phone = (width) => ({ viewport: { width, height: 740 }, isMobile: true, hasTouch: true });

let server;
before(async () => {
  server = await serveFixture("grid");
});
after(() => server?.close());

const openGrid = (query = "", options = clipboard) => open(options, `${server.address}?${query}`, "table[role=grid]");

/** The cell in a row and a column as they are shown, both from 0; row -1 is the head. */
const cell = (row, column) => page.locator(`table tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Row and column of the cell that has the focus, or the name of what has it. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement: active } = document;
    const at = active.closest("th, td");
    return at ? `${at.parentElement.ariaRowIndex - 2}, ${at.cellIndex}` : active.id || active.tagName;
  });
/** Presses a key and tells where that leads. */
const to = async (key) => {
  await page.keyboard.press(key);
  return focused();
};
const chosen = () => page.locator("[aria-selected=true]").count();
const status = () => page.locator(".grid-status").innerText();
const column = (key) => page.evaluate((name) => window.seen.column(name), key);
const acts = () => page.evaluate(() => window.seen.calls.map(({ act, changes }) => `${act} ${changes}`));
const button = (name) => page.getByRole("button", { name });
const start = async (row, place) => {
  await cell(row, place).click();
  assert.equal(await focused(), `${row}, ${place}`);
};
const copy = (text) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
const copied = () => page.evaluate(() => navigator.clipboard.readText());

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

describe("clipboard", () => {
  /** As spreadsheets on Windows put 68 rows of three columns on the clipboard. */
  const block = Array.from({ length: 68 }, (_, place) => `${place + 1}\t1.${String(place).padStart(3, "0")}\t2`);

  test("68 × 3 cells of a spreadsheet go in at the active cell, as one step", async () => {
    await openGrid();
    await copy(`${block.join("\r\n")}\r\n`);
    await start(0, 2);
    await press("Control+v");
    assert.equal(await status(), "204 sel ditempel.");
    assert.deepEqual(await acts(), ["paste 204"]);
    assert.deepEqual((await column("n0")).slice(0, 3), ["1", "2", "3"]);
    // Sums by hand: 68 × 69 / 2; 68 × 1000 + 67 × 68 / 2; 68 × 2.
    assert.deepEqual(await cell(68, 2).innerText(), "2.346");
    assert.deepEqual(await cell(68, 3).innerText(), "70.278");
    assert.deepEqual(await cell(68, 4).innerText(), "136");
    await press("Control+z");
    assert.ok((await column("n0")).every((text) => text === ""));
  });

  test("quoted cells keep tabs, line ends and quotation marks in one cell, as one line", async () => {
    await openGrid();
    await copy('"Kec. ""Baranti"""\t5\r\n"dua\nbaris"\t6\r\n"a\tb"\t7\r\n');
    await start(0, 1);
    await press("Control+v");
    assert.deepEqual((await column("district")).slice(0, 4), ['Kec. "Baranti"', "dua baris", "a b", "Kecamatan 4"]);
    assert.deepEqual((await column("n0")).slice(0, 4), ["5", "6", "7", ""]);
  });

  test("what does not fit is told, never lost in silence", async () => {
    await openGrid("rows=5");
    await copy("A\t1\t2\nB\t3\t4\nC\t5\t6\n");
    await start(3, 10);
    await press("Control+v");
    assert.equal(
      await status(),
      "4 sel ditempel. 1 baris tidak muat dan tidak ditempel. 1 kolom tidak muat dan tidak ditempel. 2 sel perlu diperbaiki.",
    );
    // Names cannot be edited here.
    await start(0, 0);
    await press("Control+v");
    assert.match(await status(), /^6 sel ditempel\. 3 sel tidak dapat diubah dan dibiarkan\./);
    assert.equal((await column("name"))[0], "Desa 1");
  });

  test("a longer block adds rows where the caller takes them, in an empty table too", async () => {
    await openGrid("rows=0&more");
    await copy("Lasiwala\tPitu Riawa\t1\nDongi\tPitu Riawa\t2\n");
    await page.locator("summary").focus();
    await press("Tab");
    assert.equal(await focused(), "-1, 0", "an empty table has its head");
    await press("Control+v");
    assert.deepEqual(await column("name"), ["Lasiwala", "Dongi"]);
    assert.equal(await focused(), "0, 0");
    await press("ArrowDown", "Control+v");
    assert.deepEqual(await column("name"), ["Lasiwala", "Lasiwala", "Dongi"]);
    await press("Control+z", "Control+z");
    assert.deepEqual(await column("name"), []);
    assert.equal(await focused(), "-1, 0", "the focus goes to what is left");
    // The second: two cells differ in the row that was there, three are new.
    assert.deepEqual(await acts(), ["paste 6", "paste 5"]);
  });

  test("one cell goes into all that are chosen", async () => {
    await openGrid();
    await copy("3\r\n");
    await start(0, 2);
    await press("Shift+ArrowDown", "Shift+ArrowRight", "Control+v");
    assert.deepEqual((await column("n0")).slice(0, 3), ["3", "3", ""]);
    assert.deepEqual((await column("n1")).slice(0, 3), ["3", "3", ""]);
  });

  test("in an open field one cell is text, and several are a block", async () => {
    await openGrid();
    await start(0, 2);
    await copy("34\r\n");
    await press("1", "2", "Control+v", "Enter");
    assert.equal((await column("n0"))[0], "1234");
    await copy("1\t2\r\n3\t4\r\n");
    await press("9", "Control+v");
    assert.deepEqual((await column("n0")).slice(0, 4), ["1234", "1", "3", ""]);
    assert.deepEqual((await column("n1")).slice(0, 4), ["", "2", "4", ""]);
  });

  test("what is copied is text and a table, and reads back; cutting empties", async () => {
    await openGrid("more");
    await copy('"a ""b"""\t<i>&\t5\r\n');
    await start(0, 0);
    await press("Control+v", "Control+c");
    assert.equal(await status(), "3 sel disalin.");
    assert.equal(await copied(), 'a "b"\t<i>&\t5'.replace('a "b"', '"a ""b"""'));
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    });
    assert.match(html, /<tr><td>a "b"<\/td><td>&lt;i&gt;&amp;<\/td><td>5<\/td><\/tr>/);
    await press("Control+x");
    assert.equal((await column("name"))[0], "");
    await press("Control+v");
    assert.equal((await column("name"))[0], 'a "b"');
    assert.equal((await column("district"))[0], "<i>&");
  });

  test("the button Tempel reads the clipboard; where that is refused a box takes the cells", async () => {
    await openGrid();
    await copy("8\n9\n");
    await start(0, 2);
    await button("Tempel").press("Enter");
    await page.getByText("2 sel ditempel.").waitFor();
    assert.equal(await focused(), "0, 2");
    await context.clearPermissions();
    await page.evaluate(() => {
      navigator.clipboard.readText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
    });
    await start(5, 2);
    await button("Tempel").press("Enter");
    const box = page.getByLabel("Sel yang ditempel");
    await box.waitFor();
    assert.deepEqual(await violations(), []);
    await box.fill("10\n11\n");
    await button("Isikan mulai dari sel yang dipilih").press("Enter");
    assert.deepEqual((await column("n0")).slice(0, 8), ["8", "9", "", "", "", "10", "11", ""]);
    assert.equal(await focused(), "5, 2");
    await button("Tempel").press("Enter");
    await box.waitFor();
    assert.equal(await box.inputValue(), "", "the box is empty again");
    await press("Escape");
    assert.equal((await acts()).length, 2);
  });
});

describe("order and choice of rows", () => {
  test("a head sorts up, down and not at all; typing moves no row", async () => {
    await openGrid("rows=12");
    await start(0, 2);
    await page.keyboard.type("30\n4\n");
    await press("ArrowDown");
    await page.keyboard.type("100\n");
    await start(0, 2);
    await press("ArrowUp", "Enter");
    const names = (count) =>
      page
        .locator("tbody th")
        .allInnerTexts()
        .then((all) => all.slice(0, count));
    assert.deepEqual(await names(4), ["Desa 2", "Desa 1", "Desa 4", "Desa 3"], "4, 30, 100, empty");
    const sort = () => cell(-1, 2).getAttribute("aria-sort");
    assert.equal(await sort(), "ascending");
    await press("Enter");
    assert.deepEqual(await names(4), ["Desa 4", "Desa 1", "Desa 2", "Desa 3"], "empty ones last again");
    assert.equal(await sort(), "descending");
    await press("ArrowDown");
    await page.keyboard.type("1\n2\n");
    assert.deepEqual(await names(4), ["Desa 4", "Desa 1", "Desa 2", "Desa 3"]);
    assert.deepEqual((await column("n0")).slice(0, 4), ["2", "4", "", "1"], "edits go to the row that is seen");
    await press("Control+Home", "ArrowRight", "ArrowRight", "ArrowUp", "Enter");
    assert.deepEqual(await names(4), ["Desa 1", "Desa 2", "Desa 3", "Desa 4"]);
    assert.equal(await sort(), null);
    // Names by their numbers: Desa 2 before Desa 10.
    await press("Home", "Enter", "Enter");
    assert.deepEqual(await names(3), ["Desa 12", "Desa 11", "Desa 10"]);
  });

  test("a filter hides rows; a block goes into the rows that are seen", async () => {
    await openGrid("more");
    await page.getByLabel("Saring baris").fill("kecamatan 11");
    // Every eleventh of 68 rows: 11, 22, … 66.
    assert.equal(await page.locator("tbody tr[aria-rowindex]").count(), 6);
    assert.equal(await status(), "6 dari 68 baris.");
    await copy("1\n2\n3\n");
    await start(1, 2);
    await press("Control+v");
    const texts = await column("n0");
    assert.deepEqual(
      [21, 32, 43].map((row) => texts[row]),
      ["1", "2", "3"],
    );
    assert.equal(texts.filter((text) => text !== "").length, 3);
    // More than is shown adds no rows at the end of the table.
    await copy("1\n2\n3\n4\n5\n6\n7\n");
    await start(0, 2);
    await press("Control+v");
    assert.equal(await status(), "6 sel ditempel. 1 baris tidak muat dan tidak ditempel.");
    await page.getByLabel("Saring baris").fill("tidak ada");
    assert.equal(await status(), "0 dari 68 baris.");
    await page.getByLabel("Saring baris").fill("");
    assert.equal(await page.locator("table").getAttribute("aria-rowcount"), "70");
  });

  test("hidden columns are neither shown nor pasted into", async () => {
    await openGrid();
    await page.locator("summary", { hasText: "Kolom" }).press("Enter");
    await page.getByLabel("Perangkat").press("Space");
    assert.deepEqual((await page.locator("thead th").allInnerTexts()).slice(0, 4), [
      "Desa",
      "Kecamatan",
      "Kepala desa",
      "BPD",
    ]);
    await copy("1\t2\n");
    await start(0, 2);
    await press("Control+v");
    assert.deepEqual([(await column("n0"))[0], (await column("n1"))[0], (await column("n2"))[0]], ["1", "", "2"]);
    await page.getByLabel("Perangkat").press("Space");
    assert.equal(await page.locator("thead th").count(), 12);
  });
});

describe("faults", () => {
  test("are in the name of the cell, in the status line, and one after the other by the button", async () => {
    await openGrid();
    await start(0, 2);
    await page.keyboard.type("44.259 KK\n5\nabc\n");
    assert.equal(await cell(0, 2).getAttribute("aria-invalid"), "true");
    assert.equal(await cell(1, 2).getAttribute("aria-invalid"), null);
    // The tree that the browser hands to screen readers.
    const session = await context.newCDPSession(page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const faulty = nodes.filter(({ properties = [] }) =>
      properties.some(({ name, value }) => name === "invalid" && value.value === "true"),
    );
    assert.deepEqual(
      faulty.map(({ role, name }) => `${role.value}: ${name.value.replace(/\s+/g, " ")}`),
      ["gridcell: 44.259 KK “44.259 KK” bukan angka.", "gridcell: abc “abc” bukan angka."],
    );
    const names = nodes.filter(({ role }) => ["grid", "rowheader", "columnheader"].includes(role?.value));
    assert.ok(
      names.every(({ name }) => name.value !== ""),
      "grid and headers have names",
    );
    await press("Control+Home");
    await button("Kesalahan berikutnya (2)").press("Enter");
    assert.equal(await focused(), "0, 2");
    assert.equal(await status(), "“44.259 KK” bukan angka.");
    await button("Kesalahan berikutnya (2)").press("Enter");
    assert.equal(await focused(), "2, 2");
    await button("Kesalahan berikutnya (2)").press("Enter");
    assert.equal(await focused(), "0, 2", "and from the start again");
    // A fault that is filtered out comes back into sight.
    await page.getByLabel("Saring baris").fill("Desa 5");
    await button("Kesalahan berikutnya (2)").press("Enter");
    assert.equal(await page.getByLabel("Saring baris").inputValue(), "");
    assert.match(await status(), /bukan angka/);
    await press("Delete");
    await button("Kesalahan berikutnya (1)").press("Enter");
    await press("Delete");
    assert.equal(await page.getByRole("button", { name: /Kesalahan/ }).count(), 0);
  });

  test("no number is cut off, however long", async () => {
    await openGrid();
    await start(0, 2);
    await page.keyboard.type("823.793.456.789\n");
    await start(0, 3);
    // As wide as the column from the start, with the mark of a fault beside it.
    await page.keyboard.type("3,516E+15\n");
    const cut = await page
      .locator("td.number")
      .evaluateAll((all) => all.filter((td) => td.scrollWidth > td.clientWidth).map((td) => td.innerText));
    assert.deepEqual(cut, []);
    assert.equal(await cell(68, 2).innerText(), "823.793.456.789");
  });

  test("axe finds nothing: at rest, in a field, with faults and all tools open", async () => {
    await openGrid();
    assert.deepEqual(await violations(), []);
    await page.locator("summary").press("Enter");
    await start(0, 2);
    await page.keyboard.type("x\n");
    assert.deepEqual(await violations(), []);
    await press("5");
    assert.deepEqual(await violations(), []);
    await page.emulateMedia({ colorScheme: "dark" });
    assert.deepEqual(await violations(), []);
  });
});

describe("3.000 rows", () => {
  test("few rows are drawn, the right ones, and the active cell keeps the focus", async () => {
    await openGrid("rows=3000");
    const drawn = () => page.locator("tr").count();
    assert.ok((await drawn()) < 100);
    assert.equal(await page.locator("table").getAttribute("aria-rowcount"), "3002");
    await start(3, 2);
    await page.locator(".scroller").evaluate((scroller) => scroller.scrollTo(0, 40_000));
    // Rows are 32 px high, and 40.000 / 32 = 1250 are above the first in sight.
    await cell(1250, 2).waitFor();
    const top = await page.evaluate(() => {
      const { left, bottom } = document.querySelector("thead th").getBoundingClientRect();
      return document.elementFromPoint(left + 5, bottom + 16).innerText;
    });
    assert.equal(top, "Desa 1251");
    assert.ok((await drawn()) < 100);
    assert.equal(await focused(), "3, 2", "the active cell is still there");
    assert.equal(await to("ArrowDown"), "4, 2");
    assert.ok(await cell(4, 2).isVisible());
    assert.equal(await to("Control+End"), "2999, 11");
    await page.keyboard.type("5\n");
    assert.equal((await column("n9"))[2999], "5");
    assert.ok((await drawn()) < 100);
    // While a field is open it stays, also when one scrolls away.
    await press("Control+Home", "ArrowRight", "ArrowRight", "7");
    await page.locator(".scroller").evaluate((scroller) => scroller.scrollTo(0, 60_000));
    await cell(1875, 2).waitFor();
    await page.keyboard.type("8\n");
    assert.equal((await column("n0"))[0], "78");
  });

  test("27.000 cells are pasted, and each that is wrong is counted", async () => {
    await openGrid("rows=3000");
    await copy(
      Array.from({ length: 3000 }, (_, row) =>
        Array(9)
          .fill(row % 100 === 7 ? "x" : "12")
          .join("\t"),
      ).join("\n"),
    );
    await start(0, 2);
    await press("Control+v");
    // 30 rows of nine cells.
    assert.equal(await status(), "27.000 sel ditempel. 270 sel perlu diperbaiki.");
    // 2.970 × 12.
    assert.equal(await cell(3000, 2).innerText(), "35.640");
  });
});

describe("a phone", () => {
  for (const width of [360, 320])
    test(`${width} px: rows of 44 px, a second tap edits, and the page does not scroll sideways`, async () => {
      await openGrid("", phone(width));
      const size = (locator) => locator.evaluate((element) => element.getBoundingClientRect().height);
      assert.ok((await size(cell(0, 1))) >= 44);
      await cell(1, 1).tap();
      assert.equal(await page.locator("table input").count(), 0);
      await cell(1, 1).tap();
      const field = page.locator("table input");
      await field.fill("Baranti");
      assert.ok((await field.evaluate((input) => Number.parseFloat(getComputedStyle(input).fontSize))) >= 16);
      await press("Enter");
      assert.equal((await column("district"))[1], "Baranti");
      assert.equal(await field.count(), 1, "the cell below is open, and the keyboard of the screen stays");
      // What stands in it is replaced by what is typed next.
      await page.keyboard.type("Kulo");
      await press("Enter", "Escape");
      assert.equal((await column("district"))[2], "Kulo");
      await press("ArrowRight", "5");
      assert.equal(await field.getAttribute("inputmode"), "numeric");
      await press("Enter", "Escape");
      await page.locator("summary").tap();
      for (const name of ["Perangkat", "BPD", "RT/RW"]) await page.getByLabel(name).tap();
      assert.equal(await page.locator("thead th").count(), 9);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
      assert.deepEqual(await violations(), []);
    });

  test("320 px with text of 200 %: everything is there, and rows follow the size of the text", async () => {
    await openGrid("rows=3000", phone(320));
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await page.locator(".scroller").evaluate((scroller) => scroller.scrollTo(0, 88_000));
    // 2,75 × 32 px = 88 px a row: the first in sight is row 1.000.
    await cell(1000, 0).waitFor();
    assert.equal(await cell(1000, 0).evaluate((th) => th.getBoundingClientRect().height), 88);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await cell(1001, 2).tap();
    // A whole column of numbers is seen: the first column gives way.
    const seen = await cell(1001, 2).evaluate((td) => {
      const [cell, part] = [td, td.closest(".scroller")].map((element) => element.getBoundingClientRect());
      return (
        cell.left >= part.left &&
        cell.right <= part.right &&
        document.elementFromPoint(cell.left + 4, cell.top + 9) === td
      );
    });
    assert.ok(seen);
    await cell(1001, 2).tap();
    await page.keyboard.type("5");
    await press("Enter");
    assert.equal((await column("n0"))[1001], "5");
  });

  test("forced colours: the active cell and faults are told apart", async () => {
    await openGrid();
    await page.emulateMedia({ forcedColors: "active" });
    await start(0, 2);
    await page.keyboard.type("x\n");
    const style = (locator, name) => locator.evaluate((element, of) => getComputedStyle(element)[of], name);
    assert.equal(await style(cell(1, 2), "outlineStyle"), "solid");
    assert.match(await style(cell(0, 2), "textDecorationLine"), /underline/);
    assert.equal(await style(cell(2, 2), "textDecorationLine"), "none");
  });
});

describe("Firefox", () => {
  test("60 of 60 numbers typed, Enter, F2, Escape, copy and paste", async () => {
    const browser = await startFirefox();
    try {
      const tab = await browser.newPage();
      const complaints = [];
      tab.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
      tab.on("pageerror", (error) => complaints.push(String(error)));
      await tab.evaluateOnNewDocument(() =>
        addEventListener("securitypolicyviolation", (event) => console.error("policy:", event.violatedDirective)),
      );
      await tab.setViewport({ width: 1280, height: 900 });
      await tab.goto(server.address);
      await tab.waitForSelector("table[role=grid]");
      const texts = (key) => tab.evaluate((name) => window.seen.column(name), key);
      const at = (row, place) => `table tr[aria-rowindex="${row + 2}"] > :nth-child(${place + 1})`;
      const chord = async (modifier, key) => {
        await tab.keyboard.down(modifier);
        await tab.keyboard.press(key);
        await tab.keyboard.up(modifier);
      };
      await tab.click(at(0, 2));
      const numbers = Array.from({ length: 60 }, (_, place) => String(1000 + 7 * place));
      for (const number of numbers) {
        await tab.keyboard.type(number);
        await tab.keyboard.press("Enter");
      }
      assert.deepEqual((await texts("n0")).slice(0, 60), numbers);
      await tab.click("#after");
      await tab.keyboard.type("5\t6");
      await chord("Control", "a");
      await chord("Control", "c");
      await tab.evaluate(() => document.querySelector("table [tabindex='0']").focus());
      await chord("Control", "Home");
      await tab.click(at(1, 3));
      await chord("Control", "v");
      assert.equal((await texts("n1"))[1], "5");
      assert.equal((await texts("n2"))[1], "6");
      // Copied from the table, where the block is still chosen, and pasted back into it.
      await chord("Control", "c");
      await tab.keyboard.press("ArrowDown");
      await chord("Control", "v");
      assert.equal((await texts("n1"))[2], "5");
      assert.equal((await texts("n2"))[2], "6");
      await tab.keyboard.press("F2");
      await tab.keyboard.type("9");
      await tab.keyboard.press("Escape");
      assert.equal((await texts("n1"))[2], "5");
      // The table is one stop of the Tab key here too, though Firefox makes every scrolling part one.
      await tab.focus("summary");
      await tab.keyboard.press("Tab");
      await tab.keyboard.press("Tab");
      assert.equal(await tab.evaluate(() => document.activeElement.id), "after");
      assert.deepEqual(complaints, []);
    } finally {
      await browser.close();
    }
  });
});
