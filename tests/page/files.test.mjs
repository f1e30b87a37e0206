// Files of the plan that are made beside the page: letters, and the workbook of three thousand villages.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { project } from "cakupan";
import { read, start } from "cakupan/sheets";
import { field, majene, openWith, page, simple, violations } from "./stage.mjs";
import { filesOf } from "./zip.mjs";

const menu = async (name) => {
  await page.locator("#files summary").press("Enter");
  await page.locator("#files").getByRole("button", { name }).press("Enter");
};
const dialog = () => page.locator("#making");

/** The texts of a letter, a paragraph a line. */
const said = (bytes) =>
  filesOf(bytes)
    .get("word/document.xml")
    .toString()
    .replaceAll("</w:p>", "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("\u00a0", " ");

// ───────────────────────────── letters ─────────────────────────────

test("a nota dinas holds the figures of the plan and what was filled in, in Indonesian also from an English page", async () => {
  await openWith(majene);
  await page.getByRole("button", { name: "English" }).press("Enter");
  await menu(/^Nota dinas/);
  const letter = page.locator("#letter");
  await letter.getByRole("heading", { name: "Nota dinas and KAK" }).waitFor();
  assert.deepEqual(await violations(), []);
  await letter.getByLabel("F4 (215 × 330 mm)").check();
  await letter.getByLabel("To (kepada)").fill("Bupati Majene & <jajaran>");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    letter.getByRole("button", { name: "Download DOCX" }).press("Enter"),
  ]);
  assert.match(download.suggestedFilename(), /^simulasi-notadinas-kabupaten-majene-2025-.*\.docx$/);
  const bytes = await readFile(await download.path());
  const text = said(bytes);
  // 2,500 × (7,451 + 9,313) × 12 and 5,000 × 16,800 × 12.
  assert.match(
    text,
    /Rp 1\.510\.920\.000 \(satu miliar lima ratus sepuluh juta sembilan ratus dua puluh ribu rupiah\)/,
  );
  assert.match(text, /Bupati Majene &amp; &lt;jajaran&gt;/);
  assert.match(text, /Belum dihitung\n/);
  assert.match(text, /Denda dan tunggakan\./);
  assert.match(filesOf(bytes).get("word/document.xml").toString(), /w:w="12189" w:h="18709"/);
  await dialog().waitFor({ state: "detached" });
  // What was typed is stored nowhere.
  assert.ok(!JSON.stringify(await page.evaluate(() => ({ ...localStorage }))).includes("jajaran"));
});

test("a KAK has the rows of the RKA and each month", async () => {
  await openWith(majene);
  await menu(/^Nota dinas/);
  const letter = page.locator("#letter");
  await letter.getByLabel("Kerangka acuan kegiatan (KAK)").check();
  await letter.getByLabel("Sub kegiatan").fill("Pengembangan jaminan sosial");
  assert.equal(await letter.getByLabel("Kepada").count(), 0, "a KAK is addressed to nobody");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    letter.getByRole("button", { name: "Unduh DOCX" }).press("Enter"),
  ]);
  const text = said(await readFile(await download.path()));
  assert.match(text, /5\.000 orang × 12 bulan\n10\.000\n600\.000\.000\n/);
  assert.match(text, /Desember 2025\n7\.500\n125\.910\.000\n/);
  assert.match(text, /Pengembangan jaminan sosial/);
});

test("while an input is wrong there is no letter", async () => {
  await openWith(simple);
  await field("segments[0].enrolment.counts[0].people").fill("banyak");
  await menu(/^Nota dinas/);
  await page.getByText("Perbaiki dahulu isian yang ditandai").first().waitFor();
  assert.equal(await page.locator("#letter").count(), 0);
});

// ───────────────────────────── three thousand villages ─────────────────────────────

const VILLAGES = 3_000;
const many = {
  ...simple,
  segments: ["a", "b", "c"].map((id) => ({
    ...simple.segments[0],
    id,
    name: `Kelompok ${id}`,
    enrolment: { kind: "villages" },
  })),
  villages: Array.from({ length: VILLAGES }, (_, at) => ({
    name: `Desa ${at}`,
    district: `Kecamatan ${at % 40}`,
    counts: ["a", "b", "c"].map((segment, place) => ({ segment, people: ((at * 7 + place) % 90) + 1 })),
    ceilings: [{ fund: "f", year: 2025, rupiah: 20_000_000 }],
  })),
};

/** Long tasks of the main thread from now on, once the page has drawn what it opened. */
async function watch() {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.evaluate(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.tasks.push([startTime, duration].map(Math.round));
    }).observe({ type: "longtask" });
  });
}

test("the workbook of three thousand villages is made beside the page, and says what the engine says", async (t) => {
  await openWith(many);
  await watch();
  await page.evaluate(() => {
    window.shares = [];
    new MutationObserver(() => {
      const bar = document.querySelector("#making progress[max]");
      if (bar) window.shares.push(bar.value / bar.max);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await menu(/^Unduh Excel/);
  await dialog().getByText("Menyusun berkas.").waitFor();
  // The page answers while the file is made.
  assert.equal(await page.evaluate(() => 1 + 1), 2);
  const download = await page.waitForEvent("download", { timeout: 300_000 });
  const tasks = await page.evaluate(() => JSON.stringify(window.tasks));
  t.diagnostic(`long tasks of the main thread, from and how long, in ms: ${tasks}`);
  await dialog().waitFor({ state: "detached" });
  // How far it is was told in steps, to the end.
  const shares = await page.evaluate(() => window.shares);
  assert.ok(shares.length > 5, `${shares.length} steps`);
  assert.deepEqual(
    shares,
    [...shares].sort((one, other) => one - other),
  );
  assert.equal(shares.at(-1), 1);
  const file = await download.path();
  await start();
  const { scenario, changes } = read(await readFile(file));
  assert.deepEqual(changes, []);
  assert.equal(scenario.villages.length, VILLAGES);
  // By hand: each head costs 16,800 a month, twelve months.
  const heads = many.villages.flatMap(({ counts }) => counts).reduce((sum, { people }) => sum + people, 0);
  assert.equal(project(scenario).total.rupiah, heads * 16_800 * 12);
  const python = ["/usr/bin/python3", "python3"].find(
    (command) => spawnSync(command, ["-c", "import openpyxl"]).status === 0,
  );
  if (!python) return t.diagnostic("openpyxl is not installed; the workbook was read by ours alone");
  const script =
    "import openpyxl, sys; book = openpyxl.load_workbook(open(sys.argv[1], 'rb'), data_only=True, read_only=True); " +
    "rows = list(book['Ringkasan'].iter_rows(values_only=True)); " +
    "print([row for row in rows if row[0] == 'Semua iuran (rupiah)'][0][2])";
  const { stdout, stderr } = spawnSync(python, ["-c", script, file], { encoding: "utf8" });
  assert.equal(Number(stdout), heads * 16_800 * 12, stderr);
});

test("it is ended at any moment, and nothing is handed out", async () => {
  await openWith(many);
  let handedOut = 0;
  page.on("download", () => handedOut++);
  for (const sign of ["Memuat bagian pembuat berkas…", "Menyusun berkas."]) {
    const [worker] = await Promise.all([
      page.waitForEvent("worker", (one) => /\/thread-/.test(one.url())),
      menu(/^Unduh Excel/),
    ]);
    if (sign.startsWith("Menyusun")) await dialog().getByText(sign).waitFor();
    const ended = worker.waitForEvent("close");
    await dialog().getByRole("button", { name: "Batalkan" }).press("Enter");
    await dialog().waitFor({ state: "detached" });
    await ended;
    await page.locator(".history").getByText("Pembuatan berkas dibatalkan.").waitFor();
  }
  assert.equal(handedOut, 0);
});

test("a browser that refuses the file is told, and so is a module that cannot be fetched", async () => {
  await openWith(simple);
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await menu(/^Unduh Excel/);
  await dialog().getByText("peramban ini menolak menyimpannya").waitFor();
  assert.deepEqual(await violations(), []);
  await dialog().getByRole("button", { name: "Tutup" }).press("Enter");
  await dialog().waitFor({ state: "detached" });
  await page.route(/sheets.*\.wasm$/, (route) => route.fulfill({ status: 404, body: "" }));
  await menu(/^Unduh Excel/);
  await dialog().getByText("Berkas tidak dapat dibuat.").waitFor();
});
