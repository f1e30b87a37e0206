// The page "Uji": published budgets, calculated again in the browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import Papa from "papaparse";
import { modules, root } from "./modules.mjs";
import { costs, open, page, violations } from "./stage.mjs";

const [{ judged }, { reasons }] = await modules("pages/proof/cases", "pages/proof/reasons");
const rows = (table) => Papa.parse(readFileSync(`${root}/tests/cases/${table}`, "utf8"), { header: true }).data;
const openProof = (options) => open(options, "uji.html", "#proof");

describe("the page Uji", () => {
  test("every budget of both tables comes to what it should, with the printed figure beside it", async () => {
    await openProof();
    assert.match(await page.locator("#proof").innerText(), /^Semua 55 anggaran memberi hasil yang seharusnya/);
    const told = await page.locator("tbody tr").allInnerTexts();
    assert.equal(told.length, 55);
    // Each total that was printed, as the tables have it.
    const printed = [...rows("published-budgets.csv"), ...rows("field-cases.csv")].filter(
      (row) => row.published_total_idr && row.id !== "T2-48",
    );
    for (const { region, published_total_idr: total } of printed) {
      const figure = Number(total).toLocaleString("id-ID");
      assert.ok(
        told.some((row) => row.includes(region) && row.includes(figure)),
        `${region}: ${figure}`,
      );
    }
    // 2,829 × 16,800 × 12, printed to the rupiah in the DPA.
    assert.match(
      told.find((row) => row.includes("Manggarai Barat")),
      /(570\.326\.400\s+){3}sama sampai rupiah/,
    );
    assert.deepEqual(await violations(), []);
  });

  test("a case opens as a plan", async () => {
    await openProof();
    const row = page.locator("tr", { hasText: "Manggarai Barat" });
    await row.getByRole("link", { name: "Buka sebagai rencana" }).press("Enter");
    await page.locator(".lead .total").waitFor();
    await costs(570_326_400);
  });

  test("a wrong total is said, also where it happens to be near what was printed", () => {
    const exact = { grade: "A", printed: 1000, byHand: 1000 };
    assert.equal(judged(exact, 1000, "equal", false), "equal");
    assert.equal(judged(exact, 1001, "less", false), "fails");
    assert.equal(judged(exact, 1001, "less", true), "fails", "a reason excuses no grade A");
    assert.equal(judged({ ...exact, byHand: null }, 1001, "rounded", false), "rounded");
    assert.equal(judged({ grade: "B", printed: 1000, byHand: null }, 1200, "less", true), "fails");
    assert.equal(judged({ grade: "C", printed: 1000, byHand: 1100 }, 1100, "less", true), "different");
    assert.equal(judged({ grade: "C", printed: 1000, byHand: 1100 }, 1100, "less", false), "fails");
    assert.equal(judged({ grade: "C", printed: 1000, byHand: 1100 }, 1100, "equal", true), "fails");
    assert.equal(judged({ grade: "N", printed: null, byHand: 1100 }, 1100, undefined, false), "byHand");
    assert.equal(judged({ grade: "N", printed: null, byHand: 1100 }, 1099, undefined, false), "fails");
  });

  test("every reason belongs to a case of the tables that differs", () => {
    const ids = new Set([
      ...rows("published-budgets.csv").map(({ no }) => no),
      ...rows("field-cases.csv").map(({ id }) => id),
    ]);
    for (const id of Object.keys(reasons)) assert.ok(ids.has(id), id);
  });
});
