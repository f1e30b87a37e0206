// Typed and pasted input as in practice: columns of a spreadsheet, abbreviations, empty fields.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  addOverride,
  costs,
  field,
  kept,
  open,
  openAll,
  openDetails,
  openWith,
  page,
  simple,
  stored,
  total,
  violations,
  write,
} from "./stage.mjs";

const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };
const people = (place) => `segments[${place}].enrolment.counts[0].people`;

/** A segment of 12 months at 16.800 a head and month: BPU, lowest bracket, JKK and JKM. */
const group = (id, name, count) => ({
  ...simple.segments[0],
  id,
  name,
  enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: count }] },
});
const cost = (heads) => heads * 16_800 * 12;
const two = { ...simple, segments: [group("a", "Rentan", 700), group("b", "Kader", 500)] };

/** By keyboard, from the system's clipboard. */
async function paste(path, text) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field(path).focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
}

const button = (name) => page.getByRole("button", { name, exact: true });
const undo = () => page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");

describe("a column pasted into one field", () => {
  test("never joins: it is offered one cell a group, and is one step back", async () => {
    await openWith(two, "", ".lead .total", clipboard);
    await paste(people(0), "100\r\n200\r\n300\r\n");
    assert.equal(await field(people(0)).inputValue(), "700", "nothing is changed before the reader accepts");
    await costs(cost(1200));
    const offer = page.locator(".pasted");
    assert.match(await offer.innerText(), /3 sel.*Rentan: 100.*Kader: 200.*kelompok baru: 300/s);
    assert.deepEqual(await violations(), []);
    await button("Isi 2 kelompok dan tambah 1 kelompok baru").press("Enter");
    assert.equal(await offer.count(), 0);
    assert.deepEqual(
      (await Promise.all([0, 1, 2].map((place) => field(people(place)).inputValue()))).join(),
      "100,200,300",
    );
    await page.keyboard.press("Tab");
    // The new segment has no name yet; with it the plan costs the sum of the column.
    await field("segments[2].name").fill("RT/RW");
    await costs(cost(100 + 200 + 300));
    await undo();
    await undo();
    assert.equal(await field(people(0)).inputValue(), "700");
    assert.equal(await field(people(1)).inputValue(), "500");
    assert.equal(await field(people(2)).count(), 0);
    await costs(cost(1200));
  });

  test("fills the groups that are there alone, or nothing", async () => {
    await openWith(two, "", ".lead .total", clipboard);
    await paste(people(0), "100\t200\t300");
    await button("Batal").press("Enter");
    assert.equal(await page.locator(".pasted").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), people(0));
    await costs(cost(1200));
    await paste(people(0), "100\n200\n300");
    await button("Isi 2 kelompok saja; 1 sel tidak dipakai").press("Enter");
    await costs(cost(300));
  });

  test("one cell with its line end is just that cell, quoted or not", async () => {
    await openWith(two, "", ".lead .total", clipboard);
    await paste(people(0), "1.200\r\n");
    assert.equal(await field(people(0)).inputValue(), "1.200");
    await costs(cost(1700));
    await paste("segments[0].name", '"Kader ""Anggrek"""\r\n');
    assert.equal(await field("segments[0].name").inputValue(), 'Kader "Anggrek"');
  });

  for (const [what, path, text, sentence] of [
    ["two columns", people(0), "100\t1\n200\t2", /2 baris dan 2 kolom/],
    ["a heading", people(0), "Jumlah\n100\n200", /“Jumlah” bukan angka/],
    ["a field that stands alone", "period.months", "12\n24", /2 sel, sedangkan isian ini untuk satu sel/],
  ])
    test(`${what}: refused in words, nothing is changed`, async () => {
      await openWith(two, "", ".lead .total", clipboard);
      const before = await field(path).inputValue();
      await paste(path, text);
      assert.match(await page.locator(".pasted").innerText(), sentence);
      assert.match(await page.locator(".pasted").innerText(), /Tidak ada yang diubah/);
      assert.equal(await field(path).inputValue(), before);
      assert.equal(await total(), cost(1200));
      await button("Tutup").press("Enter");
      assert.equal(await page.locator(".pasted").count(), 0);
    });

  test("a column dragged into a field, and names, are treated alike", async () => {
    await openWith(two, "", ".lead .total", clipboard);
    await field(people(0)).evaluate((input) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/plain", "7\n8");
      input.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await button("Isi 2 kelompok").press("Enter");
    await costs(cost(15));
    await paste("segments[0].name", "Nelayan\nPetani\n");
    await button("Isi 2 kelompok").press("Enter");
    await stored("Petani");
    assert.deepEqual(
      (await kept()).segments.map(({ name }) => name),
      ["Nelayan", "Petani"],
    );
  });
});

describe("a fund nobody has named", () => {
  test("is called by its kind in the answer and in the warnings: Dana Desa is never called APBD", async () => {
    const enrolment = { kind: "fixed", counts: [{ from: "2024-01", people: 10 }] };
    const heads = { ...group("a", "Kepala desa", 10), group: "villageHead", enrolment };
    await openWith({ ...simple, period: { firstMonth: "2024-01", months: 12 }, segments: [heads] });
    await field("funds[0].kind").selectOption("danaDesa");
    assert.equal(await field("funds[0].name").inputValue(), "Dana Desa");
    const answer = page.locator("#answer");
    // Permendagri 15/2023: Dana Desa of 2024 may not pay for village heads.
    await answer.locator(".warnings", { hasText: "Dana Desa" }).waitFor();
    assert.match(await answer.locator(".lead").innerText(), /dari Dana Desa/);
    assert.doesNotMatch(
      await answer.locator(".lead, .warnings, .remarks").allInnerTexts().then(String),
      /APBD dilarang|dari APBD/,
    );
    await page.locator("[id='funds:add']").press("Enter");
    assert.equal(await field("funds[1].name").inputValue(), "APBD");
    await field("funds[1].kind").selectOption("danaDesa");
    assert.equal(await field("funds[1].name").inputValue(), "Dana Desa 2");
    await undo();
    assert.equal(await field("funds[1].name").inputValue(), "APBD", "one step back takes kind and name");
    assert.equal(await field("funds[1].kind").inputValue(), "apbdRegency");
    await field("region.level").selectOption("village");
    assert.equal(await field("funds[1].kind").inputValue(), "add");
    assert.equal(await field("funds[1].name").inputValue(), "ADD");
  });
});

describe("an answer that is not of what the form holds", () => {
  const results = "#answer table.result caption, #answer .chart figcaption";
  const marks = () => page.locator(results).filter({ hasText: "belum diperbarui" }).count();

  test("says so at the total, in the bar of a phone, at every table and chart, and on paper", async () => {
    await openWith(two, "", ".lead .total", { viewport: { width: 390, height: 800 } });
    // On a phone several groups are a list, and one is opened at a time.
    await page.locator(".group-lines button").first().press("Enter");
    await costs(cost(1200));
    await page.locator("#reach").waitFor();
    assert.equal(await marks(), 0);
    for (const [text, sentence] of [
      ["abc", "Belum diperbarui: isian Jumlah peserta (Rentan) belum terbaca."],
      ["44.259 KK", "Belum diperbarui: isian Jumlah peserta (Rentan) belum terbaca."],
      ["-100", "Belum diperbarui: isian Jumlah peserta (Rentan) perlu diperbaiki."],
      ["-", "Belum diperbarui: isian Jumlah peserta (Rentan) belum diisi."],
    ]) {
      await write(people(0), text);
      await page.keyboard.press("Tab");
      await page.locator(".stale").waitFor();
      assert.ok((await page.locator(".stale").innerText()).startsWith(sentence), text);
      assert.ok((await page.locator(".result-bar").innerText()).includes(sentence), text);
      assert.match(await page.locator(".lead").innerText(), /^Rp\s241\.920\.000 belum diperbarui /);
      assert.equal(await marks(), await page.locator(results).count(), "every table and chart");
      assert.ok((await page.locator(results).count()) > 3);
    }
    await page.emulateMedia({ media: "print" });
    for (const sign of [".stale", ".lead .mark", "#answer table.result caption .mark"])
      assert.ok(await page.locator(sign).first().isVisible(), sign);
    await page.emulateMedia({ media: null });
    // 0 people is a number, and costs nothing.
    await write(people(0), "0");
    await costs(cost(500));
    assert.equal(await page.locator(".stale").count(), 0);
    assert.equal(await marks(), 0);
  });

  test("says so in the frame for other pages too", async () => {
    await open({}, "sematan.html");
    await write("region.name", "Kota Uji");
    await write("segments[0].name", "Rentan");
    await write(people(0), "100");
    await page.keyboard.press("Tab");
    await costs(cost(100));
    await write(people(0), "1.2.3");
    await page.keyboard.press("Tab");
    assert.match(await page.locator(".stale").innerText(), /isian Jumlah peserta \(Rentan\) belum terbaca/);
    assert.equal(await page.locator(".lead .mark").innerText(), "belum diperbarui");
    assert.match(await page.locator("table.result caption").innerText(), /belum diperbarui/);
  });
});

describe("what was opened and not filled in", () => {
  test("keeps no answer back, whatever is opened", async () => {
    await openWith({ ...simple, workforce: undefined });
    await page.locator("#reach").waitFor();
    const pressed = new Set();
    for (;;) {
      await openAll();
      const ids = await page.locator("form button[id$=':add']").evaluateAll((all) => all.map(({ id }) => id));
      const next = ids.find((id) => !pressed.has(id));
      if (!next) break;
      pressed.add(next);
      await page.locator(`[id="${next}"]`).press("Enter");
    }
    for (const part of ["workforce", "target", "otherTargets", "segments", "segments[0].flows.leave", "totals"])
      assert.ok(pressed.has(`${part}:add`), part);
    assert.ok(pressed.size > 15, `${pressed.size}`);
    await costs(cost(1000));
    assert.equal(await page.locator(".stale").count(), 0);
    assert.equal(await page.locator(".problems").count(), 0, await page.locator("#answer").innerText());
    await field("workforce.eligible[0].people").focus();
    await page.keyboard.press("Tab");
    assert.match(await page.locator("#form").innerText(), /Kosong: tidak ikut dihitung/);
    assert.deepEqual(await violations(), []);
  });

  test("half filled in, it names what is missing, and the cost stands without it", async () => {
    const workforce = { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] };
    await openWith({ ...simple, workforce });
    // 1.000 of 4.000.
    await page.locator(".lead", { hasText: "25\u00a0%" }).waitFor();
    await page.locator("[id='target:add']").press("Enter");
    await write("target.points[0].percent", "abc");
    await page.keyboard.press("Tab");
    assert.match(await page.locator(".stale").innerText(), /^Dihitung tanpa bagian yang belum lengkap: Target\.$/);
    assert.match(await page.locator(".problems").innerText(), /Target cakupan.*angka/);
    assert.match(await page.locator(".lead").innerText(), /25\s%/, "coverage stays");
    await write(people(0), "2000");
    await costs(cost(2000), "what is typed elsewhere is calculated");
    await write("workforce.eligible[0].people", "1.2.3");
    await page.keyboard.press("Tab");
    assert.match(await page.locator(".stale").innerText(), /Tenaga kerja dan Target/);
    assert.doesNotMatch(await page.locator(".lead").innerText(), /Cakupan/);
    await costs(cost(2000));
    // Without eligible workers nothing can be calculated for a segment that follows the target.
    await write("workforce.eligible[0].people", "4000");
    await openDetails("Rincian: Rentan");
    await field("segments[0].enrolment.kind").selectOption("target");
    await write("segments[0].enrolment.eligible", "3000");
    await page.keyboard.press("Tab");
    assert.match(await page.locator(".stale").innerText(), /^Belum diperbarui: isian Target cakupan belum terbaca/);
  });
});

test("a rate typed as a fraction is asked about, and the answer settles it", async () => {
  await openWith(simple);
  await addOverride(page).press("Enter");
  await field("overrides[0].parameter").selectOption("jkk.bpu");
  await write("overrides[0].note", "Uji");
  await write("overrides[0].value", "0,0024");
  await page.keyboard.press("Tab");
  const asked = page.locator("[id='overrides[0].value:message']");
  assert.match(await asked.innerText(), /“0,0024” dalam persen atau dalam pecahan/);
  await asked.getByRole("button", { name: "0,0024 %" }).press("Enter");
  assert.equal(await field("overrides[0].value").inputValue(), "0,0024 %");
  assert.equal(await page.locator(".problems").count(), 0, "not asked again");
  await undo();
  await asked.getByRole("button", { name: "0,24", exact: true }).press("Enter");
  assert.equal(await field("overrides[0].value").inputValue(), "0,24");
  assert.equal(await page.locator(".problems").count(), 0);
});

describe("what a name says", () => {
  test("of its workers is offered as their kind, and mixed kinds are told", async () => {
    await openWith(two);
    await page.locator("#reach").waitFor();
    await write("segments[0].name", "Guru honorer");
    const hint = page.locator("form .hint", { hasText: "Kategori pekerja: Pegawai non-ASN?" });
    await hint.getByRole("button").press("Enter");
    await hint.waitFor({ state: "detached" });
    assert.equal(await field("segments[0].group").inputValue(), "nonAsn");
    assert.equal(await page.evaluate(() => document.activeElement.id), "segments[0].name");
    await undo();
    assert.equal(await field("segments[0].group").inputValue(), "");
    await write("segments[1].name", "PPPK dan PPPK paruh waktu");
    await page.getByText(/Nama ini menyebut PPPK paruh waktu dan PPPK\. Aturan bagi mereka berbeda/).waitFor();
    assert.deepEqual(await violations(), []);
  });

  test("an account code keeps its spelling, its zeros, and changes no cost", async () => {
    await openWith(two);
    await openDetails("Rincian: APBD");
    await page.locator("[id='funds[0].accounts:add']").press("Enter");
    // The focus goes to the new row a moment later.
    await page.locator(":focus[id^='funds[0].accounts[0]']").waitFor();
    for (const code of ["5.1.02.02.02.0006", "510202020006", "5.1.2.02.02.0006", "0051"]) {
      await write("funds[0].accounts[0].code", code);
      await write("funds[0].accounts[0].description", "Iuran");
      await page.keyboard.press("Tab");
      assert.equal(await field("funds[0].accounts[0].code").inputValue(), code);
      await page.locator("#answer code", { hasText: code }).first().waitFor();
      await costs(cost(1200));
    }
  });
});
