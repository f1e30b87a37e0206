// What the shapes say of each field of a scenario agrees with the engine: no figure depends on a name, a source, or a
// field that is only checked, and some figure depends on every other.
//
// The roles are not compared with a list: what they mean (`Role` in src/scenario/shape/mod.rs) is tried, on scenarios in
// which each field is changed, field by field.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { project } from "cakupan";
import { randomScenario } from "../oracle/generate.mjs";
import { everything } from "../package/everything.mjs";
import { modules } from "./modules.mjs";

const [{ roleOf, steps }] = await modules("plan/draft");

const json = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const folder = (path) =>
  readdirSync(new URL(path, import.meta.url))
    .filter((name) => name.endsWith(".json"))
    .map((name) => json(path + name));
const { $defs: definitions } = json("../../pkg/dist/scenario.schema.json");
const law = json("../../pkg/dist/law.json");
const keysOf = (list) => law[list].map(({ key }) => key);

const RANDOM = Array.from({ length: 200 }, (_, seed) => JSON.parse(JSON.stringify(randomScenario(seed + 1))));
/**
 * A relief that reaches workers who pay themselves (PP 50/2025, from April 2026) is denied where the APBD may have to
 * pay after them, unless it will not.
 */
const RELIEF = {
  schema: 1,
  region: { name: "Contoh", level: "regency" },
  period: { firstMonth: "2026-01", months: 12 },
  segments: [
    {
      id: "a",
      name: "Pedagang",
      class: "BPU",
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "fixed", counts: [{ from: "2026-01", people: 10 }] },
      payers: [{ fund: "diri", percent: 100 }],
    },
  ],
  funds: [
    { id: "diri", name: "Pekerja", kind: "self", next: "apbd" },
    { id: "apbd", name: "APBD", kind: "apbdRegency", willNotPay: true },
  ],
};

const SCENARIOS = [
  everything,
  RELIEF,
  ...["../../cases/", "../cases/published/", "../cases/field/"].flatMap(folder),
  ...RANDOM,
];

/** Fields of which no case changes a figure or a remark, with the reason. */
const EXCEPTIONS = {
  schema: "there is one version",
  // Of another parameter it would be another assumption; without it the months beyond the law have no value.
  "assumptions growth.parameter": "the plan is refused without it",
  "assumptions wageFormula.parameter": "the plan is refused without it",
  "lawPacks.minimumWages.parameter": "groups name the wage by it: of another key the plan is refused",
  "villages.ceilings.rupiah": "what a village alone lacks is an answer of cakupan/batch",
};

/** Which fields a part has: it changes with them, never alone. The kind of a fund is a word like others. */
const isKindOfPart = (path) => path.endsWith(".kind") && !path.startsWith("funds[");

/** A field without places in lists; of kinds, with the kind: `segments.enrolment fixed.eligible`. */
function patternOf(scenario, path) {
  let at = scenario;
  let pattern = "";
  for (const step of steps(path)) {
    if (typeof at.kind === "string" && step !== "kind" && !/^funds$/.test(pattern)) pattern += ` ${at.kind}`;
    if (typeof step === "string") pattern += pattern ? `.${step}` : step;
    at = at[step] ?? {};
  }
  return pattern;
}

/** The paths of all values that are no lists and no parts. */
function* leaves(value, path = "") {
  if (Array.isArray(value)) for (const [place, item] of value.entries()) yield* leaves(item, `${path}[${place}]`);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value)) yield* leaves(item, path ? `${path}.${name}` : name);
  else if (value !== null && value !== undefined) yield path;
}

const getAt = (scenario, path) => steps(path).reduce((at, step) => at?.[step], scenario);

function withValue(scenario, path, value) {
  const copy = structuredClone(scenario);
  const way = steps(path);
  const holder = way.slice(0, -1).reduce((at, step) => at[step], copy);
  holder[way.at(-1)] = value;
  return copy;
}

/** Every word of every choice, by its neighbours: a word may become another of the same choice. */
const CHOICES = Object.values(definitions)
  .map(({ oneOf }) => (oneOf ?? []).map((word) => word.const).filter(Boolean))
  .filter((words) => words.length > 0);

const shifted = (month, by) => {
  const place = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
};

/** Ids of funds or segments, wherever they are named. */
function renamed(scenario, path) {
  const [list, place] = steps(path);
  const [old, id] = [scenario[list][place].id, `${list}-lain`];
  const other = (value) => (value === old ? id : value);
  const copy = structuredClone(scenario);
  copy[list][place].id = id;
  const shares = copy.segments.flatMap(({ payers, workerPayers }) => [...payers, ...(workerPayers ?? [])]);
  if (list === "funds") {
    for (const share of shares) share.fund = other(share.fund);
    for (const fund of copy.funds) if (fund.next) fund.next = other(fund.next);
  } else for (const figure of copy.published ?? []) if (figure.segment) figure.segment = other(figure.segment);
  return copy;
}

/** An account by another code; accounts with the same code are one row, and stay one. */
function recoded(scenario, path) {
  const old = getAt(scenario, path);
  const copy = structuredClone(scenario);
  for (const fund of copy.funds)
    for (const account of fund.accounts ?? []) if (account.code === old) account.code = "9.9.99.99.99.9999";
  return copy;
}

/** A share that gives a tenth of it to the next one of the list; the shares sum to 100 % as before. */
function movedShare(scenario, path) {
  const copy = structuredClone(scenario);
  const [, list, place] = /^(.*)\[(\d+)\]\.percent$/.exec(path);
  const shares = getAt(copy, list);
  const next = shares[(Number(place) + 1) % shares.length];
  const moved = Math.floor(shares[place].percent * 1_000) / 10_000;
  shares[place].percent = Number((shares[place].percent - moved).toFixed(4));
  next.percent = Number((next.percent + moved).toFixed(4));
  return copy;
}

/** A quota that gives a part of it to another segment; the quotas sum to 100 % as before. */
function movedQuota(scenario, path) {
  const copy = structuredClone(scenario);
  const place = steps(path)[1];
  const others = copy.segments.filter(({ enrolment }, at) => at !== place && (enrolment.quotaPercent ?? null) !== null);
  if (others.length === 0) return copy;
  const moved = Math.floor(copy.segments[place].enrolment.quotaPercent / 2);
  copy.segments[place].enrolment.quotaPercent = Number(
    (copy.segments[place].enrolment.quotaPercent - moved).toFixed(4),
  );
  others[0].enrolment.quotaPercent = Number((others[0].enrolment.quotaPercent + moved).toFixed(4));
  return copy;
}

/** Scenarios in which this field is another; some may be refused. */
function* changed(scenario, path) {
  const value = getAt(scenario, path);
  const name = steps(path).at(-1);
  const role = roleOf(path);
  if (/^(funds|segments)\[\d+\]\.id$/.test(path)) yield renamed(scenario, path);
  else if (/\.accounts\[\d+\]\.code$/.test(path)) yield recoded(scenario, path);
  else if (name === "quotaPercent") yield movedQuota(scenario, path);
  else if (/[pP]ayers\[\d+\]\.percent$/.test(path)) yield movedShare(scenario, path);
  else {
    const words = CHOICES.filter((choice) => choice.includes(value)).flat();
    const others = [];
    if (typeof value === "boolean") others.push(!value);
    else if (typeof value === "number")
      others.push(value + 1, value - 1, value * 2, Math.floor(value / 2), value * 10, 0, 1, Math.ceil(value * 0.9));
    else if (words.length > 0) others.push(...words);
    else if (name === "fund" || name === "next") others.push(...scenario.funds.map(({ id }) => id));
    else if (name === "segment") others.push(...scenario.segments.map(({ id }) => id));
    else if (name === "relief") others.push(...keysOf("reliefs"));
    else if (name === "rule") others.push(...keysOf("fundRules"));
    else if (name === "parameter") {
      const family = value.split(".")[0];
      others.push(...keysOf("parameters").filter((key) => key.startsWith(`${family}.`)));
    } else if (/^\d{4}-\d{2}$/.test(value))
      others.push(shifted(value, 1), shifted(value, -1), shifted(value, 7), shifted(value, -7));
    else if (name === "lawDate") others.push("2024-01-01", "2025-12-01", "2020-01-01");
    else if (path === "region.code") others.push("32", "32.71", "00");
    else if (role === "text" || role === "source") others.push(`${value} lain`, "2024", "lain");
    for (const other of others) if (other !== value) yield withValue(scenario, path, other);
    yield withValue(scenario, path, null);
  }
}

/** What is calculated: numbers, and months in which something happens. Names are not. */
function figures({ years, total, monthly, crossings, published }) {
  const text = (_, value) => (typeof value === "string" && !/^\d{4}-\d{2}$/.test(value) ? "" : value);
  return JSON.stringify([years, total, monthly, crossings, published], text);
}

/** The same with words: by which cause somebody left is a figure too. */
const figuresAndWords = ({ years, total, monthly, crossings, published }) =>
  JSON.stringify([years, total, monthly, crossings, published]);

/** What a remark is filled with says a decision too: whether money may pay. */
const remarksInFull = ({ notices, missing, unused }) => JSON.stringify([notices, missing, unused]);

const remarks = ({ notices, missing, unused }) =>
  JSON.stringify([notices, missing, unused].map((items) => items.map(({ code, path }) => [code, path])));

function answerOf(scenario) {
  try {
    return project(scenario);
  } catch (error) {
    assert.notEqual(error.problems, undefined, error.message);
    return null;
  }
}

test("what the shapes say of each field is what the engine does with it", () => {
  /** By pattern: how often it was tried, and whether a figure or a remark ever changed. */
  const seen = new Map();
  const recordOf = (scenario, path) => {
    const pattern = patternOf(scenario, path).replace(/evidence\.\w+/, "evidence.*");
    const record = seen.get(pattern) ?? { role: roleOf(path), tried: 0, figure: false, remark: false };
    seen.set(pattern, record);
    return record;
  };
  /** Of one that is counted one change is enough; that nothing changes is tried more often. */
  const isProven = ({ role, figure, remark, tried }) =>
    role === "counted" ? figure : tried > 20 && (remark || role !== "checked");
  for (const scenario of SCENARIOS) {
    const open = [...leaves(scenario)]
      .filter((path) => !isKindOfPart(path))
      .map((path) => [path, recordOf(scenario, path)]);
    if (open.every(([, record]) => isProven(record))) continue;
    const before = answerOf(scenario);
    // Some random scenarios ask for a month of which the law has no value.
    if (!before) continue;
    const was = [figures(before), figuresAndWords(before), remarks(before), remarksInFull(before)];
    for (const [path, record] of open) {
      if (isProven(record)) continue;
      for (const other of changed(scenario, path)) {
        const after = answerOf(other);
        if (!after) continue;
        record.tried++;
        const now = [figures(after), figuresAndWords(after), remarks(after), remarksInFull(after)];
        if (record.role === "counted") {
          record.figure ||= now[1] !== was[1];
          if (record.figure) break;
        } else {
          assert.ok(now[0] === was[0], `${path} is ${record.role}, and changes a figure`);
          record.remark ||= now[3] !== was[3];
          if (record.role !== "checked")
            assert.ok(now[2] === was[2], `${path} is ${record.role}, and changes a remark`);
        }
      }
    }
  }
  const of = (role) => [...seen].filter(([, record]) => record.role === role);
  for (const role of ["counted", "checked", "text", "source"]) assert.ok(of(role).length > 3, role);
  const untried = [...seen].filter(([pattern, { tried }]) => tried === 0 && !EXCEPTIONS[pattern]);
  assert.deepEqual(
    untried.map(([pattern]) => pattern),
    [],
    "no case tries them",
  );
  const idle = of("counted").filter(([pattern, { figure }]) => !figure && !EXCEPTIONS[pattern]);
  assert.deepEqual(
    idle.map(([pattern]) => pattern),
    [],
    "said to be counted, and no figure depends on them",
  );
  const silent = of("checked").filter(([pattern, { remark }]) => !remark && !EXCEPTIONS[pattern]);
  assert.deepEqual(
    silent.map(([pattern]) => pattern),
    [],
    "said to be checked, and no remark depends on them",
  );
});
