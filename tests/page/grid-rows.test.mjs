// Rows of the grid that open, cells that one row fixes, and filling to the right with a growth.
import assert from "node:assert/strict";
import { test } from "node:test";
import { acts, button, cell, column, copy, focused, openGrid, press, start, status } from "./grid-stage.mjs";
import { page, violations } from "./stage.mjs";

const opened = () => page.evaluate(() => window.seen.opened);

test("a press on its cell, or Enter on a cell that cannot be edited, opens the row", async () => {
  await openGrid("opens");
  await cell(2, 12).click();
  assert.deepEqual(await opened(), ["row 2 open"]);
  await start(1, 2);
  await press("Enter");
  assert.deepEqual(await opened(), ["row 2 open", "row 1 n0"], "the number of this row is fixed");
  assert.equal(await page.locator("[role=grid] input").count(), 0);
  await press("ArrowUp", "7", "Enter");
  assert.equal((await column("n0"))[0], "7", "that of the row above is not");
  assert.deepEqual(await violations(), []);
});

test("what opens a row stays in sight, and covers no cell that one goes to", async () => {
  await openGrid("opens", { viewport: { width: 700, height: 740 } });
  await start(0, 2);
  await press("End", "ArrowLeft", "ArrowLeft");
  const box = (at) => at.evaluate((one) => one.getBoundingClientRect().toJSON());
  const [active, last] = [await box(cell(0, 10)), await box(cell(0, 12))];
  assert.equal(await focused(), "0, 10");
  assert.ok(active.right <= last.left + 1, `${active.right} is left of ${last.left}`);
});

test("a block leaves the cells that its row fixes, and says so", async () => {
  await openGrid("opens");
  await copy("1\t2\t3\n4\t5\t6\n");
  await start(0, 2);
  await press("Control+v");
  assert.equal(await status(), "4 sel ditempel. 2 sel tidak dapat diubah dan dibiarkan.");
  assert.deepEqual((await column("n0")).slice(0, 2), ["1", ""]);
  assert.deepEqual((await column("n2")).slice(0, 2), ["3", "6"]);
});

test("a number is filled to the right by a growth, in every chosen row, as one step", async () => {
  await openGrid("opens");
  await copy("100\n200\nabc\n");
  await start(0, 9);
  // The pasted cells stay chosen.
  await press("Control+v");
  await page.getByText("Isi ke kanan", { exact: true }).press("Enter");
  await page.getByLabel("Pertumbuhan setahun (%)").fill("5");
  await button("Isi dengan pertumbuhan").press("Enter");
  assert.deepEqual((await column("n8")).slice(0, 3), ["105", "205", ""]);
  assert.deepEqual((await column("n9")).slice(0, 3), ["110", "210", ""]);
  assert.equal(
    await status(),
    "4 sel diisi. 2 sel tidak diisi: sel pertama atau pertumbuhannya bukan angka. 1 sel perlu diperbaiki.",
  );
  await press("Control+z");
  assert.deepEqual((await column("n8")).slice(0, 2), ["", ""]);
  await start(1, 9);
  await button("Samakan semua tahun").press("Enter");
  assert.deepEqual([(await column("n8"))[1], (await column("n9"))[1]], ["200", "200"]);
  await start(1, 3);
  await button("Samakan semua tahun").press("Enter");
  assert.equal(await status(), "Pilih dahulu sel angka yang menjadi awal.");
  assert.deepEqual(await acts(), ["paste 3", "fill 4", "fill 2"]);
});
