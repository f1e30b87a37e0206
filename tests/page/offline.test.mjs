// The calculator as an application: without a network, with a new version that waits until it is asked for, installed.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileIn, listen, policyOf } from "../../scripts/serve.mjs";
import { root } from "../../scripts/setup.mjs";
import { startFirefox } from "../browsers.mjs";
import { context, costs, field, kept, loadByKeyboard, open, page, server, stored, write } from "./stage.mjs";

const dist = join(root, "www", "dist");
/** The case of Makassar, as the read-me prints it and every other surface answers. */
const MAKASSAR = 20_227_939_200;

/** The built page on a server of its own, which can be switched off, or go over to another version. */
async function own() {
  let changed = {};
  const made = await listen(async (path) => {
    const found = Object.hasOwn(changed, path) ? changed[path] : await fileIn(dist, path);
    if (!found) return null;
    return { ...found, policy: policyOf(path), headers: { "cache-control": "no-cache" } };
  });
  return {
    ...made,
    /** Paths with another body, or with none: the server has them no more. */
    goOver(paths) {
      changed = paths;
    },
  };
}

const ready = (of = page) => of.getByText("Siap dipakai tanpa internet.").waitFor();
const applications = (of = page) =>
  of.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("cakupan-app ")));

/** The next version: other words in the page, and a later part that has another name. */
async function nextVersion() {
  const [part] = readdirSync(join(dist, "assets")).filter((name) => name.startsWith("wipe-"));
  const next = part.replace("wipe-", "wipe-next-");
  const [worker, html, body] = await Promise.all(
    ["sw.js", "index.html", `assets/${part}`].map((name) => readFile(join(dist, name), "utf8")),
  );
  const type = "text/javascript; charset=utf-8";
  const version = /version:`(\w+)`/.exec(worker)[1];
  return {
    "/sw.js": { body: worker.replaceAll(part, next).replace(version, "fedcba9876543210"), type },
    "/index.html": { body: html.replace('<html lang="id">', '<html lang="id" data-version="2">') },
    "/": { body: html.replace('<html lang="id">', '<html lang="id" data-version="2">') },
    [`/assets/${part}`]: null,
    [`/assets/${next}`]: { body, type },
  };
}
const versionOf = (of) => of.evaluate(() => document.documentElement.dataset.version ?? "1");

describe("without a network", () => {
  test("a plan is opened, changed, exported as a workbook, read in English, and its law looked up", async () => {
    const site = await own();
    // The register of regions is asked for anew, and then taken from what was kept.
    await open({ offline: true, expected: /regions/ }, site.address);
    await loadByKeyboard(1);
    await costs(MAKASSAR);
    await stored("Makassar");
    await ready();
    await site.close();

    await page.reload();
    await costs(MAKASSAR);
    await write("region.name", "Kota Tanpa Sambungan");
    await stored("Kota Tanpa Sambungan");
    await page.locator("#files summary").press("Enter");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .locator("#files")
        .getByRole("button", { name: /^Unduh Excel/ })
        .press("Enter"),
    ]);
    const bytes = await readFile(await download.path());
    assert.equal(bytes.subarray(0, 2).toString(), "PK");
    await page.locator("#language").press("Enter");
    await page.getByText("Ready for use without internet.").waitFor();
    await page.goto(`${site.address}aturan.html`);
    await page.locator("main table").first().waitFor();
    await page.goto(site.address);
    await costs(MAKASSAR);
    assert.equal(await field("region.name").inputValue(), "Kota Tanpa Sambungan");
  });

  test("in Firefox too", async () => {
    const site = await own();
    const firefox = await startFirefox();
    try {
      const tab = await firefox.newPage();
      const faults = [];
      tab.on("pageerror", (error) => faults.push(String(error)));
      await tab.goto(site.address);
      const has = (text) => tab.waitForFunction((text) => document.body.innerText.includes(text), {}, text);
      await tab.waitForSelector("#cases summary");
      await tab.evaluate(() => {
        document.querySelector("#cases").open = true;
        document.querySelector("#cases button").click();
      });
      await has("20.227.939.200");
      await has("Siap dipakai tanpa internet.");
      await site.close();
      await tab.reload();
      await has("20.227.939.200");
      assert.deepEqual(faults, []);
    } finally {
      await firefox.close();
    }
  });
});

describe("a new version", () => {
  test("it waits until it is asked for; a tab of the old one goes on, with its later parts", async () => {
    const site = await own();
    await open({ offline: true }, site.address);
    await write("region.name", "Kota Lama");
    await stored("Kota Lama");
    await ready();
    const second = await context.newPage();
    await second.goto(site.address);
    await second.locator("#kept-reading").waitFor();

    site.goOver(await nextVersion());
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.getByText("Versi baru siap. Isian Anda tetap tersimpan.").waitFor();
    await second.getByText("Versi baru siap. Isian Anda tetap tersimpan.").waitFor();
    assert.equal(await versionOf(page), "1");
    // A reload alone does not change the version: two tabs would be of two.
    await second.reload();
    await second.getByText("Versi baru siap. Isian Anda tetap tersimpan.").waitFor();
    assert.equal(await versionOf(second), "1");

    await second.locator("#offline").getByRole("button", { name: "Muat ulang" }).press("Enter");
    await second.waitForFunction(() => document.documentElement.dataset.version === "2");
    await page.getByText("Versi baru sudah dipakai di tab lain.").waitFor();
    assert.equal(await versionOf(page), "1");
    assert.equal(await field("region.name").inputValue(), "Kota Lama");
    // The server has this part no more, and the new version names it otherwise.
    await page.locator("#files summary").press("Enter");
    await page.getByRole("button", { name: /^Hapus semua data/ }).press("Enter");
    await page.getByRole("dialog", { name: "Hapus semua data?" }).waitFor();
    await page.keyboard.press("Escape");

    await page.locator("#offline").getByRole("button", { name: "Muat ulang" }).press("Enter");
    await page.waitForFunction(() => document.documentElement.dataset.version === "2");
    assert.equal(await field("region.name").inputValue(), "Kota Lama");
    assert.equal((await applications()).length, 2, "the version before stays, for tabs that show it");
    await site.close();
  });

  test("a version that does not arrive whole is not used, and the one before goes on", async () => {
    const site = await own();
    await open({ offline: true }, site.address);
    await ready();
    const before = await applications();
    const next = await nextVersion();
    site.goOver({ ...next, "/icon.svg": null });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => undefined));
    for (let tries = 0; tries < 100 && (await applications()).length > 1; tries++) await page.waitForTimeout(50);
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).installing === null);
    assert.deepEqual(await applications(), before);
    assert.equal(await page.locator("#offline button").count(), 0);
    await site.close();
    await page.reload();
    await field("region.name").waitFor();
  });
});

describe("what is kept", () => {
  test("all data deleted: the application goes too, and its page works on", async () => {
    const site = await own();
    await open({ offline: true }, site.address);
    await write("region.name", "Kota Hapus");
    await stored("Kota Hapus");
    await ready();
    await page.locator("#files summary").press("Enter");
    await page.getByRole("button", { name: /^Hapus semua data/ }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Hapus semua data?" });
    await dialog.getByText("aplikasi yang disimpan untuk dipakai tanpa internet").waitFor();
    await dialog.getByRole("button", { name: "Hapus semua data" }).press("Enter");
    await page.getByText("Semua data di peramban ini dihapus.").waitFor();
    assert.deepEqual(await applications(), []);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    // A later part that is asked for now is answered, and not kept.
    await page.locator("#language").press("Enter");
    await page
      .getByText("All data in this browser has been deleted.")
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
    assert.deepEqual(await applications(), []);
    assert.equal((await kept())?.region.name ?? "", "");
    await site.close();
  });

  test("a calculator in a frame keeps nothing of it", async () => {
    await open({ offline: true }, "sematan.html", ".answer");
    await page.locator("footer .button").waitFor();
    await page.waitForFunction(() => document.querySelector(".answer .total, .answer .compact, .answer p") !== null);
    assert.deepEqual(await applications(), []);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  });

  test("it can be installed, with icons drawn as icon.svg", async () => {
    await open({ offline: true });
    await ready();
    const debug = await context.newCDPSession(page);
    const manifest = await debug.send("Page.getAppManifest");
    assert.deepEqual(manifest.errors, []);
    assert.equal(manifest.url, `${server.address}manifest.json`);
    const { installabilityErrors } = await debug.send("Page.getInstallabilityErrors");
    // A window of tests is a private one, where nothing can be installed.
    assert.deepEqual(
      installabilityErrors.map(({ errorId }) => errorId).filter((error) => error !== "in-incognito"),
      [],
    );
    const looks = await page.evaluate(async () => {
      const seen = [];
      for (const size of [192, 512]) {
        const image = await createImageBitmap(await (await fetch(`./icon-${size}.png`)).blob());
        const pen = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
        pen.drawImage(image, 0, 0);
        // The corner, and the middle of the second bar: x 14 to 18 and y 12 to 25 of 32.
        const at = (x, y) => [...pen.getImageData((x / 32) * size, (y / 32) * size, 1, 1).data].slice(0, 3);
        seen.push([image.width, image.height, at(0, 0), at(16, 18), at(12.5, 18)]);
      }
      return seen;
    });
    const [blue, white] = [
      [10, 72, 159],
      [255, 255, 255],
    ];
    assert.deepEqual(looks, [
      [192, 192, blue, white, blue],
      [512, 512, blue, white, blue],
    ]);
  });
});
