// Each section is drawn again only when what it shows has changed.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as cakupan from "cakupan";
import { modules } from "./modules.mjs";

// lit-html asks for a document when it is imported; nothing is drawn by these tests in Node.
globalThis.document ??= { createTreeWalker: () => ({}) };
const [
  { shared },
  { restore, type },
  { engine },
  { toDraft },
  { later },
  { formData },
  { answerData },
  { laterData },
  { faults },
] = await modules(
  "ui/section",
  "plan/current",
  "engine/current",
  "plan/draft",
  "answer/later",
  "pages/form-sections",
  "pages/answer-sections",
  "pages/later-sections",
  "plan/answer",
);

test("what equals the part before stays the same object, and the rest is new", () => {
  const last = { list: [{ a: 1 }, { b: 2 }], same: { deep: [1, { c: 2 }] }, gone: 1 };
  const next = { list: [{ a: 1 }, { b: 3 }], same: { deep: [1, { c: 2 }] } };
  const result = shared(last, next);
  assert.deepEqual(result, next);
  assert.equal(result.same, last.same);
  assert.equal(result.list, next.list);
  assert.equal(shared(last, structuredClone(last)), last);
  // A key that is missing, one more, a list against an object, an order of keys that means nothing.
  for (const [one, other] of [
    [{ a: 1 }, {}],
    [{}, { a: undefined }],
    [{ a: undefined }, { b: undefined }],
    [[], {}],
    [null, {}],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [0, -0],
    [{ at: new Date(0) }, { at: new Date(1) }],
  ])
    assert.deepEqual(shared(one, other), other);
  const [one, other] = [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ];
  assert.equal(shared(one, other), one);
});

// ───────────────────────────── who hears of which field ─────────────────────────────

const count = (people) => [{ from: "2025-01", people }];
const group = (id, name, people) => ({
  id,
  name,
  class: "BPU",
  programmes: ["JKK", "JKM"],
  enrolment: { kind: "fixed", counts: count(people) },
  payers: [{ fund: "a", percent: 100 }],
});
const plan = {
  schema: 1,
  name: "Rencana",
  note: "Catatan",
  region: { name: "Kota Uji", level: "city", population: 100_000 },
  period: { firstMonth: "2025-01", months: 24 },
  workforce: { denominator: "eligible", eligible: count(5000) },
  target: { points: [{ month: "2026-12", percent: 60 }], shape: "linear" },
  segments: [group("one", "Rentan", 1000), group("two", "Kader", 500)],
  // Both groups cost Rp 302,4 million a year: the ceilings are far above.
  funds: [
    {
      id: "a",
      name: "APBD",
      kind: "apbdRegency",
      ceilings: [{ year: 2025, rupiah: 9e9 }],
      accounts: [{ code: "5.1", description: "Iuran" }],
    },
    { id: "b", name: "CSR", kind: "csr" },
  ],
  totals: [{ name: "APBD", year: 2025, rupiah: 1e12 }],
};
const running = {
  say: cakupan.say,
  version: cakupan.version,
  run(scenario) {
    try {
      return { projection: cakupan.project(scenario), scenario };
    } catch ({ problems }) {
      return { problems };
    }
  },
};

/** The names of the sections that are given something new when `act` changes the plan. */
function hearing(act) {
  engine.value = running;
  later.value = {};
  restore({ draft: toDraft(plan), past: [], future: [] });
  const heard = new Set();
  let isListening = false;
  const stops = Object.entries({ ...formData, ...prefixed({ ...answerData, ...laterData }) }).map(([name, data]) =>
    data.subscribe(() => isListening && heard.add(name)),
  );
  assert.deepEqual(faults.value, []);
  isListening = true;
  act();
  for (const stop of stops) stop();
  return [...heard];
}

const prefixed = (data) => Object.fromEntries(Object.entries(data).map(([name, each]) => [`=${name}`, each]));

describe("a keystroke is heard by the sections that show what it changes, and by no other", () => {
  // The check code stands on the ground of the answer, and is that of the whole input.
  const code = ["=notes"];
  for (const [path, text, form, answer] of [
    ["note", "Lain", ["region"], code],
    ["name", "Lain", ["region"], code],
    ["region.name", "Kota Lain", ["region"], code],
    ["region.population", "100.001", ["budget"], [...code, "=burden"]],
    ["rounding", "down", ["region"], code],
    // Sentences and tables name funds; shares and published totals choose from them by name.
    [
      "funds[1].name",
      "Lain",
      ["funds", "segments"],
      [...code, "=lead", "=meter", "=funds", "=chart", "=burden", "=months"],
    ],
    ["funds[0].accounts[0].code", "5.2", ["funds"], [...code, "=accounts"]],
    // Nothing is short before or after: what is left under the ceiling is all that changes.
    ["funds[0].ceilings[0].rupiah", "8.000.000.000", ["funds"], [...code, "=meter", "=funds", "=burden"]],
    ["segments[1].name", "Guru", ["segments", "budget"], [...code, "=segments", "=people", "=published"]],
    ["totals[0].rupiah", "2.000.000.000.000", ["budget"], [...code, "=burden"]],
    [
      "workforce.eligible[0].people",
      "5.001",
      ["workforce"],
      [...code, "=lead", "=coverage", "=targets", "=months", "=bar"],
    ],
    ["target.points[0].percent", "61", ["target"], [...code, "=lead", "=coverage", "=targets", "=bar"]],
  ])
    test(path, () => {
      const heard = hearing(() => type(path, text));
      assert.deepEqual(heard.filter((name) => !name.startsWith("=")).sort(), [...form].sort());
      assert.deepEqual(heard.filter((name) => name.startsWith("=")).sort(), [...answer].sort());
    });

  test("a head count moves every figure, but no field outside its group", () => {
    const heard = hearing(() => type("segments[0].enrolment.counts[0].people", "1.100"));
    assert.deepEqual(
      heard.filter((name) => !name.startsWith("=")),
      ["segments"],
    );
    for (const name of [
      "=lead",
      "=funds",
      "=chart",
      "=coverage",
      "=targets",
      "=segments",
      "=people",
      "=meter",
      "=burden",
      "=accounts",
      "=months",
      "=bar",
    ])
      assert.ok(heard.includes(name), name);
    for (const name of ["=published", "=reach", "=compare", "=standing", "=unchanged"])
      assert.ok(!heard.includes(name), name);
  });

  test("the same number written otherwise reaches no figure", () => {
    const heard = hearing(() => type("segments[0].enrolment.counts[0].people", "1000 orang"));
    assert.deepEqual(heard, ["segments"]);
  });
});
