// Fault drills: whatever fails, the planner gets a sentence and keeps the input. Storage that is full, refused or cleared, and
// two tabs: storage.test.mjs; links that are broken or newer: plans.test.mjs; without a network: offline.test.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { policyOf } from "../../scripts/serve.mjs";
import {
  blank,
  context,
  costs,
  field,
  kept,
  loadByKeyboard,
  open,
  openWith,
  page,
  server,
  simple,
  stored,
  violations,
  wide,
  write,
  yearly,
} from "./stage.mjs";

const shows = (value, of = page) =>
  of.waitForFunction((value) => document.getElementById("region.name")?.value === value, value);
const type = (value) =>
  page.evaluate((value) => {
    const input = document.getElementById("region.name");
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);
const savedFile = async () => {
  await page.locator("#files summary").press("Enter");
  const button = page.locator("#files").getByRole("button", { name: /^Simpan ke berkas/ });
  const [download] = await Promise.all([page.waitForEvent("download"), button.press("Enter")]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
};

describe("the engine", () => {
  for (const [what, prepare] of [
    [
      "missing: the server has neither of its files",
      () => page.route(/\.(bin|wasm)$/, (route) => route.fulfill({ status: 404 })),
    ],
    ["cut off on the way", () => page.route(/\.(bin|wasm)$/, (route) => route.abort())],
    [
      "another file in its place",
      () => page.route(/\.(bin|wasm)$/, (route) => route.fulfill({ contentType: "text/html", body: "<h1>Masuk</h1>" })),
    ],
    [
      "blocked by the policy of a network",
      () =>
        page.route(server.address, async (route) => {
          const response = await route.fetch();
          const strict = (text) => text.replace(" 'wasm-unsafe-eval'", "");
          await route.fulfill({
            response,
            headers: { ...response.headers(), "content-security-policy": strict(policyOf("/index.html")) },
            body: strict(await response.text()),
          });
        }),
    ],
  ])
    test(`${what}: it is said, typing is stored, and a file is saved`, async () => {
      await blank();
      await prepare();
      await page.goto(server.address);
      await page.locator(".failed").getByText("Mesin hitung tidak dapat dimulai").waitFor();
      await page.locator(".failed").getByText("Isian Anda tetap tersimpan di perangkat ini.").waitFor();
      await write("region.name", "Kota Tanpa Mesin");
      await stored("Kota Tanpa Mesin");
      const { plan, engine, rupiah } = await savedFile();
      assert.deepEqual([plan.region.name, engine, rupiah], ["Kota Tanpa Mesin", null, null]);
      await page.unrouteAll();
      await page.reload();
      await shows("Kota Tanpa Mesin");
      assert.equal(await page.locator(".failed").count(), 0);
    });
});

describe("the tab", () => {
  test("killed while it saves: the next one has the last letter", async () => {
    await open();
    await write("region.name", "Kota Awal");
    await stored("Kota Awal");
    // The process of the page ends in the same task in which the letter was typed.
    const dead = new Promise((over) => page.once("crash", over));
    const debug = await context.newCDPSession(page);
    await type("Kota Terakhir");
    await Promise.race([debug.send("Page.crash").catch(() => undefined), dead]);
    await dead;
    const next = await context.newPage();
    await next.goto(server.address);
    await shows("Kota Terakhir", next);
    await stored("Kota Terakhir", next);
  });

  test("a script from elsewhere fails: it is told that the input is stored, and typing goes on", async () => {
    await blank();
    await page.goto(server.address);
    await field("region.name").waitFor();
    await loadByKeyboard(1);
    await stored("Makassar");
    await page.evaluate(() => setTimeout(() => nothingOfThisName()));
    await page.locator(".history").getByText("Isian Anda tersimpan di perangkat ini; muat ulang halaman.").waitFor();
    await write("region.name", "Kota Sesudahnya");
    await stored("Kota Sesudahnya");
    await page.evaluate(() => void Promise.reject(new Error("planted")));
    await page.locator(".history").getByText("Ada kesalahan dalam halaman ini.").waitFor();
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await write("region.name", "Kota Penuh");
    await page.evaluate(() => setTimeout(() => nothingOfThisName()));
    await page.locator(".history").getByText("isian Anda belum tersimpan. Simpan ke berkas").waitFor();
    assert.equal((await savedFile()).plan.region.name, "Kota Penuh");
  });
});

describe("the clock", () => {
  for (const [what, year] of [
    ["of an empty battery, 1970", 1970],
    ["far ahead, 2099", 2099],
  ])
    test(`${what}: a plan is typed, stored and calculated as ever`, async () => {
      await blank();
      await page.clock.setFixedTime(new Date(`${year}-03-01T08:00:00Z`));
      await page.goto(server.address);
      await field("region.name").waitFor();
      await loadByKeyboard(1);
      await costs(20_227_939_200);
      await write("region.name", "Kota Jam");
      await stored("Kota Jam");
      // The clock is put right, and the plan is still the last one.
      await page.clock.setFixedTime(new Date("2026-11-28T08:00:00Z"));
      await page.reload();
      await costs(20_227_939_200);
      await shows("Kota Jam");
    });

  test("put back between two letters: the later letter wins", async () => {
    await open();
    await page.clock.setFixedTime(new Date("2099-03-01T08:00:00Z"));
    await write("region.name", "Kota Maju");
    await stored("Kota Maju");
    await page.clock.setFixedTime(new Date("1999-03-01T08:00:00Z"));
    await page.evaluate(() => {
      const input = document.getElementById("region.name");
      input.value = "Kota Mundur";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      location.reload();
    });
    await page.waitForLoadState();
    await shows("Kota Mundur");
    await stored("Kota Mundur");
  });
});

describe("too much at once", () => {
  test("5 MB pasted into a field are refused with a sentence, and the plan is as it was", async () => {
    await openWith(simple, "", ".lead .total", { permissions: ["clipboard-read", "clipboard-write"] });
    await costs(yearly(6_800));
    await page.evaluate(() => navigator.clipboard.writeText("Kota ".repeat(1_000_000)));
    await field("region.name").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+V");
    await page.locator(".history").getByText("terlalu panjang untuk satu isian (5.000.000 huruf)").waitFor();
    await costs(yearly(6_800));
    await shows("Kota Uji");
    await write("region.name", "Kota Lanjut");
    await stored("Kota Lanjut");
    await page.reload();
    await shows("Kota Lanjut");
  });
});

describe("too much for a table", () => {
  for (const [what, text] of [
    ["one cell", "Kota ".repeat(1_000_000)],
    ["a million rows", "1\t2\n".repeat(1_250_000)],
    ["rows of few letters, but more than any table has", "1\n".repeat(30_000)],
  ])
    test(`${what}: nothing is taken, it is said how much it was, and the table goes on`, async () => {
      await open({ permissions: ["clipboard-read", "clipboard-write"] });
      await loadByKeyboard(3);
      await page.locator("[id='villages:open']").press("Enter");
      await page.getByRole("button", { name: /^Ambil 68 desa/ }).press("Enter");
      await page.getByRole("checkbox", { name: "Ketua RT/RW dan kader", exact: true }).press("Space");
      await page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await page.locator('#villages tr[aria-rowindex="2"] > :nth-child(3)').click();
      await page.keyboard.press("Control+V");
      const letters = String(text.length).replace(/\B(?=(\d{3})+$)/g, ".");
      await page.locator("#villages .grid-status").getByText(`terlalu banyak (${letters} huruf)`).waitFor();
      await page.keyboard.type("100");
      await page.keyboard.press("Enter");
      // 130.644.864 from the ADD, and 100 × 16.800 × 12 in one village.
      await costs(130_644_864 + 20_160_000);
      assert.equal((await kept()).villages.length, 68);
    });
});

describe("zoom", () => {
  test("at 400 %: every part of the form and the answer stands in one column, and axe finds nothing", async () => {
    // A screen of 1280 × 900 at 400 % has the width of 320 px.
    await open({ viewport: { width: wide.width / 4, height: wide.height / 4 }, deviceScaleFactor: 4 });
    await loadByKeyboard(1);
    await costs(20_227_939_200);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await write("region.name", "Kota Dekat");
    await stored("Kota Dekat");
    // The field that is typed in is not under the bar of the result.
    const [at, bar] = await Promise.all([
      field("region.name").boundingBox(),
      page.locator(".result-bar").boundingBox(),
    ]);
    assert.ok(bar === null || at.y + at.height <= bar.y, "the field is in sight");
    assert.deepEqual(await violations(), []);
    assert.equal((await kept()).region.name, "Kota Dekat");
  });
});

describe("a part that is loaded later", () => {
  const [villages, monitor] = ["[id='villages:open']", "[id='monitor:open']"];
  const cell = (section, column) => page.locator(`${section} tr[aria-rowindex="2"] > :nth-child(${column})`);
  const typeInto = async (place, text) => {
    await place.click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  const missing = async (files) => {
    await open({ expected: files });
    await page.route(files, (route) => route.fulfill({ status: 404, body: "" }));
  };

  test("the module of what happened is missing: it is said, and the months typed are stored", async () => {
    await missing(/monitor.*\.wasm$/);
    await loadByKeyboard(5);
    await page.locator(monitor).press("Enter");
    await typeInto(cell("#monitor", 7), "12.345");
    await page.getByText("Angka yang Anda ketik tetap tersimpan").waitFor();
    await stored("12.345");
    // 13.595 × 16.800 × 12: the plan itself is worked out as ever.
    await costs(2_740_752_000);
  });

  test("the module of many units is missing: it is said, and the sum of all villages is right", async () => {
    await missing(/batch.*\.wasm$/);
    await loadByKeyboard(3);
    await page.locator(villages).press("Enter");
    await page.getByRole("button", { name: /^Ambil 68 desa/ }).press("Enter");
    await page.getByRole("checkbox", { name: "Ketua RT/RW dan kader", exact: true }).press("Space");
    await typeInto(cell("#villages", 3), "100");
    await page.getByText("Bagian yang menghitung tiap desa belum dapat dimuat.").waitFor();
    // 130.644.864 from the ADD, and 100 × 16.800 × 12 in one village.
    await costs(130_644_864 + 20_160_000);
    await stored('"100"');
  });

  test("tables and dialogs are missing: the total stands, a figure that is asked about says so, typing is stored", async () => {
    await blank();
    await page.route(/later-(parts|sections)-.*\.js$/, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto(server.address);
    await field("region.name").waitFor();
    await loadByKeyboard(1);
    await costs(20_227_939_200);
    await page.locator(".lead .total button").press("Enter");
    await page
      .locator(".history")
      .getByText("Bagian ini belum dapat dimuat. Periksa sambungan, lalu coba lagi.")
      .waitFor();
    await write("region.name", "Kota Sebagian");
    await stored("Kota Sebagian");
    await page.unrouteAll();
    await page.reload();
    await page.getByRole("table", { name: "Biaya per sumber dana" }).waitFor();
    await shows("Kota Sebagian");
  });
});
