// The parts of printed documents that need no browser: regulations by rank, and a plan as digits.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { modules } from "./modules.mjs";

const [legal, digits, { points }] = await modules("report/legal", "plan/digits", "report/points");

const cases = await Promise.all(
  ["majene", "makassar", "maros", "sidrap", "sulawesi-selatan"].map(async (name) =>
    JSON.parse(await readFile(new URL(`../../cases/${name}.json`, import.meta.url), "utf8")),
  ),
);
const used = (instrument, article = null, status = "reported") => ({ instrument, article, status });

test("regulations stand by rank, then year and number (UU 12/2011 Pasal 7; instructions, ministers and decrees after)", () => {
  const parameters = [
    used("SE Bupati Uji 4/2025"),
    used("Keputusan Gubernur Sulawesi Barat"),
    used("Perbup Uji 45/2025"),
    used("Permenaker 1/2025"),
    used("PMK 215/PMK.07/2021"),
    used("Inpres 2/2021"),
    used("Perpres 109/2013", "Pasal 6"),
    used("PP 50/2025"),
    used("PP 44/2015", "Pasal 16"),
    used("PP 44/2015", "Lampiran II"),
    used("PP 44/2015"),
    used("UU 3/2024"),
    used("PP 38/2023; PMK 91/2023"),
    used("Catatan perencana", null, "replaced"),
    used("Dilanjutkan", null, "extrapolated"),
  ];
  const notices = [{ params: { instrument: "Permendagri 84/2022" } }, { params: { rupiah: 1 } }];
  assert.deepEqual(legal.basisOf({ parameters, notices }), [
    "Undang-Undang Nomor 3 Tahun 2024",
    "Peraturan Pemerintah Nomor 44 Tahun 2015, Lampiran II; Pasal 16",
    "Peraturan Pemerintah Nomor 38 Tahun 2023",
    "Peraturan Pemerintah Nomor 50 Tahun 2025",
    "Peraturan Presiden Nomor 109 Tahun 2013, Pasal 6",
    "Instruksi Presiden Nomor 2 Tahun 2021",
    "PMK 215/PMK.07/2021",
    "Peraturan Menteri Keuangan Nomor 91 Tahun 2023",
    "Peraturan Menteri Dalam Negeri Nomor 84 Tahun 2022",
    "Peraturan Menteri Ketenagakerjaan Nomor 1 Tahun 2025",
    "Perbup Uji 45/2025",
    "Keputusan Gubernur Sulawesi Barat",
    "SE Bupati Uji 4/2025",
  ]);
});

test("a plan is the same after it was digits", async () => {
  for (const plan of [...cases, { zero: "\u0000", text: "Ⅳ 😀" }, null]) {
    const written = await digits.toDigits(plan);
    assert.match(written, /^[1-9]\d*$/);
    assert.deepEqual(await digits.fromDigits(written), plan);
  }
});

/** The digits of some bytes. */
const ofBytes = (bytes) => BigInt(`0x${Buffer.from(bytes).toString("hex")}`).toString();

test("digits of a later form are told apart from broken ones", async () => {
  assert.equal(await digits.fromDigits(ofBytes([2, 255, 0])), "newer");
  await assert.rejects(digits.fromDigits(ofBytes([1, 255, 255])));
  await assert.rejects(digits.fromDigits(ofBytes([1, ...deflateRawSync("{")])));
  await assert.rejects(digits.fromDigits("9".repeat(10_001)), /so long/);
});

test("what inflates beyond any plan is given up while it does", async () => {
  const bomb = ofBytes([1, ...deflateRawSync(Buffer.alloc(3_000_000, " "))]);
  assert.ok(bomb.length < 10_000, "small enough to be read at all");
  await assert.rejects(digits.fromDigits(bomb), /too large/);
});

test("points of coverage are cut, never rounded up", () => {
  // 35.782 ÷ 507.506 = 7,05055 %; 1 ÷ 3 = 33,333 %; 2 ÷ 3 = 66,666 %.
  assert.equal(points(35_782, 507_506), "7,05");
  assert.equal(points(1, 3), "33,33");
  assert.equal(points(2, 3), "66,66");
  assert.equal(points(5, 5), "100,00");
  assert.equal(points(0, 7), "0,00");
  assert.equal(points(7, 0), "–");
});
