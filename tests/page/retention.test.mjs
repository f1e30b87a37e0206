// Who stays when the budget stops: a share that was not typed is asked for, not taken as 0; the curve is worked out by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openWith, page, rowsOf, simple, violations, wide } from "./stage.mjs";

/** 1.000 workers paid to December 2025; 10.000 eligible workers and 2.000 other members. */
const plan = {
  ...simple,
  workforce: {
    denominator: "eligible",
    eligible: [{ from: "2025-01", people: 10_000 }],
    otherMembers: [{ from: "2025-01", people: 2_000 }],
  },
};

const field = (name) => page.locator(`#retention-${name}`);

async function openPart(scenario = plan) {
  await openWith(scenario);
  await page.locator("#retention summary").click();
  await page.locator("#retention p").first().waitFor();
}

test("30 % stay, 70 in 700 join again, 12 % a year reach the age limit: members month by month", async () => {
  await openPart();
  await field("answer").getByText("Isi berapa persen").waitFor();
  assert.equal(await page.locator("#retention table").count(), 0, "no number stands in the place of the planner's");
  await field("stayPercent").fill("30");
  await field("months").fill("7");
  await field("rejoinPercent").fill("10");
  await field("rejoinAfterMonths").fill("6");
  const months = await rowsOf("Peserta setelah anggaran berhenti");
  // Three unpaid months (Permenaker 5/2021), then 700 lapse; a tenth of them joins again in the sixth month.
  assert.deepEqual(months["Maret 2026"].slice(0, 5), ["1.000", "300", "700", "0", "0"]);
  assert.deepEqual(months["April 2026"].slice(0, 5), ["300", "300", "0", "0", "0"]);
  assert.deepEqual(months["Juni 2026"].slice(0, 5), ["370", "370", "0", "70", "0"]);
  // 300 + 2.000 of 10.000 workers.
  assert.deepEqual(months["April 2026"].slice(5), ["2.300", "23\u00a0%"]);
  assert.deepEqual((await rowsOf("Saat anggaran berhenti")).Rentan, ["Desember 2025", "1.000", "300", "3"]);
  await page.locator("#retention figure svg[role=img]").waitFor();
  assert.match(await page.locator("#retention-desc").textContent(), /Juli 2026: Peserta 370 dan Membayar sendiri 370/);
  await field("stayPercent").fill("100");
  await field("age-percentAYear").fill("12");
  await field("age-replacedPercent").fill("50");
  // 1.000 × 12 % ÷ 12 = 10 go in January, five come in February; of 995 9,95 go: 9, the rest is carried.
  await page.locator("#retention td", { hasText: /^986$/ }).first().waitFor();
  const later = await rowsOf("Peserta setelah anggaran berhenti");
  assert.deepEqual(later["Januari 2026"].slice(0, 6), ["990", "990", "0", "0", "0", "10"]);
  assert.deepEqual(later["Februari 2026"].slice(0, 6), ["986", "986", "0", "0", "5", "9"]);
  assert.deepEqual(await violations(), []);
});

test("what is wrong is told at its place and nothing is lost", async () => {
  await openPart();
  await field("stayPercent").fill("120");
  await page.locator("#retention-stayPercent\\:message").waitFor();
  await field("death-percentAYear").fill("banyak");
  await page.locator("#retention-death-percentAYear\\:message").waitFor();
  assert.equal(await field("death-percentAYear").inputValue(), "banyak");
  assert.equal(await field("stayPercent").getAttribute("aria-invalid"), "true");
  await field("stayPercent").fill("0,2");
  await field("death-percentAYear").fill("");
  // 0,2 % or a fifth? It is asked.
  await page.locator("#retention-stayPercent\\:message button", { hasText: "20" }).click();
  assert.equal(await field("stayPercent").inputValue(), "20");
  await page.locator("#retention table").first().waitFor();
});

test("groups may be left out, the cost of waiting stands below, and wage earners have no subsidy that stops", async () => {
  const path = {
    shape: "linear",
    points: [
      { month: "2025-01", percent: 10 },
      { month: "2026-12", percent: 60 },
    ],
  };
  const two = {
    ...plan,
    period: { firstMonth: "2025-01", months: 24 },
    segments: [
      simple.segments[0],
      {
        ...simple.segments[0],
        id: "b",
        name: "Nelayan",
        enrolment: { kind: "path", members: 0, eligible: 1_200, path },
      },
    ],
  };
  await openPart(two);
  await field("stayPercent").fill("50");
  assert.deepEqual(Object.keys(await rowsOf("Saat anggaran berhenti")), ["Rentan", "Nelayan"]);
  await field("of-b").uncheck();
  await page.locator("#retention tbody th", { hasText: "Nelayan" }).waitFor({ state: "detached" });
  assert.deepEqual(Object.keys(await rowsOf("Saat anggaran berhenti")), ["Rentan"]);
  await page.locator("#retention-waiting", { hasText: /orang-bulan tanpa perlindungan/ }).waitFor();
  await openPart({
    ...simple,
    segments: [{ ...simple.segments[0], class: "PU", risk: "low", base: { kind: "fixed", rupiah: 3_000_000 } }],
  });
  await page.locator("#retention").getByText("tidak punya kelompok pekerja mandiri").waitFor();
});

test("it fits a phone and speaks English", async () => {
  await openPart();
  await field("stayPercent").fill("20");
  await page.locator("#retention table").first().waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} pixels`);
  await page.setViewportSize(wide);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#retention summary", { hasText: "When the budget stops" }).waitFor();
  assert.match(await page.locator("#retention").innerText(), /Nobody has measured it/);
});
