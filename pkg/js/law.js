// The law as data, and the law in one month: in force, announced, and what a planner puts in its place.
import book from "./book.js";
import { readable, refuse } from "./error.js";

/** A copy: what a caller does to it changes nothing for others. */
export function law() {
  return structuredClone(book);
}

/** The value of a month, and the one after it; a relief has one value only. */
function standing({ key, title, unit, values }, month, overrides) {
  const inForce = values.find(({ from, to }) => from <= month && (to === null || month <= to)) ?? null;
  const next = values.find(({ from }) => from > month);
  const after = inForce?.to ? following(inForce.to) : null;
  const holds = ({ parameter, from, to }) => parameter === key && from <= month && (!to || month <= to);
  return {
    key,
    title,
    unit,
    inForce,
    announced: next ? { from: next.from, value: next } : after && { from: after, value: null },
    proposed: overrides
      .filter(holds)
      .map(({ given }) => given)
      .reverse(),
  };
}

/** The month after. */
function following(month) {
  const [year, number] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** A relief as a value with a time. */
function asParameter({ key, title, from, to, percentOff, ...rest }) {
  const { instrument, article, promulgated, checked, status, note, seen, link } = rest;
  const source = { instrument, article, promulgated, checked, status, note, seen, link };
  const value = { from, to, value: percentOff, rows: null, alternatives: [], ...source };
  return { key, title, unit: "percent", values: [value] };
}

/** As many replacements as a scenario may have. */
const MOST = 200;
const MONTH = "2026-03";

/** What is wrong with a text at a place, in the words of the engine; nothing where nothing is. */
function textProblem(value, path, example) {
  if (value === undefined || value === null || (typeof value === "string" && value.trim() === ""))
    return [{ code: "missing", path, params: {} }];
  return typeof value === "string" ? [] : [{ code: "notText", path, params: { example } }];
}

/** The same of a month: January 2000 to December 2199. */
function monthProblem(value, path) {
  const problems = textProblem(value, path, MONTH);
  if (problems.length > 0 || /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(value)) return problems;
  const letters = Array.from(value.slice(0, 200));
  return [
    { code: "badMonth", path, params: { value: letters.slice(0, 40).join("") + (letters.length > 40 ? "…" : "") } },
  ];
}

/** The replacements that stand in the list, each with the three fields that are asked of it, read once. */
function read(overrides) {
  const problems = [];
  const list = readable("overrides", () => {
    if (!Array.isArray(overrides)) return null;
    const length = Number(overrides.length);
    return length > MOST ? length : Array.from({ length }, (_, index) => overrides[index]);
  });
  if (list === null) refuse({ code: "notAList", path: "overrides", params: {} });
  if (typeof list === "number") refuse({ code: "tooMany", path: "overrides", params: { limit: MOST, count: list } });
  const fields = list.map((given, index) => {
    const path = `overrides[${index}]`;
    if (typeof given !== "object" || given === null) {
      problems.push({ code: given == null ? "missing" : "notAnObject", path, params: {} });
      return null;
    }
    const { parameter, from, to } = readable(path, () => ({
      parameter: given.parameter,
      from: given.from,
      to: given.to,
    }));
    problems.push(...textProblem(parameter, `${path}.parameter`, "jkm.bpu"), ...monthProblem(from, `${path}.from`));
    if (to !== undefined && to !== null) problems.push(...monthProblem(to, `${path}.to`));
    return { given, parameter, from, to };
  });
  return { fields, problems };
}

export function lawIn(month, overrides = null) {
  const { fields, problems } = read(overrides ?? []);
  const all = [...monthProblem(month, "month"), ...problems];
  if (all.length > 0) refuse(...all);
  const { parameters, reliefs } = law();
  return [...parameters, ...reliefs.map(asParameter)].map((value) => standing(value, month, fields));
}
