// Order, faults, many rows and touch in the grid.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { button, cell, column, copy, focused, openGrid, phone, press, start, status, to } from "./grid-stage.mjs";
import { context, page, violations } from "./stage.mjs";

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
    assert.equal(await status(), "Baris 1, Kepala desa: “44.259 KK” bukan angka.");
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
