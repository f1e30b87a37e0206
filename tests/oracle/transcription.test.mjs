// Compares the law with its second transcription: a slip is found unless it was made twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { law } from "cakupan";
import { ACCOUNTS, BESIDE, DEFINITIONS, FUND_RULES, SUB_ACTIVITIES, TARGETS } from "./book.mjs";
import { BEYOND, MONTHS, RELIEFS, SCALARS, TABLES } from "./law.mjs";
import { OTHER_WAGES, REGIONS } from "./wages.mjs";

const { parameters, reliefs, fundRules, accounts, subActivities, targets, definitions } = law();

const keysOf = (list, name = "key") => list.map((entry) => entry[name]).sort();
const number = (value) => (value == null ? null : Number(value));

test("every parameter was typed in twice, with its months, rows and region", () => {
  const again = { ...SCALARS, ...TABLES, ...MONTHS, ...BESIDE };
  assert.deepEqual(keysOf(parameters), Object.keys(again).sort());
  for (const { key, values, region } of parameters) {
    const here = values.map(({ from, to, value, rows }) => ({ from, to, value, rows }));
    const there = again[key].map(({ from, to, value, rows }) => ({
      from,
      to,
      value: number(value),
      rows: rows?.map((row) => ({ fromRupiah: row.fromRupiah, value: number(row.value) })) ?? null,
    }));
    assert.deepEqual(here, there, key);
    assert.equal(region, REGIONS[key] ?? null, `${key}: region`);
    const others = values.flatMap(({ alternatives }) => alternatives.map(({ value }) => value));
    assert.deepEqual(others, (OTHER_WAGES[key] ?? []).map(number), `${key}: what another source says`);
  }
});

test("how values grow was typed in twice", () => {
  const growing = parameters.filter(({ beyond }) => beyond !== null);
  assert.deepEqual(keysOf(growing), Object.keys(BEYOND).sort());
  for (const { key, beyond } of growing) {
    const { month, cut, kinds } = BEYOND[key];
    assert.deepEqual([beyond.month, beyond.cutRupiah, beyond.kinds], [month, number(cut), kinds], key);
  }
});

test("reliefs were typed in twice", () => {
  assert.deepEqual(keysOf(reliefs), keysOf(RELIEFS));
  for (const relief of reliefs) {
    const again = RELIEFS.find(({ key }) => key === relief.key);
    const { from, to, promulgated, classes, programmes, percentOff, sectors } = relief;
    const sector = again.sector === null ? null : [again.sector];
    assert.deepEqual(
      { from, to, promulgated, classes, programmes, percentOff, sectors },
      {
        from: again.from,
        to: again.to,
        promulgated: again.promulgated,
        classes: again.classes,
        programmes: again.programmes,
        percentOff: number(again.percentOff),
        sectors: sector,
      },
      relief.key,
    );
    const said = { yes: true, no: false, open: "open" };
    const payers = Object.fromEntries(relief.payers.map(({ payer, text }) => [payer, said[text]]));
    assert.deepEqual(payers, again.payers, relief.key);
    // An open reading has the default of no relief.
    assert.ok(relief.payers.every(({ text, applies }) => text !== "open" || applies === false));
    const { newcomers } = relief;
    assert.deepEqual(newcomers && [newcomers.after, newcomers.fullMonths], again.newcomers ?? null, relief.key);
  }
});

test("rules on money were typed in twice", () => {
  assert.deepEqual(keysOf(fundRules), Object.keys(FUND_RULES).sort());
  for (const { key, funds, from, to, verdict, forbids, limits, allows } of fundRules) {
    const again = { forbids: [], limits: [], allows: [], ...FUND_RULES[key] };
    const sets = [funds, forbids, limits, allows].map((list) => list.toSorted());
    assert.deepEqual(
      [[from, to], verdict, ...sets],
      [
        again.months,
        again.verdict,
        ...[again.funds, again.forbids, again.limits, again.allows].map((list) => list.toSorted()),
      ],
      key,
    );
  }
});

test("accounts and sub-activities were typed in twice", () => {
  assert.deepEqual(keysOf(accounts, "code"), Object.keys(ACCOUNTS).sort());
  for (const { code, description } of accounts) assert.equal(description, ACCOUNTS[code] ?? description, code);
  assert.deepEqual(
    Object.fromEntries(subActivities.map(({ code, description }) => [code, description])),
    SUB_ACTIVITIES,
  );
});

test("printed targets and coverage were typed in twice", () => {
  const asTarget = ({ key, region, points }) => [
    key,
    [region, Object.fromEntries(points.map(({ year, percent }) => [year, percent]))],
  ];
  assert.deepEqual(Object.fromEntries(targets.map(asTarget)), TARGETS);
  const asDefinition = ({ key, region, members, eligible, percent }) => [key, [region, members, eligible, percent]];
  assert.deepEqual(Object.fromEntries(definitions.map(asDefinition)), DEFINITIONS);
});
