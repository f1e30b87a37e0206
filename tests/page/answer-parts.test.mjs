// Parts of the answer for a room, a memo and a newcomer: budget meter, big screen, summary, words; and the sheet to share.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { context, costs, id, openWith, page, simple, violations, write } from "./stage.mjs";

const words = async (place) => (await place.innerText()).replaceAll("\u00a0", " ").replace(/\s+/g, " ");

/**
 * 1,000 of 4,000 workers, JKK and JKM of the lowest bracket: 16,800 a month, 201,600,000 a year (PP 44/2015). The ceiling of
 * 2025 is 1,600,000 short; that of 2026 leaves 50,400,000.
 */
const plan = {
  ...simple,
  name: "Rencana uji",
  period: { firstMonth: "2025-01", months: 24 },
  workforce: { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] },
  target: { points: [{ month: "2025-01", percent: 30 }], shape: "step" },
  funds: [
    {
      ...simple.funds[0],
      ceilings: [
        { year: 2025, rupiah: 200_000_000 },
        { year: 2026, rupiah: 252_000_000 },
      ],
    },
  ],
};

describe("the answer, used", () => {
  test("the budget meter says of each ceiling what is used, left and short, on a phone too", async () => {
    await openWith(plan, "", ".meters", { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
    const meters = page.locator(".meters li");
    assert.match(
      await words(meters.nth(0)),
      /^APBD, 2025 terpakai Rp 201,6 juta dari pagu Rp 200 juta \(100 %\); kurang Rp 1,6 juta$/,
    );
    assert.match(
      await words(meters.nth(1)),
      /^APBD, 2026 terpakai Rp 201,6 juta dari pagu Rp 252 juta \(80 %\); sisa Rp 50,4 juta$/,
    );
    assert.deepEqual(await violations(), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  });

  test("by keyboard: three figures and one chart over the whole screen, and back", async () => {
    await openWith(plan);
    const button = page.getByRole("button", { name: "Tayangkan di layar besar" });
    await button.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Rencana uji, Kota Uji" });
    await dialog.waitFor();
    assert.match(await words(dialog.locator(".tiles")), /Rp 201\.600\.000.*Rp 16\.800\.000.*25 %/);
    assert.equal(await dialog.locator("figure.chart").count(), 1);
    const { width, height } = await dialog.boundingBox();
    assert.deepEqual([width, height], [1280, 900]);
    assert.ok(
      (await dialog
        .locator(".value")
        .first()
        .evaluate((value) => Number.parseFloat(getComputedStyle(value).fontSize))) >= 36,
    );
    assert.deepEqual(await violations(), []);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#projector").count(), 0);
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
  });

  test("a paragraph for a memo is the sentence that is seen, with what is short and the version of the law", async () => {
    await openWith(plan);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const seen = await words(page.locator("#answer p.lead"));
    await page.getByRole("button", { name: "Salin ringkasan" }).press("Enter");
    await page
      .getByRole("dialog", { name: "Ringkasan untuk disalin" })
      .getByRole("button", { name: "Salin" })
      .press("Enter");
    await page.getByText("Ringkasan disalin.").waitFor();
    const copied = (await page.evaluate(() => navigator.clipboard.readText())).replaceAll("\u00a0", " ");
    assert.ok(copied.startsWith("Rencana uji, Kota Uji."), copied);
    assert.ok(copied.includes(seen), `${copied}\n${seen}`);
    assert.match(copied, /Pada 2025 pagu tidak cukup; Rp 1\.600\.000 belum ada sumber dananya\./);
    assert.match(copied, /aturan versi \d{4}-\d\d-\d\d\+[0-9a-f]{8}; kode isian /);
    assert.deepEqual(await violations(), []);
  });

  test("the words of each part are explained beside it, as docs/istilah.md does", async () => {
    await openWith(plan);
    const text = await readFile(new URL("../../docs/istilah.md", import.meta.url), "utf8");
    const meaning = /^\| Pagu \| (.*?) \|/m.exec(text)[1];
    const part = page.getByRole("region", { name: "Dana", exact: true });
    await part.getByText("Arti istilah").press("Enter");
    await part.getByText(meaning).waitFor();
    assert.equal(await part.locator("dt", { hasText: /^Cakupan$/ }).count(), 0, "a word of another part");
    assert.deepEqual(await violations(), []);
  });

  test("a phone offers its own sheet for the link, which holds the plan", async () => {
    await openWith(plan);
    await page.evaluate(() => {
      navigator.share = (what) => {
        window.shared = what;
        return Promise.resolve();
      };
    });
    await page.locator("#files summary").press("Enter");
    await page
      .locator("#files")
      .getByRole("button", { name: /^Bagikan/ })
      .press("Enter");
    const dialog = page.getByRole("dialog", { name: "Bagikan rencana" });
    assert.match(await words(dialog), /memuat seluruh rencana: isian, nama, sumber, dan catatan.*Tautan, [\d.]+ huruf/);
    const send = dialog.getByRole("button", { name: "Kirim lewat aplikasi lain" });
    await send.press("Enter");
    const { url } = await page.evaluate(() => window.shared);
    assert.equal(url, await dialog.locator("textarea").inputValue());
    // A sheet that was closed is no fault; a browser that refuses is.
    const fails = (name) =>
      page.evaluate((name) => {
        navigator.share = () => Promise.reject(new DOMException("", name));
      }, name);
    await fails("AbortError");
    await send.press("Enter");
    assert.equal(await dialog.getByRole("status").innerText(), "");
    await fails("NotAllowedError");
    await send.press("Enter");
    await dialog.getByText("Peramban tidak dapat membagikannya. Salin tautan di atas.").waitFor();
    assert.deepEqual(await violations(), []);
  });
});

describe("the answer, checked", () => {
  test("each figure is worked out again, once that is asked, and a change takes the result away", async () => {
    await openWith(plan);
    const part = page.getByRole("region", { name: "Catatan", exact: true });
    await part.getByRole("button", { name: "Periksa angka sekarang" }).press("Enter");
    // Two years, one fund, one group, two programmes.
    const lines = await part.locator(".self-check li").allInnerTexts();
    assert.deepEqual(lines, [
      "✓ Biaya tiap tahun sama dengan hitungan ulangnya: cocok (2 angka)",
      "✓ Biaya tiap sumber dana sama dengan hitungan ulangnya: cocok (2 angka)",
      "✓ Biaya tiap kelompok sama dengan hitungan ulangnya: cocok (2 angka)",
      "✓ Biaya tiap program sama dengan hitungan ulangnya: cocok (4 angka)",
      "✓ Peserta tidak melebihi pekerja yang ada: cocok (2 angka)",
      "✓ Bulan tiap tahun lengkap: cocok (2 angka)",
    ]);
    assert.equal(await page.evaluate(() => document.activeElement.id), "self-check", "read out from there");
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.keyboard.press("Tab");
    await costs(2 * 1100 * 16_800 * 12);
    assert.equal(await part.locator(".self-check").count(), 0);
    assert.deepEqual(await violations(), []);
  });

  test("a year and its last month stand side by side, each with where it comes from", async () => {
    const counts = [
      { from: "2025-01", people: 1000 },
      { from: "2025-07", people: 1500 },
    ];
    await openWith({ ...plan, segments: [{ ...plan.segments[0], enrolment: { kind: "fixed", counts } }] });
    const table = page.getByRole("table", { name: "Setahun dan sebulan" });
    await table.waitFor();
    const rows = await table
      .locator("tbody tr")
      .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " "))));
    const price = 16_800;
    assert.deepEqual(rows, [
      ["2025", id.format((1000 + 1500) * 6 * price), "12", "Des 2025", id.format(1500 * price), "1.500"],
      ["2026", id.format(1500 * 12 * price), "12", "Des 2026", id.format(1500 * price), "1.500"],
    ]);
    await table.getByRole("button", { name: /Dari mana angka ini\? Des 2025, Biaya/ }).press("Enter");
    await page
      .getByRole("dialog")
      .getByText(/1\.500\sorang × Rp\s16\.800|Rp\s25\.200\.000/)
      .first()
      .waitFor();
  });
});
