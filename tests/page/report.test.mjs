// The printed documents: what stands on them, what stops them, and the code that opens the plan again.
import assert from "node:assert/strict";
import { test } from "node:test";
import jsqr from "jsqr";
import { packs } from "../../scripts/regions.mjs";
import {
  blank,
  context,
  costs,
  field,
  majene,
  makassar,
  open,
  openWith,
  page,
  server,
  sidrap,
  simple,
  total,
  violations,
  write,
  yearly,
} from "./stage.mjs";

const preview = async () => {
  await page.getByRole("button", { name: "Cetak", exact: true }).press("Enter");
  await page.getByRole("heading", { name: "Pratinjau cetak" }).waitFor();
};
const paper = () => page.locator("main.paper").innerText();

/** Pages of a PDF of Chromium, whose objects are not packed: their number, and the size of the first in points. */
async function printed() {
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString("latin1");
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf).map(Number);
  return { pdf, pages: pdf.match(/\/Type \/Page\b/g).length, width, height };
}

test("the report says whose plan it is, with what it was worked out, and the total in words", async () => {
  await openWith(majene);
  await preview();
  const text = await paper();
  // By hand: 2.500 × (7.451 + 9.313) × 12 = 502.920.000, and 5.000 × (10.000 + 6.800) × 12 = 1.008.000.000.
  for (const part of [
    "Kabupaten Majene (76.05)",
    majene.name,
    "Tahap anggaran",
    "Rp 1.510.920.000".replace(" ", "\u00a0"),
    "502.920.000",
    "1.008.000.000",
    // 1.008.000.000 against a ceiling of 1.000.000.000.
    "8.000.000",
    "2.500 orang × 12 bulan",
    "5.1.02.02.02.0006",
    "Terbilang: satu miliar lima ratus sepuluh juta sembilan ratus dua puluh ribu rupiah.",
    "Simulasi untuk perencanaan; bukan penetapan anggaran atau tagihan.",
  ])
    assert.ok(text.includes(part), part);
  assert.match(text, /Kode data\s+[0-9a-f]{16}/);
  assert.match(text, /Versi aturan\s+\d{4}-\d\d-\d\d\+[0-9a-f]{8}/);
  // Regulations by rank: a government regulation, an instruction, a decree of the governor whose number is not known.
  assert.deepEqual(await page.locator(".basis li").allInnerTexts(), [
    "Peraturan Pemerintah Nomor 44 Tahun 2015 tentang Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian, Lampiran II; Pasal 16",
    "Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan",
    "Keputusan Gubernur Sulawesi Barat Nomor …… Tahun ……",
  ]);
  assert.equal(await page.locator("main.paper :is(button, input, select, a)").count(), 0, "nothing to press on paper");
  assert.deepEqual(await violations(), []);
});

test("rows of the RKA and months sum to what is billed in the year", async () => {
  await openWith(makassar);
  await preview();
  const sums = await page.evaluate(() => {
    const numberOf = (cell) => Number(cell.innerText.replace(/\D/g, ""));
    return [...document.querySelectorAll(".paper-table")]
      .filter((table) => /RKA|per bulan/.test(table.caption.innerText))
      .flatMap((table) =>
        [...table.tBodies].map((body) => {
          const rows = [...body.rows].filter((row) => row.cells.length > 1);
          const total = rows.pop();
          return [
            rows.reduce((sum, row) => sum + numberOf([...row.cells].at(-1)), 0),
            numberOf([...total.cells].at(-1)),
          ];
        }),
      );
  });
  // Rp 20.227.939.200 for two equal years, as the read-me says.
  assert.deepEqual(sums, Array(4).fill([10_113_969_600, 10_113_969_600]));
});

test("printed on A4 and F4, upright and lying; the file is tagged, outlined, and has no page of the form", async () => {
  await openWith(majene);
  await preview();
  const mm = (points) => Math.round((points / 72) * 25.4);
  const sizes = [];
  for (const size of ["A4", "F4"])
    for (const way of ["portrait", "landscape"]) {
      await page.locator("#print-paper").selectOption(size);
      await page.locator("#print-orientation").selectOption(way);
      const { pdf, pages, width, height } = await printed();
      sizes.push([mm(width), mm(height)]);
      assert.ok(pages >= 4 && pages <= 9, `${pages} pages`);
      assert.match(pdf, /\/StructTreeRoot/);
      assert.match(pdf, /\/Outlines/);
    }
  assert.deepEqual(sizes, [
    [210, 297],
    [297, 210],
    [215, 330],
    [330, 215],
  ]);
  // The calculator prints as before once the preview is closed.
  await page.getByRole("button", { name: "Kembali ke kalkulator" }).press("Enter");
  assert.equal(await page.locator("#report").count(), 0);
  await costs(1_510_920_000);
});

test("while an input is wrong there is no report, and the page says so", async () => {
  await openWith(simple);
  await field("segments[0].enrolment.counts[0].people").fill("banyak");
  await page.getByRole("button", { name: "Cetak", exact: true }).press("Enter");
  await page.getByText("Laporan dicetak dari rencana yang lengkap").first().waitFor();
  assert.equal(await page.locator("#report").count(), 0);
});

test("the legal basis can be changed, and names of signers stay on the device only where that is asked", async () => {
  await openWith(simple);
  await preview();
  await page.locator("summary", { hasText: "Dasar hukum" }).press("Enter");
  await page.locator("#print-basis").fill("Perbup Uji 7/2025\n\n  Inpres 2/2021 ");
  assert.deepEqual(await page.locator(".basis li").allInnerTexts(), ["Perbup Uji 7/2025", "Inpres 2/2021"]);
  await page.locator("summary", { hasText: "Tanda tangan" }).press("Enter");
  await write("print-place", "Majene");
  await page.locator("#print-date").fill("2026-11-28");
  await page.getByRole("button", { name: "Tambah penanda tangan" }).press("Enter");
  await write("print-signer-1-name", "Ani Uji");
  await write("print-signer-1-nip", "19800101 200501 2 001");
  await page.getByRole("button", { name: "Tambahkan “Mengetahui”" }).press("Enter");
  await write("print-acknowledging-office", "Sekretaris Daerah");
  const signed = await page.locator(".signing").innerText();
  assert.match(signed, /Majene, 28 November 2026/);
  assert.match(signed, /Ani Uji\s+NIP 19800101 200501 2 001\s+Mengetahui,\s+Sekretaris Daerah/);
  const keptSigners = () => page.evaluate(() => localStorage.getItem("cakupan.signers"));
  assert.equal(await keptSigners(), null);
  await page.getByLabel("Ingat penanda tangan di perangkat ini").press("Space");
  assert.match(await keptSigners(), /Ani Uji/);
  assert.deepEqual(await violations(), []);
  await page.getByRole("button", { name: "Kembali ke kalkulator" }).press("Enter");
  await preview();
  assert.match(await page.locator(".signing").innerText(), /Ani Uji/);
  // Whoever deletes everything is told of them.
  await page.getByRole("button", { name: "Kembali ke kalkulator" }).press("Enter");
  await page.locator("#files summary").press("Enter");
  await page
    .locator("#files")
    .getByRole("button", { name: /^Hapus semua data/ })
    .press("Enter");
  await page.locator("#wipe li", { hasText: "penanda tangan dokumen cetak" }).waitFor();
  await page.locator("#wipe").getByRole("button", { name: "Batal" }).press("Enter");
  await preview();
  await page.locator("summary", { hasText: "Tanda tangan" }).press("Enter");
  await page.getByLabel("Ingat penanda tangan di perangkat ini").press("Space");
  assert.equal(await keptSigners(), null);
});

// ───────────────────────────── the code ─────────────────────────────

/** What a scanner reads in the code on the paper: another library finds it in a picture of it. */
async function scanned() {
  const png = (await page.locator(".qr").screenshot()).toString("base64");
  const { dark, width } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const brush = new OffscreenCanvas(image.width, image.height).getContext("2d");
    brush.drawImage(image, 0, 0);
    const { data, width } = brush.getImageData(0, 0, image.width, image.height);
    let dark = "";
    for (let at = 0; at < data.length; at += 4) dark += data[at] < 128 ? "1" : "0";
    return { dark, width };
  }, png);
  const pixels = Uint8ClampedArray.from({ length: dark.length * 4 }, (_, at) =>
    at % 4 < 3 && dark[at >> 2] === "1" ? 0 : 255,
  );
  return jsqr(pixels, width, dark.length / width)?.data;
}

const sharp = { deviceScaleFactor: 3 };

for (const [plan, total] of [
  [majene, 1_510_920_000],
  [makassar, 20_227_939_200],
])
  test(`the code on the paper opens the plan of ${plan.region.name} with the network off, with the same total`, async () => {
    await openWith(plan, "", ".lead .total", sharp);
    await preview();
    const address = await scanned();
    assert.ok(address?.startsWith(`${server.address}#rencana=`), address);
    assert.match(address, /#rencana=\d+$/);
    const [code] = /[0-9a-f]{16}(?=\.)/.exec(await page.locator(".trace").innerText());
    await context.close();
    // The register of regions, which a plan with a code asks for, cannot be fetched: the browser complains of that alone.
    await blank({ offline: true });
    await page.goto(server.address);
    await page.getByText("Siap dipakai tanpa internet").waitFor();
    await context.setOffline(true);
    await page.evaluate((to) => {
      location.hash = new URL(to).hash;
    }, address);
    await costs(total);
    assert.equal(await field("region.name").inputValue(), plan.region.name);
    assert.equal(await page.locator("#lost").count(), 0, "nothing was lost, and nothing differs");
    // The code under the answer is the one that the paper names for the plan without its notes.
    assert.ok((await page.locator(".provenance").first().innerText()).includes(code));
    assert.equal(new URL(page.url()).hash, "", "the address is the page's own again");
  });

test("the code opens the plan in a page that is opened by it", async () => {
  await openWith(simple, "", ".lead .total", sharp);
  await preview();
  const address = await scanned();
  await context.close();
  await open({}, new URL(address).hash, ".lead .total");
  await costs(yearly(6800));
});

test("digits that hold no plan, or one of a later form, are refused with a sentence", async () => {
  await openWith(simple);
  await page.evaluate(() => {
    // The first byte says how the others are to be read: 2 is of no release yet.
    location.hash = `#rencana=${0x02ffff}`;
  });
  await page.getByText("dibuat dengan versi aplikasi yang lebih baru").first().waitFor();
  await page.evaluate(() => {
    // The form that is known, and then no deflate: 1, 255, 255.
    location.hash = `#rencana=${0x01ffff}`;
  });
  await page.getByText("Rencana dalam tautan ini tidak dapat dibaca.").first().waitFor();
  await costs(yearly(6800));
});

// ───────────────────────────── the briefing, and villages ─────────────────────────────

test("the briefing sheet is one page: numerator, denominator, both gaps, and points of each line", async () => {
  await openWith(makassar);
  await preview();
  await page.locator("#print-kind").selectOption("briefing");
  const text = await paper();
  // By hand: 35.782 ÷ 507.506 = 7,0505 %, 11.515 ÷ 507.506 = 2,2689 %, 5.752 ÷ 507.506 = 1,1333 %, 5.112 ÷ 507.506 =
  // 1,0072 %; 507.506 − 256.291 = 251.215; 66,2 % of 507.506 is 335.969 people, 79.678 more.
  for (const part of [
    "256.291",
    "507.506",
    "79.678",
    "251.215",
    "50,5",
    "7,05",
    "2,26",
    "1,13",
    "1,00",
    "bukan formulir resmi",
  ])
    assert.ok(text.includes(part), part);
  assert.equal((await printed()).pages, 1);
  assert.deepEqual(await violations(), []);
});

const people = (segment, count) => [{ segment, people: count }];
const villagePlan = {
  ...simple,
  region: { name: "Kabupaten Uji", level: "regency" },
  segments: [{ ...simple.segments[0], enrolment: { kind: "villages" } }],
  funds: [{ id: "f", name: "ADD", kind: "add" }],
  villages: [
    {
      name: "Suka Maju",
      district: "Utara",
      counts: people("a", 100),
      ceilings: [{ fund: "f", year: 2025, rupiah: 20_000_000 }],
    },
    { name: "Suka Damai", district: "Utara", counts: people("a", 50), firstMonth: "2025-10" },
    { name: "Kosong", district: "Selatan", counts: people("a", 0) },
    {
      name: "Sari",
      district: "Selatan",
      counts: people("a", 50),
      ceilings: [{ fund: "f", year: 2025, rupiah: 10_080_000 }],
    },
  ],
};

test("a sheet for each village, with what its ceiling does not pay; one without members has none", async () => {
  await openWith(villagePlan);
  await preview();
  await page.locator("#print-kind").selectOption("villages");
  const sheets = await page.locator(".sheet").allInnerTexts();
  assert.equal(sheets.length, 3);
  // By hand: 100 × 16.800 × 12 = 20.160.000, 160.000 above the ceiling; 50 × 16.800 × 3 = 2.520.000.
  for (const part of ["Suka Maju", "100 orang × 12 bulan", "20.160.000", "20.000.000", "160.000"])
    assert.ok(sheets[0].includes(part), part);
  for (const part of ["Suka Damai", "50 orang × 3 bulan", "2.520.000", "tanpa pagu"])
    assert.ok(sheets[1].includes(part), part);
  for (const part of ["Sari", "10.080.000", "cukup"]) assert.ok(sheets[2].includes(part), part);
  assert.equal((await printed()).pages, 3, "one page each");
  await page.getByText("1 desa tanpa peserta tidak dicetak.").waitFor();
  await page.locator("#print-which").selectOption("over");
  assert.equal(await page.locator(".sheet").count(), 1);
  await page.locator("#print-which").selectOption({ label: "Selatan" });
  assert.equal(await page.locator(".sheet h1").innerText(), "Lembar evaluasi desa: Sari");
  assert.deepEqual(await violations(), []);
});

test("a sheet for each district, with the sums of its villages", async () => {
  await openWith(villagePlan);
  await preview();
  await page.locator("#print-kind").selectOption("districts");
  const sheets = await page.locator(".sheet").allInnerTexts();
  assert.equal(sheets.length, 2);
  // 20.160.000 + 2.520.000 = 22.680.000.
  assert.match(sheets[0], /Jumlah kecamatan\s+150\s+22\.680\.000\s+160\.000/);
  assert.match(sheets[1], /Jumlah kecamatan\s+50\s+10\.080\.000\s+0/);
});

/** Rows of a table but the last, and the last: the numbers in their last cells. */
const sums = (part, selector) =>
  part.locator(selector).evaluateAll((tables) =>
    tables.map((table) => {
      const numbers = [...table.rows]
        .filter(({ cells }) => cells.length > 1)
        .slice(1)
        .map(({ cells }) => Number([...cells].at(-1).innerText.replace(/\D/g, "")));
      const total = numbers.pop();
      return { rows: numbers.reduce((sum, one) => sum + one, 0), total };
    }),
  );

test("the 68 villages of Sidrap: a page each, whose rows make its total, and all totals the plan's", async () => {
  const { districts } = packs().get("73.14.json");
  const villages = districts.flatMap(([, district, list]) =>
    list.map(([code, name], place) => ({
      name,
      district,
      // Those that begin with 2 are desa; a kelurahan has no budget of its own, and nobody is counted there.
      counts: sidrap.segments
        .map(({ id }, group) => ({
          segment: id,
          // In some villages a group has nobody, and no entry.
          people: code.startsWith("2") ? (group === 0 ? 1 : (place * 7 + group * 5) % 9) : 0,
        }))
        .filter(({ people }) => people > 0),
    })),
  );
  assert.equal(villages.length, 106, "FACTS.md: 68 desa and 38 kelurahan");
  const segments = sidrap.segments.map((segment) => ({ ...segment, enrolment: { kind: "villages" } }));
  await openWith({ ...sidrap, segments, villages });
  const whole = await total();
  await preview();
  await page.locator("#print-kind").selectOption("villages");
  assert.equal(await page.locator(".sheet").count(), 68);
  const found = await sums(page, ".sheet .paper-table:nth-of-type(2)");
  assert.equal(found.length, 68);
  for (const { rows, total } of found) assert.equal(rows, total);
  assert.equal(
    found.reduce((sum, { total }) => sum + total, 0),
    whole,
  );
  assert.equal((await printed()).pages, 68);
});

test("a plan too large for a code says so, and keeps its check code", async () => {
  const villages = Array.from({ length: 300 }, (_, place) => ({
    name: `Desa ${(place * 7919) % 10_007} Uji`,
    counts: people("a", 1 + ((place * 31) % 97)),
  }));
  await openWith({ ...villagePlan, villages });
  await preview();
  const trace = await page.locator(".trace").innerText();
  assert.match(trace, /terlalu besar untuk kode QR/);
  assert.match(trace, /Kode data: [0-9a-f]{16}/);
  assert.equal(await page.locator(".qr").count(), 0);
});

test("in English the same figures, and the total in Indonesian words marked as such", async () => {
  await openWith(majene);
  await page.locator("#language").press("Enter");
  await page.getByRole("button", { name: "Print", exact: true }).press("Enter");
  await page.getByRole("heading", { name: "Print preview" }).waitFor();
  const text = await paper();
  for (const part of ["Report on planned employment social security contributions", "1.510.920.000", "Check code"])
    assert.ok(text.includes(part), part);
  assert.match(await page.locator("main.paper [lang=id]").innerText(), /satu miliar lima ratus sepuluh juta/);
  assert.deepEqual(await violations(), []);
});
