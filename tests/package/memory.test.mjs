// Memory stays flat over 20,000 valid and 60,000 invalid calls: the engine's to the page, JavaScript's after
// collection.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

// The package exposes no instance, so it is captured when it is created.
const made = [];
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...values) {
    super(...values);
    made.push(this);
  }
};
const { check, compare, explain, project, reach } = await import("cakupan");

const makassar = JSON.parse(readFileSync(new URL("../../cases/makassar.json", import.meta.url), "utf8"));
const small = { ...makassar, period: { firstMonth: "2025-01", months: 2 } };
const limited = {
  ...small,
  otherTargets: null,
  target: null,
  stage: null,
  totals: null,
  funds: small.funds.map((fund) => ({ ...fund, ceilings: [{ year: 2025, rupiah: 9e9 }] })),
};

const bad = [
  {},
  null,
  [],
  NaN,
  { ...small, schema: 2 },
  { ...small, segments: [{}] },
  { ...small, extra: "é".repeat(500) },
  {
    ...small,
    get region() {
      throw new Error("no");
    },
  },
  new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("no");
      },
    },
  ),
  { ...small, funds: new Array(1e9) },
  { ...small, period: { firstMonth: "2025-13", months: 0.5 } },
];

const good = [
  () => check(small),
  () => project(small),
  () => explain(limited),
  () => reach(limited),
  () => compare([small, limited]),
  () => project(limited),
];

const refuse = (call) => {
  try {
    call();
  } catch (error) {
    if (error.code === "internal" || error.name !== "CakupanError") throw error;
    return;
  }
  assert.fail("was not refused");
};

function run(times) {
  for (let i = 0; i < times; i++) good[i % good.length]();
  for (let i = 0; i < 2 * times; i++) refuse(() => project(bad[i % bad.length]));
  for (let i = 0; i < times; i++) refuse(() => explain(small, bad[1 + (i % (bad.length - 1))] ?? { year: 1 }));
}

const sizes = () => {
  collect();
  const { memory, ...exports } = made[0].exports;
  const tables = Object.values(exports)
    .filter((value) => value instanceof WebAssembly.Table)
    .map(({ length }) => length);
  return { memory: memory.buffer.byteLength, tables, heap: process.memoryUsage().heapUsed };
};

test("80,000 calls leave memory as it was", () => {
  run(1_000);
  const before = sizes();
  run(20_000);
  const after = sizes();
  assert.equal(made.length, 1, "the engine was never started afresh");
  assert.equal(after.memory, before.memory);
  assert.deepEqual(after.tables, before.tables);
  assert.ok(after.heap < before.heap + 2e6, `JavaScript's memory grew by ${after.heap - before.heap} bytes`);
  console.log(
    `engine ${before.memory / 65536} pages before and after; JavaScript ${before.heap} → ${after.heap} bytes`,
  );
});
