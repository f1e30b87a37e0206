// An evening with Maros: half a year is typed and pasted, a missing month is named, and where it leads is read. In Firefox too.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import { blank, openWith, page, rowsOf, server } from "./stage.mjs";

const maros = JSON.parse(await readFile(new URL("../../cases/maros.json", import.meta.url), "utf8"));

test("half a year by keyboard alone: three months typed, two pasted, April named, forecast and status read", async () => {
  await openWith(maros);
  await page.locator("[id='monitor:open']").focus();
  await page.keyboard.press("Enter");
  await page.locator("#monitor [role=grid]").waitFor();
  await page.locator("#monitor [role=grid] [tabindex='0']").focus();
  // From the month to the people whose contributions were paid; the first row is January.
  for (let step = 0; step < 6; step++) await page.keyboard.press("ArrowRight");
  for (let month = 0; month < 3; month++) {
    await page.keyboard.type("13595");
    await page.keyboard.press("Enter");
  }
  await page.keyboard.press("ArrowDown");
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "13.000\r\n13.000");
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  // Two months with 595 fewer, at 16.800.
  await page.locator("#monitor-answer tr.total td", { hasText: "−19.992.000" }).first().waitFor();
  const notices = await page.locator("#monitor-answer .notices").innerText();
  assert.match(notices, /1 baris bulan belum lengkap, yang pertama April 2025/);
  const summary = await rowsOf("Ringkasan");
  // 3 × 228.396.000 + 2 × 218.400.000
  assert.match(summary["Terbayar"][0], /1\.121\.988\.000/);
  // 12 × 228.396.000 − 19.992.000
  assert.deepEqual(summary["Perkiraan sampai Desember, sisanya seperti rencana"], ["Rp\u00a02.720.760.000"]);
  // 4 × 228.396.000 + 8 × 218.400.000
  assert.deepEqual(summary["Perkiraan sampai Desember, sisanya seperti bulan terakhir"], ["Rp\u00a02.660.784.000"]);
  assert.deepEqual(summary["Peserta aktif (iuran terbayar)"], ["13.000"]);
});

test("Firefox: a month of Maros is typed, and compared under the page's own policy", async () => {
  await blank();
  const firefox = await startFirefox();
  try {
    const tab = await firefox.newPage();
    const complaints = [];
    tab.on("pageerror", (error) => complaints.push(String(error)));
    await tab.evaluateOnNewDocument(() => {
      window.violated = [];
      addEventListener("securitypolicyviolation", (event) => window.violated.push(event.violatedDirective));
    });
    await tab.goto(server.address);
    await tab.waitForSelector("#cases");
    await tab.evaluate(() => {
      document.querySelector("#cases").open = true;
      [...document.querySelectorAll("#cases button")].find((one) => /Maros/.test(one.textContent)).click();
    });
    await tab.waitForSelector("[id='monitor:open']");
    await tab.evaluate(() => document.getElementById("monitor:open").click());
    await tab.waitForSelector("#monitor [role=grid] [tabindex='0']");
    await tab.focus("#monitor [role=grid] [tabindex='0']");
    for (let step = 0; step < 6; step++) await tab.keyboard.press("ArrowRight");
    await tab.keyboard.type("13000");
    await tab.keyboard.press("Enter");
    // 595 × 16.800
    await tab.waitForFunction(() => document.querySelector("#monitor-answer")?.innerText.includes("−9.996.000"));
    assert.deepEqual(await tab.evaluate(() => window.violated), []);
    assert.deepEqual(complaints, []);
  } finally {
    await firefox.close();
  }
});
