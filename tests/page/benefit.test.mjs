// What members and heirs may receive, on demand and apart from the cost.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openWith, page, rowsOf, violations, wide } from "./stage.mjs";

const maros = JSON.parse(await readFile(new URL("../../cases/maros.json", import.meta.url), "utf8"));

async function openPart() {
  await openWith(maros);
  await page.locator("#benefit summary").click();
  await page.locator("#benefit table").first().waitFor();
}

test("Maros: one death pays 42 million, one at work 70, each with its regulation; a range, no promise", async () => {
  await openPart();
  // From February 2025 on newcomers wait (Permenaker 1/2025).
  const cases = await rowsOf("Satu kasus: Pekerja yang dilindungi pemda, Feb 2025–Des 2025");
  assert.equal(cases["Meninggal (JKM)"][0], "42.000.000");
  assert.match(cases["Meninggal (JKM)"][1], /^20\.000\.000 \(PP 82\/2019\) \+ 12\.000\.000/);
  assert.equal(cases["Meninggal karena kerja (JKK)"][0], "70.000.000");
  assert.match(cases["Meninggal karena kerja (JKK)"][1], /^48 × 1\.000\.000 = 48\.000\.000/);
  assert.equal(cases["Meninggal pada masa tunggu (JKM)"][0], "10.000.000");
  const expected = await rowsOf("Perkiraan klaim JKM rencana ini, menurut laporan yang pernah terbit");
  assert.equal(expected["Nasional 2023"][0], "0,1659 %");
  assert.equal(expected["Rentang daerah"].length, 4);
  const text = await page.locator("#benefit").innerText();
  for (const piece of ["0,1943 %", "bukan janji", "JKM Rp\u00a01.109.352.000"]) assert.ok(text.includes(piece), piece);
  assert.deepEqual(await violations(), []);
});

test("it fits a phone, and speaks English", async () => {
  await openPart();
  await page.setViewportSize({ width: 360, height: 740 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} pixels`);
  await page.setViewportSize(wide);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#benefit summary", { hasText: "Benefits for members and heirs" }).waitFor();
  assert.match(await page.locator("#benefit").innerText(), /not a promise/);
});
