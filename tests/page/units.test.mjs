// The parts of the page that need no browser: reading numbers, and the way between scenario and typed text.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder;
let numbers;
let drafts;
let shapes;
let laws;
let effects;
let parts;
let paste;
let blank;
let groupNames;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "cakupan-page-"));
  const names = ["numbers", "draft", "chart-shape", "law-list", "no-effect", "shares", "paste", "blank", "group-names"];
  const entry = Object.fromEntries(names.map((name) => [name, join(root, `www/src/${name}.ts`)]));
  await build({
    configFile: false,
    logLevel: "error",
    build: { lib: { entry, formats: ["es"] }, outDir: folder, minify: false },
  });
  const load = (name) => import(pathToFileURL(join(folder, `${name}.js`)).href);
  [numbers, drafts, shapes, laws, effects, parts, paste, blank, groupNames] = await Promise.all(names.map(load));
});

after(() => rm(folder, { recursive: true, force: true }));

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

const inputs = JSON.parse(await readFile(join(root, "tests/cases/inputs.json"), "utf8"));

test("every input of the list is read, asked about or refused as the list says", () => {
  const read = inputs.filter(({ kind }) => !["code", "name"].includes(kind));
  assert.ok(read.length > 60, `${read.length}`);
  for (const { source, raw, kind, expected } of read) {
    const reading = numbers.readNumber(raw, kind);
    const got =
      reading.is === "number" ? reading.value : reading.is === "unclear" ? { ask: reading.choices } : reading.is;
    assert.deepEqual(got, expected, `${source}: ${JSON.stringify(raw)} as ${kind}`);
  }
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

test("a choice that is taken is not asked about again", () => {
  for (const { raw, kind, expected } of inputs)
    for (const choice of expected?.ask ?? []) {
      const text = numbers.writeNumber(choice, kind);
      assert.equal(value(text, kind), choice, raw);
      assert.equal(numbers.tidyNumber(text, kind), text, raw);
    }
});

test("a number too long to be exact is not written out as another one", () => {
  for (const text of ["12345678901234567890", "100.200.300.400.500.600.700"])
    for (const kind of ["people", "money"]) assert.equal(numbers.tidyNumber(text, kind), text);
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
    // Finer than any field is meant for, and still not changed on the way.
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

test("a changed value loses its source, its neighbours keep theirs", () => {
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
  assert.equal(drafts.evidenceAt(changed, "segments[0].enrolment"), "own");
  assert.deepEqual(drafts.toScenario(changed).scenario.segments[0].evidence, { base: evidence.base });
  assert.equal(drafts.getAt(draft, path), "1.200", "the draft before is untouched");
  assert.deepEqual(drafts.setAt(draft, path, "1200", true).segments[0].evidence, evidence);
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

test("cells are read as spreadsheets copy them", () => {
  for (const [text, rows] of [
    ["100", [["100"]]],
    ["100\n", [["100"]]],
    ["100\r\n", [["100"]]],
    ["100\n200\n300\n", [["100"], ["200"], ["300"]]],
    ["100\r\n200\r\n300", [["100"], ["200"], ["300"]]],
    ["100\r200", [["100"], ["200"]]],
    ["100\t200\t300", [["100", "200", "300"]]],
    // A blank row within the column keeps its place; blank rows at the end and blank columns are none.
    ["100\n\n300\n\n\n", [["100"], [""], ["300"]]],
    ["100\t\n200\t\n", [["100"], ["200"]]],
    [
      "A\t1\nB",
      [
        ["A", "1"],
        ["B", ""],
      ],
    ],
    [
      '"a""b"\tc\r\n"two\nlines"\td',
      [
        ['a"b', "c"],
        ["two\nlines", "d"],
      ],
    ],
    // A quotation mark that opens no quoted cell is a letter.
    ['Kader "A"\n"B" dan C', [['Kader "A"'], ['"B" dan C']]],
    ['"open\n5', [['"open'], ["5"]]],
    ["", []],
    ["\t\r\n", []],
  ])
    assert.deepEqual(paste.cellsOf(text), rows, JSON.stringify(text));
});

const group = (id, people, more = {}) => ({
  ...drafts.newSegment([], "dana-1", "2026-01"),
  id,
  name: id,
  enrolment: { kind: "fixed", counts: [{ from: "2026-01", people }] },
  ...more,
});
const heads = "enrolment.counts[0].people";

test("a pasted column is offered one cell a group, or refused in words; the plan stays", () => {
  const byTarget = group("c", "", { enrolment: { kind: "target", members: "0", eligible: "" } });
  const plan = { ...drafts.emptyDraft(2026), segments: [group("a", "1"), group("b", "2"), byTarget] };
  const offered = (path, text) => {
    const rows = paste.rowsOf(text);
    assert.notEqual(typeof rows, "string", "nothing goes into the field");
    return paste.offerOf({ path, rows, draft: plan });
  };
  const first = `segments[0].${heads}`;
  assert.deepEqual(offered(first, "100\n200\n"), { is: "fits", cells: ["100", "200"], there: 2, more: 0 });
  assert.deepEqual(offered(first, "100\t200"), { is: "fits", cells: ["100", "200"], there: 2, more: 0 });
  assert.deepEqual(offered(first, "100\n200\n300"), { is: "otherGroup", place: 2 });
  assert.deepEqual(offered(first, "1\t2\n3\t4"), { is: "table", rows: 2, columns: 2 });
  assert.deepEqual(offered(first, "Orang\n100"), { is: "notNumber", cell: "Orang" });
  // One cell of two lines, which a field of one line would join.
  assert.deepEqual(offered(first, '"100\n200"'), { is: "notNumber", cell: "100\n200" });
  assert.deepEqual(offered("segments[0].name", '"Kader\nposyandu"').cells, ["Kader\nposyandu"]);
  assert.deepEqual(offered("period.months", "12\n24"), { is: "oneOnly", cells: 2 });
  assert.deepEqual(offered("funds[0].ceilings[0].rupiah", "1\n2"), { is: "oneOnly", cells: 2 });
  assert.deepEqual(offered("segments[2].name", "Kader\nRT/RW"), {
    is: "fits",
    cells: ["Kader", "RT/RW"],
    there: 1,
    more: 1,
  });
  assert.deepEqual(offered("segments[2].enrolment.members", "1\n2"), { is: "oneOnly", cells: 2 });
  assert.deepEqual(offered(first, "1\n".repeat(201)), { is: "tooMuch" });
  assert.deepEqual(offered(first, "1\n".repeat(200_000)), { is: "tooMuch" });
  for (const text of ["100\n", "100\r\n", "100\t\n"]) assert.equal(paste.rowsOf(text), "100", "one cell is that cell");
});

test("accepted cells go one into each group; a blank one leaves its group; new groups have none of the other numbers", () => {
  const model = group("b", "2", {
    class: "PU",
    risk: "veryLow",
    programmes: ["JKK"],
    base: { kind: "fixed", rupiah: "3.000.000" },
    evidence: { base: { quality: "official" } },
  });
  const plan = { ...drafts.emptyDraft(2026), segments: [group("a", "1"), model, group("c", "3")] };
  const pasted = { path: `segments[0].${heads}`, rows: [], draft: plan };
  const people = (draft) => draft.segments.map((segment) => segment.enrolment.counts[0].people);
  assert.deepEqual(people(paste.spread(pasted, ["100", "", "1200"])), ["100", "2", "1.200"]);
  assert.deepEqual(people(plan), ["1", "2", "3"], "the plan itself stays");
  const named = paste.spread({ ...pasted, path: "segments[0].name" }, ["Kader\nposyandu"]);
  assert.equal(named.segments[0].name, "Kader posyandu");
  const grown = paste.spread({ ...pasted, path: `segments[1].${heads}` }, ["10", "20", "30", "40"]);
  assert.deepEqual(people(grown), ["1", "10", "20", "30", "40"]);
  const { id, name, class: of, programmes, risk, base, evidence } = grown.segments[3];
  assert.deepEqual(
    [name, of, programmes, risk, base, evidence],
    ["", "PU", ["JKK"], "veryLow", { kind: "fixed", rupiah: "" }, undefined],
  );
  assert.equal(new Set(grown.segments.map((segment) => segment.id)).size, 5, id);
});

test("a fund is called by its kind until the planner names it, and no two by the same", () => {
  const funds = (draft) => draft.funds.map(({ name, kind }) => `${kind}: ${name}`);
  const add = (draft) => ({ ...draft, funds: [...draft.funds, drafts.newFund(draft.funds, draft.region.level)] });
  const plan = add(drafts.emptyDraft(2026));
  assert.deepEqual(funds(plan), ["apbdRegency: APBD", "apbdRegency: APBD 2"]);
  const village = drafts.withFundKind(plan, 0, "danaDesa");
  assert.deepEqual(funds(village), ["danaDesa: Dana Desa", "apbdRegency: APBD 2"]);
  assert.deepEqual(funds(drafts.withFundKind(village, 1, "danaDesa"))[1], "danaDesa: Dana Desa 2");
  assert.deepEqual(funds(drafts.withFundKind(village, 0, "csr"))[0], "csr: CSR/TJSL");
  // Named, or called by another kind on purpose: kept.
  for (const name of ["Dana Desa Suka Maju", "APBD Kota Uji", "APBDes", "ADD"]) {
    const named = drafts.setAt(plan, "funds[0].name", name);
    assert.equal(funds(drafts.withFundKind(named, 0, "danaDesa"))[0], `danaDesa: ${name}`);
  }
  const unnamed = drafts.setAt(plan, "funds[0].name", "");
  assert.equal(funds(drafts.withFundKind(unnamed, 0, "baznas"))[0], "baznas: Baznas");
});

test("the level of the region decides whose budget an unnamed fund is", () => {
  const first = (draft) => `${draft.funds[0].kind}: ${draft.funds[0].name}`;
  const plan = drafts.emptyDraft(2026);
  for (const [level, expected] of [
    ["province", "apbdProvince: APBD provinsi"],
    ["village", "add: ADD"],
    ["city", "apbdRegency: APBD"],
  ]) {
    const next = drafts.withLevel(plan, level);
    assert.equal(next.region.level, level);
    assert.equal(first(next), expected);
    assert.equal(first(drafts.withLevel(next, "regency")), "apbdRegency: APBD", "and back");
    assert.equal(drafts.newFund([], level).kind, expected.split(":")[0]);
  }
  const chosen = drafts.withFundKind(plan, 0, "csr");
  assert.equal(first(drafts.withLevel(chosen, "province")), "csr: CSR/TJSL", "another kind was chosen");
  const named = drafts.setAt(plan, "funds[0].name", "APBD Maros");
  assert.equal(first(drafts.withLevel(named, "province")), "apbdRegency: APBD Maros", "the planner named it");
});

test("what was opened and not filled in counts as absent; what is left keeps its place", () => {
  const { segments, funds, ...plan } = drafts.emptyDraft(2026);
  const month = "2026-01";
  const path = { points: [{ month: "2026-12", percent: "" }], shape: "linear" };
  const full = group("a", "100");
  const opened = {
    ...plan,
    name: "",
    workforce: {
      denominator: "eligible",
      eligible: [{ from: month, people: "" }],
      otherMembers: [{ from: month, people: "-" }],
      rivals: [{ name: "", denominator: "own", eligible: [{ from: month, people: "" }] }],
    },
    target: { ...path, yearly: { kind: "points", points: "", upTo: "" }, spread: "quota" },
    otherTargets: [{ name: " ", ...path }],
    segments: [
      {
        ...full,
        enrolment: { kind: "fixed", counts: [...full.enrolment.counts, { from: "2026-07", people: "" }], eligible: "" },
        payers: [...full.payers, { fund: "dana-2", percent: "" }],
        flows: { leave: [{ cause: "lapse", percentAYear: "" }] },
      },
      drafts.newSegment([full], "dana-1", month),
    ],
    funds: [
      {
        ...funds[0],
        ceilings: [{ year: "2026", rupiah: "" }],
        accounts: [{ programme: "", code: "", description: "" }],
      },
    ],
    totals: [{ name: "APBD", year: "2026", rupiah: "" }],
    overrides: [{ parameter: "", from: month, to: "", value: "", note: "" }],
    assumptions: [{ kind: "growth", parameter: "", percent: "", note: "" }],
  };
  const bare = { ...plan, segments: [full], funds };
  const { plan: left, blank: gone } = blank.withoutBlank(opened);
  assert.deepEqual(drafts.toScenario(left).scenario, { ...drafts.toScenario(bare).scenario });
  assert.deepEqual([...gone].sort(), [
    "assumptions[0]",
    "funds[0].accounts[0]",
    "funds[0].ceilings[0]",
    "otherTargets[0]",
    "overrides[0]",
    "segments[0].enrolment.counts[1]",
    "segments[0].flows",
    "segments[0].payers[1]",
    "segments[1]",
    "target",
    "totals[0]",
    "workforce",
  ]);
  assert.equal(segments.length, 1);
  const kept = (change) => blank.withoutBlank(drafts.setAt(opened, ...change)).blank;
  // One thing typed makes the part one that is asked for the rest.
  for (const [typed, part] of [
    [["workforce.growthPercent", "1"], "workforce"],
    [["target.yearly.points", "5"], "target"],
    [["otherTargets[0].name", "RPJMD"], "otherTargets[0]"],
    [["segments[1].name", "Kader"], "segments[1]"],
    [["segments[1].enrolment.counts[0].people", "abc"], "segments[1]"],
    [["segments[0].enrolment.counts[1].people", "0"], "segments[0].enrolment.counts[1]"],
    [["totals[0].name", "Belanja wajib"], "totals[0]"],
    [["overrides[0].parameter", "jkk.bpu"], "overrides[0]"],
    [["funds[0].accounts[0].code", "5.1"], "funds[0].accounts[0]"],
  ])
    assert.ok(!kept(typed).includes(part), part);
  // Blank in the middle: the places of those behind it would change, so it is asked for.
  const middle = { ...opened, segments: [opened.segments[0], opened.segments[1], group("c", "5")] };
  assert.ok(!blank.withoutBlank(middle).blank.includes("segments[1]"));
  // A plan is never left without a group.
  assert.equal(blank.withoutBlank(drafts.emptyDraft(2026)).plan.segments.length, 1);
});

test("no example case has a blank part", async () => {
  for (const name of await readdir(join(root, "cases"))) {
    const scenario = JSON.parse(await readFile(join(root, "cases", name), "utf8"));
    assert.deepEqual(blank.withoutBlank(drafts.toDraft(scenario)).blank, [], name);
  }
});

test("a new plan is of the year to come; its last month follows from its length", () => {
  const next = new Date().getFullYear() + 1;
  assert.equal(drafts.newPlan().period.firstMonth, `${next}-01`);
  for (const [firstMonth, months, last] of [
    ["2026-01", "12", "2026-12"],
    ["2026-07", "6", "2026-12"],
    ["2025-03", "24", "2027-02"],
    ["2026-01", "1", "2026-01"],
    ["2026-01", "abc", "2026-01"],
    ["2026-", "12", "2026-"],
  ])
    assert.equal(drafts.lastMonth({ firstMonth, months }), last);
});

test("the words of regions for kinds of workers are understood, and no kind is guessed for other names", async () => {
  const names = inputs.filter(({ kind }) => kind === "name");
  assert.ok(names.length > 20);
  for (const { raw, expected } of names)
    assert.deepEqual([...groupNames.groupsIn(raw)].sort(), [...expected].sort(), raw);
  const suggested = (name, group) => groupNames.suggestionOf({ name, group });
  assert.deepEqual(suggested("Honorer Setda"), { is: "one", group: "nonAsn" });
  assert.equal(suggested("Honorer Setda", "other"), null, "what the planner said stays");
  assert.deepEqual(
    suggested("PPPK PW", "pppk"),
    { is: "one", group: "pppkPartTime" },
    "but the two PPPK are told apart",
  );
  assert.equal(suggested("PPPK dan PPPK paruh waktu").is, "mixed");
  // The cases name their groups themselves: the words mean the same.
  for (const name of await readdir(join(root, "cases")))
    for (const segment of JSON.parse(await readFile(join(root, "cases", name), "utf8")).segments)
      if (groupNames.groupsIn(segment.name).length)
        assert.deepEqual(groupNames.groupsIn(segment.name), [segment.group]);
});

test("an account code stays the text that was typed, and chooses no rate", async () => {
  const { project } = await import("cakupan");
  const codes = inputs.filter(({ kind }) => kind === "code").map(({ raw }) => raw);
  assert.equal(codes.length, 3);
  const costs = codes.map((code) => {
    const account = { programme: "", code, description: "Iuran" };
    const [fund] = drafts.emptyDraft(2026).funds;
    const plan = { ...drafts.emptyDraft(2026), region: { name: "X", level: "regency" } };
    const draft = { ...plan, segments: [group("a", "100")], funds: [{ ...fund, accounts: [account] }] };
    assert.equal(drafts.kindOf("funds[0].accounts[0].code"), undefined);
    const { scenario } = drafts.toScenario(draft);
    assert.equal(scenario.funds[0].accounts[0].code, code);
    assert.equal(drafts.toDraft(scenario).funds[0].accounts[0].code, code);
    const { total } = project(scenario);
    assert.deepEqual(total.accounts, [{ code, description: "Iuran", rupiah: total.rupiah }]);
    return total.rupiah;
  });
  // 100 people at 16.800 for 12 months, whatever the code.
  assert.deepEqual(costs, [20_160_000, 20_160_000, 20_160_000]);
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
  assert.deepEqual(reason({ segments: [{ ...segment, enrolment: { eligible: 6 } }] }), { is: "check" });
  const item = { code: "overrideUnused", path: "overrides[0]" };
  const added = reason({ overrides: [{ parameter: "x", value: 1 }] }, projection(7, [item]));
  assert.deepEqual(added, { is: "unused", item }, "the message of what holds the changed path");
  assert.deepEqual(reason({ overrides: [{ value: 1 }] }, projection(7, [{ ...item, path: "overrides[1]" }])), {
    is: "other",
  });
});

test("a share that is moved takes from the others in proportion, and the sum stays 100 %", () => {
  const moved = (texts, place, wanted) => parts.balanced(texts, place, wanted);
  assert.deepEqual(moved(["60", "40"], 0, 61), ["61", "39"]);
  // 40 % are left for 30 and 10 parts of 40.
  assert.deepEqual(moved(["60", "30", "10"], 0, 20), ["20", "60", "20"]);
  // A third each of what is left: four decimals, the last takes the rest.
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
