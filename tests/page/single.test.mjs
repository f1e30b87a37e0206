// cakupan.html, the calculator in one file: opened from a disk, with the network off.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { root } from "../../scripts/setup.mjs";
import { startFirefox } from "../browsers.mjs";
import {
  addOverride,
  context,
  costs,
  field,
  loadByKeyboard,
  open,
  openAll,
  page,
  stored,
  violations,
  write,
} from "./stage.mjs";

/** The case of Makassar, as the read-me prints it and every other surface answers. */
const MAKASSAR = 20_227_939_200;

let folder;
let address;

before(async () => {
  // A stick has a name with spaces, and nothing beside the file.
  folder = await mkdtemp(join(tmpdir(), "USB STICK "));
  await copyFile(join(root, "www", "dist", "cakupan.html"), join(folder, "cakupan.html"));
  address = pathToFileURL(join(folder, "cakupan.html")).href;
});
after(() => rm(folder, { recursive: true }));

async function openSingle(options = {}) {
  const asked = [];
  await open({ offline: true, ...options }, address);
  await context.setOffline(true);
  page.on("request", (request) => asked.push(request.url()));
  return asked;
}

const inMenu = async (name) => {
  await page.locator("#files summary").press("Enter");
  return page.locator("#files").getByRole("button", { name });
};
async function downloaded(button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.press("Enter")]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe("from a disk, without a network", () => {
  test("example, number, plan and workbook saved, and all of it there again; nothing is asked for", async () => {
    const asked = await openSingle();
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    await page.getByText("Isian disimpan di komputer ini, bukan di dalam berkas ini").waitFor();
    const code = await page.locator(".provenance").first().innerText();
    await write("region.name", "Kota Flashdisk");
    await stored("Kota Flashdisk");
    const plan = await downloaded(await inMenu(/^Simpan ke berkas/));
    assert.equal(JSON.parse(plan.bytes).plan.region.name, "Kota Flashdisk");
    assert.equal(JSON.parse(plan.bytes).rupiah, MAKASSAR);
    const workbook = await downloaded(await inMenu(/^Unduh Excel/));
    assert.equal(workbook.bytes.subarray(0, 2).toString(), "PK");
    assert.deepEqual(
      asked.filter((url) => !url.startsWith("blob:")),
      [],
    );

    await page.reload();
    await costs(MAKASSAR);
    assert.equal(await field("region.name").inputValue(), "Kota Flashdisk");
    // The same plan, engine and law as on the page of a server, by their check codes.
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    const here = await page.locator(".provenance").first().innerText();
    assert.equal(here, code);
    await context.close();
    await open();
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    assert.equal(await page.locator(".provenance").first().innerText(), here);
  });

  test("a workbook is read back, in the page itself", async () => {
    await openSingle();
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    const { name, bytes } = await downloaded(await inMenu(/^Unduh Excel/));
    await write("region.name", "Kota Lain");
    const button = await inMenu(/^Buka berkas/);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.press("Enter")]);
    await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
    await page.getByText("Rencana dari berkas dibuka. Isian sebelumnya dapat dikembalikan.").waitFor();
    assert.equal(await field("region.name").inputValue(), "Kota Makassar");
    await costs(MAKASSAR);
  });

  test("a table of villages is imported and worked out, without workers and without the register", async () => {
    const asked = await openSingle();
    const button = (name) => page.getByRole("button", { name, exact: true });
    await write("region.name", "Kabupaten Uji");
    await write("segments[0].name", "Rentan");
    await button("Isi jumlah peserta per desa").press("Enter");
    await page.locator("[id='villages:import']").press("Enter");
    const dialog = page.locator("#import");
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      dialog.getByRole("button", { name: "Pilih berkas" }).press("Enter"),
    ]);
    const csv = "Kecamatan;Desa;Rentan\r\nKulo;Mario;50\r\nKulo;Maddenra;1.200\r\nPitu Riase;Lombo;7\r\n";
    await chooser.setFiles({ name: "desa.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await dialog.getByRole("status").getByText("3 desa terbaca.").waitFor();
    await dialog.getByRole("button", { name: "Terapkan" }).press("Enter");
    // 50 + 1.200 + 7 people, Rp 16.800 a month, twelve months; the sum of the villages stands in the foot of the table.
    await costs(1_257 * 16_800 * 12);
    await page.locator("#villages tfoot tr > *").getByText("253.411.200", { exact: true }).waitFor();
    assert.deepEqual(asked, []);
  });

  test("what happened is imported and compared, without workers", async () => {
    const asked = await openSingle();
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    await page.locator("[id='monitor:open']").press("Enter");
    await page.locator("[id='monitor:import']").press("Enter");
    const dialog = page.locator("#import");
    await dialog
      .getByLabel("Atau tempel sel dari spreadsheet")
      .fill("Bulan\tKelompok\tTerbayar\nJanuari\tPekerja rentan\t1.000\n");
    await dialog.getByRole("button", { name: "Baca tempelan" }).press("Enter");
    await dialog.getByRole("status").getByText("1 bulan realisasi terbaca.").waitFor();
    await dialog.getByRole("button", { name: "Terapkan" }).press("Enter");
    // 1,000 people, Rp 16.800.
    await page.locator("#monitor-answer").getByText("16.800.000", { exact: true }).first().waitFor();
    assert.deepEqual(page.workers(), []);
    assert.deepEqual(asked, []);
  });

  test("the law is in it: a value is replaced; no link leads to a page that is not there", async () => {
    await openSingle();
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    await openAll();
    await addOverride(page).waitFor();
    const away = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(
      away.filter((href) => !href.startsWith("#")),
      [],
    );
    await page.locator("#language").press("Enter");
    await page.getByText("What you type is stored on this computer, not in this file").waitFor();
  });

  test("axe finds nothing, and it is not wider than 320 px", async () => {
    await openSingle({ viewport: { width: 320, height: 640 } });
    await page.getByText("Isian disimpan di komputer ini").waitFor();
    assert.deepEqual(await violations(), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  test("in Firefox: example, number, and there again", async () => {
    const firefox = await startFirefox();
    try {
      const tab = await firefox.newPage();
      const faults = [];
      tab.on("pageerror", (error) => faults.push(String(error)));
      tab.on("console", (message) => ["error", "warn"].includes(message.type()) && faults.push(message.text()));
      await tab.goto(address);
      const has = (text) => tab.waitForFunction((text) => document.body.innerText.includes(text), {}, text);
      await tab.waitForSelector("#cases summary");
      await tab.evaluate(() => {
        document.querySelector("#cases").open = true;
        document.querySelector("#cases button").click();
      });
      await has("20.227.939.200");
      await has("Isian disimpan di komputer ini");
      await tab.reload();
      await has("20.227.939.200");
      assert.deepEqual(faults, []);
    } finally {
      await firefox.close();
    }
  });
});
