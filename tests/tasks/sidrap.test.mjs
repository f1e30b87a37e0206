// Sidrap's 68 villages pay their heads and officials from the ADD: what does each village pay, and who is over its ceiling?
import assert from "node:assert/strict";
import { test } from "node:test";
import { dots, page, somebody, starting } from "./stage.mjs";

/**
 * PP 11/2019, article 81: at least Rp 2,426,640 and Rp 2,022,200 a month. 0.24 % and 0.30 % of each, rounded one by one:
 * 5,824 + 7,280 and 4,853 + 6,067. One head and ten officials in a village, twelve months.
 */
const village = (1 * 13_104 + 10 * 10_920) * 12;
assert.equal(village, 1_467_648);

test("68 villages from the register, their people and ceilings pasted, and who is over, in 15 steps", async () => {
  const person = await somebody();
  await person.fill("Nama daerah", "sidrap");
  await person.click("button", starting("Kabupaten Sidenreng Rappang"));
  await person.click("button", "Isi jumlah peserta per desa");
  await person.unfold("Susun kelompok APBDes");
  for (const name of ["BPD", "RT/RW dan LKD", "Kader", "Pekerja rentan desa"]) await person.untick(starting(name));
  await person.click("button", "Tambahkan kelompok yang dipilih");
  await person.click("button", "Ambil 68 desa Kabupaten Sidenreng Rappang");
  const grid = "Peserta dan pagu per desa";
  await person.cell(grid, "Wanio", "Kepala desa (peserta)");
  await person.paste(Array.from({ length: 68 }, () => "1\t10"));
  await person.tick("Pagu ADD tiap desa");
  await person.cell(grid, "Wanio", "Pagu ADD 2027 (Rp)");
  // Forty villages have enough; twenty-eight have Rp 67,648 too little.
  const enough = 40;
  await person.paste(Array.from({ length: 68 }, (_, place) => (place < enough ? "1.500.000" : "1.400.000")));
  await person.sees("28 dari 68 desa di atas pagunya; yang kurang terbesar lebih dahulu:");
  assert.deepEqual(await person.reads("Biaya per kecamatan", "Jumlah"), ["68", "680", dots(68 * village)]);
  const money = await page.getByRole("listitem").filter({ hasText: "Di atas pagu desanya" }).innerText();
  assert.ok(money.replaceAll("\u00a0", " ").includes(`Rp ${dots(28 * (village - 1_400_000))}`), money);
  await person.picture("sidrap-pagu", page.getByText("28 dari 68 desa"));
  await person.ends(15);
});
