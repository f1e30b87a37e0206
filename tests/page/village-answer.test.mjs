// What the villages come to on the page: how far each money is used, worked out beside the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import { costs, openWith, page, server, simple, violations } from "./stage.mjs";

const cell = (row, column) => page.locator(`#villages tr[aria-rowindex="${row + 2}"] > :nth-child(${column + 1})`);

/** A plan whose group is counted by villages, in 2025 at 16,800 a month: 201,600 a head and year. */
const plan = (villages) => ({
  ...simple,
  segments: [{ ...simple.segments[0], enrolment: { kind: "villages" } }],
  villages,
});
const village = (name, people, rupiah) => ({
  name,
  counts: [{ segment: "a", people }],
  ...(rupiah === undefined ? {} : { ceilings: [{ fund: "f", year: 2025, rupiah }] }),
});

test("each money has a meter of what villages use of their ceilings, in words too", async () => {
  await openWith(plan([village("Lise", 100, 20_000_000), village("Wanio", 50, 30_000_000), village("Kulo", 10)]));
  const meter = page.getByRole("meter", { name: "APBD 2025" });
  await meter.waitFor();
  // Lise asks for 20,160,000 and uses 20,000,000; Wanio 10,080,000 of 30,000,000: 30,080,000 of 50,000,000 are 60.16 %.
  assert.deepEqual(await meter.evaluate(({ value, max }) => [value, max]), [30_080_000, 50_000_000]);
  const text = (await page.locator(".meters li").innerText()).replaceAll("\u00a0", " ");
  assert.match(text, /Terpakai Rp 30\.080\.000 dari pagu Rp 50\.000\.000 \(60 %\); 2 dari 3 desa berpagu\./);
  assert.match(text, /Di atas pagu desanya: Rp 160\.000\./);
  // Kulo, 10 people.
  assert.match(text, /Desa tanpa pagu ini: Rp 2\.016\.000\./);
  // Those above their ceiling stand before it.
  const order = await page.locator("#villages-answer").evaluate((box) => {
    const [list, meters] = [box.querySelector("ol"), box.querySelector(".meters")];
    return list.compareDocumentPosition(meters) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  assert.ok(order);
  assert.deepEqual(await violations(), []);
});

test("without ceilings of their own there is no meter", async () => {
  await openWith(plan([village("Lise", 100)]));
  await page.getByText("Desa-desa ini belum mempunyai pagu sendiri.").waitFor();
  assert.equal(await page.getByRole("meter").count(), 0);
});

/** Keeps what the page asks its workers for, while `window.isHeld`. */
const holdWorkers = () =>
  page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    const kept = [];
    window.isHeld = true;
    Worker.prototype.postMessage = function (...message) {
      if (window.isHeld) kept.push(() => post.apply(this, message));
      else post.apply(this, message);
    };
    window.release = () => {
      window.isHeld = false;
      for (const send of kept.splice(0)) send();
    };
  });

test("3,000 villages are worked out in a worker: rows without an answer are blank, a newer plan ends the work", async () => {
  await openWith(plan(Array.from({ length: 3_000 }, (_, at) => village(`Desa ${at + 1}`, 10))));
  // 30,000 × 201,600.
  await costs(6_048_000_000);
  // 10 × 201,600.
  await cell(0, 4).getByText("2.016.000").waitFor();
  assert.equal(page.workers().length, 1);
  const [first] = page.workers();
  await holdWorkers();
  await cell(0, 2).click();
  await page.keyboard.type("11");
  await page.keyboard.press("Enter");
  // One more, by the engine of the page, which answers while the worker does not.
  await costs(6_048_201_600);
  assert.equal((await cell(0, 4).innerText()).trim(), "");
  await page.getByText("3.000 desa sedang dihitung …").waitFor();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await costs(6_048_604_800);
  assert.equal((await cell(1, 4).innerText()).trim(), "");
  assert.ok(!page.workers().includes(first), "it was ended for the newer plan");
  await page.evaluate(() => window.release());
  // 11 and 12 × 201,600.
  await cell(0, 4).getByText("2.217.600").waitFor();
  await cell(1, 4).getByText("2.419.200").waitFor();
  assert.equal(await page.getByText("desa sedang dihitung").count(), 0);
});

test("on a phone of 360 px the first numbers stand beside the names", async () => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  await openWith(plan([village("Wanio Timoreng", 100)]), "", ".lead .total", phone);
  await cell(0, 2).waitFor();
  const isSeen = await cell(0, 2).evaluate((td) => {
    const digits = document.createRange();
    digits.selectNodeContents(td);
    return digits.getBoundingClientRect().right < td.closest(".scroller").getBoundingClientRect().right;
  });
  assert.ok(isSeen);
});

test("in Firefox too", async () => {
  const firefox = await startFirefox();
  try {
    const tab = await firefox.newPage();
    const complaints = [];
    tab.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.goto(server.address);
    await tab.waitForSelector("[id='region.name']");
    const draft = JSON.parse(
      JSON.stringify(plan([village("Lise", 100, 20_000_000)]), (key, value) =>
        typeof value === "number" && key !== "schema" ? String(value) : value,
      ),
    );
    await tab.evaluate((kept) => localStorage.setItem("cakupan.draft", kept), JSON.stringify({ draft, before: null }));
    await tab.reload();
    await tab.waitForSelector(".meters meter");
    const text = await tab.evaluate(() => document.querySelector(".meters li").textContent);
    // 20,160,000 asked, 20,000,000 of them within the ceiling.
    assert.match(text.replaceAll("\u00a0", " "), /Terpakai Rp 20\.000\.000 dari pagu Rp 20\.000\.000 \(100 %\)/);
    assert.deepEqual(complaints, []);
  } finally {
    await firefox.close();
  }
});

test("by keyboard: a new row is typed in at once, and the focus stays where groups were chosen", async () => {
  await openWith(plan([village("Lise", 100)]));
  await cell(0, 0).waitFor();
  await page.locator("[id='villages:row']").press("Enter");
  await page.waitForFunction(() => document.activeElement.closest("tr")?.ariaRowIndex === "3");
  await page.keyboard.type("Wanio");
  await page.keyboard.press("Tab");
  await cell(1, 0).getByText("Wanio").waitFor();
  const summary = page.locator("#villages summary").first();
  await summary.press("Enter");
  await page.getByRole("button", { name: "Tambahkan kelompok yang dipilih" }).press("Enter");
  await page.getByRole("group", { name: "Kelompok yang dihitung per desa" }).getByLabel("Perangkat desa").waitFor();
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
});
