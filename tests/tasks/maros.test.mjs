// Maros meets in July to see how far 2025 went: half a year is typed, and the page says what should have been paid by now.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dots, somebody, table } from "./stage.mjs";

/** 13,595 workers at 10,000 + 6,800 a month. */
const month = 13_595 * 16_800;
assert.equal(month, 228_396_000);
/** Since April 13,000 were accepted. */
const less = 13_000 * 16_800;

test("six months typed, what was paid, what should have been, and where December ends, in 10 steps", async () => {
  const person = await somebody();
  await person.example("Kabupaten Maros");
  await person.click("button", "Isi realisasi");
  await person.cell("Realisasi tiap bulan dan kelompok", "Jan 2025", "Terbayar");
  for (const people of [13_595, 13_595, 13_595, 13_000, 13_000, 13_000]) await person.type(dots(people));
  await person.sees(/Data Januari 2025 sampai Juni 2025/);
  const says = async (row) => (await person.reads("Ringkasan", row))[0];
  // 1,340,388,000 of 2,740,752,000 are 48.9058 %; half of it by the end of June.
  assert.equal(await says("Terbayar"), `Rp ${dots(3 * month + 3 * less)} (48,91 %)`);
  assert.equal(await says("Seharusnya sampai bulan ini"), `Rp ${dots(6 * month)} (50 %)`);
  assert.equal(
    await says("Perkiraan sampai Desember, sisanya seperti bulan terakhir"),
    `Rp ${dots(3 * month + 9 * less)}`,
  );
  assert.equal(await says("Perkiraan sampai Desember, sisanya seperti rencana"), `Rp ${dots(9 * month + 3 * less)}`);
  assert.equal(await says("Peserta aktif (iuran terbayar)"), "13.000");
  await person.picture("maros-realisasi", table("Ringkasan"), { phone: true });
  await person.ends(10);
});
