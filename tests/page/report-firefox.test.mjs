// The report in Firefox, which prints no margin boxes: nothing needed stands in them alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startFirefox } from "../browsers.mjs";
import { blank, majene, server } from "./stage.mjs";

test("the preview opens in Firefox, its policy is kept, and it prints on the chosen paper", async () => {
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
      [...document.querySelectorAll("#cases button")].find((one) => /Majene/.test(one.textContent)).click();
    });
    await tab.waitForSelector(".lead .total");
    await tab.evaluate(() => [...document.querySelectorAll(".top button")].at(-1).click());
    await tab.waitForSelector("#print-heading");
    await tab.select("#print-paper", "F4");
    const text = await tab.evaluate(() => document.querySelector("main.paper").innerText);
    assert.match(text, /Rp\s1\.510\.920\.000/);
    // In the flow of the document: whose it is and its code, which Chromium also prints at the foot of each page.
    const code = /Kode data\s+([0-9a-f]{16})/.exec(text)[1];
    assert.ok(text.includes(`Akhir dokumen · ${majene.region.name} · kode data ${code}`));
    const pdf = Buffer.from(await tab.pdf({ preferCSSPageSize: true })).toString("latin1");
    assert.match(pdf, /^%PDF-/);
    assert.deepEqual(await tab.evaluate(() => window.violated), []);
    assert.deepEqual(complaints, []);
  } finally {
    await firefox.close();
  }
});
