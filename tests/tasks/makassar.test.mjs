// Makassar renews the protection of four groups: what does it cost, and what would one more point of coverage cost?
import assert from "node:assert/strict";
import { test } from "node:test";
import { dots, somebody, starting, table } from "./stage.mjs";

/**
 * CASES.md: 35,782 vulnerable workers, 11,515 non-ASN, 5,752 in religious service, 5,112 kader. A month of a vulnerable
 * worker is 10,000 + 6,800; of the others 0.54 % of Rp 2,000,000 = 10,800, an assumption of the example.
 */
const [RENTAN, UPAH] = [16_800 * 12, 10_800 * 12];
const year = 35_782 * RENTAN + (11_515 + 5_752 + 5_112) * UPAH;
assert.equal(year, 10_113_969_600);
/** One point of 507,506 workers, a whole number of people: 5,075.06. */
const point = 5_076;

const heldAgainst = async (person) => {
  const caption = `Biaya ${dots(point)} orang lagi pada 2026, bila semua masuk satu kelompok`;
  // 1,023,321,600 and 657,849,600 rupiah.
  assert.equal((await person.reads(caption, "Pekerja rentan"))[0], dots(point * RENTAN));
  assert.equal((await person.reads(caption, "Non-ASN"))[0], dots(point * UPAH));
  assert.equal((await person.reads("Biaya per kelompok dan program", "Jumlah", "2025"))[0], dots(year));
};

test("the price of a point, by three clicks", async () => {
  const person = await somebody();
  await person.example("Kota Makassar");
  await person.sees("kurang 79.678 orang ke target 66,2 %");
  await person.picture("makassar-jawaban");
  await person.click("button", "Hitung jumlah peserta dari pagu");
  await heldAgainst(person);
  await person.picture("makassar-poin", table("Biaya 5.076 orang lagi pada 2026, bila semua masuk satu kelompok"));
  await person.picture("makassar-english", null, { english: true });
  await person.ends(3);
});

test("the same by keyboard alone, in 40 keys", async () => {
  const person = await somebody();
  await person.tabTo("summary", "Contoh kasus");
  await person.key("Enter");
  await person.tabTo("button", starting("Kota Makassar"));
  await person.key("Enter");
  await person.sees("kurang 79.678 orang ke target 66,2 %");
  // To the result by the link before the examples, and on to the funds by its index.
  await person.tabTo("link", "Langsung ke hasil", "Shift+Tab");
  await person.key("Enter");
  await person.tabTo("link", "Dana");
  await person.key("Enter");
  await person.tabTo("button", "Hitung jumlah peserta dari pagu");
  await person.key("Enter");
  await heldAgainst(person);
  await person.ends(40);
});
