// Input seen in practice: the list of inputs, pasted cells, names, and parts that were opened and left empty.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { modules, root } from "./modules.mjs";

const [numbers, drafts, paste, offers, blank, groupNames, cells] = await modules(
  "plan/numbers",
  "plan/draft",
  "plan/paste",
  "plan/spread",
  "plan/blank",
  "plan/group-names",
  "ui/cells",
);

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

test("a choice that is taken is not asked about again", () => {
  for (const { raw, kind, expected } of inputs)
    for (const choice of expected?.ask ?? []) {
      const text = numbers.writeNumber(choice, kind);
      assert.deepEqual(numbers.readNumber(text, kind), { is: "number", value: choice }, raw);
      assert.equal(numbers.tidyNumber(text, kind), text, raw);
    }
});

test("a number too long to be exact is not written out as another one", () => {
  for (const text of ["12345678901234567890", "100.200.300.400.500.600.700"])
    for (const kind of ["people", "money"]) assert.equal(numbers.tidyNumber(text, kind), text);
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
    // An empty row inside the column keeps its place; empty rows at the end and empty columns are dropped.
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
    // A quotation mark that starts no quoted cell is a character.
    ['Kader "A"\n"B" dan C', [['Kader "A"'], ['"B" dan C']]],
    ['"open\n5', [['"open'], ["5"]]],
    ["", []],
    ["\t\r\n", []],
  ])
    assert.deepEqual(cells.cellsOf(text), rows, JSON.stringify(text));
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
    return offers.offerOf({ path, rows, draft: plan });
  };
  const first = `segments[0].${heads}`;
  assert.deepEqual(offered(first, "100\n200\n"), { is: "fits", cells: ["100", "200"], there: 2, more: 0 });
  assert.deepEqual(offered(first, "100\t200"), { is: "fits", cells: ["100", "200"], there: 2, more: 0 });
  assert.deepEqual(offered(first, "100\n200\n300"), { is: "otherGroup", place: 2 });
  assert.deepEqual(offered(first, "1\t2\n3\t4"), { is: "table", rows: 2, columns: 2 });
  assert.deepEqual(offered(first, "Orang\n100"), { is: "notNumber", cell: "Orang" });
  // One cell of two lines, which a one-line field would join.
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
  assert.deepEqual(people(offers.spread(pasted, ["100", "", "1200"])), ["100", "2", "1.200"]);
  assert.deepEqual(people(plan), ["1", "2", "3"], "the plan itself stays");
  const named = offers.spread({ ...pasted, path: "segments[0].name" }, ["Kader\nposyandu"]);
  assert.equal(named.segments[0].name, "Kader posyandu");
  const grown = offers.spread({ ...pasted, path: `segments[1].${heads}` }, ["10", "20", "30", "40"]);
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
  // Own names, and names of another kind of fund, are kept.
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
  // Input in one field makes the rest of the part required.
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
  // An empty segment in the middle is required, since removing it would move those after it.
  const middle = { ...opened, segments: [opened.segments[0], opened.segments[1], group("c", "5")] };
  assert.ok(!blank.withoutBlank(middle).blank.includes("segments[1]"));
  // A plan always has at least one segment.
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
  // The cases name their groups: the words have the same meaning.
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
