// The plan as an Excel file: its module is fetched when it is asked for, and a faulty plan makes none.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import { read, start, tables, workbook } from "cakupan/sheets";
import {
  costs,
  field,
  kept,
  openDetails,
  openWith,
  page,
  simple,
  stored,
  violations,
  write,
  yearly,
} from "./stage.mjs";
import { withSheets } from "./zip.mjs";

const maros = JSON.parse(await readFile(new URL("../../cases/maros.json", import.meta.url), "utf8"));

const button = async () => {
  await page.locator("#files summary").press("Enter");
  return page.locator("#files").getByRole("button", { name: /^Unduh Excel/ });
};

test("a plan is handed out as a workbook, whose module is fetched only then", async () => {
  await openWith(simple);
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  await page.waitForLoadState("networkidle");
  assert.ok(!(await fetched()).some((address) => /sheets|workbook/.test(address)), "nothing of it beforehand");
  const module = page.waitForRequest(/sheets.*\.wasm$/);
  const [download] = await Promise.all([page.waitForEvent("download"), (await button()).press("Enter")]);
  assert.match(download.suggestedFilename(), /^simulasi-.*\.xlsx$/);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  await module;
});

test("while an input is wrong it says so, and hands out nothing", async () => {
  await openWith(simple);
  const path = "segments[0].enrolment.counts[0].people";
  await field(path).fill("banyak");
  let handedOut = 0;
  page.on("download", () => handedOut++);
  await (await button()).press("Enter");
  await page.getByText("Perbaiki dahulu isian yang ditandai").first().waitFor();
  assert.equal(handedOut, 0);
});

test("the office and the decree of a group stand in its workbook, and change no rupiah", async () => {
  await openWith(simple);
  await openDetails("Rincian: Rentan");
  await write("segments[0].agency", "Disnaker");
  await write("segments[0].decree", "100.3.3.2/12/2025");
  await costs(yearly(6800));
  const [download] = await Promise.all([page.waitForEvent("download"), (await button()).press("Enter")]);
  await start();
  const { scenario } = read(await readFile(await download.path()));
  const [{ agency, decree }] = scenario.segments;
  assert.deepEqual([agency, decree], ["Disnaker", "100.3.3.2/12/2025"]);
  // Taken back, they are absent again.
  await write("segments[0].agency", "");
  await write("segments[0].decree", "");
  await costs(yearly(6800));
  assert.equal(await page.locator(".message").count(), 0);
});

// ───────────────────────────── back again ─────────────────────────────

const PATH = "segments[0].enrolment.counts[0].people";
/** The file of another plan: 2,000 workers. */
let other;
before(async () => {
  await start();
  const plan = structuredClone(simple);
  plan.segments[0].enrolment.counts[0].people = 2000;
  other = Buffer.from(workbook(plan));
});

/** As typed into the yellow cell of the sheet Isian. */
const withPeople = (people) =>
  withSheets(other, (sheet, name) =>
    name.endsWith("sheet2.xml") ? sheet.replace(/(<c r="D\d+"[^>]*><v>)2000(<\/v>)/, `$1${people}$2`) : sheet,
  );

async function openFile(buffer, name = "rencana.xlsx") {
  await page.locator("#files summary").press("Enter");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page
      .locator("#files")
      .getByRole("button", { name: /^Buka berkas/ })
      .press("Enter"),
  ]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer });
}

test("a workbook opens as the plan that it was made from", async () => {
  await openWith(simple);
  await openFile(other);
  await page.getByText("Rencana dari berkas dibuka.").first().waitFor();
  await costs(yearly(6800, 2000));
  assert.equal(await page.locator("#returned").count(), 0);
});

test("a cell that was changed in it is shown, and taken over or left", async () => {
  await openWith(simple);
  const dialog = page.locator("#returned");
  for (const taken of [true, false]) {
    await openFile(withPeople(2500));
    await dialog.getByRole("heading", { name: "1 sel diubah dalam berkas Excel ini" }).waitFor();
    const row = dialog.getByRole("row", { name: /Jumlah peserta/ });
    assert.match(await row.innerText(), /lembar Isian, sel D\d+\s+2\.000 → 2\.500/);
    assert.deepEqual(await violations(), []);
    // Nothing has changed yet.
    await costs(yearly(6800, taken ? 1000 : 2500));
    if (!taken) await row.getByRole("checkbox").press("Space");
    await dialog.getByRole("button", { name: "Buka rencana" }).press("Enter");
    await costs(yearly(6800, taken ? 2500 : 2000));
    assert.equal(await dialog.count(), 0);
  }
  await page.getByRole("button", { name: "Batalkan perubahan" }).first().press("Enter");
  await costs(yearly(6800, 2500));
});

test("what cannot be taken over says why; the reader may leave it all", async () => {
  await openWith(simple);
  await openFile(withPeople("-5"));
  const dialog = page.locator("#returned");
  const row = dialog.getByRole("row", { name: /Jumlah peserta/ });
  await row.waitFor();
  assert.equal(await row.getByRole("checkbox").count(), 0);
  assert.ok((await row.locator(".message").innerText()).length > 10);
  await dialog.getByRole("button", { name: "Batal" }).press("Enter");
  await costs(yearly(6800));
  assert.equal(await field(PATH).inputValue(), "1000");
});

test("a file that is no workbook of ours is refused with a sentence, and nothing typed is lost", async () => {
  await openWith(simple);
  const cut = other.subarray(0, 2000);
  const broken = withSheets(other, (sheet) => sheet.replace("<sheetData>", "<sheetDat>"));
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(4000)]);
  for (const [file, said] of [
    [cut, "Berkas ini rusak dan tidak dapat dibaca."],
    [old, "Berkas ini bukan buku kerja .xlsx."],
    [broken, "Berkas ini rusak dan tidak dapat dibaca."],
    [Buffer.from("nama;jumlah"), "Berkas ini bukan rencana dari aplikasi ini, atau rusak."],
    [Buffer.from("PK"), "Berkas ini rusak dan tidak dapat dibaca."],
  ]) {
    await openFile(file);
    await page.locator(".history").getByText(said).waitFor();
    assert.equal(await page.locator("#returned").count(), 0);
    assert.equal(await field(PATH).inputValue(), "1000");
  }
});

test("what happened goes with the workbook, and is there again when it is opened", async () => {
  await openWith(maros);
  await page.locator("[id='monitor:open']").press("Enter");
  await page.locator("[id='monitor:import']").press("Enter");
  const dialog = page.locator("#import");
  await dialog
    .getByLabel("Atau tempel sel dari spreadsheet")
    .fill("Bulan\tTerbayar\tCatatan\nJanuari\t13.000\tSP2D 7\n");
  await dialog.getByRole("button", { name: "Baca tempelan" }).press("Enter");
  await dialog.getByRole("status").getByText("1 bulan realisasi terbaca.").waitFor();
  await dialog.getByRole("button", { name: "Terapkan" }).press("Enter");
  await page.locator("#monitor-answer .notices").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), (await button()).press("Enter")]);
  const bytes = await readFile(await download.path());
  const { realisation, changes } = read(bytes);
  assert.deepEqual(realisation, { rows: [{ month: "2025-01", segment: "pemda", paid: 13_000, note: "SP2D 7" }] });
  assert.deepEqual(changes, []);
  const sheet = tables(bytes).sheets.find(({ name }) => name === "Realisasi");
  // 13,595 × 16,800 planned, 13,000 × 16,800 paid.
  assert.deepEqual(sheet.rows[4].slice(1, 6), [228_396_000, 228_396_000, 218_400_000, 218_400_000, -9_996_000]);
  await page.locator("[id='monitor:clear']").press("Enter");
  await page.locator("#monitor-answer").waitFor({ state: "detached" });
  await openFile(bytes);
  await page.locator("#monitor-answer").getByText("−9.996.000").first().waitFor();
  await stored("SP2D 7");
  assert.deepEqual((await kept()).realisation, [
    { month: "2025-01", segment: "pemda", paid: "13.000", note: "SP2D 7" },
  ]);
});
