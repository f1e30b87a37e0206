/** What happened to the plan as a table: its rows and cells, the plan after cells were edited, and what the engine is asked. */
import { readDate } from "./dates.js";
import type { Draft, RealisedDraft } from "./draft.js";
import { type NumberKind, readNumber, tidyNumber } from "./numbers.js";

/** The columns that are typed, and what stands in them. */
export const TYPED = {
  quota: "people",
  verified: "people",
  paid: "people",
  billedRupiah: "money",
  paidRupiah: "money",
  paidOn: "date",
  note: "text",
} as const satisfies { readonly [key: string]: NumberKind | "date" | "text" };

export type TypedKey = keyof typeof TYPED;
export const TYPED_KEYS = Object.keys(TYPED) as readonly TypedKey[];

export const realisedOf = (plan: Pick<Draft, "realisation">): readonly RealisedDraft[] => plan.realisation ?? [];

/** A month of a group. */
export interface Place {
  readonly month: string;
  readonly segment: string;
}

const isAt =
  ({ month, segment }: Place) =>
  (row: Place) =>
    row.month === month && row.segment === segment;

/** Each month of each group, and after them what is typed for months or groups that the plan no longer has. */
export function placesOf(plan: Draft, months: readonly string[], year: string): readonly Place[] {
  const own = months.flatMap((month) => plan.segments.map(({ id }): Place => ({ month, segment: id })));
  const known = new Set(own.map(({ month, segment }) => `${month} ${segment}`));
  const others = realisedOf(plan).filter(({ month, segment }) => !known.has(`${month} ${segment}`));
  return [
    ...own.filter(({ month }) => month.startsWith(year)),
    ...others.map(({ month, segment }) => ({ month, segment })),
  ];
}

export function textAt(plan: Draft, place: Place, key: TypedKey): string {
  return realisedOf(plan).find(isAt(place))?.[key] ?? "";
}

export interface CellChange {
  readonly place: Place;
  readonly key: TypedKey;
  readonly text: string;
}

/** A number or a date is written out as soon as it can be read; everything else stays as it was typed. */
function tidied(key: TypedKey, text: string): string {
  const kind = TYPED[key];
  const typed = text.trim();
  if (kind === "text") return typed;
  return kind === "date" ? (readDate(typed) ?? typed) : tidyNumber(typed, kind);
}

/** The plan with these cells; a row without any is none. */
export function edited(plan: Draft, changes: readonly CellChange[]): Draft {
  const rows = [...realisedOf(plan)];
  for (const { place, key, text } of changes) {
    const at = rows.findIndex(isAt(place));
    const { month, segment } = place;
    const { [key]: _, ...others } = at < 0 ? { month, segment } : (rows[at] as RealisedDraft);
    const value = tidied(key, text);
    const row = (value ? { ...others, [key]: value } : others) as RealisedDraft;
    const left = TYPED_KEYS.some((each) => row[each]);
    if (at < 0) rows.push(row);
    else if (left) rows[at] = row;
    else rows.splice(at, 1);
  }
  return { ...plan, realisation: rows.filter((row) => TYPED_KEYS.some((key) => row[key])) };
}

/** A cell whose number can be read in two ways. */
export interface UnclearCell {
  readonly place: Place;
  readonly key: TypedKey;
  readonly typed: string;
  readonly why: Extract<ReturnType<typeof readNumber>, { is: "unclear" }>["why"];
}

/** What the engine is asked; a row keeps its place. */
export function toRealisation(plan: Draft): {
  readonly rows: readonly object[];
  readonly unclear: readonly UnclearCell[];
} {
  const unclear: UnclearCell[] = [];
  const rows = realisedOf(plan).map((row) => {
    const read = (key: TypedKey): readonly [TypedKey, string | number][] => {
      const typed = row[key] ?? "";
      const kind = TYPED[key];
      if (!typed.trim()) return [];
      if (kind === "text" || kind === "date") return [[key, typed]];
      const reading = readNumber(typed, kind);
      if (reading.is === "number") return [[key, reading.value]];
      if (reading.is === "unclear") unclear.push({ place: row, key, typed, why: reading.why });
      return reading.is === "text" ? [[key, reading.raw]] : [];
    };
    return { month: row.month, segment: row.segment, ...Object.fromEntries(TYPED_KEYS.flatMap(read)) };
  });
  return { rows, unclear };
}

/** The cell that a problem of the engine is about: `rows[3].paid`. */
export function cellOfPath(plan: Draft, path: string): { readonly place: Place; readonly key: string } | null {
  const [, row, key = ""] = /^rows\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const place = row === undefined ? undefined : realisedOf(plan)[Number(row)];
  return place ? { place, key: key || "quota" } : null;
}
