// The parts of printed documents that need no browser: a plan as digits.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { modules } from "./modules.mjs";

const [digits, { points }] = await modules("plan/digits", "report/points");

const cases = await Promise.all(
  ["majene", "makassar", "maros", "sidrap", "sulawesi-selatan"].map(async (name) =>
    JSON.parse(await readFile(new URL(`../../cases/${name}.json`, import.meta.url), "utf8")),
  ),
);
test("a plan is the same after it was digits", async () => {
  for (const plan of [...cases, { zero: "\u0000", text: "Ⅳ 😀" }, null]) {
    const written = await digits.toDigits(plan);
    assert.match(written, /^[1-9]\d*$/);
    assert.deepEqual(await digits.fromDigits(written), plan);
  }
});

/** The digits of some bytes. */
const ofBytes = (bytes) => BigInt(`0x${Buffer.from(bytes).toString("hex")}`).toString();

test("digits of a later form are told apart from broken ones", async () => {
  assert.equal(await digits.fromDigits(ofBytes([2, 255, 0])), "newer");
  await assert.rejects(digits.fromDigits(ofBytes([1, 255, 255])));
  await assert.rejects(digits.fromDigits(ofBytes([1, ...deflateRawSync("{")])));
  await assert.rejects(digits.fromDigits("9".repeat(10_001)), /so long/);
});

test("what inflates beyond any plan is given up while it does", async () => {
  const bomb = ofBytes([1, ...deflateRawSync(Buffer.alloc(3_000_000, " "))]);
  assert.ok(bomb.length < 10_000, "small enough to be read at all");
  await assert.rejects(digits.fromDigits(bomb), /too large/);
});

test("points of coverage are cut, never rounded up", () => {
  // 35.782 ÷ 507.506 = 7,05055 %; 1 ÷ 3 = 33,333 %; 2 ÷ 3 = 66,666 %.
  assert.equal(points(35_782, 507_506), "7,05");
  assert.equal(points(1, 3), "33,33");
  assert.equal(points(2, 3), "66,66");
  assert.equal(points(5, 5), "100,00");
  assert.equal(points(0, 7), "0,00");
  assert.equal(points(7, 0), "–");
});
