// The import of what happened, on the page: pasted, shown, applied as one step, taken back, and told where it is wrong.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { kept, openWith, page, rowsOf, simple, stored, violations } from "./stage.mjs";

const maros = JSON.parse(await readFile(new URL("../../cases/maros.json", import.meta.url), "utf8"));

const dialog = () => page.locator("#import");
const said = () => dialog().getByRole("status");
const why = async () => (await dialog().locator("#import-why").innerText()).trim();

async function openImport() {
  await page.locator("[id='monitor:import']").press("Enter");
  await dialog().waitFor();
}

async function read(text) {
  await dialog().getByLabel("Atau tempel sel dari spreadsheet").fill(text);
  await dialog().getByRole("button", { name: "Baca tempelan" }).press("Enter");
}

/** Half a year of Maros: June is not known, and in May 13,000 of 13,595 were paid for. */
const HALF_YEAR = [
  "Bulan\tPeserta\tDibayar (Rp)\tTanggal bayar",
  ...["Januari", "Februari", "Maret", "April"].map((month) => `${month}\t13.595\t228.396.000\t20-06-2025`),
  "Mei\t13.000\t218.400.000\t20-06-2025",
  "Juni\t\t\t",
  "JUMLAH\t\t1.131.984.000\t",
].join("\n");

test("half a year is pasted, shown, applied, told when it comes again, and taken back in one step", async () => {
  await openWith(maros);
  await page.locator("[id='monitor:open']").press("Enter");
  await openImport();
  await read(HALF_YEAR);
  await said().getByText("5 bulan realisasi terbaca.").waitFor();
  const facts = await dialog().locator(".import-facts").innerText();
  assert.match(facts, /5 bulan baru, 0 berubah/);
  assert.match(facts, /1 baris jumlah, 1 baris tanpa angka \(belum diketahui, bukan nol\)/);
  assert.match(facts, /tahun 2025/);
  assert.equal((await kept())?.realisation, undefined, "nothing is changed before it is applied");
  assert.deepEqual(await violations(), []);
  await dialog().getByRole("button", { name: "Terapkan" }).press("Enter");
  await dialog().waitFor({ state: "detached" });
  // 595 fewer at 16.800.
  await page.locator("#monitor-answer tr.total td", { hasText: "−9.996.000" }).first().waitFor();
  // 4 × 228.396.000 + 218.400.000
  assert.match((await rowsOf("Ringkasan"))["Terbayar"][0], /1\.131\.984\.000/);
  await stored("2025-05");
  assert.equal((await kept()).realisation.length, 5);
  await openImport();
  await read(HALF_YEAR);
  await said().getByText("5 bulan realisasi terbaca.").waitFor();
  assert.equal(await why(), "Semua baris tabel ini sudah ada dengan isi yang sama; tidak ada yang berubah.");
  await dialog().getByRole("button", { name: "Batalkan" }).press("Enter");
  await page.keyboard.press("Control+z");
  await page.locator("#monitor-answer").waitFor({ state: "detached" });
  assert.deepEqual(await violations(), []);
});

test("months outside the plan, damaged numbers and more members than eligible are told by cell before anything is taken", async () => {
  await openWith(maros);
  await page.locator("[id='monitor:open']").press("Enter");
  await openImport();
  await read(
    "Bulan\tTerbayar\tDibayar (Rp)\n2024-12\t13595\t0\n2025-01\t190000\t0\n2025-02\t13595\t1.2e+006\n2025-03\t13595\t-5\n2025-04\t13595\t0",
  );
  await said().getByText("5 bulan realisasi terbaca, 4 di antaranya dengan kesalahan.").waitFor();
  const faults = await dialog().locator(".import-faults li").allInnerTexts();
  assert.deepEqual(
    faults.map((fault) => fault.split(":")[0]),
    ["A2", "B3", "C4", "C5"],
  );
  // 182,670 are eligible in Maros.
  assert.match(faults[1], /190\.000.*182\.670/);
  await dialog().getByRole("checkbox", { name: "Tinggalkan 4 bulan dengan kesalahan" }).press("Space");
  await dialog().getByRole("button", { name: "Terapkan" }).press("Enter");
  await dialog().waitFor({ state: "detached" });
  await stored("2025-04");
  assert.deepEqual((await kept()).realisation, [
    { month: "2025-04", segment: "pemda", paid: "13.595", paidRupiah: "0" },
  ]);
});

/** Boyolali 2025: 20,000 proposed and 17,970 verified in each of three months at 16,800. */
const boyolali = {
  ...simple,
  period: { firstMonth: "2025-10", months: 3 },
  segments: [{ ...simple.segments[0], enrolment: { kind: "fixed", counts: [{ from: "2025-10", people: 20_000 }] } }],
};

test("quota, verified and paid stand in the summary, with what is left over from verification", async () => {
  await openWith(boyolali);
  await page.locator("[id='monitor:open']").press("Enter");
  await openImport();
  const months = ["Okt-25", "Nov-25", "Des-25"];
  await read(
    ["Bulan\tKuota\tLolos verifikasi\tTerbayar", ...months.map((one) => `${one}\t20000\t17970\t17970`)].join("\n"),
  );
  await said().getByText("3 bulan realisasi terbaca.").waitFor();
  await dialog().getByRole("button", { name: "Terapkan" }).press("Enter");
  await page.locator("#monitor-answer").getByText("102.312.000").first().waitFor();
  const summary = await rowsOf("Ringkasan");
  // 3 × 20,000, 3 × 17,970, and the same × 16,800.
  assert.match(summary["Kuota"][0], /^60\.000 orang-bulan \(Rp\s1\.008\.000\.000\)$/);
  assert.match(summary["Lolos verifikasi"][0], /^53\.910 orang-bulan \(Rp\s905\.688\.000\)$/);
  assert.match(summary["Terbayar (peserta)"][0], /^53\.910 orang-bulan \(Rp\s905\.688\.000\)$/);
  assert.match(summary["Sisa dari verifikasi"][0], /102\.312\.000/);
});
