// Ceiling to people, and comparison of plans.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  costs,
  field,
  id,
  loadByKeyboard,
  majene,
  open,
  openAll,
  openWith,
  page,
  rowsOf,
  simple,
  stored,
  sulsel,
  violations,
  write,
  yearly,
} from "./stage.mjs";

describe("from ceiling to people, by keyboard", () => {
  const run = async () => {
    await page.locator("#reach-run").press("Enter");
    await page.locator("#reach .lead").waitFor();
  };
  const lead = () => page.locator("#reach .lead").innerText();

  test("Majene: people to the last one, the proof, and the numbers taken over and taken back", async () => {
    await open();
    await loadByKeyboard(4);
    const [wage, vulnerable] = majene.funds.map((fund) => fund.ceilings[0].rupiah);
    await write("funds[1].ceilings[0].rupiah", "900 juta");
    await page.keyboard.press("Tab");
    assert.notEqual(vulnerable, 900_000_000);
    await run();
    // UMP Sulawesi Barat 2025: 0,24 % and 0,3 % of 3.104.430, each rounded; BPU 16.800; twelve months.
    const first = (Math.round(3_104_430 * 0.0024) + Math.round(3_104_430 * 0.003)) * 12;
    // The ceiling of the wage earners pays for more than the 2.500 of the plan; eligible workers are not known.
    assert.ok(Math.floor(wage / first) > 2500);
    const [staff, poor] = [2500, Math.floor(900_000_000 / (16_800 * 12))];
    assert.match(await lead(), new RegExp(`cukup untuk ${id.format(staff + poor)} peserta`));
    const rows = await rowsOf("Peserta terlindungi");
    assert.deepEqual(
      [rows["Non-ASN"][0], rows["Pekerja rentan"][0]],
      [staff, poor].map((each) => id.format(each)),
    );
    const proofs = await page.locator(".proofs li").allInnerTexts();
    assert.match(proofs[0], /Non-ASN: semua peserta dalam rencana terlindungi \(2\.500 orang\)/);
    assert.ok(
      proofs[1].includes(`Rp\u00a0${id.format((poor + 1) * 16_800 * 12)} pada 2025, dari pagu Rp\u00a0900.000.000`),
      proofs[1],
    );
    const left = await rowsOf("Sisa pagu dengan jumlah itu");
    assert.equal(left["APBD Majene, pekerja rentan, 2025"][2], id.format(900_000_000 - poor * 16_800 * 12));
    // 5.000 planned people: 84 million a month are paid in full for ten months, then ⌊60 million ÷ 16.800⌋ people.
    const time = await rowsOf("Dengan jumlah peserta seperti rencana: sampai bulan berapa");
    assert.deepEqual(time["APBD Majene, pekerja rentan, 2025"].slice(0, 4), [
      id.format(10 * 5000 + Math.floor(60_000_000 / 16_800)),
      "10",
      "Nov\u00a02025",
      id.format(Math.floor(60_000_000 / 16_800)),
    ]);
    assert.ok((await page.getByRole("table", { name: "Cara lain membagi pagu" }).locator("tbody tr").count()) <= 5);
    await write("segments[1].enrolment.counts[0].people", "abc");
    assert.match(await page.locator("#reach .stale").innerText(), /Belum diperbarui/);
    assert.match(
      await lead(),
      new RegExp(`cukup untuk ${id.format(staff + poor)} peserta`),
      "the last good result stays",
    );
    await page.keyboard.press("Escape");
    await page.locator("#reach-take").press("Enter");
    assert.equal(await field("segments[1].enrolment.counts[0].people").inputValue(), id.format(poor));
    await costs(staff * first + poor * 16_800 * 12);
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    assert.equal(await field("segments[1].enrolment.counts[0].people").inputValue(), "5.000");
  });

  test("Makassar, 9 and 12 miliar: nobody beyond the plan, a point by group, and reasons where there is no figure", async () => {
    await open();
    await loadByKeyboard(1);
    await run();
    assert.match(await lead(), /Tidak ada pagu yang membatasi: 58\.161 peserta/);
    for (const [place, ceiling] of ["9 M", "12 M"].entries()) {
      await page.locator("[id='funds[0].ceilings:add']").press("Enter");
      await page.waitForFunction((at) => document.activeElement?.id.startsWith(`funds[0].ceilings[${at}]`), place);
      await write(`funds[0].ceilings[${place}].rupiah`, ceiling);
      await page.keyboard.press("Tab");
    }
    // The number is equal in every month, so 9 miliar limit: 35.782 and 11.515 fit, the next segment gets the rest.
    const planned = {
      "Pekerja rentan": 35_782,
      "Non-ASN": 11_515,
      "Pekerja keagamaan": 5_752,
      "Kader posyandu": 5_112,
    };
    const [poor, staff] = [16_800 * 12, 10_800 * 12];
    const third = Math.floor((9_000_000_000 - 35_782 * poor - 11_515 * staff) / staff);
    assert.equal(third, 2268);
    const reached = (text) =>
      page.waitForFunction((wanted) => document.querySelector("#reach .lead")?.textContent.includes(wanted), text);
    await reached(`${id.format(35_782 + 11_515 + third)} peserta`);
    const number = (text) => Number(text.replace(/ .*/, "").replace(/\D/g, ""));
    const rows = await rowsOf("Peserta terlindungi");
    assert.deepEqual(
      Object.keys(planned).map((name) => number(rows[name][0])),
      [35_782, 11_515, third, 0],
    );
    assert.equal(rows["Kader posyandu"][2], "5.112 (rencana)");
    const table = page.getByRole("table", { name: "Cara lain membagi pagu" });
    const head = await table.locator("thead th").allInnerTexts();
    const splits = await table.locator("tbody tr").all();
    assert.ok(splits.length > 1);
    for (const split of splits) {
      const cells = await split.locator("td").allInnerTexts();
      for (const [name, most] of Object.entries(planned)) {
        const filled = number(cells[head.indexOf(name) - 1]);
        assert.ok(filled <= most, `${name}: ${filled} of ${most}`);
      }
    }
    // 1 % of 507.506 workers, in the twelve months of 2026.
    const people = Math.ceil(507_506 / 100);
    assert.equal(people, 5076);
    const point = await rowsOf(`Biaya ${id.format(people)} orang lagi pada 2026, bila semua masuk satu kelompok`);
    assert.deepEqual(
      point["Pekerja rentan"].slice(0, 2),
      [people * poor, people * 12].map((each) => id.format(each)),
    );
    assert.equal(point["Non-ASN"][0], id.format(people * staff));
    const outlook = await page.locator(".outlook").innerText();
    assert.match(outlook, /Bila ditunda setahun: Tidak dapat dihitung karena/);
    assert.match(outlook, /Paling lambat mulai: Tidak dapat dihitung karena/);
    assert.doesNotMatch(outlook, /Rp\s0/);
    // Beyond the plan the eligible workers are not known: the number is shown, but cannot be used.
    await page.locator("#reach-beyond").press("Space");
    const most = Math.floor(9_000_000_000 / poor);
    await reached(`${id.format(most + Math.floor((9_000_000_000 - most * poor) / staff))} peserta`);
    assert.equal(await page.locator("#reach-take").count(), 0);
    assert.match(await page.locator("#reach-no-take").innerText(), /Isi potensi peserta/);
    await page.locator("#reach-beyond").press("Space");
    await reached(`${id.format(35_782 + 11_515 + third)} peserta`);
    await page.locator("#reach-take").press("Enter");
    assert.equal(await field("segments[2].enrolment.counts[0].people").inputValue(), id.format(third));
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    await page.locator("#reach-of-non-asn").evaluate((box) => {
      box.closest("details").open = true;
    });
    await page.locator("#reach-of-non-asn").press("Space");
    // The others as planned; the rest pays for the non-ASN.
    const others = 35_782 * poor + (5752 + 5112) * staff;
    await reached(`${id.format(Math.floor((9_000_000_000 - others) / staff))} peserta`);
  });

  test("Sulawesi Selatan: a share of each contribution, half of it from the province", async () => {
    await open();
    await loadByKeyboard(2);
    await write("target.points[1].percent", "67");
    await page.keyboard.press("Tab");
    const [{ people }] = sulsel.workforce.eligible;
    assert.match(
      await page.locator(".lead").first().innerText(),
      new RegExp(id.format(Math.ceil((people * 67) / 100)).replaceAll(".", "\\.")),
    );
    await run();
    assert.match(await lead(), /Tidak ada pagu yang membatasi: 1\.474\.936 peserta/);
    await page.locator("[id='funds[0].ceilings:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("funds[0].ceilings[0]"));
    await write("funds[0].ceilings[0].rupiah", "1 miliar");
    await page.keyboard.press("Tab");
    // Six months of 2025; the province pays half of 16.800.
    const reached = Math.floor(1_000_000_000 / (8_400 * 6));
    await page.waitForFunction(
      (text) => document.querySelector("#reach .lead")?.textContent.includes(text),
      `${id.format(reached)} peserta`,
    );
    const rows = await rowsOf("Peserta terlindungi");
    assert.equal(rows["Pekerja rentan baru"][3], id.format(1_474_936 - reached), "left out");
    assert.match(
      await page.locator("#reach").innerText(),
      /Bila ditunda setahun: .* orang-bulan tanpa perlindungan; Rp.* berpindah ke tahun berikutnya, bukan hemat/,
    );
    assert.match(await page.locator("#reach").innerText(), /Satu poin cakupan: 28\.019 orang lagi/);
  });
});

describe("plan against plan", () => {
  test("put aside, changed, taken apart, kept over a reload, deleted and brought back", async () => {
    await openWith({ ...simple, name: "Rencana satu" });
    await page.locator("#compare-keep").press("Enter");
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.keyboard.press("Tab");
    const why = page.getByRole("table", { name: "Mengapa B berbeda dari A" });
    await why.waitFor();
    const more = id.format(yearly(6_800, 100));
    // The comparison is updated shortly after the input.
    await page.waitForFunction((text) => document.querySelector("#compare")?.textContent.includes(text), `+${more}`);
    let rows = await rowsOf("Mengapa B berbeda dari A");
    assert.deepEqual([rows["Jumlah peserta"][0], rows.Bulan[0], rows.Jumlah[0]], [`+${more}`, "0", `+${more}`]);
    assert.match(
      await page.locator("#compare").innerText(),
      /Isian B yang berbeda dari A: Jumlah peserta \(Rentan\)\./,
    );
    rows = page.getByRole("table", { name: "Perbandingan rencana" }).locator("tr", { hasText: "Orang-bulan" });
    assert.deepEqual(await rows.last().locator("td").allInnerTexts(), ["–", "+1.200"]);
    await stored('"shelf":[{');
    await page.reload();
    await why.waitFor();
    await page.getByRole("button", { name: "Hapus: A: Rencana satu" }).press("Enter");
    assert.equal(await page.locator(".shelf").count(), 0);
    await page.getByRole("button", { name: "Kembalikan yang dihapus" }).press("Enter");
    await page.getByRole("button", { name: "Buka: A: Rencana satu" }).press("Enter");
    await costs(yearly(6_800));
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    await costs(yearly(6_800, 1100));
  });

  test("the inputs that differ stand beside each other, marked by a sign and a word; any plan may be the base", async () => {
    await openWith({ ...simple, name: "Rencana satu" });
    await page.locator("#compare-keep").press("Enter");
    await write("segments[0].enrolment.counts[0].people", "1100");
    await field("segments[0].programmes.JHT").check();
    await page.keyboard.press("Tab");
    const inputs = page.getByRole("table", { name: "Isian yang berbeda" });
    const cells = async (name) => {
      const texts = await inputs.locator("tr", { hasText: name }).locator("td").allInnerTexts();
      return texts.map((text) => text.replace(/\s+/g, " "));
    };
    await inputs.getByText("1.100").waitFor();
    assert.deepEqual(await cells("Jumlah peserta (Rentan)"), ["1.000", "≠ 1.100 (beda)"]);
    assert.deepEqual(await cells("Program (Rentan)"), ["–", "≠ JHT (beda)"]);
    await page.getByLabel("Dibandingkan terhadap").selectOption({ label: "B: Rencana satu (isian sekarang)" });
    await page.getByRole("table", { name: "Mengapa A berbeda dari B" }).waitFor();
    assert.deepEqual(await cells("Jumlah peserta (Rentan)"), ["1.100", "≠ 1.000 (beda)"]);
    // JKK 10.000 and JKM 6.800 a month for 1.000; with JHT 20.000 more for 1.100 (PP 44/2015, PP 46/2015, lowest bracket).
    const less = id.format(1100 * 36_800 * 12 - 1000 * 16_800 * 12);
    const difference = page
      .getByRole("table", { name: "Perbandingan rencana" })
      .locator("tr", { hasText: /^\s*Biaya/ });
    assert.deepEqual(await difference.last().locator("td").allInnerTexts(), ["–", `-${less}`]);
    assert.deepEqual(await violations(), []);
  });

  test("one input in five steps, beside the input as it is; no step changes the plan", async () => {
    await openWith({
      ...simple,
      workforce: { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] },
      funds: [{ ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 200_000_000 }] }],
    });
    await page.getByRole("button", { name: "Coba satu isian" }).press("Enter");
    await page.getByLabel("Isian yang diubah").selectOption({ label: "Jumlah peserta (Rentan)" });
    await page.getByLabel("Dari", { exact: true }).fill("500");
    await page.getByLabel("Sampai", { exact: true }).fill("2.500");
    const tried = page.getByRole("table", { name: "Bila Jumlah peserta (Rentan) diubah" });
    await tried.getByText("2.500").first().waitFor();
    const rows = await tried
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
    // 16.800 a month and worker; the ceiling is 200 million.
    const year = (people) => people * 16_800 * 12;
    const expected = [500, 1000, 1500, 2000, 2500].map((people) => [
      people === 1000 ? "1.000 isian sekarang" : id.format(people),
      id.format(year(people)),
      id.format(year(people)),
      id.format(Math.max(0, year(people) - 200_000_000)),
      id.format(people),
      `${id.format((people * 100) / 4000)}\u00a0%`,
    ]);
    assert.deepEqual(rows, expected);
    await costs(yearly(6_800));
    await page.getByLabel("Sampai", { exact: true }).fill("lima");
    await page.getByText("Isi dua angka").waitFor();
    assert.deepEqual(await violations(), []);
  });

  test("four at most", async () => {
    await openWith(simple);
    for (const people of [1, 2, 3, 4]) {
      await write("segments[0].enrolment.counts[0].people", String(people));
      await page.keyboard.press("Tab");
      await page.locator("#compare-keep").press("Enter");
    }
    assert.equal(await page.locator("#compare-keep").isDisabled(), true);
    assert.match(await page.locator("#compare").innerText(), /Sudah empat rencana/);
    await page.getByRole("table", { name: "Mengapa D berbeda dari A" }).waitFor();
    const more = `+${id.format(yearly(6_800, 3))}`;
    await page.waitForFunction((text) => document.querySelector("#compare")?.textContent.includes(text), more);
    assert.equal((await rowsOf("Mengapa D berbeda dari A")).Jumlah[0], more);
  });
});

describe("all of it for everybody", () => {
  const path = { points: [{ month: "2025-01", percent: 10 }], shape: "sCurve", yearly: { kind: "points", points: 5 } };
  const everything = {
    ...simple,
    period: { firstMonth: "2025-01", months: 24 },
    region: { ...simple.region, population: 9000 },
    workforce: {
      denominator: "eligible",
      eligible: [{ from: "2025-01", people: 4000 }],
      growthPercent: 1,
      rivals: [{ name: "Angkatan kerja", denominator: "labourForce", eligible: [{ from: "2025-01", people: 8000 }] }],
    },
    segments: [
      {
        ...simple.segments[0],
        payers: [
          { fund: "f", percent: 60 },
          { fund: "g", percent: 40 },
        ],
      },
      {
        ...simple.segments[0],
        id: "b",
        name: "Nelayan",
        enrolment: { kind: "path", members: 0, eligible: 900, path },
        flows: { leave: [{ cause: "age", percentAYear: 5 }], verificationLossPercent: 10 },
      },
      {
        ...simple.segments[0],
        id: "c",
        name: "Petani",
        enrolment: { kind: "target", members: 0, eligible: 900, priority: 1 },
      },
    ],
    target: { points: [{ month: "2025-12", percent: 60 }], shape: "step", spread: "priority" },
    otherTargets: [{ name: "RPJMD", ...path }],
    funds: [
      {
        id: "f",
        name: "APBD",
        kind: "apbdRegency",
        ceilings: [2025, 2026].map((year) => ({ year, rupiah: 100_000_000, beforeRupiah: 9 })),
        next: "g",
      },
      { id: "g", name: "CSR", kind: "csr", ceilings: [2025, 2026].map((year) => ({ year, rupiah: 90_000_000 })) },
    ],
    stage: { name: "perubahan", month: "2025-09" },
    totals: [{ name: "APBD", year: 2025, rupiah: 1e12 }],
  };

  async function openEverything(options) {
    await openWith(everything, "", ".lead .total", options);
    // On a phone the groups are a list; here the fields of all are looked at.
    if (options.viewport.width < 768) await field("segments:cards").press("Enter");
    await page.locator("#compare-keep").press("Enter");
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.locator("#reach-run").press("Enter");
    await page.locator("#reach .lead").waitFor();
    await page.getByRole("table", { name: "Mengapa B berbeda dari A" }).waitFor();
    await openAll();
  }

  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
        await openEverything({ colorScheme, viewport: { width, height: 800 } });
        assert.deepEqual(await violations(), []);
      });

  test("no wider than a screen of 320 px, in English too", async () => {
    await openEverything({ viewport: { width: 320, height: 640 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "From ceiling to members" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});
