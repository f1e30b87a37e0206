// Many plans on one device: the list, versions with notes, links beside one's work, and links to share.
import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { describe, test } from "node:test";
import { records } from "../browsers.mjs";
import {
  context,
  costs,
  field,
  majene,
  open,
  openWith,
  page,
  server,
  simple,
  stored,
  violations,
  write,
  yearly,
} from "./stage.mjs";

const region = (of = page) => of.locator("[id='region.name']");
const shows = (value, of = page) =>
  of.waitForFunction((value) => document.getElementById("region.name")?.value === value, value);
const list = (of = page) => of.getByRole("dialog", { name: "Rencana di perangkat ini" });

async function openList(of = page) {
  await of.locator("#files summary").press("Enter");
  await of
    .locator("#files")
    .getByRole("button", { name: /^Daftar rencana/ })
    .press("Enter");
  await list(of).waitFor();
}
const press = (name, of = page) => list(of).getByRole("button", { name, exact: true }).press("Enter");
/** What the list says of each plan. */
const listed = () => list().locator(".plans > li > p").allInnerTexts();
const plansOf = async () => (await records(page)).plans.map(({ content }) => content.draft.region.name).sort();

/** A new plan for this region, beside those that are there. */
async function another(name) {
  await openList();
  await press("Rencana baru");
  await shows("");
  await write("region.name", name);
  await stored(name);
}

describe("the list of plans", () => {
  test("a new plan leaves the one before as it was, with its history; each opens again, also after a reload", async () => {
    await openWith(simple);
    await costs(yearly(6_800));
    await write("segments[0].enrolment.counts[0].people", "1100");
    await page.keyboard.press("Tab");
    await costs(yearly(6_800, 1100));
    await another("Kota Kedua");
    assert.deepEqual(await plansOf(), ["Kota Kedua", "Kota Uji"]);
    await page.reload();
    await shows("Kota Kedua");
    await openList();
    assert.match((await listed()).join("\n"), /Kota Kedua diubah .* · terbuka di sini\nKota Uji diubah /);
    await press("Buka: Kota Uji");
    await costs(yearly(6_800, 1100));
    await page.getByText("“Kota Uji” dibuka.").waitFor();
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    await costs(yearly(6_800));
    await page.reload();
    await costs(yearly(6_800));
    assert.deepEqual((await records(page)).copies, []);
  });

  test("duplicated, named, put into the archive, deleted and put back", async () => {
    await openWith(simple);
    await costs(yearly(6_800));
    await write("region.name", "Kota Asal");
    await stored("Kota Asal");
    await openList();
    await press("Gandakan: Kota Asal");
    await press("Ganti nama: Kota Asal (salinan)");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("Rencana perubahan");
    await page.keyboard.press("Enter");
    await press("Arsipkan: Rencana perubahan");
    await list().getByText("Arsip (1)").press("Enter");
    assert.deepEqual(await violations(), []);
    await press("Keluarkan dari arsip: Rencana perubahan");
    await press("Hapus: Rencana perubahan");
    await list().getByText("“Rencana perubahan” dihapus.").waitFor();
    assert.equal((await records(page)).plans.length, 1);
    await press("Kembalikan: Rencana perubahan");
    await press("Buka: Rencana perubahan");
    await list().waitFor({ state: "detached" });
    assert.equal(await field("name").inputValue(), "Rencana perubahan");
    await costs(yearly(6_800));
    // The plan that is open is deleted: another one opens.
    await openList();
    await press("Hapus: Rencana perubahan");
    await shows("Kota Asal");
    await list().getByText("“Rencana perubahan” dihapus.").waitFor();
    assert.deepEqual(await plansOf(), ["Kota Asal"]);
  });

  test("two tabs edit two plans; what one edits the other does not rename or delete", async () => {
    await openWith(simple);
    await write("region.name", "Kota Satu");
    await stored("Kota Satu");
    const second = await context.newPage();
    await second.goto(server.address);
    await second.locator("#kept-reading").waitFor();
    await openList(second);
    await press("Rencana baru", second);
    await second.locator("#kept-reading").waitFor({ state: "detached" });
    await region(second).fill("Kota Dua");
    await stored("Kota Dua", second);
    await write("region.name", "Kota Satu Lagi");
    await stored("Kota Satu Lagi");
    for (const name of ["Hapus", "Arsipkan"]) {
      await openList(second);
      await press(`${name}: Kota Satu Lagi`, second);
      await list(second).getByText("Tidak diubah, karena rencana itu sedang diubah di tab lain.").waitFor();
      await second.keyboard.press("Escape");
    }
    for (const [tab, name] of [
      [page, "Kota Satu Lagi"],
      [second, "Kota Dua"],
    ]) {
      await tab.reload();
      await shows(name, tab);
    }
    assert.deepEqual((await records(page)).copies, []);
  });

  test("a plan that cannot be stored is not left", async () => {
    await openWith(simple);
    await stored("Kota Uji");
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await write("region.name", "Kota Penuh");
    await page.locator("#kept-trouble").waitFor();
    await openList();
    await press("Rencana baru");
    await page.getByText("belum tersimpan di perangkat ini. Simpan dahulu ke berkas").waitFor();
    assert.equal(await region().inputValue(), "Kota Penuh");
  });
});

describe("versions", () => {
  test("kept with a note and its cost, opened as a plan of its own, compared, deleted", async () => {
    await openWith(simple);
    await costs(yearly(6_800));
    await openList();
    await list().getByText("Versi (0)").press("Enter");
    await list().getByRole("textbox", { name: "Catatan versi" }).fill("Sebelum rapat");
    await press("Simpan versi sekarang");
    await list().getByText("Versi (1)").waitFor();
    // 1.000 people, Rp 16.800 a month, twelve months.
    await list().getByText("biaya Rp 201.600.000").waitFor();
    await page.keyboard.press("Escape");
    await write("segments[0].enrolment.counts[0].people", "2000");
    await costs(yearly(6_800, 2000));
    await openList();
    await list().getByText("Versi (1)").press("Enter");
    await list()
      .getByRole("button", { name: /^Bandingkan: .*Sebelum rapat$/ })
      .press("Enter");
    await page.getByText("Rencana itu masuk ke perbandingan. Isian Anda tidak berubah.").waitFor();
    await costs(yearly(6_800, 2000));
    const compared = page.locator("#compare table").first();
    await compared.getByText("201.600.000").first().waitFor();
    await compared.getByText("403.200.000").first().waitFor();
    await openList();
    await list().getByText("Versi (1)").press("Enter");
    await list()
      .getByRole("button", { name: /^Buka sebagai salinan: .*Sebelum rapat$/ })
      .press("Enter");
    await costs(yearly(6_800));
    await page.getByText("Dibuka sebagai rencana tersendiri.").waitFor();
    assert.equal((await records(page)).plans.length, 2);
    await openList();
    await list().getByText("Versi (1)").press("Enter");
    await list()
      .getByRole("button", { name: /^Hapus: .*Sebelum rapat$/ })
      .press("Enter");
    await list().getByText("Versi (1)").waitFor({ state: "detached" });
    assert.deepEqual((await records(page)).versions, []);
  });
});

describe("links", () => {
  /** The address with a plan in it, as an older release wrote it. */
  const linkTo = (content) => `${server.address}#rencana=${encodeURIComponent(JSON.stringify(content))}`;
  const asked = () => page.getByRole("dialog", { name: /^Rencana dari tautan: / });

  test("beside work it asks; the difference under the rules of today is told, and nothing is replaced", async () => {
    await openWith(simple);
    await write("region.name", "Kota Saya");
    await stored("Kota Saya");
    const made = { cakupan: 1, engine: "0.0.9", law: "2024-01-01", input: null, rupiah: 199_000_000 };
    // In the tab that has the page open: the address changes, and the page is not loaded again.
    await page.goto(linkTo({ ...made, plan: { ...simple, region: { name: "Kota Tautan", level: "city" } } }));
    await asked().getByText("Dibuat dengan aplikasi 0.0.9, aturan 2024-01-01.").waitFor();
    // 1.000 people, Rp 16.800 a month, twelve months.
    await asked().getByText("semula Rp 199.000.000, sekarang Rp 201.600.000.").waitFor();
    assert.deepEqual(await violations(), []);
    await page.keyboard.press("Escape");
    assert.equal(await region().inputValue(), "Kota Saya");
    await page.goto(linkTo({ ...made, plan: { ...simple, region: { name: "Kota Tautan", level: "city" } } }));
    await asked().getByRole("button", { name: "Bandingkan dengan rencana saya" }).press("Enter");
    await page.getByText("Rencana itu masuk ke perbandingan.").waitFor();
    assert.equal(await region().inputValue(), "Kota Saya");
    await page.locator("#compare .saved-plans").getByText("A: Kota Tautan").waitFor();
    await page.goto(linkTo({ ...made, plan: { ...simple, region: { name: "Kota Tautan", level: "city" } } }));
    await asked().getByRole("button", { name: "Buka sebagai rencana tersendiri" }).press("Enter");
    await shows("Kota Tautan");
    await stored("Kota Tautan");
    assert.deepEqual(await plansOf(), ["Kota Saya", "Kota Tautan"]);
  });

  test("the link that the page writes is short, holds the plan, and opens on another device", async () => {
    await open();
    await page.goto(linkTo(majene));
    await shows(majene.region.name);
    await page.locator("#files summary").press("Enter");
    await page
      .locator("#files")
      .getByRole("button", { name: /^Bagikan/ })
      .press("Enter");
    const dialog = page.getByRole("dialog", { name: "Bagikan rencana" });
    const link = await dialog.getByRole("textbox").inputValue();
    assert.deepEqual(await violations(), []);
    const { cakupan, plan } = JSON.parse(inflateRawSync(Buffer.from(link.split("#r1=")[1], "base64url")).toString());
    assert.deepEqual([cakupan, plan.region.name], [1, majene.region.name]);
    // The prototype measured 1.174 letters without the versions, against 3.800 of the plain form.
    assert.ok(link.length < 1800, `${link.length} letters`);
    await context.close();
    await open({}, link);
    await shows(majene.region.name);
    await page.getByText("Rencana dari tautan dibuka.", { exact: true }).waitFor();
  });

  test("broken, of a later form, and one that unfolds without end: a sentence, and the work stays", async () => {
    await openWith(simple);
    await write("region.name", "Kota Saya");
    await stored("Kota Saya");
    const zeros = await page.evaluate(async () => {
      const stream = new Blob([new Uint8Array(6_000_000).fill(48)]).stream();
      const bytes = await new Response(stream.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
      return btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replace(/=+$/, "");
    });
    for (const [hash, sentence] of [
      ["#r1=%%%", "Tautan ini"],
      ["#r1=AAAA", "Tautan ini"],
      [`#r1=${zeros}`, "Tautan ini"],
      ["#rencana=%7B", "Tautan ini"],
      ["#r2=AAAA", "versi aplikasi yang lebih baru"],
    ]) {
      await page.goto(server.address + hash);
      await page.locator(".history").getByText(sentence).waitFor();
      assert.equal(await region().inputValue(), "Kota Saya", hash);
      assert.equal(await asked().count(), 0);
      await write("region.name", "Kota Sayang");
      await write("region.name", "Kota Saya");
    }
  });
});
