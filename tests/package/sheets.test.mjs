// `cakupan/sheets`: workbooks and rows of an RKA from the shipped module.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { project } from "cakupan";
import { CakupanError, rkaCsv, start, workbook } from "cakupan/sheets";

const majene = JSON.parse(readFileSync(new URL("../../cases/majene.json", import.meta.url), "utf8"));

test("before its start the module says so", () => {
  assert.throws(() => workbook(majene), { code: "notStarted" });
});

test("a plan becomes a workbook: a zip, the same bytes each time", async () => {
  await start();
  const bytes = workbook(majene, project(majene));
  assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), "PK");
  assert.deepEqual(workbook(majene, project(majene)), bytes);
  assert.notDeepEqual(workbook(majene), bytes, "without the projection it holds no remarks");
});

test("the rows of the RKA are those of the press", async () => {
  await start();
  // Manggarai Barat 2025: the DPA prints 2,829 × 16,800 × 12 = 570,326,400.
  const published = new URL("../cases/published/03.json", import.meta.url);
  const rows = rkaCsv(JSON.parse(readFileSync(published, "utf8")))
    .trim()
    .split("\r\n")
    .slice(1);
  assert.equal(rows.length, 2);
  for (const row of rows) assert.ok(row.includes('"2.829 orang × 12 bulan"'), row);
  const sums = rows.map((row) => Number(row.split(";")[8]));
  assert.equal(sums[0] + sums[1], 570_326_400);
});

test("a refused plan makes no file, and says why as elsewhere", async () => {
  await start();
  assert.throws(
    () => workbook({ schema: 1 }),
    (error) => error instanceof CakupanError && error.problems.some(({ path }) => path === "segments"),
  );
});

test("CommonJS has the same functions", async () => {
  const module = createRequire(import.meta.url)("cakupan/sheets");
  await module.start();
  assert.equal(module.rkaCsv(majene), rkaCsv(majene));
});
