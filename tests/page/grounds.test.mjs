// Quality of the result: guesses are named, the scope of coverage is stated, published totals are compared.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  context,
  costs,
  field,
  id,
  loadByKeyboard,
  open,
  openDetails,
  openWith,
  page,
  rowsOf,
  simple,
  violations,
  write,
  yearly,
} from "./stage.mjs";

const spaced = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const lead = async () => spaced(await page.locator(".lead").first().innerText());

/** The section "Asumsi" in the explanation of the whole cost. */
async function assumptions() {
  await page.locator(".lead .total .figure").press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  const lines = await dialog.locator("h3:text-is('Asumsi') + *").innerText();
  await page.keyboard.press("Escape");
  return spaced(lines);
}

describe("no figure hides a guess", () => {
  test("Maros: programmes and payers are guesses, so all of the cost is", async () => {
    await open();
    await loadByKeyboard(5);
    assert.match(spaced(await page.locator(".grounds").innerText()), /^Rp 2,7 miliar \(100 %\) berdasarkan asumsi\.$/);
    const rows = await rowsOf("Biaya menurut mutu sumber data");
    assert.deepEqual(Object.keys(rows), ["asumsi", "Jumlah"]);
    const said = await assumptions();
    for (const name of ["Program", "Pembayar iuran"])
      assert.match(said, new RegExp(`${name} \\(Pekerja yang dilindungi pemda\\): asumsi`));
  });

  test("Sulawesi Selatan: the month of its target is a guess too", async () => {
    await open();
    await loadByKeyboard(2);
    assert.match(spaced(await page.locator(".grounds").innerText()), /\(100 %\) berdasarkan asumsi\.$/);
    const said = await assumptions();
    for (const name of ["Program \\(Pekerja rentan baru\\)", "Cakupan menurut tanggal"])
      assert.match(said, new RegExp(`${name}: asumsi`));
  });

  test("a plan without any source says which inputs have none, and one that is sourced through says so", async () => {
    await openWith(simple);
    assert.match(spaced(await page.locator(".grounds").innerText()), /^Rp 201,6 juta \(100 %\) tanpa sumber\.$/);
    await page.getByRole("button", { name: "Isian mana yang belum bersumber?" }).press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    for (const name of ["Jumlah peserta (Rentan)", "Program (Rentan)", "Pembayar iuran (Rentan)"])
      await dialog.getByRole("link", { name, exact: true }).first().waitFor();
    await context.close();
    const source = { quality: "official", source: "SK Wali Kota 12/2025" };
    const evidence = Object.fromEntries(["enrolment", "programmes", "payers"].map((name) => [name, source]));
    await openWith({ ...simple, segments: [{ ...simple.segments[0], evidence }] });
    assert.match(
      await page.locator(".grounds").innerText(),
      /^Tidak ada biaya yang berdasarkan asumsi atau tanpa sumber/,
    );
    assert.match(await assumptions(), /Tidak ada asumsi di balik angka ini/);
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.keyboard.press("Tab");
    assert.match(spaced(await page.locator(".grounds").innerText()), /\(100 %\) tanpa sumber/);
    assert.match(await assumptions(), /Jumlah peserta \(Rentan\): angka diubah SK Wali Kota 12\/2025/);
  });
});

describe("coverage is called what it is", () => {
  const workforce = { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] };
  const others = (people) => ({ ...workforce, otherMembers: [{ from: "2025-01", people }] });
  const target = { points: [{ month: "2025-01", percent: 50 }], shape: "step" };

  test("Maros: without the members outside the groups it is only what the government pays for", async () => {
    await open();
    await loadByKeyboard(5);
    // 13.595 of 182.670.
    assert.match(await lead(), /Cakupan yang dibayar pemda Desember 2025: 7,44 % \(13\.595 dari 182\.670 pekerja\)/);
    assert.doesNotMatch(await lead(), /Cakupan Desember/);
    await page.getByRole("table", { name: "Cakupan yang dibayar pemda per tahun" }).waitFor();
    await page.waitForFunction(() =>
      document.getElementById("status").textContent.includes("cakupan yang dibayar pemda 7,44"),
    );
  });

  test("two gaps, to the target and to 100 %", async () => {
    await openWith({ ...simple, workforce: others(600), target });
    // 600 + 1.000 of 4.000 = 40 %; the target requires 2.000.
    assert.match(
      await lead(),
      /Cakupan Desember 2025: 40 % \(1\.600 dari 4\.000 pekerja\), kurang 400 orang dari target 50 %; kurang 2\.400 orang dari 100 %\./,
    );
    const head = await page.getByRole("table", { name: "Cakupan per tahun" }).locator("thead th").allInnerTexts();
    const [row] = Object.values(await rowsOf("Cakupan per tahun"));
    assert.equal(row[head.indexOf("Kurang ke target") - 1], "400");
    assert.equal(row[head.indexOf("Kurang ke 100\u00a0%") - 1], "2.400");
  });

  test("our floored figure stands beside the rounded one that others print", async () => {
    // Kalimantan Timur published 70,86 % for 962.711 of 1.358.649, which is 70,858 %.
    const eligible = [{ from: "2025-01", people: 1_358_649 }];
    await openWith({ ...simple, workforce: { ...others(961_711), eligible } });
    assert.match(await lead(), /: 70,85 % \(dibulatkan 70,86 %\) \(962\.711 dari 1\.358\.649 pekerja\)/);
  });

  test("more than 100 % is shown, and nobody of nobody is no percentage", async () => {
    // Kaimana: 23.500 of 23.376 = 100,53 %.
    const eligible = (people) => ({ ...others(22_500), eligible: [{ from: "2025-01", people }] });
    await openWith({ ...simple, workforce: eligible(23_376) });
    assert.match(await lead(), /: 100,53 % \(23\.500 dari 23\.376 pekerja\)\./);
    await context.close();
    const nobody = {
      ...simple.segments[0],
      id: "b",
      name: "Non-ASN",
      class: "PU",
      risk: "veryLow",
      base: { kind: "fixed", rupiah: 2_000_000 },
      enrolment: { kind: "target", members: 0, eligible: 0 },
    };
    await openWith({ ...simple, workforce: others(600), target, segments: [...simple.segments, nobody] });
    const rows = await rowsOf("Peserta menurut jenis");
    assert.deepEqual(rows["PU, penerima upah"], ["0", "0", "tidak dapat dihitung"]);
  });

  test("members of a group that stops in October count as the planner says", async () => {
    const billed = [{ from: "2025-01", to: "2025-10" }];
    await openWith({ ...simple, workforce: others(600), segments: [{ ...simple.segments[0], billed }] });
    assert.match(await lead(), /Cakupan Desember 2025: 15 % \(600 dari 4\.000 pekerja\)/);
    // Membership lapses after three unpaid months (Permenaker 5/2021); November and December are two.
    await field("workforce.afterLastBill").selectOption({ label: "Dihitung sampai nonaktif" });
    assert.match(await lead(), /Cakupan Desember 2025: 40 % \(1\.600 dari 4\.000 pekerja\)/);
    await costs((yearly(6_800) / 12) * 10);
  });
});

describe("a published total beside the plan", () => {
  test("equal, rounded, or so many people and months more", async () => {
    await openWith(simple);
    await page.locator("[id='published:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "published[0].name");
    await costs(yearly(6_800), "an entry that is still empty holds up nothing");
    await page.keyboard.type("DPA Dinas Sosial 2025");
    await write("published[0].rupiah", "201.600.000");
    await page.keyboard.press("Tab");
    const caption = "Angka resmi dibandingkan dengan hitungan ini";
    assert.deepEqual((await rowsOf(caption))["DPA Dinas Sosial 2025"], ["201.600.000", "201.600.000", "sama"]);
    await write("published[0].rupiah", "202 juta");
    await page.keyboard.press("Tab");
    await field("published[0].unitRupiah").selectOption({ label: "Juta rupiah" });
    assert.equal((await rowsOf(caption))["DPA Dinas Sosial 2025"][2], "sama, dibulatkan");
    await field("published[0].unitRupiah").selectOption({ label: "Tidak dibulatkan" });
    // 20 more people for 12 months: 240 × 16.800.
    assert.equal(240 * 16_800, 4_032_000);
    await write("published[0].rupiah", String(201_600_000 + 4_032_000));
    await page.keyboard.press("Tab");
    assert.equal((await rowsOf(caption))["DPA Dinas Sosial 2025"][2], `+${id.format(4_032_000)}`);
    const said = spaced(await page.locator(".published").innerText());
    assert.match(said, /lebih besar Rp 4\.032\.000/);
    assert.match(said, /240 orang-bulan × Rp 16\.800, misalnya 20 orang selama 12 bulan/);
    assert.deepEqual(await violations(), []);
  });
});

describe("what the region and the funds decide", () => {
  test("the minimum wage of the region is one press away as a base", async () => {
    const segment = {
      ...simple.segments[0],
      class: "PU",
      risk: "veryLow",
      base: { kind: "fixed", rupiah: 2_000_000 },
      name: "Non-ASN",
    };
    await openWith({ ...simple, segments: [segment] });
    await openDetails("Rincian: Non-ASN");
    assert.equal(await page.locator("[id='segments[0].base:own-wage']").count(), 0, "no region, no wage of its own");
    await write("region.code", "73.71");
    await page.locator("[id='segments[0].base:own-wage']").press("Enter");
    assert.equal(await field("segments[0].base.parameter").inputValue(), "minimumWage.umk.makassar");
    // UMK Makassar 2025 is 3.880.136,865: JKK 0,24 % = 9.312,33, JKM 0,3 % = 11.640,41.
    await costs((9_312 + 11_640) * 1000 * 12);
    // Maros has no UMK of its own: the UMP of Sulawesi Selatan.
    await write("region.code", "73.09");
    await page.getByRole("button", { name: "Pakai UMP Sulawesi Selatan" }).waitFor();
    await write("region.code", "");
    await write("region.name", "Provinsi Sulawesi Barat");
    await page.getByRole("button", { name: "Pakai UMP Sulawesi Barat" }).waitFor();
  });

  test("a fund that stands in for another can be said not to pay, and the relief holds again", async () => {
    const funds = [
      { id: "f", name: "Pekerja", kind: "self", ceilings: [{ year: 2026, rupiah: 90_000_000 }], next: "g" },
      { id: "g", name: "APBD", kind: "apbdRegency" },
    ];
    const enrolment = { kind: "fixed", counts: [{ from: "2026-01", people: 100 }] };
    await openWith({
      ...simple,
      period: { firstMonth: "2026-01", months: 12 },
      segments: [{ ...simple.segments[0], enrolment }],
      funds,
    });
    // 100 × 12 × 16.800; without the APBD half of it from April to December 2026: 3 × 1.680.000 + 9 × 840.000.
    await costs(20_160_000);
    await openDetails("Rincian: APBD");
    await page.getByLabel("Dana ini tidak akan membayar").press("Space");
    await costs(3 * 1_680_000 + 9 * 840_000);
    assert.equal(3 * 1_680_000 + 9 * 840_000, 12_600_000);
  });
});
