// The plan as an Excel file: its module is fetched when it is asked for, and a faulty plan makes none.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { field, openWith, page, simple } from "./stage.mjs";

const button = async () => {
  await page.locator("#files summary").press("Enter");
  return page.locator("#files").getByRole("button", { name: /^Unduh Excel/ });
};

test("a plan is handed out as a workbook, whose module is fetched only then", async () => {
  await openWith(simple);
  const fetched = () => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  await page.waitForLoadState("networkidle");
  assert.ok(!(await fetched()).some((address) => /sheets|workbook/.test(address)), "nothing of it beforehand");
  const [download] = await Promise.all([page.waitForEvent("download"), (await button()).press("Enter")]);
  assert.match(download.suggestedFilename(), /^simulasi-.*\.xlsx$/);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  assert.ok((await fetched()).some((address) => /sheets.*\.wasm$/.test(address)));
});

test("while an input is wrong it says so, and hands out nothing", async () => {
  await openWith(simple);
  const path = "segments[0].enrolment.counts[0].people";
  await field(path).fill("banyak");
  let handedOut = 0;
  page.on("download", () => handedOut++);
  await (await button()).press("Enter");
  await page.getByText("Perbaiki dahulu isian yang ditandai").first().waitFor();
  assert.equal(handedOut, 0);
});
