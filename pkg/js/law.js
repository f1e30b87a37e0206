// The law as data, and the law in one month: in force, announced, and what a planner puts in its place.
import book from "./book.js";

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
    proposed: overrides.filter(holds).reverse(),
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

export function lawIn(month, overrides = null) {
  const { parameters, reliefs } = law();
  return [...parameters, ...reliefs.map(asParameter)].map((value) => standing(value, month, overrides ?? []));
}
