// What is pasted into the grid, copied and cut; and typing and pasting in Firefox.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import {
  acts,
  button,
  cell,
  column,
  copied,
  copy,
  focused,
  openGrid,
  press,
  server,
  start,
  status,
} from "./grid-stage.mjs";
import { context, page, violations } from "./stage.mjs";

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
