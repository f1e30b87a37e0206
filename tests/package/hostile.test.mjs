// Any value in any place gives problems or an error with a code, never a trap and never "internal".
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as cakupan from "cakupan";
import { CakupanError, check, compare, explain, project, reach, say } from "cakupan";
import { diceFrom, randomScenario } from "../oracle/generate.mjs";

const RUNS = Number(process.env.HOSTILE_RUNS ?? 1_000);
const makassar = () => JSON.parse(readFileSync(new URL("../../cases/makassar.json", import.meta.url), "utf8"));

const thrower = () => {
  throw new Error("of the caller");
};
const cycle = () => {
  const one = { x: [] };
  one.x.push(one);
  return one;
};
const sparse = () => {
  const list = [];
  list[70_000] = 1;
  return list;
};
const deep = () => {
  let inner = 1;
  for (let i = 0; i < 20_000; i++) inner = { inner };
  return inner;
};
/** 16 nested lists of ten references each: 10^16 values if each is walked. */
const wide = () => {
  let inner = 1;
  for (let i = 0; i < 16; i++) inner = new Array(10).fill(inner);
  return inner;
};
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const lying = (length) => new Proxy([], { get: (list, key) => (key === "length" ? length : list[key]) });

/** Makers of values that are not part of any scenario. */
const THINGS = [
  () => null,
  () => undefined,
  () => NaN,
  () => Infinity,
  () => -Infinity,
  () => -0,
  () => 1e21,
  () => 2 ** 53,
  () => -1,
  () => 0.1 + 0.2,
  () => 5e-324,
  () => 10n,
  () => Symbol("s"),
  () => () => 1,
  () => class {},
  () => new Date(),
  () => new Date(NaN),
  () => new Map([[1, 2]]),
  () => new Set([1]),
  () => /x/,
  () => new Error("x"),
  () => new Number(1),
  () => new String("x"),
  () => Object(1n),
  () => new Boolean(true),
  () => new Float64Array(9),
  () => new ArrayBuffer(8),
  () => new WeakMap(),
  () => Promise.reject(new Error("x")).catch(() => 1),
  () => globalThis,
  () => "",
  () => " ",
  () => "\u0000",
  () => "\ud800",
  () => "\udc00\ud800",
  () => "é".repeat(100_000),
  () => "__proto__",
  () => "2026-01\n",
  () => [],
  () => [[]],
  () => new Array(4_000_000_000),
  () => lying(NaN),
  () => lying(-1),
  () => lying(2.5),
  () => lying("3"),
  () => lying(1e9),
  () => ({}),
  () => Object.create(null),
  () => Object.create({ from: "2026-01", people: 5 }),
  () => cycle(),
  () => deep(),
  () => revoked(),
  () => new Proxy({}, { ownKeys: thrower }),
  () => new Proxy({}, { get: thrower, ownKeys: () => ["a"], getOwnPropertyDescriptor: thrower }),
  () => new Proxy([], { get: thrower }),
  () => new Proxy(thrower, {}),
  () => JSON.parse('{"__proto__":{"a":1},"constructor":1}'),
  () => ({
    get kind() {
      throw null;
    },
  }),
  () => ({
    get kind() {
      return project(makassar()).total;
    },
  }),
  () => ({ toJSON: thrower, valueOf: thrower, toString: thrower }),
  () => ({ [Symbol.toPrimitive]: thrower, [Symbol.iterator]: thrower }),
  () => Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`k${i}`, i])),
  () => Object.freeze([Object.freeze({})]),
  () => new Proxy({ kind: "fixed" }, {}),
  () => ({ length: 3, 0: 1 }),
  () => arguments_(1, 2),
];
function arguments_() {
  // biome-ignore lint/complexity/noArguments: the object itself is passed to the engine
  return arguments;
}
/** Slow to walk, so they are used seldom. */
const GIANTS = [sparse, wide];
const anything = (dice) => dice.pick(dice.chance(0.01) ? GIANTS : THINGS)();

/** Puts a value in place of another, beside it, behind a getter, as a prototype, or around it. */
function plant(dice, scenario) {
  let holder = scenario;
  for (;;) {
    const key = dice.pick(Object.keys(holder));
    const value = holder[key];
    if (typeof value === "object" && value !== null && Object.keys(value).length > 0 && dice.chance(0.75)) {
      holder = value;
      continue;
    }
    const thing = anything(dice);
    const how = dice.int(0, 5);
    if (how === 0) Object.defineProperty(holder, key, { enumerable: true, configurable: true, get: () => thing });
    else if (how === 1) holder[String(dice.pick(["__proto__", "constructor", "toString", "x", "0"]))] = thing;
    else if (how === 2) Object.setPrototypeOf(holder, { [key]: value, thing });
    else holder[key] = thing;
    return scenario;
  }
}

/** A result, or a refusal with its reason. */
function outcome(name, call) {
  try {
    const answer = call();
    return Array.isArray(answer) ? `problems ${answer.length}` : "answer";
  } catch (error) {
    assert.ok(error instanceof CakupanError, `${name}: ${error}`);
    assert.ok(error.code !== "internal" && error.problems.length > 0, `${name}: ${error.code} ${error.message}`);
    for (const { message } of error.problems) assert.ok(message.id !== "" && message.en !== "");
    return "refused";
  }
}

test("thousands of hostile scenarios, questions and requests", () => {
  const seen = {};
  for (let seed = 1; seed <= RUNS; seed++) {
    const dice = diceFrom(seed);
    const scenario = plant(dice, structuredClone(dice.chance(0.3) ? makassar() : randomScenario(dice)));
    const asked = anything(dice);
    const results = {
      check: outcome("check", () => check(scenario)),
      project: outcome("project", () => project(scenario)),
      explain: outcome("explain", () => explain(makassar(), asked)),
      reach: outcome("reach", () => reach(dice.chance(0.5) ? makassar() : scenario, asked)),
      compare: outcome("compare", () => compare(dice.chance(0.5) ? [makassar(), scenario] : asked)),
    };
    for (const [name, result] of Object.entries(results))
      seen[`${name} ${result}`] = (seen[`${name} ${result}`] ?? 0) + 1;
    // Earlier input must not change later results.
    if (seed % 500 === 0) assert.equal(project(makassar()).total.rupiah, 20_227_939_200);
  }
  for (const name of ["project", "explain", "compare"]) assert.ok(seen[`${name} refused`] > 100, JSON.stringify(seen));
  assert.equal(Object.prototype.thing, undefined);
});

test("each thing in the place of the whole", () => {
  for (const [index, thing] of [...THINGS, ...GIANTS].entries()) {
    assert.ok(check(thing()).length > 0, `thing ${index}`);
    for (const call of [project, compare])
      assert.equal(
        outcome("whole", () => call(thing())),
        "refused",
        `thing ${index}`,
      );
  }
});

test("words are found for whatever stands in a code or its params", () => {
  for (const code of ["constructor", "__proto__", "explain.toString", "toString", ""])
    assert.equal(say("id", { code, params: {} }), code);
  assert.match(
    say("en", { code: "fundShort", params: JSON.parse('{"__proto__":{"fund":"x"},"year":null}') }),
    /is short of/,
  );
});

/** Every public function with any argument: a result, or a `CakupanError`. */
test("no function throws an error of the language", () => {
  const item = { code: "fundShort", params: { fund: "APBD", year: "2027", rupiah: 1 } };
  const own = { parameter: "jkm.bpu", from: "2026-01", to: null };
  const calls = [
    () => cakupan.law(),
    () => cakupan.version(),
    () => say(),
    () => cakupan.lawIn(),
    ...[...THINGS, ...GIANTS].flatMap((thing) => [
      () => say("id", thing()),
      () => say(thing(), item),
      () => say("en", { code: thing(), params: {} }),
      () => say("en", { code: "fundShort", params: thing() }),
      () => say("id", { code: "fundShort", params: { fund: thing(), year: thing(), rupiah: thing() } }),
      () => say("id", { code: "notStatutory", params: { own: thing(), unit: thing(), title: thing() } }),
      () => say("id", { code: "startsTooLate", params: { month: thing() } }),
      () => cakupan.law(thing()),
      () => cakupan.version(thing()),
      () => cakupan.lawIn(thing()),
      () => cakupan.lawIn("2026-01", thing()),
      () => cakupan.lawIn("2026-01", [thing()]),
      ...["parameter", "from", "to"].map((key) => () => cakupan.lawIn("2026-01", [{ ...own, [key]: thing() }])),
    ]),
  ];
  let refused = 0;
  for (const call of calls) {
    try {
      call();
    } catch (error) {
      assert.ok(error instanceof CakupanError && error.code !== "internal", `${call}: ${error.stack}`);
      refused++;
    }
  }
  assert.ok(refused > 500, String(refused));
});
