// Wrong and hostile input to the package: each gets its message, none traps, and later calls work.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { runInNewContext } from "node:vm";
import { CakupanError, check, explain, law, project, say, version } from "cakupan";

const makassar = () => JSON.parse(readFileSync(new URL("../../cases/makassar.json", import.meta.url), "utf8"));
const codes = (scenario) => check(scenario).map(({ code, path }) => `${code} ${path}`);
const PEOPLE = "segments[0].enrolment.counts[0].people";

function withPeople(people) {
  const scenario = makassar();
  scenario.segments[0].enrolment.counts[0].people = people;
  return scenario;
}

afterEach(() => {
  // 24 × (35,782 × 16,800 + 22,379 × 10,800), the same after any earlier input.
  assert.equal(project(makassar()).total.rupiah, 20_227_939_200);
});

test("numbers that are none are named", () => {
  for (const [people, code] of [
    [-1, "tooSmall"],
    [1.5, "notWhole"],
    [NaN, "notANumber"],
    [Infinity, "notANumber"],
    [1e300, "tooLarge"],
    [undefined, "missing"],
    [null, "missing"],
    ["12", "notANumber"],
    [{}, "notANumber"],
    [[], "notANumber"],
    [true, "notANumber"],
    [12n, "notReadable"],
    [() => 1, "notReadable"],
    [Symbol("x"), "notReadable"],
    [new Date(), "notANumber"],
    [new Number(5), "notANumber"],
  ])
    assert.deepEqual(codes(withPeople(people)), [`${code} ${PEOPLE}`], String(people));
});

test("what is no scenario is said so", () => {
  for (const value of [null, undefined]) assert.deepEqual(codes(value), ["missing "]);
  for (const value of [1, "x", true, [], new Array(5), "x".repeat(5_000_000), new Array(1e9)])
    assert.deepEqual(codes(value), ["notAnObject "]);
  for (const value of [() => 1, Symbol("x"), 5n]) assert.deepEqual(codes(value), ["notReadable "]);
  for (const value of [{}, Object.create(null)]) assert.equal(codes(value).length, 5);
});

test("what holds its content elsewhere than in fields is no object, no list, no text and no number", () => {
  class Holder {
    #scenario = makassar();
    get region() {
      return this.#scenario.region;
    }
  }
  const things = [
    new Map(Object.entries(makassar())),
    new Set([1]),
    new Date(),
    new Holder(),
    new FormData(),
    new URLSearchParams("schema=1"),
    Promise.resolve(makassar()),
    readFileSync(new URL("../../cases/makassar.json", import.meta.url)),
    new Float64Array(200_000),
    new ArrayBuffer(8),
    new Number(1),
    runInNewContext("new Map()"),
  ];
  for (const thing of things) {
    assert.deepEqual(codes(thing), ["notAnObject "], String(thing));
    assert.deepEqual(codes({ ...makassar(), region: thing }), ["notAnObject region"]);
    assert.deepEqual(codes({ ...makassar(), segments: thing }), ["notAList segments"]);
    assert.deepEqual(codes({ ...makassar(), name: thing }), ["notText name"]);
    assert.deepEqual(codes({ ...makassar(), reliefs: thing }), ["notAList reliefs"]);
    assert.deepEqual(codes(withPeople(thing)), [`notANumber ${PEOPLE}`]);
    const period = (firstMonth) => ({ ...makassar(), period: { firstMonth, months: 12 } });
    assert.deepEqual(codes(period(thing)), ["notText period.firstMonth"]);
  }
  // Own fields are read: of a class, of another window, behind a Proxy, of a module.
  class Plan {
    constructor() {
      Object.assign(this, makassar());
    }
  }
  const elsewhere = runInNewContext(`(${JSON.stringify(makassar())})`);
  for (const scenario of [new Plan(), elsewhere, new Proxy(makassar(), {}), Object.freeze(makassar())])
    assert.deepEqual(codes(scenario), []);
});

test("what is too long is named with its length", () => {
  const long = { ...makassar(), note: "é".repeat(3_000_000) };
  assert.deepEqual(codes(long), ["tooLong note"]);
  assert.match(check(long)[0].message.id, /3\.000\.000 huruf, paling banyak 4\.000/);
  const rows = { ...makassar(), segments: new Array(4_000_000_000) };
  assert.deepEqual(codes(rows), ["tooMany segments"]);
  assert.match(check(rows)[0].message.en, /4,000,000,000, at most 200/);
  const month = { ...makassar(), period: { firstMonth: "2".repeat(200_000), months: 12 } };
  assert.deepEqual(codes(month), ["tooLong period.firstMonth"]);
});

test("getters, proxies, cycles and giants do not reach the engine's heart", () => {
  const throwing = makassar();
  Object.defineProperty(throwing, "region", {
    enumerable: true,
    get() {
      throw new Error("no");
    },
  });
  assert.deepEqual(codes(throwing), ["notReadable region"]);

  const cycle = makassar();
  cycle.note = cycle;
  assert.ok(codes(cycle).includes("notText note"));
  cycle.segments.push(cycle.segments);
  assert.ok(check(cycle).length > 0);

  const traps = {
    get() {
      throw [];
    },
    ownKeys() {
      throw new Error("no");
    },
    getPrototypeOf() {
      throw null;
    },
  };
  assert.ok(check(new Proxy({}, traps)).length > 0);
  assert.ok(check(new Proxy([], traps)).length > 0);
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  assert.deepEqual(codes(proxy), ["notReadable "]);

  const giant = makassar();
  giant.segments = new Array(4_000_000_000);
  assert.deepEqual(codes(giant), ["tooMany segments"]);
  giant.segments = new Array(500);
  assert.deepEqual(codes(giant), ["tooMany segments"]);

  const polluted = JSON.parse(JSON.stringify(makassar()).replace('"schema"', '"__proto__":{"schema":9},"schema"'));
  assert.deepEqual(codes(polluted), ["unknownKey __proto__"]);
});

test("project throws one error with every problem", () => {
  const scenario = withPeople(-1);
  scenario.region.name = "";
  assert.throws(
    () => project(scenario),
    (error) => {
      assert.ok(error instanceof CakupanError && error instanceof Error);
      assert.equal(error.name, "CakupanError");
      assert.deepEqual([error.code, error.path], ["missing", "region.name"]);
      assert.deepEqual(
        error.problems.map(({ path }) => path),
        ["region.name", PEOPLE],
      );
      assert.match(error.problems[1].message.id, /tidak boleh kurang dari 0/);
      assert.match(error.problems[1].message.en, /must not be below 0/);
      return true;
    },
  );
});

test("questions are checked too", () => {
  const ask = (question) => {
    try {
      return explain(makassar(), question).value;
    } catch (error) {
      return `${error.code} ${error.path}`;
    }
  };
  assert.equal(ask(undefined), 20_227_939_200);
  assert.equal(ask({}), 20_227_939_200);
  assert.equal(ask({ year: 2024 }), "yearOutsidePlan year");
  assert.equal(ask({ segment: "x" }), "unknownSegment segment");
  assert.equal(ask({ fund: "x" }), "unknownFund fund");
  assert.equal(ask({ programme: "JKN" }), "unknownChoice programme");
  assert.equal(ask({ tahun: 2025 }), "unknownKey tahun");
  assert.equal(ask("2025"), "notAnObject ");
});

test("a sentence is filled in both languages", () => {
  const item = { code: "fundShort", params: { fund: "APBD", year: "2027", rupiah: 12_500_000 } };
  assert.match(say("id", item), /APBD kurang Rp 12\.500\.000 pada 2027/);
  assert.match(say("en", item), /APBD is short of Rp 12,500,000 in 2027/);
  assert.match(say("id", { code: "sharesNotWhole", params: { sum: 99.5 } }), /sekarang 99,5 %/);
  assert.equal(say("id", { code: "noSuchCode", params: {} }), "noSuchCode");
});

test("a number has its word in its form, as in the engine", () => {
  const missed = (people) => ({ code: "targetMissed", params: { year: "2026", people } });
  for (const [people, id, en] of [
    [1, "1 peserta", "1 person."],
    [2, "2 peserta", "2 people."],
    [1_001, "1.001 peserta", "1,001 people."],
    // The page formats its own numbers.
    ["1", "1 peserta", "1 person."],
  ]) {
    assert.ok(say("id", missed(people)).includes(id));
    assert.ok(say("en", missed(people)).endsWith(en));
  }
  const params = { title: { id: "A", en: "A" }, own: 1, unit: "months", instrument: "PP", statutory: 3, note: "n" };
  assert.match(say("en", { code: "notStatutory", params }), /^A: 1 month is used, where PP says 3 months\./);
  assert.match(say("id", { code: "notStatutory", params }), /^A: dipakai 1 bulan, padahal menurut PP 3 bulan\./);
  assert.deepEqual([say("en", { code: "months", params: {} }), say("id", { code: "months" })], ["months", "bulan"]);
  // Numbers without groups of digits are printed as they are.
  for (const [year, text] of [
    [Infinity, "Infinity"],
    [NaN, "NaN"],
    [1e21, "1e+21"],
  ])
    assert.ok(say("en", { code: "noCeiling", params: { fund: "APBD", year } }).includes(` ${text} `));
});

test("the law and the versions are told", () => {
  const { engine, law: compiled } = version();
  assert.match(engine, /^\d+\.\d+\.\d+$/);
  assert.equal(law().version, compiled);
  const ceiling = law()
    .parameters.find(({ key }) => key === "jp.ceiling")
    .values.at(-1);
  assert.deepEqual([ceiling.from, ceiling.to, ceiling.value], ["2026-03", "2027-02", 11_086_300]);
});
