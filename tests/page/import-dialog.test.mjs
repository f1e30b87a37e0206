// The dialog that imports a table of villages, in a browser under the policy of the page. The expected values are those
// that each file was made of.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import { packs } from "../../scripts/regions.mjs";
import { serveFixture } from "./fixture-server.mjs";
import { blank, open, page, violations } from "./stage.mjs";
import { xlsx } from "./xlsx.mjs";

let served;
before(async () => {
  served = await serveFixture("import", { "/73.14.json": packs().get("73.14.json") });
});
after(() => served?.close());

const begin = async (options = {}) => {
  await open(options, served.address, "button");
  await openDialog();
};
async function openDialog() {
  await page.getByRole("button", { name: "Impor tabel desa" }).press("Enter");
  await dialog().waitFor();
}
const dialog = () => page.locator("#import");
const said = () => dialog().getByRole("status");
const apply = () => dialog().getByRole("button", { name: "Terapkan" });
const cancel = () => dialog().getByRole("button", { name: "Batalkan" });
const why = async () => (await dialog().locator("#import-why").innerText()).trim();
const taken = () => page.evaluate(() => window.taken);

async function choose(name, buffer) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    dialog().getByRole("button", { name: "Pilih berkas" }).press("Enter"),
  ]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
}
const facts = () => dialog().locator(".import-facts").innerText();

const CSV = [
  "\ufeffKecamatan;Desa;Kades;Rentan;Pagu ADD",
  "Kulo;Mario;1;50;10.000.000",
  ";Maddenra;1;1.200;20.500.000",
  "Pitu Riase;Lombo;1;7;5.000.000",
  ";JUMLAH;3;1.257;35.500.000",
].join("\r\n");

test("a CSV is shown before it is taken, and taken once; the same again replaces", async () => {
  await begin();
  assert.equal(await why(), "Pilih berkas atau tempel sel dulu.");
  await apply().press("Enter");
  assert.equal(await dialog().count(), 1, "nothing to take yet");
  await choose("desa.csv", CSV);
  await said().getByText("3 desa terbaca.").waitFor();
  assert.match(await facts(), /3 desa baru, 0 mengganti[\s\S]*1 baris jumlah[\s\S]*Kecamatan 1 desa diteruskan/);
  assert.deepEqual(await taken(), []);
  assert.deepEqual(await violations(), []);
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  const [merged] = await taken();
  const village = (code, name, district, kades, rentan, rupiah) => ({
    name,
    district,
    code,
    counts: [
      { segment: "kades", people: kades },
      { segment: "rentan", people: rentan },
    ],
    ceilings: [{ fund: "add", year: "2026", rupiah }],
  });
  // Codes: the register of 73.14 (tests/page/regions.test.mjs holds its counts).
  assert.deepEqual(merged.villages, [
    village("73.14.06.2004", "Mario", "Kulo", "1", "50", "10.000.000"),
    village("73.14.06.2003", "Maddenra", "Kulo", "1", "1.200", "20.500.000"),
    village("73.14.11.2008", "Lombo", "Pitu Riase", "1", "7", "5.000.000"),
  ]);
  await openDialog();
  await choose("desa.csv", CSV);
  await said().getByText("3 desa terbaca.").waitFor();
  assert.match(await facts(), /0 desa baru, 3 mengganti/);
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  assert.deepEqual((await taken())[1].villages, merged.villages);
});

test("rows with a fault are named by cell, and left out where the reader says so", async () => {
  await begin();
  await choose("desa.csv", "Desa;Kades;NIK\nMario;1;3516000000000001\nLombo;-3;3,516E+15\n");
  await said().getByText("2 desa terbaca, 1 di antaranya dengan kesalahan.").waitFor();
  assert.match(await dialog().innerText(), /B3: -3 kurang dari 0\./);
  assert.match(await facts(), /Kolom NIK tidak diambil/);
  assert.ok(!(await dialog().innerText()).includes("3516000000000001"));
  assert.equal(await why(), "Perbaiki kesalahan di berkas, atau tinggalkan barisnya.");
  await apply().press("Enter");
  assert.deepEqual(await taken(), []);
  await dialog().getByRole("checkbox", { name: "Tinggalkan 1 baris" }).press("Space");
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  assert.deepEqual(
    (await taken())[0].villages.map(({ name }) => name),
    ["Mario"],
  );
});

test("columns of one group are summed only where the reader says so, and the focus stays on the mark", async () => {
  await begin();
  await choose("desa.csv", "Desa;Kades;Rentan petani;Rentan nelayan\nMario;1;40;1.000\nLombo;1;7;\n");
  await said().getByText("2 desa terbaca.").waitFor();
  const mark = dialog().getByRole("checkbox", { name: "Jumlahkan kolom C (Rentan petani) + D (Rentan nelayan)" });
  const preview = () => dialog().getByRole("table", { name: "Baris pertama" }).innerText();
  assert.match(await dialog().innerText(), /Tanpa tanda, hanya kolom C yang diambil\./);
  assert.match(await preview(), /Mario[\s\S]*\t1\t40/);
  await mark.press("Space");
  await dialog().getByText("jumlah dari kolom C + D").waitFor();
  assert.match(await preview(), /Mario[\s\S]*\t1\t1\.040/);
  assert.ok(await mark.evaluate((box) => box === document.activeElement && box.checked));
  assert.deepEqual(await violations(), []);
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  // 40 + 1.000; of Lombo 7 alone is given.
  assert.deepEqual(
    (await taken())[0].villages.map(({ counts }) => counts.map(({ segment, people }) => [segment, people])),
    [
      [
        ["kades", "1"],
        ["rentan", "1.040"],
      ],
      [
        ["kades", "1"],
        ["rentan", "7"],
      ],
    ],
  );
});

test("codes of BPS and people by month are said in words", async () => {
  await begin();
  await choose("desa.csv", "Kode Desa;Desa;Kecamatan;Kades Jan-26;Kades Feb-26\n7314060003;Mario;Kulo;1;2\n");
  await said().getByText("1 desa terbaca.").waitFor();
  const text = await facts();
  assert.match(
    text,
    /Kolom A berisi kode BPS, bukan kode Kemendagri.*Desa dicari menurut namanya dalam kecamatannya\./,
  );
  assert.match(text, /Kolom D, E berisi peserta per bulan \(Jan 2026, Feb 2026\)\..*yang diambil kolom D\./);
  assert.match(await dialog().innerText(), /73\.14\.06\.2004\s*dari nama/);
});

test("a workbook: the sheet that is shown, formulas, merged cells, hidden rows, macros", async () => {
  await begin();
  const rows = [
    ["Kecamatan", "Desa", "Kades"],
    ["Kulo", "Mario", { f: "1+1", v: 2 }],
    [null, "Maddenra", 3],
    ["Pitu Riase", "Lombo", 4],
  ];
  const book = xlsx(
    [
      { name: "Lama", rows: [["Desa"], ["Antah"]], isHidden: true },
      { name: "Rekap", rows, merged: ["A2:A3"], hidden: [4] },
      {
        name: "Lain",
        rows: [
          ["Desa", "Kades"],
          ["Wanio", 9],
        ],
      },
    ],
    { "xl/vbaProject.bin": "macros" },
  );
  await choose("desa.xlsm", book);
  await said().getByText("3 desa terbaca.").waitFor();
  assert.match(await facts(), /Kecamatan 1 desa diteruskan[\s\S]*1 baris memakai hasil rumus[\s\S]*makro/);
  await dialog()
    .getByRole("checkbox", { name: /1 baris yang tersembunyi/ })
    .press("Space");
  await said().getByText("2 desa terbaca.").waitFor();
  await dialog().getByLabel("Lembar").selectOption({ label: "Lain (2 baris)" });
  await said().getByText("1 desa terbaca.").waitFor();
  await dialog().getByLabel("Lembar").selectOption({ label: "Rekap (4 baris)" });
  await said().getByText("3 desa terbaca.").waitFor();
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  assert.deepEqual(
    (await taken())[0].villages.map(({ district, name, counts }) => [district, name, counts[0].people]),
    [
      ["Kulo", "Mario", "2"],
      ["Kulo", "Maddenra", "3"],
      ["Pitu Riase", "Lombo", "4"],
    ],
  );
});

test("cells are pasted, a column is taken for another, and what commas mean is chosen", async () => {
  await begin();
  await dialog().getByLabel("Atau tempel").fill("Desa\tKeterangan\nMario\t1,234\nLombo\t7\n");
  await dialog().getByRole("button", { name: "Baca tempelan" }).press("Enter");
  await said().getByText("2 desa terbaca.").waitFor();
  await dialog().getByLabel("Kolom B dibaca sebagai").selectOption("peserta Pekerja rentan");
  await said().getByText("1 di antaranya dengan kesalahan").waitFor();
  assert.match(await dialog().innerText(), /B2: “1,234” dapat dibaca dua cara/);
  await dialog().getByLabel("Titik dan koma").selectOption(",");
  await said().getByText("2 desa terbaca.").waitFor();
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  assert.deepEqual(
    (await taken())[0].villages.map(({ counts }) => counts),
    [[{ segment: "rentan", people: "1.234" }], [{ segment: "rentan", people: "7" }]],
  );
});

/** 15 times 20 MB of zeros, packed. */
const bomb = () => {
  const zeros = Buffer.alloc(20 << 20);
  const images = Object.fromEntries(Array.from({ length: 15 }, (_, at) => [`xl/media/image${at}.png`, zeros]));
  return xlsx([{ name: "a", rows: [["Desa"]] }], images, true);
};

test("what is no table is refused with its reason, and another file may be chosen", async () => {
  await begin();
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
  const locked = Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]);
  const whole = xlsx([{ name: "a", rows: [["Desa"]] }]);
  for (const [name, file, sentence] of [
    ["lama.xls", ole, /bukan buku kerja \.xlsx/],
    ["kunci.xlsx", locked, /kata sandi/],
    ["bom.xlsx", bomb(), /terlalu besar sesudah dibuka/],
    ["potong.xlsx", whole.subarray(0, 300), /rusak/],
    ["gambar.csv", Buffer.from([137, 80, 0, 71, 13, 0, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), /bukan tabel/],
    ["besar.csv", Buffer.alloc((32 << 20) + 1, "a"), /paling besar 32 MB/],
  ]) {
    await choose(name, file);
    await said().getByText(sentence).waitFor();
    assert.equal(await dialog().locator("table").count(), 0, name);
    assert.notEqual(await why(), "", name);
  }
  await choose("kosong.csv", "");
  await said().getByText("0 desa terbaca.").waitFor();
  assert.notEqual(await why(), "");
  await choose("desa.csv", CSV);
  await said().getByText("3 desa terbaca.").waitFor();
  assert.equal(await why(), "");
});

test("3,000 rows of a workbook are taken; 100,000 rows are told, and not cut in silence", async () => {
  await begin();
  const rows = Array.from({ length: 3000 }, (_, at) => [`Kecamatan ke-${Math.floor(at / 20)}`, `Nama ${at}`, at % 40]);
  await choose("provinsi.xlsx", xlsx([{ name: "a", rows: [["Kecamatan", "Desa", "Rentan"], ...rows] }], {}, true));
  await said().getByText("3.000 desa terbaca.").waitFor();
  await apply().press("Enter");
  await dialog().waitFor({ state: "detached" });
  const [{ villages }] = await taken();
  // 75 times 0 + 1 + … + 39.
  assert.equal(villages.length, 3000);
  assert.equal(
    villages.reduce((sum, { counts }) => sum + Number(counts[0].people), 0),
    75 * 780,
  );
  await openDialog();
  const many = Array.from({ length: 100_000 }, (_, at) => `Nama ${at};1`).join("\n");
  await choose("semua.csv", `Desa;Rentan\n${many}`);
  // 60,000 rows are read, the head among them.
  await said().getByText("59.999 desa terbaca").waitFor();
  assert.equal(
    await why(),
    "Tabel ini 40.001 baris lebih panjang dari yang dapat dibaca. Bagi menjadi beberapa berkas.",
  );
  await choose("dua.csv", `Desa;Rentan\n${many.split("\n").slice(0, 12_000).join("\n")}`);
  await said().getByText("12.000 desa terbaca").waitFor();
  assert.match(await why(), /paling banyak 10\.000 desa/);
});

test("an import is left at any moment, also while a file is read", async () => {
  await begin();
  const rows = Array.from({ length: 20_000 }, (_, at) => [`Nama ${at}`, at, at, at, at, at, at, at]);
  const large = xlsx([{ name: "a", rows: [["Desa", "Kades"], ...rows] }], {}, true);
  const [worker] = await Promise.all([
    page.waitForEvent("worker", (one) => /\/thread-/.test(one.url())),
    choose("besar.xlsx", large),
  ]);
  await said().getByText("Membaca tabel …").waitFor();
  const ended = worker.waitForEvent("close");
  await cancel().press("Enter");
  await dialog().waitFor({ state: "detached" });
  await ended;
  await openDialog();
  // Another file takes the place of one that is being read; a key closes the dialog too.
  await choose("besar.xlsx", large);
  await choose("desa.csv", CSV);
  await said().getByText("3 desa terbaca.").waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  assert.deepEqual(await taken(), []);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, "Impor tabel desa", "the focus is where it was");
});

test("on a phone nothing scrolls sideways, and axe finds nothing", async () => {
  await begin({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await choose("desa.csv", CSV.replace("Maddenra;1;", "Maddenra;1,234;"));
  await said().getByText("1 di antaranya dengan kesalahan").waitFor();
  const [outer, inner] = await page.evaluate(() => {
    const box = document.querySelector("#import");
    return [document.documentElement.scrollWidth, box.scrollWidth - box.clientWidth];
  });
  assert.deepEqual([outer <= 360, inner], [true, 0]);
  assert.deepEqual(await violations(), []);
});

test("the same in Firefox: pasted cells, and a workbook", async () => {
  await blank();
  const folder = await mkdtemp(join(tmpdir(), "cakupan-import-"));
  const firefox = await startFirefox();
  try {
    const tab = await firefox.newPage();
    await tab.goto(served.address);
    await tab.click("button");
    await tab.waitForSelector("#import-paste");
    await tab.type("#import-paste", "Mario;12");
    await tab.click("#import .field button");
    const isSaid = (text) =>
      tab.waitForFunction((wanted) => document.querySelector("#import [role=status]").textContent === wanted, {}, text);
    await isSaid("1 desa terbaca.");
    const file = join(folder, "desa.xlsx");
    await writeFile(
      file,
      xlsx([
        {
          name: "a",
          rows: [
            ["Desa", "Kades"],
            ["Mario", 1],
            ["Lombo", 2],
          ],
        },
      ]),
    );
    const [chooser] = await Promise.all([
      tab.waitForFileChooser(),
      tab.click("#import .fields > div:first-child button"),
    ]);
    await chooser.accept([file]);
    await isSaid("2 desa terbaca.");
    await tab.click("#import .buttons button");
    const taken = await tab.evaluate(() =>
      window.taken[0].villages.map(({ name, counts }) => [name, counts[0].people]),
    );
    assert.deepEqual(taken, [
      ["Mario", "1"],
      ["Lombo", "2"],
    ]);
  } finally {
    await firefox.close();
    await rm(folder, { recursive: true, force: true });
  }
});
