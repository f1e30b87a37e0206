// The villages of a plan as rows, without a browser: cells, faults of cells, spreading, and what an edit leaves alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.mjs";

const [villages, drafts, blanks] = await modules("plan/villages", "plan/draft", "plan/blank");

const plan = {
  schema: 1,
  region: { name: "Kabupaten Uji", level: "regency" },
  period: { firstMonth: "2027-01", months: "24" },
  segments: [
    {
      id: "r",
      name: "Rentan",
      class: "BPU",
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "villages" },
      payers: [{ fund: "add", percent: "100" }],
    },
  ],
  funds: [{ id: "add", name: "ADD", kind: "add" }],
  villages: [
    { name: "A", code: "73.14.01.2001", counts: [{ segment: "r", people: "10" }] },
    { name: "B", district: "Utara" },
    {
      name: "C",
      counts: [{ segment: "r", people: "16.8" }],
      ceilings: [{ fund: "add", year: "2028", rupiah: "5 jt" }],
    },
  ],
};
const none = { residents: false, months: false, ceilings: [] };
const columns = villages.columnsOf(plan, none);

test("a table has the columns that its plan needs", () => {
  // A ceiling of one village gives a column to each year of the plan.
  assert.deepEqual(
    columns.map(({ key }) => key),
    ["name", "district", "people:r", "ceiling:add:2027", "ceiling:add:2028", "code"],
  );
  const more = villages.columnsOf(plan, { ...none, residents: true, months: true });
  assert.deepEqual(more.map(({ key }) => key).slice(5), ["residents", "firstMonth", "lastMonth", "code"]);
});

test("an edit changes its cell and leaves every other row the same object", () => {
  const edits = [
    { row: 1, key: "people:r", text: " 1.250 " },
    { row: 4, key: "name", text: "E\n" },
  ];
  const next = villages.edited(plan, columns, edits);
  assert.deepEqual(next.villages[1], { name: "B", district: "Utara", counts: [{ segment: "r", people: "1.250" }] });
  assert.equal(next.villages[0], plan.villages[0]);
  assert.deepEqual(next.villages.slice(3), [{ name: "" }, { name: "E" }], "rows up to the edited one are added");
  const coded = villages.edited(plan, columns, [{ row: 1, key: "code", text: "7314012002" }]);
  assert.equal(coded.villages[1].code, "73.14.01.2002");
  // An empty cell is no count: 0 people would be known to be nobody.
  const cleared = villages.edited(next, columns, [{ row: 1, key: "people:r", text: "" }]);
  assert.deepEqual(cleared.villages[1].counts, []);
});

test("of thousands of rows the engine gets the same objects again but for the edited one", () => {
  const read = (draft) => drafts.toScenario(blanks.withoutBlank(draft).plan);
  const before = read(plan).scenario.villages;
  const after = read(villages.edited(plan, columns, [{ row: 1, key: "people:r", text: "7" }])).scenario.villages;
  assert.equal(after[0], before[0]);
  assert.equal(after[2], before[2]);
  assert.deepEqual(after[1].counts, [{ segment: "r", people: 7 }]);
  assert.deepEqual(before[2].ceilings, [{ fund: "add", year: 2028, rupiah: 5_000_000 }]);
});

test("a cell that must be cleared up is named by its row, also after rows before it went", () => {
  // "16.8" people is no whole number as it stands (INPUTS B 13).
  const paths = (draft) => drafts.toScenario(draft).unclear.map(({ path }) => path);
  assert.deepEqual(paths(plan), ["villages[2].counts[0].people"]);
  assert.deepEqual(paths({ ...plan, villages: plan.villages.slice(1) }), ["villages[1].counts[0].people"]);
});

test("a fault is put into the cell that it is about", () => {
  const at = (path) => villages.cellOfPath(plan, path);
  assert.deepEqual(at("villages[2].counts[0].people"), { row: 2, key: "people:r" });
  assert.deepEqual(at("villages[2].ceilings[0].rupiah"), { row: 2, key: "ceiling:add:2028" });
  assert.deepEqual(at("villages[0].code"), { row: 0, key: "code" });
  assert.deepEqual(at("villages[0]"), { row: 0, key: "name" });
  assert.equal(at("segments[0].name"), null);
});

test("villages of the register are added once, whatever spelling their codes have", () => {
  const village = (code, name) => ({
    code,
    name,
    kind: code.at(-4) === "1" ? "kelurahan" : "desa",
    district: "73.14.01",
  });
  const district = {
    code: "73.14.01",
    name: "Panca Lautang",
    villages: [village("73.14.01.2001", "A"), village("73.14.01.2002", "Wanio"), village("73.14.01.1003", "Kota")],
  };
  const spelt = { ...plan, villages: [{ name: "A", code: "7314012001" }] };
  assert.equal(villages.missing(spelt, [district], ["desa"]), 1);
  const next = villages.withRegister(spelt, [district], ["desa"]);
  assert.deepEqual(next.villages, [
    { name: "A", code: "7314012001" },
    { code: "73.14.01.2002", name: "Wanio", district: "Panca Lautang" },
  ]);
});

test("a group counted by one number again loses its numbers by village, and nothing else", () => {
  const next = villages.withCounting(plan, "r", false);
  assert.deepEqual(next.segments[0].enrolment, { kind: "fixed", counts: [{ from: "2027-01", people: "" }] });
  assert.deepEqual(
    next.villages.map(({ counts }) => counts),
    [[], [], []],
  );
  assert.deepEqual(next.villages[2].ceilings, plan.villages[2].ceilings);
});
