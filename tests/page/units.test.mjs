// The parts of the page that need no browser: reading numbers, and conversion between scenario and typed text.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { everything } from "../package/everything.mjs";
import { modules, root } from "./modules.mjs";

const [numbers, drafts, shapes, laws, effects, parts, keeping, dates, checking, changes] = await modules(
  "plan/numbers",
  "plan/draft",
  "ui/chart-shape",
  "pages/law/selection",
  "plan/no-effect",
  "plan/shares",
  "plan/storage/saved",
  "plan/dates",
  "plan/self-check",
  "pages/law/changes",
);

const value = (text, kind) => {
  const reading = numbers.readNumber(text, kind);
  assert.equal(reading.is, "number", `${JSON.stringify(text)} as ${kind}: ${JSON.stringify(reading)}`);
  return reading.value;
};

test("reads numbers as they are typed in Indonesia", () => {
  for (const text of ["1200", "1.200", "1 200", "1\u00a0200", "1\u202f200", " 1.200 ", "1.200 orang"])
    assert.equal(value(text, "people"), 1200, text);
  const amounts = [
    "Rp1.200",
    "Rp 1.200",
    "rp. 1.200",
    "Rp 1.200,00",
    "Rp\u00a01.200,-",
    "1.200 per bulan",
    "1.200/bulan",
  ];
  for (const text of amounts) assert.equal(value(text, "money"), 1200, text);
  assert.equal(value("1,5", "percent"), 1.5);
  assert.equal(value("50,5 %", "percent"), 50.5);
  assert.equal(value("0.24", "percent"), 0.24);
  assert.equal(value("1.234.567,89", "money"), 1234567.89);
  assert.equal(value("1,234,567", "money"), 1234567);
  assert.equal(value("12 bulan", "months"), 12);
});

test("reads shorthand exactly, and no money where people are asked for", () => {
  const cases = {
    "2 jt": 2e6,
    "2 juta": 2e6,
    "2juta": 2e6,
    "1,5 miliar": 1.5e9,
    "1,1 miliar": 1.1e9,
    "500 rb": 5e5,
    "500 ribu": 5e5,
    "1 triliun": 1e12,
    "Rp 2,25 juta rupiah": 2.25e6,
    "1.500 juta": 1.5e9,
  };
  for (const [text, expected] of Object.entries(cases)) assert.equal(value(text, "money"), expected, text);
  assert.equal(value("2,1 juta", "people"), 2.1e6, "workers of a regency are printed so");
  for (const text of ["Rp 5", "2 miliar", "2 T", "IDR 5"]) assert.equal(numbers.readNumber(text, "people").is, "text");
  assert.equal(numbers.readNumber("50 %", "people").is, "text");
});

test("asks back where a number has two meanings", () => {
  const choices = (text, kind) => numbers.readNumber(text, kind).choices;
  assert.deepEqual(choices("1.20", "money"), [1.2, 120]);
  assert.deepEqual(choices("1,200", "money"), [1.2, 1200]);
  assert.deepEqual(choices("1,200", "people"), [1200], "only whole people are offered");
  assert.deepEqual(choices("12.5", "percent"), [12.5, 125]);
  assert.deepEqual(choices("1,008 miliar", "money"), [1.008e9, 1.008e12]);
  assert.equal(value("33,333", "percent"), 33.333, "no share is 33.333 %");
});

test("leaves refusing to the engine", () => {
  assert.equal(value("-5", "people"), -5);
  assert.equal(value("\u22125", "people"), -5);
  assert.equal(value("-Rp 5", "money"), -5);
  assert.equal(value("1,5", "people"), 1.5);
  for (const text of ["abc", "NaN", "Infinity", "1e5", "0x10", "1..2", "1.2.3", "12 34", "--5", "1,2,3", "5 kg", "."])
    assert.deepEqual(numbers.readNumber(text, "money"), { is: "text", raw: text }, text);
});

test("an empty field is no zero", () => {
  assert.equal(numbers.readNumber("", "people").is, "empty");
  assert.equal(numbers.readNumber(" \u00a0", "money").is, "empty");
});

test("tidies only what keeps its value", () => {
  assert.equal(numbers.tidyNumber("1200", "people"), "1.200");
  assert.equal(numbers.tidyNumber("1,5 miliar", "money"), "1.500.000.000");
  assert.equal(numbers.tidyNumber("2025", "year"), "2025");
  for (const text of ["1,23456", "abc", ""]) assert.equal(numbers.tidyNumber(text, "percent"), text);
  assert.equal(numbers.tidyNumber("1,200", "people"), "1,200");
});

test("what is written out is read back", () => {
  for (const number of [0, 5, 999, 1000, 1200, 35782, 2801936, 1e9, 9007199254740991, 0.5, 47.38, 62.9301, 1234.5, -5])
    for (const kind of ["people", "money", "percent", "part", "decimal", "months"])
      assert.equal(value(numbers.writeNumber(number, kind), kind), number);
});

test("three decimals are written with a fourth where they could be thousands, and are read back", () => {
  for (const [number, kind, text] of [
    [1.234, "decimal", "1,2340"],
    [999.125, "money", "999,1250"],
    [-1.234, "decimal", "-1,2340"],
    [1.234, "percent", "1,234"],
    [0.125, "decimal", "0,125"],
    [1234.567, "money", "1.234,567"],
    [1.2345, "decimal", "1,2345"],
    [1.2, "decimal", "1,2"],
    // More decimals than any field accepts, and still unchanged on the way.
    [0.123456, "decimal", "0,123456"],
    [1.00001, "money", "1,00001"],
  ]) {
    assert.equal(numbers.writeNumber(number, kind), text);
    assert.equal(value(text, kind), number);
  }
  const scenario = { ...drafts.toScenario(drafts.emptyDraft(2026)).scenario, overrides: [{ value: 1.234 }] };
  const { scenario: again, unclear } = drafts.toScenario(drafts.toDraft(scenario));
  assert.deepEqual([again, unclear], [scenario, []]);
});

test("every example case comes back from the form as it was", async () => {
  const names = (await readdir(join(root, "cases"))).filter((name) => name.endsWith(".json"));
  assert.ok(names.length >= 5);
  for (const name of names) {
    const scenario = JSON.parse(await readFile(join(root, "cases", name), "utf8"));
    const { scenario: again, unclear } = drafts.toScenario(drafts.toDraft(scenario));
    assert.deepEqual(unclear, []);
    assert.deepEqual(again, scenario, name);
  }
});

test("a changed value keeps its source, marked; its neighbours keep theirs unmarked", () => {
  const evidence = { base: { quality: "guess", source: "A" }, enrolment: { quality: "press", source: "B" } };
  const draft = drafts.toDraft({
    schema: 1,
    region: { name: "X", level: "city" },
    period: { firstMonth: "2025-01", months: 12 },
    segments: [
      {
        id: "a",
        name: "A",
        class: "BPU",
        programmes: ["JKK"],
        payers: [],
        enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 1200 }] },
        evidence,
      },
    ],
    funds: [],
  });
  const path = "segments[0].enrolment.counts[0].people";
  const changed = drafts.setAt(draft, path, "1300");
  assert.equal(drafts.getAt(changed, path), "1300");
  assert.deepEqual(drafts.evidenceAt(changed, "segments[0].enrolment"), { ...evidence.enrolment, changed: true });
  assert.deepEqual(drafts.evidenceAt(changed, "segments[0].base"), evidence.base);
  // The engine is told that the input was changed, and counts it as having no source.
  assert.deepEqual(drafts.toScenario(changed).scenario.segments[0].evidence.enrolment.changed, true);
  assert.equal(drafts.getAt(draft, path), "1.200", "the draft before is untouched");
  assert.deepEqual(drafts.setAt(draft, path, "1200", true).segments[0].evidence, evidence);
});

test("the engine is told of whole sources only; what is begun waits in the form", () => {
  const path = "period";
  const begun = drafts.setAt(drafts.emptyDraft(2026), drafts.evidencePath(path), { source: "RKPD 2026" });
  assert.equal(drafts.evidencePath(path), "evidence.period");
  assert.equal(drafts.toScenario(begun).scenario.evidence, undefined);
  const source = { source: "RKPD 2026", quality: "official", date: "17 Maret 2025" };
  const whole = drafts.setAt(begun, drafts.evidencePath(path), source);
  assert.deepEqual(drafts.toScenario(whole).scenario.evidence, { period: { ...source, date: "2025-03-17" } });
  const undated = drafts.setAt(whole, "evidence.period.date", "tahun lalu");
  assert.deepEqual(drafts.toScenario(undated).scenario.evidence, {
    period: { source: "RKPD 2026", quality: "official" },
  });
  assert.equal(drafts.evidenceAt(undated, path).date, "tahun lalu", "what was typed stays");
  assert.equal(drafts.evidenceAt(drafts.setAt(whole, "period.months", "6"), path).changed, true);
  assert.equal(drafts.evidenceAt(drafts.withoutEvidence(whole, path), path), undefined);
  // Drafts of earlier versions have a word in place of a lost source.
  const old = { ...whole, evidence: { period: "own", totals: source } };
  assert.deepEqual(Object.keys(drafts.toScenario(old).scenario.evidence), ["totals"]);
  assert.equal(drafts.evidenceAt(old, path), undefined);
});

test("a name is no figure: another name leaves the source as it is", () => {
  const source = { source: "BPS", quality: "official" };
  const draft = {
    ...drafts.emptyDraft(2026),
    evidence: { region: source, totals: source },
    totals: [{ name: "APBD" }],
  };
  for (const path of ["region.name", "region.level", "region.code", "totals[0].name"])
    assert.deepEqual(drafts.setAt(draft, path, "X").evidence, draft.evidence, path);
  assert.equal(drafts.setAt(draft, "region.population", "9").evidence.region.changed, true);
  assert.equal(drafts.setAt(draft, "totals[0].rupiah", "9").evidence.totals.changed, true);
  assert.equal(drafts.setAt(draft, "totals[0].rupiah", "9").evidence.region.changed, undefined);
});

test("dates are read as they are written in Indonesia, and none that does not exist", () => {
  for (const [typed, date] of [
    ["2025", "2025"],
    ["2025-03", "2025-03"],
    ["2025-03-17", "2025-03-17"],
    ["03-2025", "2025-03"],
    ["3/2025", "2025-03"],
    ["17-03-2025", "2025-03-17"],
    ["17/3/2025", "2025-03-17"],
    ["17.03.2025", "2025-03-17"],
    ["Maret 2025", "2025-03"],
    ["17 Maret 2025", "2025-03-17"],
    ["1 Agustus 2025", "2025-08-01"],
    ["Agt 2025", "2025-08"],
    ["Mei 2025", "2025-05"],
    ["May 2025", "2025-05"],
    ["29 Februari 2024", "2024-02-29"],
    ["29-02-2025", null],
    ["30/02/2025", null],
    ["13-2025", null],
    ["17-03-25", null],
    ["Lebaran 2025", null],
    ["2025-3-17T00:00", null],
    ["", null],
  ])
    assert.equal(dates.readDate(typed), date, typed);
});

test("empty fields are absent, unclear ones are named with their path", () => {
  const draft = drafts.setAt(drafts.emptyDraft(2026), "period.months", "1,200");
  const { scenario, unclear } = drafts.toScenario(draft);
  assert.deepEqual(
    unclear.map(({ path, choices }) => [path, choices]),
    [["period.months", [1200]]],
  );
  assert.equal("months" in scenario.period, false);
  assert.equal("name" in scenario.region, false);
  assert.equal("people" in scenario.segments[0].enrolment.counts[0], false);
});

test("the chart stands on zero and its blocks add up", () => {
  const shape = shapes.chartShape(2, [
    { name: "a", values: [100, 0] },
    { name: "b", values: [50, 30] },
  ]);
  assert.deepEqual(
    shape.bars.map((bar) => bar.total),
    [150, 30],
  );
  assert.equal(shape.ticks[0].value, 0);
  assert.equal(shape.ticks[0].y, shape.bottom);
  assert.equal(shape.blocks.length, 3, "nothing is drawn for 0");
  const height = (column) =>
    shape.blocks.filter((block) => block.x === column).reduce((sum, block) => sum + block.height, 0);
  const [first, , last] = shape.blocks;
  assert.ok(Math.abs(height(first.x) / height(last.x) - 5) < 1e-9, "heights are in proportion to amounts");
});

test("the months below a line are those in which a year or a quarter begins", () => {
  const span = (first, count) =>
    Array.from({ length: count }, (_, place) => {
      const month = Number(first.slice(5)) - 1 + place;
      return `${Number(first.slice(0, 4)) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    });
  const named = (first, count) => {
    const months = span(first, count);
    return shapes.namedMonths(months).map((place) => months[place]);
  };
  assert.deepEqual(named("2025-01", 12), ["2025-01", "2025-04", "2025-07", "2025-10"]);
  assert.deepEqual(named("2026-04", 9), ["2026-04", "2026-07", "2026-10"]);
  assert.deepEqual(named("2025-01", 24), ["2025-01", "2025-07", "2026-01", "2026-07"]);
  assert.deepEqual(named("2025-06", 60), ["2026-01", "2027-01", "2028-01", "2029-01", "2030-01"]);
  assert.deepEqual(named("2024-01", 120), ["2024-01", "2026-01", "2028-01", "2030-01", "2032-01"]);
  assert.deepEqual(named("2025-11", 1), ["2025-11"]);
});

test("labels at the ends of lines keep their order, stand apart and stay within the drawing", () => {
  const lines = [80, 79.9, 79.8, 0, 0.1].map((value) => ({
    name: "",
    points: [
      [0, 0],
      [11, value],
    ],
  }));
  const { lines: drawn, bottom } = shapes.lineShape(12, lines);
  const heights = drawn.map(({ label }) => label.y);
  const sorted = [...heights].sort((one, other) => one - other);
  assert.deepEqual(
    sorted,
    [0, 1, 2, 4, 3].map((place) => heights[place]),
    "the highest value stands highest",
  );
  for (const [place, y] of sorted.entries()) {
    assert.ok(y > 0 && y < bottom, `${y}`);
    if (place > 0) assert.ok(y - sorted[place - 1] >= 19 - 1e-9, "16 units are a line of text on a phone");
  }
});

test("one fund that pays the same each year is no chart", () => {
  assert.equal(shapes.saysSomething(2, [{ name: "a", values: [5, 5] }]), false);
  assert.equal(shapes.saysSomething(2, [{ name: "a", values: [5, 6] }]), true);
  assert.equal(
    shapes.saysSomething(1, [
      { name: "a", values: [5] },
      { name: "b", values: [5] },
    ]),
    true,
  );
  assert.equal(shapes.saysSomething(1, []), false);
});

test("many funds become the largest ones and the rest", () => {
  const series = Array.from({ length: 68 }, (_, place) => ({ name: `${place}`, values: [place, 1] }));
  const shown = shapes.largest(series, "others");
  assert.deepEqual(
    shown.map((item) => item.name),
    ["67", "66", "65", "64", "others"],
  );
  const sum = (list) => list.reduce((total, item) => total + item.values[0], 0);
  assert.equal(sum(shown), sum(series));
});

test("the self-check names what differs from its explanation, what is too many, and a month that lacks", () => {
  const year = {
    year: 2025,
    months: 12,
    rupiah: 300,
    funds: [{ fund: "f", rupiah: 300 }],
    segments: [{ segment: "a", rupiah: 300 }],
    programmes: [{ programme: "JKK", rupiah: 300 }],
    coverage: { members: 11, eligible: 10 },
  };
  const months = ["2025-01", "2025-02"];
  const explain = (_, { fund }) => ({ value: fund ? 299 : 300 });
  const found = checking.checked({ projection: { years: [year], months }, scenario: {} }, { explain });
  assert.deepEqual(
    found.map(({ check, count, wrong }) => [check, count, wrong.join()]),
    [
      ["years", 1, ""],
      ["funds", 1, "f 2025"],
      ["segments", 1, ""],
      ["programmes", 1, ""],
      ["members", 1, "2025"],
      ["months", 1, "2025"],
    ],
  );
  const none = checking.checked({ projection: { years: [year], months }, scenario: {} }, { explain: () => null });
  assert.equal(none[0].wrong.join(), "2025", "a figure without an explanation is not checked in silence");
});

test("a change of the law has what was before it only where nothing lies between", () => {
  const dated = (from, to, value) => ({ from, to, value, rows: null, instrument: "PP 1/2020", status: "enacted" });
  const values = [dated("2020-01", "2020-12", 1), dated("2021-01", "2021-06", 2), dated("2022-01", null, 3)];
  const law = {
    parameters: [{ key: "a", title: { id: "", en: "" }, unit: "rupiah", values }],
    reliefs: [],
    fundRules: [],
  };
  const found = changes.changesSince(law, "2021-01-15");
  assert.deepEqual(
    found.map(({ month, before, after }) => [month, before?.value ?? null, after?.value ?? null]),
    [
      ["2022-01", null, 3],
      ["2021-07", 2, null],
      ["2021-01", 1, 2],
    ],
  );
  assert.deepEqual(changes.changesSince(law, "2022-02-01"), []);
});

test("no statutory value is left out, whatever its key; each is shown once", () => {
  const dated = { from: "2020-01", to: "2020-12", value: 1, instrument: "PP 1/2020", article: null, note: null };
  const parameter = (key) => ({ key, unit: "percent", title: { id: "", en: "" }, values: [dated] });
  const shown = (chapters) =>
    chapters.map(({ subject, parameters }) => [subject, ...parameters.map(({ key }) => key)].join(" "));
  const none = { reliefs: [], fundRules: [], accounts: [], subActivities: [], targets: [], definitions: [] };
  const law = { version: "", parameters: ["jkk.bpu", "jkk.pu.low", "dana.baru"].map(parameter), ...none };
  const { EVERYTHING, chaptersOf, countOf } = laws;
  assert.deepEqual(shown(chaptersOf(law, EVERYTHING)), ["jkk jkk.pu.low", "bpu jkk.bpu", "other dana.baru"]);
  assert.equal(countOf(chaptersOf(law, EVERYTHING)), countOf([law]));
  assert.deepEqual(shown(chaptersOf(law, { ...EVERYTHING, subject: "jkk" })), ["jkk jkk.pu.low", "bpu jkk.bpu"]);
  assert.deepEqual(shown(chaptersOf(law, { ...EVERYTHING, text: "dana 1/2020" })), ["other dana.baru"]);
  for (const [month, count] of [
    ["2019-12", 0],
    ["2020-01", 3],
    ["2020-12", 3],
    ["2021-01", 0],
  ])
    assert.equal(countOf(chaptersOf(law, { ...EVERYTHING, span: { from: month, to: month } })), count, month);
});

test("overrides, assumptions and the new fields of a group come back from the form as they were", () => {
  const scenario = {
    schema: 1,
    lawDate: "2025-12-01",
    region: { name: "X", level: "city" },
    period: { firstMonth: "2026-01", months: 12 },
    segments: [
      {
        id: "a",
        name: "A",
        class: "BPU",
        group: "vulnerable",
        programmes: ["JKK"],
        agreementUntil: "2026-06",
        enrolment: { kind: "fixed", counts: [{ from: "2026-01", people: 10 }], eligible: 1200 },
        payers: [{ fund: "f", percent: 100 }],
      },
    ],
    funds: [{ id: "f", name: "F", kind: "apbdRegency" }],
    overrides: [
      { parameter: "a", from: "2026-01", value: 0.24, note: "n" },
      {
        parameter: "b",
        from: "2026-01",
        rows: [
          { fromRupiah: 0, value: 0.21 },
          { fromRupiah: 1e8, value: 0.17 },
        ],
        note: "n",
      },
    ],
    assumptions: [
      { kind: "growth", parameter: "c", percent: 6.5, note: "n" },
      { kind: "wageFormula", parameter: "d", inflationPercent: 2.5, alpha: 0.7, growthPercent: 5, note: "n" },
    ],
  };
  const { scenario: again, unclear } = drafts.toScenario(drafts.toDraft(scenario));
  assert.deepEqual([again, unclear], [scenario, []]);
});

test("the paths of a change go down to the leaves, also of what was added or deleted", () => {
  const { changedPaths } = effects;
  assert.deepEqual(changedPaths({ a: [{ b: 1, c: 2 }] }, { a: [{ b: 1, c: 3 }] }), ["a[0].c"]);
  assert.deepEqual(changedPaths({ a: 1 }, { a: 1, o: [{ p: "x" }] }), ["o[0].p"]);
  assert.deepEqual(changedPaths({ a: { b: 1 } }, {}), ["a.b"]);
  assert.deepEqual(changedPaths({ a: [1] }, { a: [1] }), []);
});

test("a change without effect is given the nearest reason", () => {
  const projection = (rupiah, unused = [], name = "A") => ({
    years: [{ rupiah, accounts: [{ code: name, rupiah }] }],
    total: { rupiah },
    monthly: { rupiah: [rupiah] },
    unused,
  });
  const segment = { name: "A", base: { kind: "fixed", rupiah: 100 }, enrolment: { eligible: 5 } };
  const before = { scenario: { rounding: "down", segments: [segment] }, projection: projection(7) };
  const reason = (change, after = projection(7)) =>
    effects.reasonOf(before, { scenario: { ...before.scenario, ...change }, projection: after });
  assert.equal(reason({}), null, "nothing was changed");
  assert.equal(reason({ rounding: "nearest" }, projection(8)), null, "a figure was changed");
  assert.deepEqual(reason({ rounding: "nearest" }), { is: "other" });
  assert.deepEqual(reason({ segments: [{ ...segment, name: "B" }] }, projection(7, [], "B")), { is: "text" });
  assert.deepEqual(reason({ segments: [{ ...segment, base: { kind: "fixed", rupiah: 101 } }] }), { is: "base" });
  assert.deepEqual(reason({ segments: [{ ...segment, group: "pppk" }] }), { is: "check" });
  // `leftOut` and `classes` are calculated from it (docs/method.md, section 7).
  assert.deepEqual(reason({ segments: [{ ...segment, enrolment: { eligible: 6 } }] }), { is: "other" });
  // A worker more in one village and one fewer in another: the sum stays, each village changes, and so does a ceiling's rest.
  const village = (people, rupiah) => ({ name: "A", counts: [{ segment: "a", people }], ceilings: [{ rupiah }] });
  const withVillages = (...villages) => ({ scenario: { ...before.scenario, villages }, projection: before.projection });
  const two = withVillages(village(1, 5), village(2, 5));
  assert.equal(effects.reasonOf(two, withVillages(village(2, 5), village(1, 5))), null);
  assert.equal(effects.reasonOf(two, withVillages(village(1, 6), village(2, 5))), null);
  const evidence = { base: { quality: "official", source: "UMP" } };
  assert.deepEqual(reason({ segments: [{ ...segment, evidence }] }), { is: "source" });
  const item = { code: "overrideUnused", path: "overrides[0]" };
  const added = reason({ overrides: [{ parameter: "x", value: 1 }] }, projection(7, [item]));
  assert.deepEqual(added, { is: "unused", item }, "the message of what holds the changed path");
  assert.deepEqual(reason({ overrides: [{ value: 1 }] }, projection(7, [{ ...item, path: "overrides[1]" }])), {
    is: "other",
  });
});

test("what a field does is that of the nearest that says it, whatever its place in a list", () => {
  const roles = {
    "segments[0].base.rupiah": "counted",
    "segments[12].name": "text",
    "permissions[0].allowed": "checked",
    "permissions[0].note": "text",
    "workforce.evidence.eligible.note": "source",
    "region.population": "counted",
    "region.name": "text",
    "constructor.name": "counted",
  };
  assert.deepEqual(Object.fromEntries(Object.keys(roles).map((path) => [path, drafts.roleOf(path)])), roles);
});

test("the form offers each class what the law gives it", () => {
  // The table of docs/method.md, section 3: PU has all four, and the worker pays a part of JHT and JP; BPU has no JP;
  // construction has JKK and JKM. Only PU has a risk class, only BPU a lowest base, only construction a contract.
  const share = [{ fund: "a", percent: "100" }];
  const all = ["JKK", "JKM", "JHT", "JP"];
  const group = { id: "x", name: "X", programmes: all, enrolment: { kind: "fixed", counts: [] }, payers: share };
  const fitted = (of, base) => drafts.fitted({ ...group, class: of, base, workerPayers: share }, []);
  const wage = { kind: "fixed", rupiah: "1" };
  const contract = { kind: "contract", rupiah: "1" };
  assert.deepEqual(fitted("PU", wage), { ...group, class: "PU", base: wage, workerPayers: share, risk: null });
  assert.deepEqual(fitted("BPU", contract), { ...group, class: "BPU", programmes: all.slice(0, 3), sector: null });
  assert.deepEqual(fitted("construction", contract), {
    ...group,
    class: "construction",
    programmes: ["JKK", "JKM"],
    base: contract,
  });
  assert.deepEqual(fitted("PU", contract).base, { kind: "fixed", rupiah: "" });
});

test("a share that is moved takes from the others in proportion, and the sum stays 100 %", () => {
  const moved = (texts, place, wanted) => parts.balanced(texts, place, wanted);
  assert.deepEqual(moved(["60", "40"], 0, 61), ["61", "39"]);
  // 40 % are divided 30 to 10.
  assert.deepEqual(moved(["60", "30", "10"], 0, 20), ["20", "60", "20"]);
  // A third each of the rest: four decimals, the last takes the remainder.
  assert.deepEqual(moved(["100", "0", "0", "0"], 0, 0), ["0", "33,3333", "33,3333", "33,3334"]);
  assert.deepEqual(moved(["", "abc", "50"], 1, 30), ["0", "30", "70"], "what cannot be read holds nothing");
  assert.deepEqual(moved(["100"], 0, 40), ["100"], "one payer pays all");
  for (let wanted = 0; wanted <= 100; wanted += 7) {
    const texts = moved(["12,3457", "45,6543", "42"], 1, wanted);
    const sum = texts.reduce((all, text) => all + Math.round(value(text, "percent") * 1e4), 0);
    assert.equal(sum, 1_000_000, texts.join(" + "));
    for (const text of texts) assert.doesNotMatch(text, /,\d{5}/);
  }
});

test("targets, flows, order of use and budgets come back from the form as they were", () => {
  const path = {
    points: [{ month: "2026-01", percent: 10 }],
    shape: "sCurve",
    yearly: { kind: "points", points: 5, upTo: 60.5 },
  };
  const scenario = {
    schema: 1,
    region: { name: "X", level: "city", population: 1234567 },
    period: { firstMonth: "2026-01", months: 12 },
    workforce: {
      denominator: "eligible",
      eligible: [{ from: "2026-01", people: 5000 }],
      growthPercent: 1.5,
      rivals: [{ name: "R", denominator: "own", eligible: [{ from: "2026-01", people: 4000 }] }],
    },
    segments: [
      {
        id: "a",
        name: "A",
        class: "BPU",
        programmes: ["JKK"],
        payers: [
          { fund: "f", percent: 33.3333 },
          { fund: "g", percent: 66.6667 },
        ],
        enrolment: { kind: "path", members: 0, eligible: 1200, path, mostPerMonth: 1500 },
        flows: { leave: [{ cause: "death", percentAYear: 0.47 }], verificationLossPercent: 12.5, billedFromNext: true },
      },
      {
        id: "b",
        name: "B",
        class: "BPU",
        programmes: ["JKK"],
        payers: [{ fund: "f", percent: 100 }],
        enrolment: { kind: "target", members: 0, eligible: 1200, priority: 1, quotaPercent: 40 },
      },
    ],
    target: { ...path, yearly: { kind: "factor", percent: 120 }, spread: "quota" },
    otherTargets: [{ name: "O", ...path }],
    funds: [
      {
        id: "f",
        name: "F",
        kind: "apbdRegency",
        next: "g",
        ceilings: [{ year: 2026, rupiah: 2000, beforeRupiah: 1000 }],
      },
      { id: "g", name: "G", kind: "csr" },
    ],
    stage: { name: "perubahan", month: "2026-09" },
    totals: [{ name: "APBD", year: 2026, rupiah: 1e12 }],
  };
  const { scenario: again, unclear } = drafts.toScenario(drafts.toDraft(scenario));
  assert.deepEqual([again, unclear], [scenario, []]);
});

test("a line goes through its points, the highest no higher than its scale", () => {
  const { lines, columns, ticks, bottom } = shapes.lineShape(3, [
    {
      name: "a",
      points: [
        [0, 0],
        [1, 50],
        [2, 100],
      ],
    },
  ]);
  const [{ dots, path }] = lines;
  assert.deepEqual(
    dots.map(({ x }) => x),
    columns,
  );
  assert.equal(dots[0].y, bottom);
  assert.ok(Math.abs(dots[0].y - dots[1].y - (dots[1].y - dots[2].y)) < 1e-9, "half as much is half as high");
  assert.equal(dots[2].y, ticks.at(-1).y);
  assert.match(path, /^M[\d. ]+L[\d. ]+L[\d. ]+$/);
});

test("a target that is crossed in another month is a changed figure", () => {
  const projection = (month) => ({
    years: [],
    total: {},
    monthly: {},
    unused: [],
    crossings: [{ target: "O", percent: 50, month }],
  });
  const state = (percent, month) => ({ scenario: { otherTargets: [{ percent }] }, projection: projection(month) });
  assert.equal(effects.reasonOf(state(50, "2026-05"), state(51, "2026-06")), null);
  assert.deepEqual(effects.reasonOf(state(50, "2026-05"), state(51, "2026-05")), { is: "other" });
});

test("the steps nearest to the plan are kept, as far as their letters have room", () => {
  const { within } = keeping;
  // 10 letters each: the name "t" and nine letters of text.
  const step = (digit) => ({ t: digit.repeat(9) });
  const [past, future] = [["1", "2", "3"].map(step), ["5", "4"].map(step)];
  assert.deepEqual(within({ past, future }, 50), { past, future });
  assert.deepEqual(within({ past, future }, 40), { past, future: future.slice(1) });
  assert.deepEqual(within({ past, future }, 25), { past: past.slice(1), future: [] });
  assert.deepEqual(within({ past, future }, 9), { past: [], future: [] });
  // A step shares unchanged parts with the step before it; they are stored once.
  const shared = step("x");
  const steps = Array.from({ length: 100 }, () => ({ s: shared }));
  // 100 names of one letter, and 10 letters once.
  assert.equal(within({ past: steps, future: [] }, 110).past.length, 100);
});

test("of what was kept the readable part is told from the whole", () => {
  const { readSaved, readSteps } = keeping;
  const draft = drafts.emptyDraft(2026);
  assert.deepEqual(readSaved({ draft, before: null }), { saved: { draft, before: null, shelf: [] }, whole: true });
  for (const broken of [undefined, null, 5, "text", [], {}, { draft: null }, { draft: { ...draft, schema: 2 } }])
    assert.deepEqual(readSaved(broken), { saved: null, whole: false });
  for (const part of [{ before: {} }, { shelf: {} }, { shelf: [draft, 1] }]) {
    const { saved, whole } = readSaved({ draft, before: null, shelf: [], ...part });
    assert.deepEqual([saved.draft, whole], [draft, false]);
  }
  // No undo beyond a step that cannot be read.
  assert.deepEqual(readSteps([draft, {}, draft], "x"), { past: [draft], future: [] });
});

test("a draft whose parts are no parts and whose lists are no lists is none", () => {
  const draft = drafts.emptyDraft(2026);
  const [segment] = draft.segments;
  const withSegment = (part) => ({ ...draft, segments: [{ ...segment, ...part }] });
  assert.ok(drafts.isDraft(draft));
  assert.ok(drafts.isDraft(withSegment({ enrolment: { kind: "target", members: "", eligible: "" } })));
  for (const broken of [
    { ...draft, funds: { length: 1 } },
    { ...draft, funds: [null] },
    { ...draft, workforce: 5 },
    { ...draft, workforce: { eligible: "1" } },
    { ...draft, target: {} },
    { ...draft, otherTargets: [{ points: 3 }] },
    withSegment({ payers: [3] }),
    withSegment({ enrolment: { kind: "fixed" } }),
    withSegment({ enrolment: { kind: "path", path: {} } }),
    withSegment({ base: "x" }),
    withSegment({ flows: { leave: {} } }),
    withSegment({ evidence: "guess" }),
  ])
    assert.equal(drafts.isDraft(broken), false, JSON.stringify(broken));
});

test("every list and every part of the scenario of all fields is asked for as such", () => {
  const draft = drafts.toDraft(everything);
  assert.ok(drafts.isDraft(draft));
  const paths = [];
  const walk = (value, path) => {
    if (typeof value !== "object" || value === null) return;
    const rows = Array.isArray(value);
    // Lists of texts, such as the programmes, are read by name elsewhere; the content of a source is not compared.
    if (path && (!rows || value.some((row) => typeof row === "object"))) paths.push(path);
    if (path.endsWith("evidence")) return;
    for (const [key, item] of Object.entries(value))
      walk(item, rows ? `${path}[${key}]` : path ? `${path}.${key}` : key);
  };
  walk(draft, "");
  assert.ok(paths.length > 50, `${paths.length}`);
  for (const path of paths) assert.equal(drafts.isDraft(drafts.setAt(draft, path, 5)), false, path);
});
