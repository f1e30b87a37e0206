// "Salin" and CSV under every table of the page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { context, majene, open, openAll, openWith, page, simple, violations } from "./stage.mjs";

const allow = () => context.grantPermissions(["clipboard-read", "clipboard-write"]);
const button = (name) => page.getByRole("button", { name, exact: true });

/** What the clipboard holds, by kind. */
const clipboard = () =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (await item.getType(type)).text();
    return { text: await read("text/plain"), html: await read("text/html") };
  });

/** The simple plan with a ceiling: 1,000 × 16,800 × 12 = 201,600,000 of 200,000,000. */
const capped = structuredClone(simple);
capped.funds[0].ceilings = [{ year: 2025, rupiah: 200_000_000 }];

test("a table is copied with its numbers as numbers, its unit and its year", async () => {
  await openWith(capped);
  await allow();
  await button("Salin tabel: Biaya per kelompok dan program, 2025").click();
  await page.getByText("Tabel disalin, 2 baris.").first().waitFor();
  const { text, html } = await clipboard();
  const [heads, row, sum] = text.split("\n").map((line) => line.split("\t"));
  assert.deepEqual(heads, [
    "Kelompok",
    "Biaya (Rp), 2025",
    "Orang-bulan, 2025",
    "Jumlah peserta, 2025",
    "Bulan, 2025",
    "JKK (Rp), 2025",
    "JKM (Rp), 2025",
  ]);
  // By hand: 1,000 × 12 = 12,000 person-months; × 16,800, × 10,000 and × 6,800.
  assert.deepEqual(row, ["Rentan", "201600000", "12000", "1000", "12", "120000000", "81600000"]);
  assert.deepEqual(sum, ["Jumlah", "201600000", "12000", "1000", "", "120000000", "81600000"]);
  // What the browser lets through: a value for LibreOffice and one for Excel beside the text.
  assert.match(html, /sdval="201600000" sdnum="1033;" x:num="201600000"/);
  assert.match(html, /sdnum="1033;0;@" x:str=/);
  assert.ok(!html.includes("<button"), "no control of the page");
});

test("a CSV is written in both dialects, under the name of table, region, year and day", async () => {
  await openWith(capped);
  for (const [of, separator] of [
    ["Unduh CSV untuk Excel Indonesia, dengan titik koma", ";"],
    ["Unduh CSV untuk Excel Inggris, dengan koma", ","],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button(`${of}: Biaya per sumber dana, 2025`).click(),
    ]);
    assert.match(download.suggestedFilename(), /^biaya-per-sumber-dana-kota-uji-2025-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    assert.ok(text.startsWith("\ufeff"));
    // 201,600,000 of 200,000,000: 1,600,000 short, in December.
    assert.equal(text.split("\r\n")[1].split(separator).slice(0, 5).join(" "), '"APBD" 201600000 200000000 0 1600000');
  }
});

test("every table of the answer has its buttons, and axe has nothing to say", async () => {
  await openWith(majene, "", "#compare");
  await openAll();
  const counts = await page.evaluate(() => {
    const tables = [...document.querySelectorAll(".answer table")];
    return [
      tables.length,
      tables.filter((table) => table.closest(".scroll")?.nextElementSibling?.matches("copy-table:not(:empty)")).length,
    ];
  });
  assert.ok(counts[0] >= 5, `${counts[0]} tables`);
  assert.equal(counts[1], counts[0]);
  assert.deepEqual(await violations(), []);
});

test("where the browser refuses, the table is selected and the keys copy it the same way", async () => {
  await openWith(simple);
  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await button("Salin tabel: Biaya per sumber dana, 2025").click();
  await page.getByText("Peramban menolak menyalin.").first().waitFor();
  await allow();
  await page.keyboard.press("Control+C");
  const { text } = await clipboard();
  assert.equal(text, "Sumber dana\tBiaya (Rp), 2025\nAPBD\t201600000\nJumlah\t201600000");
});

test("the buttons speak the language of the page, and the law has them too", async () => {
  await openWith(simple);
  await page.getByRole("button", { name: "English" }).click();
  await page
    .getByRole("button", { name: /^Copy the table: / })
    .first()
    .waitFor();
  await open({}, "aturan.html", "main.law table");
  await page
    .getByRole("button", { name: /^Salin tabel: / })
    .first()
    .waitFor();
});

test("what is marked is copied with its mark, in a column of its own", async () => {
  const plan = structuredClone(simple);
  plan.overrides = [{ parameter: "jkm.bpu", from: "2025-01", value: 7000, note: "uji" }];
  await openWith(plan);
  await allow();
  await button("Salin tabel: Biaya per sumber dana, 2025").click();
  await page.getByText("Tabel disalin").first().waitFor();
  const lines = (await clipboard()).text.split("\n").map((line) => line.split("\t"));
  assert.equal(lines[0].at(-1), "Catatan");
  assert.equal(lines.at(-1)[0], "Jumlah");
  assert.match(lines.at(-1).at(-1), /diganti oleh Anda/);
});
