// The law as data, and the law in one month: in force, announced, and what a planner puts in its place.
import book from "./book.js";
import type { Law, Month, Override, Parameter, Relief, Standing } from "./types.js";

/** All statutory values known to the engine, with source, dates and status; the same as `cakupan/law.json`. */
export function law(): Law {
  // A copy: what a caller does to it changes nothing for others.
  return structuredClone(book);
}

type Dated = Pick<Parameter, "key" | "title" | "unit" | "values">;

/** The value of a month, and the one after it; a relief has one value only. */
function standing({ key, title, unit, values }: Dated, month: Month, overrides: readonly Override[]): Standing {
  const inForce = values.find(({ from, to }) => from <= month && (to === null || month <= to)) ?? null;
  const next = values.find(({ from }) => from > month);
  const after = inForce?.to ? following(inForce.to) : null;
  const holds = ({ parameter, from, to }: Override) => parameter === key && from <= month && (!to || month <= to);
  return {
    key,
    title,
    unit,
    inForce,
    announced: next ? { from: next.from, value: next } : after ? { from: after, value: null } : null,
    proposed: overrides.filter(holds).reverse(),
  };
}

/** The month after. */
function following(month: Month): Month {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** A relief as a value with a time. */
function asParameter({ key, title, from, to, percentOff, ...rest }: Relief): Dated {
  const { instrument, article, promulgated, checked, status, note, seen, link } = rest;
  const source = { instrument, article, promulgated, checked, status, note, seen, link };
  return { key, title, unit: "percent", values: [{ from, to, value: percentOff, rows: null, ...source }] };
}

/**
 * The law in one month, every value in three columns: in force, announced, and what a planner puts in its place.
 *
 * @example
 * lawIn("2026-11").find(standing => standing.key === "relief.pp50of2025.other").announced
 */
export function lawIn(month: Month, overrides: readonly Override[] | null = null): Standing[] {
  const { parameters, reliefs } = law();
  return [...parameters, ...reliefs.map(asParameter)].map((value) => standing(value, month, overrides ?? []));
}
