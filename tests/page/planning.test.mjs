// From ceiling to people, and plan against plan.
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
    // UMP Sulawesi Barat 2025: 0,24 % and 0,3 % of 3.104.430, each rounded; BPU: 16.800. Twelve months.
    const first = (Math.round(3_104_430 * 0.0024) + Math.round(3_104_430 * 0.003)) * 12;
    const [staff, poor] = [Math.floor(wage / first), Math.floor(900_000_000 / (16_800 * 12))];
    assert.match(await lead(), new RegExp(`menjangkau ${id.format(staff + poor)} orang`));
    const rows = await rowsOf("Orang yang terjangkau");
    assert.deepEqual(
      [rows["Non-ASN"][0], rows["Pekerja rentan"][0]],
      [staff, poor].map((each) => id.format(each)),
    );
    const proofs = await page.locator(".proofs li").allInnerTexts();
    assert.ok(
      proofs[1].includes(`Rp\u00a0${id.format((poor + 1) * 16_800 * 12)} pada 2025, dari pagu Rp\u00a0900.000.000`),
      proofs[1],
    );
    const left = await rowsOf("Sisa pagu dengan jumlah itu");
    assert.equal(left["APBD Majene, pekerja rentan, 2025"][2], id.format(900_000_000 - poor * 16_800 * 12));
    // As planned, 5.000 people: 84 million a month are paid in full for ten months, then for ⌊60 million ÷ 16.800⌋ people.
    const time = await rowsOf("Dengan jumlah orang seperti rencana: sampai bulan berapa");
    assert.deepEqual(time["APBD Majene, pekerja rentan, 2025"].slice(0, 3), [
      "10",
      "Nov\u00a02025",
      id.format(Math.floor(60_000_000 / 16_800)),
    ]);
    assert.ok((await page.getByRole("table", { name: "Cara lain membagi pagu" }).locator("tbody tr").count()) <= 5);
    await write("segments[1].enrolment.counts[0].people", "abc");
    assert.match(await page.locator("#reach .stale").innerText(), /Belum diperbarui/);
    assert.match(await lead(), new RegExp(`menjangkau ${id.format(staff + poor)} orang`), "the last good result stays");
    await page.keyboard.press("Escape");
    await page.locator("#reach-take").press("Enter");
    assert.equal(await field("segments[1].enrolment.counts[0].people").inputValue(), id.format(poor));
    await costs(staff * first + poor * 16_800 * 12);
    await page.locator(".history").getByRole("button", { name: "Urungkan" }).press("Enter");
    assert.equal(await field("segments[1].enrolment.counts[0].people").inputValue(), "5.000");
  });

  test("Makassar: without a ceiling it says what is missing; with one it fills the first group first", async () => {
    await open();
    await loadByKeyboard(1);
    await write("segments[0].enrolment.counts[0].people", "36000");
    await page.keyboard.press("Tab");
    await costs(20_227_939_200 + (36_000 - 35_782) * 16_800 * 24);
    await page.locator("#reach-run").press("Enter");
    assert.match(await page.locator("#reach .warnings").innerText(), /tidak ada yang membatasi/);
    for (const place of [0, 1]) {
      await page.locator("[id='funds[0].ceilings:add']").press("Enter");
      await page.waitForFunction((at) => document.activeElement?.id.startsWith(`funds[0].ceilings[${at}]`), place);
      await write(`funds[0].ceilings[${place}].rupiah`, "10 miliar");
      await page.keyboard.press("Tab");
    }
    const people = Math.floor(10_000_000_000 / (16_800 * 12));
    // The way back follows a moment after the last change.
    await page.waitForFunction(
      (text) => document.querySelector("#reach table")?.textContent.includes(text),
      id.format(people),
    );
    const rows = await rowsOf("Orang yang terjangkau");
    assert.equal(rows["Pekerja rentan"][0], id.format(people));
    await page.locator("#reach-of-non-asn").evaluate((box) => {
      box.closest("details").open = true;
    });
    await page.locator("#reach-of-non-asn").press("Space");
    // The others as planned: 36.000 vulnerable, and 10.864 people at 0,54 % of 2 million; what is left pays for the non-ASN.
    const others = 36_000 * 16_800 * 12 + (5752 + 5112) * 10_800 * 12;
    const staff = Math.floor((10_000_000_000 - others) / (10_800 * 12));
    await page.waitForFunction(
      (text) => document.querySelector("#reach .lead")?.textContent.includes(text),
      `${id.format(staff)} orang`,
    );
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
    assert.match(await lead(), /Tidak ada pagu yang membatasi: 1\.474\.936 orang/);
    await page.locator("[id='funds[0].ceilings:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("funds[0].ceilings[0]"));
    await write("funds[0].ceilings[0].rupiah", "1 miliar");
    await page.keyboard.press("Tab");
    // Six months of 2025, the province pays half of 16.800.
    const reached = Math.floor(1_000_000_000 / (8_400 * 6));
    await page.waitForFunction(
      (text) => document.querySelector("#reach .lead")?.textContent.includes(text),
      `${id.format(reached)} orang`,
    );
    const rows = await rowsOf("Orang yang terjangkau");
    assert.equal(rows["Pekerja rentan baru"][2], id.format(1_474_936 - reached), "left out");
    assert.match(await page.locator("#reach").innerText(), /Menunda setahun: .* orang-bulan tanpa perlindungan/);
    assert.match(
      await page.locator("#reach").innerText(),
      /Sasaran terakhir satu poin lebih tinggi: 28\.019 orang lagi/,
    );
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
    // The comparison follows a moment behind the typing.
    await page.waitForFunction((text) => document.querySelector("#compare")?.textContent.includes(text), `+${more}`);
    let rows = await rowsOf("Mengapa B berbeda dari A");
    assert.deepEqual([rows.Orang[0], rows.Bulan[0], rows.Jumlah[0]], [`+${more}`, "0", `+${more}`]);
    rows = page.getByRole("table", { name: "Rencana berdampingan" }).locator("tr", { hasText: "Orang-bulan" });
    assert.deepEqual(await rows.last().locator("td").allInnerTexts(), ["–", "+1.200"]);
    await stored('"shelf":[{');
    await page.reload();
    await why.waitFor();
    await page.getByRole("button", { name: "Hapus: A: Rencana satu" }).press("Enter");
    assert.equal(await page.locator(".shelf").count(), 0);
    await page.getByRole("button", { name: "Kembalikan yang dihapus" }).press("Enter");
    await page.getByRole("button", { name: "Buka: A: Rencana satu" }).press("Enter");
    await costs(yearly(6_800));
    await page.locator(".history").getByRole("button", { name: "Urungkan" }).press("Enter");
    await costs(yearly(6_800, 1100));
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
    await page.getByRole("heading", { name: "From ceiling to people" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});
