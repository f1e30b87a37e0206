// The groups of a plan as a table: edited like a spreadsheet, opened beside it, listed on a phone; new plans; optional parts.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import {
  blank,
  costs,
  field,
  kept,
  open,
  openWith,
  page,
  server,
  simple,
  stored,
  total,
  violations,
  write,
} from "./stage.mjs";

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const button = (name) => page.getByRole("button", { name, exact: true });
const cell = (row, column) => page.locator(`#segments tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);
const press = async (...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
const status = () => page.locator("#segments .grid-status").innerText();
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement.closest("[role=grid] :is(th, td)");
    return at ? `${at.parentElement.ariaRowIndex - 2}, ${at.cellIndex}` : document.activeElement.id;
  });
/** Waits until the focus is here: a part that was just drawn gets it a moment later. */
async function focusAt(where) {
  for (let tries = 0; tries < 50 && (await focused()) !== where; tries++) await page.waitForTimeout(100);
  assert.equal(await focused(), where);
}
/** Puts a text on the clipboard, as a spreadsheet does, and pastes it at a cell. */
async function paste(place, text) {
  await place.click();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** JKK and JKM of a BPU at the lowest bracket: Rp 16.800 a month (FACTS: PP 44/2015, PP 82/2019). */
const A_YEAR = 16_800 * 12;
const NAME = 0;
const KIND = 1;
const PEOPLE = 3;

const group = (id, name, more = {}) => ({
  ...simple.segments[0],
  id,
  name,
  enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 100 }] },
  ...more,
});
const eight = {
  ...simple,
  segments: Array.from({ length: 8 }, (_, place) => group(`g${place}`, `Kelompok ${place + 1}`)),
  funds: [...simple.funds, { id: "csr", name: "CSR", kind: "csr" }],
};
const shared = {
  ...eight,
  segments: eight.segments.map((one, place) =>
    place === 2
      ? {
          ...one,
          payers: [
            { fund: "f", percent: 60 },
            { fund: "csr", percent: 40 },
          ],
        }
      : one,
  ),
};

async function asTable() {
  await button("Tampilkan sebagai tabel").press("Enter");
  await page.locator("#segments [role=grid]").waitFor();
}

describe("the table", () => {
  test("a plan of many groups is a table, and is edited by keyboard alone, with undo", async () => {
    await openWith(eight);
    await page.getByRole("grid", { name: "Tabel kelompok pekerja" }).waitFor();
    await costs(8 * 100 * A_YEAR);
    await cell(0, NAME).focus();
    await press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowDown");
    assert.equal(await focused(), `1, ${PEOPLE}`);
    await press("2", "5", "0", "Enter");
    assert.equal(await focused(), `2, ${PEOPLE}`);
    await costs((7 * 100 + 250) * A_YEAR);
    await press("Control+z");
    await costs(8 * 100 * A_YEAR);
    await button("Tambah kelompok").press("Enter");
    await focusAt("8, 0");
    await press("O", "j", "e", "k", "Tab", "ArrowRight", "ArrowRight", "5", "0", "Enter");
    await costs(850 * A_YEAR, "an added row is a group like the one above it");
    assert.deepEqual(await violations(), []);
  });

  test("twenty rows of a spreadsheet become groups at once, without their head and sum, in one step of undo", async () => {
    await open();
    await write("region.name", "Kabupaten Uji");
    await asTable();
    assert.equal(await page.locator("#segments [role=grid]").getAttribute("aria-rowcount"), "2", "head and one row");
    const rows = Array.from({ length: 20 }, (_, at) => [`Kelompok ${at + 1}`, "BPU", "JKK, JKM", `${at + 1}00`]);
    const block = [["Kelompok", "Jenis", "Program", "Peserta"], ...rows, ["JUMLAH", "", "", "21.000"]]
      .map((row) => row.join("\t"))
      .join("\r\n");
    await paste(cell(0, NAME), `${block}\r\n`);
    await page.getByText("2 baris judul atau jumlah tidak dijadikan kelompok.").first().waitFor();
    // 100 + 200 + … + 2.000 = 100 × 20 × 21 / 2 = 21.000 people.
    await costs(21_000 * A_YEAR);
    assert.equal(await page.locator("#segments [role=grid]").getAttribute("aria-rowcount"), "21");
    assert.deepEqual(await violations(), []);
    await button("Batalkan perubahan").click();
    await page.waitForFunction(
      () => document.querySelector("#segments [role=grid]")?.getAttribute("aria-rowcount") === "2",
    );
  });

  test("what is no number or no choice stays as it was typed, is named by row and column, and keeps the answer old", async () => {
    await openWith(eight);
    await paste(cell(1, KIND), "BPU\tJKK, JKM\t150\r\nhonorer\tJKK, JKM\t44.259 KK\r\n");
    await page.getByText("Belum diperbarui", { exact: false }).first().waitFor();
    assert.equal(await total(), 8 * 100 * A_YEAR, "the last whole answer, marked");
    assert.equal(await status(), "6 sel ditempel. 2 sel perlu diperbaiki.");
    await page.getByRole("button", { name: "Kesalahan berikutnya (2)" }).press("Enter");
    assert.equal(
      await status(),
      "Baris 3, Jenis: “honorer” bukan pilihan di sini. Pilihannya: PU, BPU, Jasa konstruksi.",
    );
    await stored("honorer");
    await page.reload();
    await cell(2, KIND).waitFor();
    assert.match(await cell(2, KIND).innerText(), /honorer/);
    assert.match(await cell(2, PEOPLE).innerText(), /44\.259 KK/);
    await cell(2, KIND).focus();
    await press("b", "p", "u", "Tab", "ArrowRight", "4", "0", "Enter");
    // 6 × 100 + 150 + 40.
    await costs(790 * A_YEAR);
    await page.waitForFunction(() => !document.querySelector(".stale"));
    assert.match(await cell(2, KIND).innerText(), /^BPU$/);
  });

  test("people grow to the right by a percentage, and are made the same in all years", async () => {
    const three = { ...eight, period: { firstMonth: "2025-01", months: 36 } };
    await openWith(three);
    const other = 7 * 100 * 3;
    await cell(0, PEOPLE).click();
    await press("1", "0", "0", "0", "Enter", "ArrowUp");
    await costs((other + 3000) * A_YEAR);
    await page.getByText("Isi ke kanan", { exact: true }).press("Enter");
    await page.getByLabel("Pertumbuhan setahun (%)").fill("5");
    await button("Isi dengan pertumbuhan").press("Enter");
    // 1.000 × 1,05 = 1.050; × 1,05² = 1.102,5, to whole people 1.103.
    assert.deepEqual(await cell(0, PEOPLE + 2).innerText(), "1.103");
    await costs((other + 1000 + 1050 + 1103) * A_YEAR);
    await button("Samakan semua tahun").press("Enter");
    await costs((other + 3000) * A_YEAR);
    await press("Control+z", "Control+z");
    await costs((other + 3000) * A_YEAR);
    assert.equal(await cell(0, PEOPLE + 2).innerText(), "", "without a number of its own a year has that before it");
  });
});

describe("the details of a group", () => {
  test("open beside the table by Enter, hold what a cell cannot say, and give the focus back", async () => {
    await openWith(shared);
    await cell(2, NAME).focus();
    await press("End", "ArrowLeft");
    assert.match(await cell(2, 6).innerText(), /APBD 60 % \+ CSR 40 %/);
    await press("Enter");
    await focusAt("group-details-heading");
    const panel = page.getByRole("region", { name: "Rincian Kelompok 3" });
    const [table, beside] = [await page.locator("#segments .datagrid").boundingBox(), await panel.boundingBox()];
    assert.ok(beside.x >= table.x + table.width, "beside it, not below");
    assert.deepEqual(await violations(), []);
    await write("segments[2].payers[0].percent", "70");
    await write("segments[2].payers[1].percent", "30");
    await write("segments[2].name", "Nelayan");
    await page.getByText("APBD 70 % + CSR 30 %").first().waitFor();
    assert.match(await cell(2, NAME).innerText(), /Nelayan/);
    await page.getByRole("button", { name: /^Tutup ?: Rincian Nelayan$/ }).press("Enter");
    await focusAt("2, 7");
    assert.equal(await panel.count(), 0);
    await press("Enter");
    await focusAt("group-details-heading");
    await button("Hapus: Nelayan").press("Enter");
    await focusAt("2, 7");
    await costs(700 * A_YEAR);
    await button("Batalkan perubahan").click();
    await costs(800 * A_YEAR);
  });

  test("stand below the table where there is no room beside it", async () => {
    await openWith(shared, "", ".lead .total", { viewport: { width: 860, height: 900 } });
    await page.locator("#segments .opens").nth(3).click();
    await focusAt("group-details-heading");
    const [table, below] = await Promise.all(
      ["#segments .datagrid", ".group-details"].map((one) => page.locator(one).boundingBox()),
    );
    assert.ok(below.y >= table.y + table.height);
  });

  test("of a faulty field are opened by the message that names it", async () => {
    const late = {
      ...eight,
      segments: eight.segments.map((one, at) => (at === 5 ? { ...one, agreementUntil: "2020" } : one)),
    };
    await openWith({ ...late, segments: late.segments }, "", "#segments [role=grid]");
    await page.locator(".problems a").first().press("Enter");
    await focusAt("segments[5].agreementUntil");
    await page.getByRole("region", { name: "Rincian Kelompok 6" }).waitFor();
  });

  test("the reader goes between table and fields, and a plan that grows one by one stays as it is", async () => {
    await openWith(simple);
    for (let more = 0; more < 5; more++) await button("Tambah kelompok").press("Enter");
    await field("segments[5].name").waitFor();
    assert.equal(await page.locator("#segments [role=grid]").count(), 0);
    await asTable();
    await focusAt("segments:cards");
    assert.equal(await field("segments[5].name").count(), 0, "the fields below have gone");
    await button("Tampilkan sebagai isian").press("Enter");
    await focusAt("segments:table");
    await field("segments[5].name").waitFor();
  });
});

describe("on a phone", () => {
  test("groups are a list of lines that opens one at a time, and the form is short", async () => {
    await openWith(eight, "", "#segments .group-lines", phone);
    const lines = page.getByRole("list", { name: "Daftar kelompok pekerja" }).locator("button[aria-expanded]");
    assert.equal(await lines.count(), 8);
    assert.equal((await lines.nth(1).innerText()).replace(/\s+/g, " "), "Kelompok 2 100 orang · BPU · JKK, JKM");
    const height = () => page.evaluate(() => document.getElementById("segments").offsetHeight);
    const short = await height();
    await lines.nth(1).press("Enter");
    await focusAt("group-details-heading");
    await lines.nth(3).press("Enter");
    await focusAt("group-details-heading");
    assert.equal(await page.getByRole("region", { name: /^Rincian / }).count(), 1, "one at a time");
    await write("segments[3].enrolment.counts[0].people", "300");
    await costs(1000 * A_YEAR);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    assert.deepEqual(await violations(), []);
    await page.getByRole("button", { name: /^Tutup ?: / }).press("Enter");
    await focusAt("group:g3");
    await button("Tampilkan sebagai isian").press("Enter");
    await field("segments[7].name").waitFor();
    const long = await page.evaluate(() => document.querySelector(".segments").closest("section").offsetHeight);
    assert.ok(short * 4 < long, `${short} px against ${long} px`);
  });
});

describe("a new plan", () => {
  test("is made of region, template and first month, by keyboard, and waits for its people only", async () => {
    await blank();
    // A day in the middle of a year: the first month is next January.
    await page.clock.setFixedTime(new Date("2025-08-17T09:00:00+07:00"));
    await page.goto(server.address);
    await field("region.name").waitFor();
    await write("region.name", "Kota Lama");
    await page.locator("#cases summary").press("Enter");
    await button("Rencana baru dari daerah dan pola").press("Enter");
    const dialog = page.getByRole("dialog", { name: "Rencana baru" });
    await dialog.waitFor();
    assert.deepEqual(await violations(), []);
    assert.equal(await page.getByRole("dialog").getByLabel("Bulan pertama, tahun").inputValue(), "2026");
    assert.equal(await page.getByRole("dialog").getByLabel("Bulan pertama, bulan").inputValue(), "01");
    assert.match(await dialog.innerText(), /Sumber: Permendagri 84\/2022/);
    await page.locator("#new-regions option").first().waitFor({ state: "attached" });
    await page.getByLabel("Daerah", { exact: true }).focus();
    await page.keyboard.type("sidrap");
    await press("Enter");
    await dialog.waitFor({ state: "detached" });
    await focusAt("segments[0].enrolment.counts[0].people");
    assert.equal(await field("region.name").inputValue(), "Kabupaten Sidenreng Rappang");
    assert.equal(await field("region.code").inputValue(), "73.14");
    await page.keyboard.type("1000");
    await press("Tab");
    await costs(1000 * A_YEAR);
    await button("Kembalikan isian sebelumnya").press("Enter");
    assert.equal(await field("region.name").inputValue(), "Kota Lama", "what was replaced stays at hand");
  });

  test("of villages has its villages and their groups, and of all together those of the region too", async () => {
    await open();
    await page.locator("#cases summary").press("Enter");
    await button("Rencana baru dari daerah dan pola").press("Enter");
    await page.locator("#new-regions option").first().waitFor({ state: "attached" });
    await page.getByLabel("Daerah", { exact: true }).fill("73.14");
    await page.getByRole("radio", { name: /^Gabungan/ }).press("Space");
    await button("Buat rencana").press("Enter");
    await page.locator("#villages [role=grid]").waitFor();
    // FACTS §8: 68 desa.
    assert.equal(await page.locator("#villages [role=grid]").getAttribute("aria-rowcount"), "70");
    await page.locator("#segments [role=grid]").waitFor();
    assert.equal(await page.locator("#segments [role=grid]").getAttribute("aria-rowcount"), "8", "seven groups");
    await stored("Sidenreng");
    const { funds, segments } = await kept();
    assert.deepEqual(
      funds.map(({ kind }) => kind),
      ["apbdRegency", "add"],
    );
    assert.equal(segments.filter(({ enrolment }) => enrolment.kind === "villages").length, 5);
  });

  test("says what is missing or could be several, beside its field", async () => {
    await open();
    await page.locator("#cases summary").press("Enter");
    await button("Rencana baru dari daerah dan pola").press("Enter");
    await page.locator("#new-regions option").first().waitFor({ state: "attached" });
    await button("Buat rencana").press("Enter");
    await page.getByText("Isi nama daerah.").waitFor();
    await focusAt("new-region");
    await page.getByLabel("Daerah", { exact: true }).fill("sulawesi");
    await press("Enter");
    await page.getByText(/^Daerah yang mana\? .*Sulawesi Selatan/).waitFor();
    assert.deepEqual(await violations(), []);
    await page.getByLabel("Daerah", { exact: true }).fill("Sulawesi Selatan");
    await page.getByRole("dialog").getByLabel("Bulan pertama, tahun").fill("26");
    await press("Enter");
    await page.getByText("Isi tahun dengan empat angka, misalnya 2027.").waitFor();
    await press("Escape");
    assert.equal(await field("region.name").inputValue(), "", "nothing was replaced");
  });
});

test("no optional part that is opened and left empty keeps the answer back", async () => {
  await openWith(simple);
  await page.locator("#compare").waitFor();
  const before = 1000 * A_YEAR;
  await costs(before);
  const asked = new Set();
  // Every button that adds a part, also those of parts that were just added, until none is new.
  for (let round = 0; round < 4; round++) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("#form details")) details.open = true;
    });
    const ids = await page.locator("#form button[id$=':add']").evaluateAll((all) => all.map(({ id }) => id));
    for (const id of ids) {
      // Two payers share a bill, so a second one without a share is no optional part.
      if (asked.has(id) || /[pP]ayers:add$/.test(id)) continue;
      asked.add(id);
      await field(id).press("Enter");
      await page.waitForTimeout(50);
      assert.equal(await page.locator(".stale").count(), 0, `${id} is fresh`);
      assert.equal(await total(), before, id);
    }
  }
  for (const id of ["workforce:add", "target:add", "otherTargets:add", "segments:add", "funds:add", "totals:add"])
    assert.ok(asked.has(id), `${id} was tried: ${[...asked].join(", ")}`);
  await field("villages:open").press("Enter");
  await field("villages:row").press("Enter");
  await page.locator("#villages [role=grid]").waitFor();
  assert.deepEqual([await page.locator(".stale").count(), await total()], [0, before], "a village without a name");
});

test("in Firefox a cell is edited, a row opens beside the table, and the focus comes back", async () => {
  const browser = await startFirefox();
  try {
    const tab = await browser.newPage();
    const complaints = [];
    tab.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(server.address);
    await tab.waitForSelector("[id='region.name']");
    const texts = JSON.stringify(eight, (key, value) =>
      typeof value === "number" && key !== "schema" ? String(value) : value,
    );
    await tab.evaluate((draft) => localStorage.setItem("cakupan.draft", `{"draft":${draft},"before":null}`), texts);
    await tab.reload();
    const people = `#segments tr[aria-rowindex="2"] > :nth-child(${PEOPLE + 1})`;
    await tab.waitForSelector(people);
    await tab.waitForSelector(".lead .total");
    await tab.click(people);
    await tab.keyboard.type("200");
    await tab.keyboard.press("Enter");
    // 7 × 100 + 200.
    const shown = `Rp${(900 * A_YEAR).toLocaleString("id-ID")}`;
    await tab.waitForFunction(
      (text) => document.querySelector(".lead .total").textContent.replace(/\s/g, "") === text,
      {},
      shown,
    );
    await tab.keyboard.press("End");
    await tab.keyboard.press("Enter");
    const focus = (id) => tab.waitForFunction((wanted) => document.activeElement.id === wanted, {}, id);
    await focus("group-details-heading");
    await tab.focus("[id='group-details:close']");
    await tab.keyboard.press("Enter");
    await tab.waitForFunction(() => document.activeElement.closest("tr")?.ariaRowIndex === "3");
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
  }
});
