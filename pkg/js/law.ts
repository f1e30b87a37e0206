// The law as data, and the law in one month: in force, announced, and overridden.
import book from "./book.js";
import { type Reason, readable, refuse } from "./error.js";
import type {
  DatedValue,
  Law,
  LawPack,
  LawPackValue,
  Month,
  Override,
  Parameter,
  Relief,
  Unit,
  Words,
} from "./types.js";

/** A statutory value in one month: what is in force, what is announced, what the planner puts in its place. */
export interface Standing {
  readonly key: string;
  readonly title: Words;
  readonly unit: Unit;
  /** Berlaku: `null` where nothing holds in this month. */
  readonly inForce: DatedValue | null;
  /** Rancangan: what is known to follow; `null` value: it ends then. */
  readonly announced: { readonly from: Month; readonly value: DatedValue | null } | null;
  /** Usulan: the planner's replacements that hold in this month, the one that counts first. */
  readonly proposed: readonly Override[];
}

/**
 * All statutory values with source, dates and status; the same data as `cakupan/law.json`. With law packs, as a scenario
 * has them, also the minimum wages that they bring, each with the values that the packs have of it.
 *
 * @throws {CakupanError} where the packs or their lists are no lists (`notAList`), are longer than in a scenario (`tooMany`),
 * or cannot be read (`notReadable`), at their path: `"lawPacks[1].values"`.
 */
export function law(packs: readonly LawPack[] | null = null): Law {
  // A copy, so that a caller cannot change the data of others.
  const copy = structuredClone(book);
  if (packs === null) return copy;
  const lists = entriesOf(packs, "lawPacks", MOST.packs).map(listsOf);
  const brought = readable("lawPacks", () => broughtBy(lists, copy));
  return { ...copy, parameters: [...copy.parameters, ...brought] };
}

/** Minimum wages and values of a pack. */
interface Lists {
  readonly wages: NonNullable<LawPack["minimumWages"]>;
  readonly values: LawPack["values"];
}

function listsOf(pack: LawPack, index: number): Lists {
  const path = `lawPacks[${index}]`;
  const { wages, values } = readable(path, () => ({ wages: pack.minimumWages ?? [], values: pack.values }));
  return {
    wages: entriesOf(wages, `${path}.minimumWages`, MOST.wages),
    values: entriesOf(values, `${path}.values`, MOST.values),
  };
}

/** Minimum wages that packs bring beside those of the law. Of two with one key the last names it. */
function broughtBy(packs: readonly Lists[], { parameters }: Law): readonly Parameter[] {
  const wages = new Map(packs.flatMap((pack) => pack.wages).map((wage) => [wage.parameter, wage]));
  for (const { key } of parameters) wages.delete(key);
  // They grow as every UMK of the law.
  const beyond = parameters.find(({ key }) => key.startsWith("minimumWage.umk."))?.beyond ?? null;
  const dated = ({ from, to, value, instrument, article, promulgated, status, note }: LawPackValue): DatedValue => ({
    ...{ from, to: to ?? null, value: value ?? null, rows: null, alternatives: [] },
    ...{ instrument, article: article ?? null, promulgated: promulgated ?? null, checked: null, status },
    ...{ note: note ?? null, seen: null, link: null },
  });
  return [...wages.values()].map(({ parameter, title, region }) => ({
    ...{ key: parameter, unit: "rupiah", of: null, region: region ?? null },
    ...{ title: { id: title.id, en: title.en ?? title.id }, idle: null, beyond },
    values: packs
      .flatMap((pack) => pack.values)
      .filter((value) => value.parameter === parameter)
      .map(dated),
  }));
}

type Dated = Pick<Parameter, "key" | "title" | "unit" | "values">;

/** An override of the caller, with the three fields that are used, each read once. */
interface Given {
  readonly given: Override;
  readonly parameter: string;
  readonly from: Month;
  readonly to: Month | null | undefined;
}

/** Value of a month and the next value; a relief has one value only. */
function standing({ key, title, unit, values }: Dated, month: Month, overrides: readonly Given[]): Standing {
  const inForce = values.find(({ from, to }) => from <= month && (to === null || month <= to)) ?? null;
  const next = values.find(({ from }) => from > month);
  const after = inForce?.to ? following(inForce.to) : null;
  const holds = ({ parameter, from, to }: Given) => parameter === key && from <= month && (!to || month <= to);
  return {
    key,
    title,
    unit,
    inForce,
    announced: next ? { from: next.from, value: next } : after ? { from: after, value: null } : null,
    proposed: overrides
      .filter(holds)
      .map(({ given }) => given)
      .reverse(),
  };
}

/** Next month. */
function following(month: Month): Month {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** A relief as a parameter with one value. */
function asParameter({ key, title, from, to, percentOff, ...rest }: Relief): Dated {
  const { instrument, article, promulgated, checked, status, note, seen, link } = rest;
  const source = { instrument, article, promulgated, checked, status, note, seen, link };
  const value: DatedValue = { from, to, value: percentOff, rows: null, alternatives: [], ...source };
  return { key, title, unit: "percent", values: [value] };
}

/** Most entries of each list, as in a scenario. */
const MOST = { packs: 10, wages: 1_000, values: 2_000, overrides: 200 };
const MONTH = "2026-03";

/** Problems of a text, with the codes of the engine. */
function textProblem(value: unknown, path: string, example: string): readonly Reason[] {
  if (value === undefined || value === null || (typeof value === "string" && value.trim() === ""))
    return [{ code: "missing", path, params: {} }];
  return typeof value === "string" ? [] : [{ code: "notText", path, params: { example } }];
}

/** Problems of a month, which must be from January 2000 to December 2199. */
function monthProblem(value: unknown, path: string): readonly Reason[] {
  const problems = textProblem(value, path, MONTH);
  if (typeof value !== "string" || problems.length > 0 || /^2[01]\d\d-(0[1-9]|1[0-2])$/.test(value)) return problems;
  const letters = Array.from(value.slice(0, 200));
  return [
    { code: "badMonth", path, params: { value: letters.slice(0, 40).join("") + (letters.length > 40 ? "…" : "") } },
  ];
}

/** The entries of a list, each read once. What only says that it is long is not walked. */
function entriesOf<Entry>(list: readonly Entry[], path: string, most: number): readonly Entry[] {
  const entries = readable(path, () => {
    if (!Array.isArray(list)) return null;
    const length = Number(list.length);
    return length > most ? length : Array.from({ length }, (_, index) => list[index] as Entry);
  });
  if (entries === null) return refuse({ code: "notAList", path, params: {} });
  if (typeof entries === "number") return refuse({ code: "tooMany", path, params: { limit: most, count: entries } });
  return entries;
}

/** The overrides that can be read, and all problems. */
function read(overrides: readonly Override[]): {
  readonly list: readonly Given[];
  readonly problems: readonly Reason[];
} {
  const problems: Reason[] = [];
  const list: Given[] = [];
  for (const [index, entry] of entriesOf<unknown>(overrides, "overrides", MOST.overrides).entries()) {
    const path = `overrides[${index}]`;
    if (typeof entry !== "object" || entry === null) {
      problems.push({ code: entry == null ? "missing" : "notAnObject", path, params: {} });
      continue;
    }
    const given = entry as Override;
    const read = readable(path, () => ({ given, parameter: given.parameter, from: given.from, to: given.to }));
    problems.push(...textProblem(read.parameter, `${path}.parameter`, "jkm.bpu"));
    problems.push(...monthProblem(read.from, `${path}.from`));
    if (read.to !== undefined && read.to !== null) problems.push(...monthProblem(read.to, `${path}.to`));
    list.push(read);
  }
  return { list, problems };
}

/**
 * The law in one month; for every value: in force, announced, and overridden.
 *
 * @throws {CakupanError} with every problem of the month (`missing`, `notText`, `badMonth`; path `"month"`) and of
 * the overrides, as for a scenario with them.
 *
 * @example
 * lawIn("2026-11").find(standing => standing.key === "relief.pp50of2025.other").announced
 */
export function lawIn(month: Month, overrides: readonly Override[] | null = null): Standing[] {
  const { list, problems } = read(overrides ?? []);
  const all = [...monthProblem(month, "month"), ...problems];
  if (all.length > 0) return refuse(...all);
  const { parameters, reliefs } = law();
  return [...parameters, ...reliefs.map(asParameter)].map((value) => standing(value, month, list));
}
