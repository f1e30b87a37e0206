// The groups of a plan as rows, without a browser: cells, what a cell means, faults of cells, growth, sums, templates.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.mjs";

const [table, drafts, templates, repair] = await modules(
  "plan/group-table",
  "plan/draft",
  "plan/templates",
  "plan/repair",
);

const terms = {
  classes: { PU: "PU", BPU: "BPU", construction: "Jasa konstruksi" },
  byEnrolment: { target: "mengikuti target", path: "target khusus", villages: "dari desa" },
  lowest: "terendah",
  base: () => "100 % UMP",
  allMonths: "semua",
  span: (from, to) => `${from}–${to}`,
  spans: (count) => `${count} rentang`,
  unpaid: "?",
  open: "Buka",
};
const group = (id, more = {}) => ({
  id,
  name: id,
  class: "BPU",
  programmes: ["JKK", "JKM"],
  enrolment: { kind: "fixed", counts: [{ from: "2027-01", people: "1.000" }] },
  payers: [{ fund: "f", percent: "100" }],
  ...more,
});
const plan = {
  schema: 1,
  region: { name: "Kota Uji", level: "city" },
  period: { firstMonth: "2027-01", months: "36" },
  segments: [
    group("a"),
    group("b", {
      class: "PU",
      risk: "veryLow",
      base: { kind: "minimumWage", parameter: "minimumWage.ump.aceh", percent: "100" },
      enrolment: { kind: "target", members: "5", eligible: "10" },
      payers: [
        { fund: "f", percent: "60" },
        { fund: "g", percent: "40" },
      ],
      billed: [{ from: "2027-01", to: "2027-06" }],
    }),
    group("c", {
      enrolment: {
        kind: "fixed",
        counts: [
          { from: "2027-01", people: "1" },
          { from: "2027-07", people: "2" },
        ],
      },
    }),
  ],
  funds: [
    { id: "f", name: "APBD", kind: "apbdRegency" },
    { id: "g", name: "CSR", kind: "csr" },
  ],
};
const columns = table.columnsOf(plan);
const by = Object.fromEntries(columns.map((column) => [column.key, column]));
const texts = (of, row) => columns.map((column) => table.textAt(of, of.segments[row], column, terms));
const edit = (key, text, row = 0, of = plan) => table.edited(of, columns, [{ row, key, text }], terms);

test("people have a column for the first month, each January of the plan, and each other month that a group names", () => {
  assert.deepEqual(
    columns.map(({ key }) => key),
    "name class programmes people:2027-01 people:2027-07 people:2028-01 people:2029-01 base months payers details".split(
      " ",
    ),
  );
  assert.deepEqual(texts(plan, 0), ["a", "BPU", "JKK, JKM", "1.000", "", "", "", "terendah", "semua", "APBD", "Buka"]);
  const target = Array.from({ length: 4 }, () => "mengikuti target");
  const details = ["100 % UMP", "2027-01–2027-06", "APBD 60 % + CSR 40 %", "Buka"];
  assert.deepEqual(texts(plan, 1), ["b", "PU", "JKK, JKM", ...target, ...details]);
});

test("a number of a year is added, changed and taken away, in the order of months, and the others stay", () => {
  const counts = (of, row = 0) => of.segments[row].enrolment.counts.map(({ from, people }) => `${from} ${people}`);
  const added = edit("people:2029-01", "1200");
  assert.deepEqual(counts(added), ["2027-01 1.000", "2029-01 1.200"]);
  const between = edit("people:2028-01", "1100", 0, added);
  assert.deepEqual(counts(between), ["2027-01 1.000", "2028-01 1.100", "2029-01 1.200"]);
  assert.deepEqual(counts(edit("people:2028-01", "", 0, between)), ["2027-01 1.000", "2029-01 1.200"]);
  assert.deepEqual(
    counts(edit("people:2027-01", "", 0, added)),
    ["2027-01 ", "2029-01 1.200"],
    "the first stays, and is asked",
  );
  assert.equal(edit("people:2027-01", "7", 1), plan, "a target is no number of a cell");
  assert.equal(added.segments[1], plan.segments[1]);
});

test("a changed number marks its source, the same number written otherwise does not", () => {
  const source = { quality: "official", source: "SK" };
  const sourced = { ...plan, segments: [group("a", { evidence: { enrolment: source } })] };
  assert.equal(edit("people:2027-01", "2000", 0, sourced).segments[0].evidence.enrolment.changed, true);
  assert.deepEqual(edit("people:2027-01", "1000", 0, sourced).segments[0].evidence.enrolment, source);
});

test("class and programmes are read as people write them, and what does not fit the class goes", () => {
  const pu = edit("class", "penerima upah").segments[0];
  assert.equal(pu.class, "PU");
  assert.deepEqual(pu.base, { kind: "fixed", rupiah: "" }, "a wage earner has no lowest bracket");
  assert.equal(edit("class", "jasa konstruksi").segments[0].class, "construction");
  assert.deepEqual(edit("programmes", "jht + jkk").segments[0].programmes, ["JKK", "JHT"]);
  assert.deepEqual(edit("payers", "csr").segments[0].payers, [{ fund: "g", percent: "100" }]);
  assert.deepEqual(edit("base", "2,5 jt").segments[0].base, { kind: "fixed", rupiah: "2.500.000" });
  assert.equal(edit("base", "", 0, edit("base", "2,5 jt")).segments[0].base, null, "the lowest bracket again");
});

test("a text that names no choice stays in its cell, keeps the answer back, and goes with the next choice", () => {
  // JP is no programme of BPU.
  for (const [key, text] of [
    ["class", "honorer"],
    ["programmes", "JKK, JP"],
    ["payers", "APBN"],
  ]) {
    const next = edit(key, text);
    assert.deepEqual(next.segments, plan.segments, "nothing is guessed");
    assert.equal(table.textAt(next, next.segments[0], by[key], terms), text);
    const { unclear, scenario } = drafts.toScenario(next);
    assert.deepEqual(
      unclear.map(({ path, typed, why }) => `${path} ${typed} ${why}`),
      [`segments[0].${key} ${text} word`],
    );
    assert.equal(scenario.unread, undefined, "the engine is not asked about it");
    assert.deepEqual(table.cellOfPath(next, unclear[0].path), { row: 0, key });
  }
  const wrong = edit("class", "honorer");
  assert.deepEqual(edit("class", "PU", 0, wrong).unread, []);
  assert.deepEqual(drafts.setAt(wrong, "segments[0].class", "PU").unread, [], "also chosen in the form");
  const gone = { ...wrong, segments: wrong.segments.slice(1) };
  assert.deepEqual(drafts.toScenario(gone).unclear, []);
  // A plan from a file keeps it: the engine finds no fault in the rest.
  const { draft, problems } = repair.repairedTyped(wrong, { run: () => ({}) });
  assert.deepEqual([draft.unread, problems], [wrong.unread, []]);
});

test("faults stand in the cell of their field, or at the details", () => {
  const at = (path) => table.cellOfPath(plan, path)?.key;
  assert.equal(at("segments[0].enrolment.counts[0].people"), "people:2027-01");
  assert.equal(at("segments[2].enrolment.counts[1].people"), "people:2027-07");
  assert.equal(at("segments[0].payers[0].fund"), "payers");
  assert.equal(at("segments[1].payers[1].percent"), "details");
  assert.equal(at("segments[1].base.parameter"), "details");
  assert.equal(at("segments[1].billed[0].to"), "months");
  assert.equal(at("segments[0].agreementUntil"), "details");
  assert.equal(at("funds[0].name"), undefined);
});

test("rows below the table are new groups of the same kind", () => {
  const block = [
    ["Nelayan", "120"],
    ["Ojek", "80"],
  ].flatMap(([name, people], row) => [
    { row: row + 3, key: "name", text: name },
    { row: row + 3, key: "people:2027-01", text: people },
  ]);
  const next = table.edited(plan, columns, block, terms);
  assert.deepEqual(
    next.segments.slice(3).map(({ name, enrolment }) => `${name} ${enrolment.counts[0].people}`),
    ["Nelayan 120", "Ojek 80"],
  );
  assert.equal(new Set(next.segments.map(({ id }) => id)).size, 5);
});

test("the head of a pasted block and its rows of sums are no groups", () => {
  const groups = (...names) =>
    table
      .groupsIn(
        names.map((name) => ["1", name]),
        1,
      )
      .map(([, name]) => name);
  assert.deepEqual(groups("Nama kelompok", "Nelayan", "JUMLAH", "Ojek", "Sub-total"), ["Nelayan", "Ojek"]);
  assert.deepEqual(groups("Totalindo", "Kelompok"), ["Totalindo", "Kelompok"], "a head stands above");
  assert.deepEqual([groups("Kelompok"), groups("Total")], [["Kelompok"], ["Total"]], "one row is what is meant");
  // Without a column of names nothing is judged.
  assert.deepEqual(table.groupsIn([["JUMLAH"]], -1), [["JUMLAH"]]);
});

test("growth is worked out from the first number, to whole people", () => {
  const grown = (text, to, percent) => table.grown(text, by["people:2027-01"], by[to], percent);
  // 1.000 × 1,05 = 1.050; × 1,05² = 1.102,5, half up 1.103.
  assert.equal(grown("1.000", "people:2028-01", "5"), "1.050");
  assert.equal(grown("1.000", "people:2029-01", "5"), "1.103");
  // 35.782 × 1,025 = 36.676,55; × 1,025² = 37.593,46…
  assert.equal(grown("35.782", "people:2028-01", "2,5"), "36.677");
  assert.equal(grown("35.782", "people:2029-01", "2,5 %"), "37.593");
  assert.equal(grown("1.000", "people:2027-07", "5"), "1.000", "the same year");
  assert.equal(grown("1.000", "people:2028-01", ""), "1.000");
  assert.equal(grown("1.000", "people:2028-01", "-10"), "900");
  for (const [text, percent] of [
    ["", "5"],
    ["banyak", "5"],
    ["1.000", "lima"],
    ["16.8", "5"],
  ])
    assert.equal(grown(text, "people:2028-01", percent), null);
});

const names = {
  vulnerable: "Pekerja rentan",
  nonAsn: "Non-ASN",
  officials: {
    head: "Kades",
    officials: "Perangkat",
    council: "BPD",
    bodies: "LKD",
    cadres: "Kader",
    vulnerable: "Rentan desa",
  },
};
const start = (template, more = {}) =>
  templates.planFrom(
    {
      region: { name: "Kabupaten Uji", level: "regency", code: "73.14" },
      template,
      firstMonth: "2027-01",
      wage: null,
      ...more,
    },
    names,
  );

test("a template has the groups and the money that it names, each with a source", () => {
  const kinds = (of) => of.segments.map(({ group, class: kind, enrolment }) => `${group} ${kind} ${enrolment.kind}`);
  const rentan = start("vulnerable");
  assert.deepEqual(kinds(rentan), ["vulnerable BPU fixed"]);
  assert.deepEqual(
    rentan.funds.map(({ kind }) => kind),
    ["apbdRegency"],
  );
  assert.deepEqual(rentan.period, { firstMonth: "2027-01", months: "12" });
  assert.match(rentan.segments[0].evidence.payers.source, /^Permendagri 15\/2023/);
  // A plan without a minimum wage in force asks for the wage; it takes none from another year.
  assert.deepEqual(start("nonAsn").segments[0].base, { kind: "fixed", rupiah: "" });
  const wage = { key: "minimumWage.ump.aceh", title: "UMP Aceh" };
  assert.equal(start("nonAsn", { wage }).segments[0].base.parameter, "minimumWage.ump.aceh");
  // FACTS §6: kades, perangkat and BPD from the ADD, vulnerable workers from the APBD.
  const village = start("village");
  assert.equal(village.segments.length, 6);
  const money = (id) => village.funds.find((fund) => fund.id === id).kind;
  assert.deepEqual(
    village.segments.map(({ group, payers }) => `${group} ${money(payers[0].fund)}`),
    [
      "villageHead add",
      "villageOfficial add",
      "bpd add",
      "villageBody add",
      "villageBody add",
      "vulnerable apbdRegency",
    ],
  );
  assert.deepEqual(kinds(start("all")).slice(0, 2), ["vulnerable BPU fixed", "nonAsn PU fixed"]);
  assert.equal(start("all").segments.length, 7);
  const province = start("vulnerable", { region: { name: "Aceh", level: "province" } });
  assert.deepEqual([province.funds[0].kind, province.region], ["apbdProvince", { name: "Aceh", level: "province" }]);
  for (const template of ["vulnerable", "nonAsn", "village", "all"]) {
    assert.ok(drafts.isDraft(start(template)), template);
    assert.ok(
      templates.SOURCES[template].every((text) => /\d/.test(text)),
      `${template} names its instruments`,
    );
  }
});
