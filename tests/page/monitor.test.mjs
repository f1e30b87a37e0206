// What happened to a plan: pasted from a spreadsheet, compared beside it, kept through a reload, nothing lost on bad input.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { kept, openWith, page, rowsOf, stored, violations } from "./stage.mjs";

const maros = JSON.parse(await readFile(new URL("../../cases/maros.json", import.meta.url), "utf8"));

/** Columns of the table: month, group, planned members, planned rupiah, and those that are typed. */
const [QUOTA, , PAID, , PAID_RUPIAH] = [4, 5, 6, 7, 8];
const cell = (row, column) => page.locator(`#monitor tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);

async function paste(place, text) {
  await place.click();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function openTable() {
  await openWith(maros);
  await page.getByRole("button", { name: "Isi realisasi", exact: true }).click();
  await page.locator("#monitor [role=grid]").waitFor();
}

/** The deviation by cause, once it is there. */
async function deviation(rupiah) {
  await page.locator("#monitor-answer tr.total td", { hasText: rupiah }).first().waitFor();
  return rowsOf("Selisih dibayar − rencana, menurut sebabnya");
}

test("half a year of Maros is pasted: April is not known and no zero, May has 595 people fewer", async () => {
  await openTable();
  assert.equal(
    await page.locator("#monitor [role=grid]").getAttribute("aria-rowcount"),
    "13",
    "12 months and the head",
  );
  await paste(cell(0, PAID), "13.595\r\n13.595\r\n13.595\r\n\r\n13.000");
  // 595 × 16.800
  const parts = await deviation("−9.996.000");
  assert.deepEqual(parts["Jumlah peserta"], ["−9.996.000"]);
  assert.deepEqual(parts["Selisih"], ["−9.996.000"]);
  const months = await rowsOf("Tiap bulan");
  // 13.595 × 16.800 a month; nothing is known of April, so nothing after March is summed up.
  assert.deepEqual(months["April 2025"], ["228.396.000", "tidak diketahui", "913.584.000", "tidak diketahui"]);
  assert.deepEqual(months["Mei 2025"], ["228.396.000", "218.400.000", "1.141.980.000", "tidak diketahui"]);
  const summary = await rowsOf("Ringkasan");
  // 12 × 228.396.000 − 9.996.000
  assert.deepEqual(summary["Perkiraan sampai Desember, sisanya seperti rencana"], ["Rp\u00a02.730.756.000"]);
  // 2.740.752.000 × 5 ÷ 12; paid are 903.588.000 = 32,9686 %.
  assert.deepEqual(summary["Seharusnya sampai bulan ini"], ["Rp\u00a01.141.980.000 (41,67\u00a0%)"]);
  assert.deepEqual(summary["Terbayar"], ["Rp\u00a0903.588.000 (32,97\u00a0%)"]);
  // 13.000 of 182.670 workers: 7,1166 %; 169.670 are no members.
  assert.deepEqual(summary["Peserta aktif (iuran terbayar)"], ["13.000"]);
  assert.deepEqual(summary["Kurang terhadap 100 %"], ["169.670"]);
  assert.match(
    await page.locator("#monitor-answer .notices").innerText(),
    /1 baris bulan belum lengkap, yang pertama April 2025/,
  );
  assert.deepEqual(await violations(), []);
});

test("a cell that is no number is told at its place, and nothing is lost, also by a reload", async () => {
  await openTable();
  await paste(cell(0, PAID), "13.595\r\n13.000");
  await deviation("−9.996.000");
  await paste(cell(1, PAID_RUPIAH), "lihat SP2D");
  await page.locator("#monitor-answer .message", { hasText: "1 sel" }).waitFor();
  assert.equal(await cell(1, PAID_RUPIAH).getAttribute("aria-invalid"), "true");
  await paste(cell(0, QUOTA), "13.000");
  await page.locator("#monitor-answer .message", { hasText: "2 sel" }).waitFor();
  await stored("lihat SP2D");
  const { realisation } = await kept();
  assert.deepEqual(realisation, [
    { month: "2025-01", segment: "pemda", paid: "13.595", quota: "13.000" },
    { month: "2025-02", segment: "pemda", paid: "13.000", paidRupiah: "lihat SP2D" },
  ]);
  await page.reload();
  await page.locator("#monitor-answer .message", { hasText: "2 sel" }).waitFor();
  for (const place of [cell(0, QUOTA), cell(1, PAID_RUPIAH)]) {
    await place.click();
    await page.keyboard.press("Delete");
  }
  await deviation("−9.996.000");
  // Taken back in one step each.
  await page.keyboard.press("Control+z");
  await page.locator("#monitor-answer .message", { hasText: "1 sel" }).waitFor();
});
