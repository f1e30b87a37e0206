// What happened by village: pasted for a month, held against what should be paid by now, and usable with 3,000 of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { field, kept, openWith, page, rowsOf, simple, stored, violations } from "./stage.mjs";

/** 1,000 people in 2025 at 16.800, counted by villages. */
const withVillages = (villages) => ({
  ...simple,
  segments: [{ ...simple.segments[0], enrolment: { kind: "villages" } }],
  villages: villages.map(({ people, ...village }) => ({ ...village, counts: [{ segment: "a", people }] })),
});

async function openVillages(villages) {
  await openWith(withVillages(villages));
  await page.getByRole("button", { name: "Isi realisasi", exact: true }).click();
  await page.locator("#monitor [role=grid]").waitFor();
  await field("monitor:group").selectOption({ label: "Rentan, tiap desa" });
}

/** Columns of one month: village, district, planned people and rupiah, proposed, verified, paid for, bill, paid. */
const [VERIFIED, PAID, PAID_RUPIAH] = [5, 6, 8];
const cell = (table, row, column) =>
  page.locator(`${table} tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);

async function paste(row, column, text) {
  await cell("#monitor", row, column).click();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

const rows = async (table) =>
  page
    .locator(`${table} tbody tr[aria-rowindex]`)
    .evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

test("two months of three villages: who owes stands first, and each has what should be paid by now", async () => {
  await openVillages([
    { name: "Ulu", district: "Baru", people: 600 },
    { name: "Muara", district: "Lama", people: 100 },
    { name: "Hilir", district: "Lama", people: 300 },
  ]);
  await field("monitor:month").selectOption({ label: "Januari 2025" });
  await paste(0, PAID, "600\r\n100\r\n300");
  await page.locator("#monitor-answer .notices").waitFor();
  await field("monitor:month").selectOption({ label: "Februari 2025" });
  await paste(0, PAID, "600");
  await paste(2, VERIFIED, "300");
  await paste(2, PAID_RUPIAH, "0");
  // 300 × 16.800 of Hilir.
  await page.locator("#monitor-villages").getByText("5.040.000", { exact: true }).first().waitFor();
  // 16.800 × people × 12, of which two months have passed; nothing is known of Muara in February.
  assert.deepEqual(await rows("#monitor-villages"), [
    ["Hilir", "Lama", "60.480.000", "10.080.000", "5.040.000", "-5.040.000", "5.040.000", "0"],
    ["Ulu", "Baru", "120.960.000", "20.160.000", "20.160.000", "0", "0", "0"],
    ["Muara", "Lama", "20.160.000", "3.360.000", "1.680.000", "tidak diketahui", "0", "1"],
  ]);
  assert.match(await page.locator("#monitor-answer").innerText(), /1 dari 3 desa menunggak\./);
  const districts = await rowsOf("Tiap kecamatan");
  assert.deepEqual(districts.Baru, ["1", "0", "120.960.000", "20.160.000", "20.160.000", "0", "0", "0"]);
  assert.deepEqual(districts.Lama, [
    ...["2", "1", "80.640.000", "13.440.000", "6.720.000", "tidak diketahui", "5.040.000", "1"],
  ]);
  assert.deepEqual(await violations(), []);
  await stored("Hilir");
  assert.deepEqual((await kept()).realisation.at(-1), {
    month: "2025-02",
    segment: "a",
    village: "Hilir",
    verified: "300",
    paidRupiah: "0",
  });
  // All of its rows leave as numbers.
  const saved = page.waitForEvent("download");
  await page.locator("copy-table[name='Tiap desa'] button", { hasText: ";" }).first().click();
  const chunks = [];
  for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk);
  assert.match(Buffer.concat(chunks).toString("utf8"), /"Hilir";"Lama";60480000;10080000;5040000;-5040000;5040000;0/);
});

test("3,000 villages: a month is pasted at once, and only rows in sight are in the page", async () => {
  const villages = Array.from({ length: 3000 }, (_, place) => ({
    name: `Desa ${place + 1}`,
    district: `Kecamatan ${Math.floor(place / 10) + 1}`,
    people: 10,
  }));
  await openVillages(villages);
  await paste(0, PAID, villages.map((_, place) => (place === 2999 ? "9" : "10")).join("\r\n"));
  // 29.999 × 16.800
  await page.locator("#monitor-answer").getByText("503.983.200", { exact: true }).first().waitFor();
  const grid = page.locator("#monitor-villages [role=grid]");
  assert.equal(await grid.getAttribute("aria-rowcount"), "3001", "3,000 and the head");
  assert.ok((await page.locator("#monitor-villages tbody tr").count()) < 100);
  await page.locator("#monitor-villages").getByLabel("Saring baris").fill("Desa 3000");
  await page.locator("#monitor-villages").getByText("-16.800", { exact: true }).waitFor();
  // Compared by a worker, and not by the thread that draws.
  assert.equal(page.workers().filter((worker) => worker.url().includes("monitor-thread")).length, 1);
});
