// The grid on paper: all rows on turned sheets, for as long as the page is printed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import { button, openGrid, press, server, start } from "./grid-stage.mjs";
import { page } from "./stage.mjs";

const paper = (of = page) =>
  of.evaluate(() => {
    const table = document.querySelector(".grid-paper table");
    if (!table) return null;
    const texts = (row) => [...row.cells].map(({ innerText, textContent }) => (innerText || textContent).trim());
    const rows = [...table.tBodies[0].rows].map(texts);
    return {
      caption: table.caption.textContent,
      head: texts(table.tHead.rows[0]),
      rows,
      foot: texts(table.tFoot.rows[0]),
    };
  });
const tell = (event, of = page) => of.evaluate((name) => window.dispatchEvent(new Event(name)), event);

test("all rows are printed in the order that is shown, filtered or not; hidden columns are not", async () => {
  await openGrid("rows=300");
  assert.ok((await page.locator("tbody tr[aria-rowindex]").count()) < 60, "few are drawn");
  await start(0, 2);
  await page.keyboard.type("7");
  await press("Enter");
  await page.keyboard.type("x");
  await press("Enter");
  await page.getByLabel("Saring baris").fill("Desa 12");
  await page.locator(".grid-tools summary").click();
  await page.getByRole("group", { name: "Kolom" }).getByLabel("BPD").uncheck();
  await button("Desa", { exact: true }).first().click();
  await button("Desa", { exact: true }).first().click();
  assert.equal(await paper(), null);
  await tell("beforeprint");
  const { caption, head, rows, foot } = await paper();
  assert.equal(caption, "Tabel desa");
  assert.deepEqual(head.slice(0, 5), ["Desa", "Kecamatan", "Kepala desa", "Perangkat", "RT/RW"]);
  assert.equal(rows.length, 300);
  // Descending by name; the fault is marked on paper too.
  assert.equal(rows[0][0], "Desa 300");
  assert.deepEqual(
    [rows[299].slice(0, 3), rows[298].slice(0, 3)],
    [
      ["Desa 1", "Kecamatan 1", "7"],
      ["Desa 2", "Kecamatan 2", "! x"],
    ],
  );
  assert.deepEqual(foot.slice(0, 3), ["Jumlah", "", "7"]);
  await tell("afterprint");
  assert.equal(await paper(), null);
});

test("on paper it stands on A4 sheets that are turned, with its head on each", async () => {
  await openGrid("rows=300");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    [width, height].map((points) => Math.round(Number(points))),
  );
  // 297 × 210 mm are 842 × 595 points.
  const turned = sheets.filter(([width, height]) => width === 842 && height === 595);
  assert.ok(turned.length > 3, JSON.stringify(sheets));
  assert.equal(await paper(), null, "it is gone afterwards");
});

test("in Firefox too", async () => {
  const browser = await startFirefox();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.address}?rows=300`);
    await tab.waitForSelector("table[role=grid]");
    await tell("beforeprint", tab);
    const { rows, foot } = await paper(tab);
    assert.deepEqual([rows.length, rows[299][0], foot[0]], [300, "Desa 300", "Jumlah"]);
    await tell("afterprint", tab);
    assert.equal(await paper(tab), null);
  } finally {
    await browser.close();
  }
});
