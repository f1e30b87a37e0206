// How sure the plan is: ranges are typed, drawn in a worker, and told with what matters most; nothing wrong is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openWith, page, rowsOf, simple, violations, wide } from "./stage.mjs";

/** 1.000 workers at 16.800 a month for 2025: 201.600 each; a ceiling for 1.100, 10.000 eligible workers, and a target. */
const plan = {
  ...simple,
  funds: [{ ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 1_100 * 201_600 }] }],
  workforce: { denominator: "eligible", eligible: [{ from: "2025-01", people: 10_000 }] },
  target: {
    shape: "linear",
    points: [{ month: "2025-12", percent: 9.5 }],
    spread: "proportional",
  },
};

const PEOPLE = "Jumlah peserta";
const low = page_field("low");
const high = page_field("high");
function page_field(name) {
  return (place = 0) => page.locator(`#range-${place}-${name}`);
}

async function openPart(scenario = plan) {
  await openWith(scenario);
  await page.locator("#ranges summary").click();
  await page.locator("#range-offer").waitFor();
}

async function add(name) {
  const options = await page.locator("#range-offer option").allInnerTexts();
  const label = options.find((option) => option.includes(name));
  assert.ok(label, `${name} in ${options}`);
  await page.locator("#range-offer").selectOption({ label });
  await page.locator("[id='range:add']").click();
}

/** The range 900 to 1.200 around 1.000 people, typed. */
async function typed() {
  await openPart();
  await add(PEOPLE);
  await low().fill("900");
  await high().fill("1.200");
}

test("ends, spread and chances of a plan by hand; the same seed gives the same draws, another one others", async () => {
  await typed();
  await page.locator("#range-0-shape").selectOption("uniform");
  await page.locator("#range-run").click();
  const tornado = await rowsOf("Angka yang paling berpengaruh");
  const [[name, cells]] = Object.entries(tornado);
  assert.match(name, /^Jumlah peserta.*Rentan.*Januari 2025/);
  // 900 and 1.200 × 201.600, and 300 × 201.600 between them; 900 and 1.200 of 10.000 members.
  assert.deepEqual(cells.slice(0, 6), ["900", "181.440.000", "1.200", "241.920.000", "60.480.000", "300"]);
  const spread = await rowsOf("Sebaran 10.000 undian (nomor 1)");
  const rupiah = spread["Biaya (Rp)"].map((text) => Number(text.replaceAll(".", "")));
  assert.equal(rupiah[0], 201_600_000, "the plan");
  // Even between 900 and 1.200: P10 930, P50 1.050, P90 1.170; standard errors 0.9, 1.5 and 0.9 people.
  for (const [place, people, error] of [
    [2, 930, 4],
    [3, 1_050, 7],
    [4, 1_170, 4],
  ])
    assert.ok(Math.abs(rupiah[place] / 201_600 - people) <= error, `${place}: ${rupiah[place]}`);
  const chances = await rowsOf("Peluang");
  const percent = (row) => Number(chances[row][2].replace(",", ".").replace(/[^\d.]/g, ""));
  // 201 of 301 values lie below the ceiling for 1.100: 66,78 %, standard error 0.47; 251 reach 950 of 10.000: 83,39 %, 0.37.
  assert.equal(chances["Pagu APBD 2025 cukup"][0], "221.760.000");
  assert.ok(Math.abs(percent("Pagu APBD 2025 cukup") - 66.78) <= 2, chances["Pagu APBD 2025 cukup"][2]);
  assert.ok(Math.abs(percent("Target tercapai pada bulan terakhir") - 83.39) <= 1.6);
  const text = await page.locator("#range-answer").innerText();
  // No source is named in this plan.
  assert.match(text, /100\s% dari biaya rencana \(Rp\s201\.600\.000\) bersandar pada perkiraan/);
  assert.deepEqual(await violations(), []);

  await page.locator("#range-run").click();
  await page.locator("progress").waitFor({ state: "detached" });
  assert.deepEqual(await rowsOf("Sebaran 10.000 undian (nomor 1)"), spread);
  await page.locator("#range-seed").fill("2");
  await page.locator("#range-answer .stale").waitFor();
  await page.locator("#range-run").click();
  assert.notDeepEqual(await rowsOf("Sebaran 10.000 undian (nomor 2)"), spread);
});

test("bad ranges are told at their place, in the engine's words, and what is unclear is asked", async () => {
  await typed();
  await low().fill("1.100");
  await high().fill("banyak");
  await page.locator("#range-run").click();
  await page.locator("#range-0-high\\:message").waitFor();
  assert.equal(await high().getAttribute("aria-invalid"), "true");
  assert.equal(await high().inputValue(), "banyak");
  await high().fill("1.200");
  await page.locator("#range-run").click();
  // The plan has 1.000.
  await page.locator("#range-0-low\\:message", { hasText: "1.000" }).waitFor();
  await low().fill("1,5 ribu");
  await page.locator("#range-0-low\\:message").waitFor({ state: "detached" });
  await low().fill("0,9 ribu");
  await high().fill("1.234,567");
  await page.locator("#range-run").click();
  await page.locator("#range-0-high\\:message").waitFor();
  await page.locator("#range-seed").fill("");
  await high().fill("1.200");
  await page.locator("#range-run").click();
  // Without a seed it is 1.
  await page.locator("caption", { hasText: "Sebaran 10.000 undian (nomor 1)" }).waitFor();
});

test("a long calculation is cancelled, and only the newest input counts", async () => {
  // A wage makes every draw price its plan anew: slow enough to be stopped.
  const wages = {
    ...simple,
    period: { firstMonth: "2025-01", months: 120 },
    segments: Array.from({ length: 12 }, (_, place) => ({
      ...simple.segments[0],
      id: `upah-${place}`,
      name: `Upah ${place}`,
      class: "PU",
      risk: "veryLow",
      base: { kind: "fixed", rupiah: 3_000_000 },
    })),
  };
  await openPart(wages);
  await add("Dasar upah/penghasilan");
  await low().fill("2.500.000");
  await high().fill("3.500.000");
  await page.locator("#range-draws").fill("100.000");
  await page.locator("#range-run").click();
  await page.locator("progress").waitFor();
  await page.locator("#range-cancel").click();
  await page.locator("progress").waitFor({ state: "detached" });
  assert.equal(await page.locator("#range-answer table").count(), 0);
  await page.locator("#range-run").click();
  await page.locator("progress").waitFor();
  await page.locator("#range-draws").fill("100");
  await page.locator("#range-run").click();
  await page.locator("caption", { hasText: "Sebaran 100 undian" }).waitFor();
  assert.equal(await page.locator("progress").count(), 0);
});

test("a range stays with its number when rows move, and goes with it", async () => {
  const two = {
    ...plan,
    segments: [
      { ...simple.segments[0], id: "lain", name: "Lain" },
      { ...simple.segments[0], id: "b", name: "Kedua" },
    ],
  };
  await openPart(two);
  await add("Kedua");
  await low().fill("900");
  await high().fill("1.200");
  const legend = page.locator("#ranges fieldset legend");
  assert.match(await legend.innerText(), /Kedua/);
  await page.getByRole("button", { name: "Hapus: Lain" }).first().click();
  await page.locator("#range-offer option", { hasText: "Lain" }).waitFor({ state: "detached" });
  assert.match(await legend.innerText(), /Kedua/);
  assert.equal(await low().inputValue(), "900");
});

test("it fits a phone, works by keyboard alone, and speaks English", async () => {
  await openWith(plan);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator("#ranges summary").press("Enter");
  await page.locator("#range-offer").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "range-0-low");
  await page.keyboard.type("900");
  await page.keyboard.press("Tab");
  await page.keyboard.type("1200");
  await page.keyboard.press("Enter");
  await page.locator("#range-answer table").first().waitFor();
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wider <= 0, `${wider} pixels`);
  await page.setViewportSize(wide);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("#ranges summary", { hasText: "how sure is this plan" }).waitFor();
  assert.match(await page.locator("#range-answer").innerText(), /rests on guesses/);
  assert.deepEqual(await violations(), []);
});
