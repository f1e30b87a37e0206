// Work beside the page: one input at a time, and only the newest counts.
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { modules } from "./modules.mjs";

const [{ latest }] = await modules("plan/latest");

/** Work that ends when the test says so, and a list of what was told. */
function stage() {
  const told = [];
  const open = new Map();
  const { ask, drop } = latest(
    (input, signal) =>
      new Promise((resolve, reject) => {
        told.push(`begin ${input}`);
        open.set(input, { resolve: () => resolve(`${input}!`), reject });
        signal.addEventListener("abort", () => {
          told.push(`end ${input}`);
          reject(signal.reason);
        });
      }),
    (input, outcome) => told.push(`${input}: ${outcome}`),
    (isSlow) => told.push(isSlow ? "slow" : "idle"),
  );
  const finish = async (input) => {
    open.get(input).resolve();
    await settled();
  };
  return { told, open, ask, drop, finish };
}
/** Lets promises that are settled be heard. */
async function settled() {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

test("of inputs that come while one is worked on only the last is worked on, and nothing is told of the others", async () => {
  const { told, ask, finish } = stage();
  for (const input of ["a", "b", "c"]) ask(input);
  await finish("a");
  await finish("c");
  assert.deepEqual(told, ["begin a", "begin c", "c: c!", "idle"]);
});

test("work of more than 300 ms is said, and ended for a newer input; the first, which loads the module, is not", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const { told, ask, finish } = stage();
    ask("first");
    mock.timers.tick(300);
    ask("second");
    assert.deepEqual(told, ["begin first", "slow"]);
    await finish("first");
    mock.timers.tick(299);
    assert.deepEqual(told.slice(2), ["begin second"]);
    ask("third");
    assert.equal(told.at(-1), "begin second");
    mock.timers.tick(1);
    await settled();
    assert.deepEqual(told.slice(3), ["slow", "end second", "begin third"]);
    await finish("third");
    assert.deepEqual(told.slice(6), ["third: third!", "idle"]);
    // Slow already when the newer one comes.
    ask("fourth");
    mock.timers.tick(301);
    ask("fifth");
    await settled();
    assert.deepEqual(told.slice(8), ["begin fourth", "slow", "end fourth", "begin fifth"]);
  } finally {
    mock.timers.reset();
  }
});

test("what fails is told, unless something newer waits; what is dropped tells nothing", async () => {
  const { told, open, ask, drop } = stage();
  ask("a");
  open.get("a").reject(new Error("no module"));
  await settled();
  assert.deepEqual(told, ["begin a", "a: failed", "idle"]);
  ask("b");
  drop();
  await settled();
  assert.deepEqual(told.slice(3), ["begin b", "end b", "idle"]);
});
