// The region of the plan from the register: found as people write it, filled in at once, and known without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { context, field, kept, open, page, stored, violations, write } from "./stage.mjs";

const value = (path) => field(path).inputValue();
const offers = () => page.locator(".offers button");
const place = () => page.locator(".place").innerText();

/** Takes the first region offered for a name, by keyboard. */
async function take(name) {
  await write("region.name", name);
  await offers().first().waitFor();
  await offers().first().focus();
  await page.keyboard.press("Enter");
}

test("a region is found by its short name and fills in name, code and level in one step", async () => {
  await open();
  await take("makasar");
  assert.deepEqual(await Promise.all(["region.name", "region.code", "region.level"].map(value)), [
    "Kota Makassar",
    "73.71",
    "city",
  ]);
  assert.equal(await page.evaluate(() => document.activeElement.id), "region.name", "the focus stays at the name");
  // FACTS: UMP Sulawesi Selatan 2026 is Rp 3.921.088; none is set for 2027, the first year of a new plan.
  assert.match(await place(), /UMP Sulawesi Selatan|UMK Kota Makassar/);
  assert.match(await place(), /belum ada ketetapan/);
  assert.match(await place(), /idn-area-data \(fityannugroho\), lisensi ODbL 1\.0/);
  assert.deepEqual(await violations(), []);
  await stored("73.71");
  await page.getByRole("button", { name: "Batalkan perubahan" }).click();
  assert.deepEqual(await Promise.all(["region.name", "region.code"].map(value)), ["makasar", ""]);
});

test("a code is as good as a name, and a known region gets no offers", async () => {
  await open();
  await write("region.code", "7314");
  await offers().first().waitFor();
  assert.match(await offers().first().innerText(), /Kabupaten Sidenreng Rappang\s+73\.14/);
  await offers().first().click();
  assert.equal(await value("region.name"), "Kabupaten Sidenreng Rappang");
  assert.equal(await offers().count(), 0);
});

test("a target printed for the province becomes one to compare with, by its source", async () => {
  await open();
  await take("sidrap");
  await page.getByRole("button", { name: "Isi tenaga kerja" }).click();
  await page.locator(".place summary").click();
  // FACTS: UCJ Sulawesi Selatan 2025, 62,93 %.
  await page.getByRole("button", { name: /Jadikan target\s*: UCJ Sulawesi Selatan 2025/ }).click();
  assert.equal(await value("target.points[0].percent"), "62,93");
  await page.getByRole("button", { name: /Bandingkan\s*: UCJ Sulawesi Selatan 2025/ }).click();
  await stored("otherTargets");
  const { target, otherTargets } = await kept();
  assert.equal(target.points[0].month, "2025-12");
  assert.equal(target.evidence.points.quality, "press");
  assert.equal(otherTargets[0].points[0].percent, "62,93");
});

test("without a network the register is the one fetched before; without both the page says so and tries again", async () => {
  await open();
  await context.route("**/regions/*", (route) => route.abort());
  page.removeAllListeners("console");
  await write("region.name", "sidrap");
  await page.getByText("Daftar wilayah belum dapat dimuat").waitFor();
  await context.unroute("**/regions/*");
  await page.getByRole("button", { name: "Coba lagi" }).click();
  await offers().first().waitFor();
  await context.route("**/regions/*", (route) => route.abort());
  await page.reload();
  page.removeAllListeners("console");
  await field("region.name").waitFor();
  await write("region.name", "maros");
  await offers().first().waitFor();
  assert.match(await offers().first().innerText(), /Kabupaten Maros/);
});

test("what is deleted from this browser includes the packs of the register", async () => {
  await open();
  await take("sidrap");
  const packs = () => page.evaluate(() => caches.keys());
  assert.deepEqual(await packs(), ["cakupan-wilayah"]);
  await page.locator("#files summary").click();
  await page.locator("#files button").last().click();
  await page.locator("#wipe .danger").click();
  await page
    .getByText(/dihapus/i)
    .first()
    .waitFor();
  assert.deepEqual(await packs(), []);
});
