// The dialog of the check for double funding: what it shows, and that nothing of it is kept.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serveFixture } from "./fixture-server.mjs";
import { open, page, rowsOf, violations } from "./stage.mjs";

/** Made-up numbers: 3516000000000001, … 3516000000000009. */
const made = (...last) => last.map((digit) => `351600000000000${digit}`);

describe("the dialog", () => {
  let server;
  before(async () => {
    server = await serveFixture("double");
  });
  after(() => server?.close());

  const start = async (options) => {
    await open(options, server.address, "#open");
    await page.locator("#open").press("Enter");
    await page.locator("#double").waitFor();
  };
  const add = async (name, text) => {
    await page.getByLabel("Nama daftar").fill(name);
    await page.getByLabel("NIK, satu baris").fill(text);
    await page.getByRole("button", { name: "Tambah daftar" }).press("Enter");
  };
  const said = () => page.locator("#double [role=status]").innerText();

  test("shows rows, people, pairs and damaged numbers, and no NIK", async () => {
    await start();
    assert.deepEqual(await violations(), []);
    await add("Dinas Sosial", `NIK\n${made(1, 2, 3, 3).join("\n")}\n3,516E+15\n`);
    await page.getByText("Dinas Sosial: 5 baris, 3 orang berbeda.").waitFor();
    assert.equal(await page.getByLabel("NIK, satu baris").inputValue(), "");
    await page.getByText("Tambah satu daftar lagi").waitFor();
    await add("", made(2, 3, 4).join("\n"));
    await page.getByText("Daftar 2: 3 baris, 3 orang berbeda.").waitFor();
    await add("BPJS", made(9).join("\n"));
    await page.getByText("BPJS: 1 baris").waitFor();
    const texts = await rowsOf("Daftar yang dibaca");
    assert.deepEqual(texts["Dinas Sosial"].slice(0, 4), ["5", "3", "1", "1"]);
    assert.deepEqual(texts["Daftar 2"].slice(0, 4), ["3", "3", "0", "0"]);
    // 1, 2, 3, 4 and 9; 2 and 3 twice.
    assert.equal(await page.locator("#double .lead").innerText(), "2 dari 5 orang ada di lebih dari satu daftar.");
    assert.deepEqual(await rowsOf("Orang yang sama, menurut pasangan daftar"), { "Dinas Sosial dan Daftar 2": ["2"] });
    assert.match(
      await page.locator("#double .warnings").innerText(),
      /Dinas Sosial, menjadi bentuk 3,5E\+15.*: baris 6\./,
    );
    assert.doesNotMatch(await page.locator("body").innerText(), /\d{15}/);
    assert.deepEqual(await violations(), []);
    await page.getByRole("button", { name: "Hapus Daftar 2" }).press("Enter");
    assert.match(await page.locator("#double .lead").innerText(), /^Tidak ada orang/);
  });

  test("says why nothing could be read, and keeps what was pasted", async () => {
    await start();
    await add("Dinas", "");
    assert.equal(await said(), "Tidak ada NIK dalam yang ditempel.");
    await add("Dinas", `${made(8)}\t${made(1)}`);
    assert.match(await said(), /lebih dari satu kolom/);
    assert.notEqual(await page.getByLabel("NIK, satu baris").inputValue(), "");
  });

  test("stores nothing, sends nothing, and has forgotten all when it is opened again", async () => {
    await start();
    // Parts of the page that are loaded after the first answer are there.
    await page.waitForLoadState("networkidle");
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await add("Dinas", made(1, 2).join("\n"));
    await page.getByText("Dinas: 2 baris").waitFor();
    const stored = await page.evaluate(async () => [
      localStorage.length + sessionStorage.length + document.cookie.length,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    assert.deepEqual(stored, [0, 0, 0]);
    assert.deepEqual(requests, []);
    await page.keyboard.press("Escape");
    // The dialog goes away a moment after the key.
    await page.locator("#double").waitFor({ state: "detached" });
    await page.locator("#open").press("Enter");
    await page.locator("#double").waitFor();
    assert.equal(await page.locator("#double table").count(), 0);
  });

  test("fits a phone of 360 px", async () => {
    await start({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    await add("Dinas Pemberdayaan Masyarakat dan Desa", made(1, 2).join("\n"));
    await add("Dinas Sosial", made(2, 3).join("\n"));
    await page.locator("#double .lead").waitFor();
    assert.ok(await page.locator("#double").evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
    assert.deepEqual(await violations(), []);
  });
});
