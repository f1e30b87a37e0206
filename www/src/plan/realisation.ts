/** What happened to the plan as a table: its rows and cells, the plan after cells were edited, and what the engine is asked. */
import type { Realisation } from "cakupan/monitor";
import { readDate } from "./dates.js";
import type { Draft, RealisedDraft } from "./draft.js";
import { type NumberKind, readNumber, tidyNumber, writeNumber } from "./numbers.js";
import { isCounted, type VillageDraft, villagesOf } from "./villages.js";

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

const NONE: readonly RealisedDraft[] = [];
export const realisedOf = (plan: Pick<Draft, "realisation">): readonly RealisedDraft[] => plan.realisation ?? NONE;

/** A month of a group, or of a village in it. */
export interface Place {
  readonly month: string;
  readonly segment: string;
  readonly village?: string;
}

export const keyOf = ({ month, segment, village = "" }: Place) => [month, segment, village].join("\n");

/** How a row names a village. */
export const villageKey = ({ code, name }: Pick<VillageDraft, "code" | "name">) => code || name;

/** The villages by what rows may call them: code, or a name that no other village has. */
const calls = once((villages: readonly VillageDraft[]): ReadonlyMap<string, string> => {
  const named = new Map<string, string>();
  const twice = new Set<string>();
  for (const village of villages) {
    if (named.has(village.name)) twice.add(village.name);
    named.set(village.name, villageKey(village));
  }
  for (const name of twice) named.set(name, name);
  for (const { code } of villages) if (code) named.set(code, code);
  return named;
});

/** The place of a row, with its village as the plan names it now. */
export function placeOf(plan: Pick<Draft, "villages">, { month, segment, village }: Place): Place {
  if (village === undefined) return { month, segment };
  return { month, segment, village: calls(villagesOf(plan)).get(village) ?? village };
}

/** Each row at its place. A province has 36,000 of them, so they are not searched one by one. */
const rowsAt = once((rows: readonly RealisedDraft[]) =>
  once((villages: readonly VillageDraft[]) => {
    const plan = { villages };
    return new Map(rows.map((row, at) => [keyOf(placeOf(plan, row)), at]));
  }),
);

/** What of a plan its realisation is held against. */
export type RealisedPlan = Pick<Draft, "realisation" | "villages">;

const positions = (plan: RealisedPlan) => rowsAt(realisedOf(plan))(villagesOf(plan));

/** The last result for each list: lists are never changed, only replaced. */
function once<List extends object, T>(make: (list: List) => T): (list: List) => T {
  const made = new WeakMap<List, T>();
  return (list) => {
    const found = made.get(list);
    if (found !== undefined) return found;
    const result = make(list);
    made.set(list, result);
    return result;
  };
}

/** Which rows are shown: those of whole groups, or those of the villages of one. */
export interface Shown {
  readonly year: string;
  /** `""`: all groups as a whole. */
  readonly segment: string;
  /** Of villages; `""`: each month of the year. */
  readonly month: string;
}

/** Each month of each group or village, and after them what is typed for months, groups or villages that the plan no longer has. */
export function placesOf(plan: Draft, months: readonly string[], { year, segment, month }: Shown): readonly Place[] {
  const ofYear = months.filter((one) => one.startsWith(year));
  if (segment === "")
    return [
      ...ofYear.flatMap((month) => plan.segments.map(({ id }): Place => ({ month, segment: id }))),
      ...othersOf(plan, months),
    ];
  const at = positions(plan);
  const villages = [...new Set(villagesOf(plan).map(villageKey))];
  const counted = new Set(
    villagesOf(plan)
      .filter(({ counts }) => counts?.some((count) => count.segment === segment && count.people))
      .map(villageKey),
  );
  return ofYear
    .filter((one) => month === "" || one === month)
    .flatMap((month) => villages.map((village): Place => ({ month, segment, village })))
    .filter((place) => counted.has(place.village ?? "") || at.has(keyOf(place)));
}

function othersOf(plan: Draft, months: readonly string[]): readonly Place[] {
  const known = new Set(months);
  const groups = new Map(plan.segments.map((segment) => [segment.id, isCounted(segment)]));
  const villages = new Set(villagesOf(plan).map(villageKey));
  return realisedOf(plan)
    .map((row) => placeOf(plan, row))
    .filter(({ month, segment, village }) => {
      if (!known.has(month) || !groups.has(segment)) return true;
      return village !== undefined && !(groups.get(segment) && villages.has(village));
    });
}

export function textAt(plan: RealisedPlan, place: Place, key: TypedKey): string {
  const at = positions(plan).get(keyOf(place));
  return (at === undefined ? undefined : realisedOf(plan)[at]?.[key]) ?? "";
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
export function edited<Plan extends RealisedPlan>(plan: Plan, changes: readonly CellChange[]): Plan {
  const rows = [...realisedOf(plan)];
  const at = new Map(positions(plan));
  for (const { place, key, text } of changes) {
    const name = keyOf(place);
    const here = at.get(name) ?? rows.length;
    at.set(name, here);
    const known: RealisedDraft = rows[here] ?? placeOf(plan, place);
    const { [key]: _, ...others } = known;
    const value = tidied(key, text);
    rows[here] = (value ? { ...others, [key]: value } : others) as RealisedDraft;
  }
  return { ...plan, realisation: rows.filter((row) => TYPED_KEYS.some((key) => row[key])) };
}

/** What a table says of one month of a group or village. */
export interface CellsOfPlace {
  readonly place: Place;
  readonly cells: { readonly [key in TypedKey]?: string };
}

/** The plan with the cells of a table, which are tidy: what the table leaves blank stays as it is typed. */
export function withTable<Plan extends RealisedPlan>(plan: Plan, table: readonly CellsOfPlace[]): Plan {
  const rows = [...realisedOf(plan)];
  const at = new Map(positions(plan));
  for (const { place, cells } of table) {
    const here = at.get(keyOf(place)) ?? rows.length;
    at.set(keyOf(place), here);
    rows[here] = { ...(rows[here] ?? placeOf(plan, place)), ...cells };
  }
  return { ...plan, realisation: rows };
}

/** A cell whose number can be read in two ways. */
export interface UnclearCell {
  readonly place: Place;
  readonly key: TypedKey;
  readonly typed: string;
  readonly why: Extract<ReturnType<typeof readNumber>, { is: "unclear" }>["why"];
}

interface AskedRow {
  readonly asked: object;
  readonly unclear: readonly Omit<UnclearCell, "place">[];
}

/** A row as the engine is asked; of rows that stay the same objects it is read once. */
const asked = once((row: RealisedDraft): AskedRow => {
  const unclear: Omit<UnclearCell, "place">[] = [];
  const read = (key: TypedKey): readonly [TypedKey, string | number][] => {
    const typed = row[key] ?? "";
    const kind = TYPED[key];
    if (!typed.trim()) return [];
    if (kind === "text" || kind === "date") return [[key, typed]];
    const reading = readNumber(typed, kind);
    if (reading.is === "number") return [[key, reading.value]];
    if (reading.is === "unclear") unclear.push({ key, typed, why: reading.why });
    return reading.is === "text" ? [[key, reading.raw]] : [];
  };
  const { month, segment, village } = row;
  const place = village === undefined ? { month, segment } : { month, segment, village };
  return { asked: { ...place, ...Object.fromEntries(TYPED_KEYS.flatMap(read)) }, unclear };
});

/** What the engine is asked; a row keeps its place. Cells whose number can be read in two ways are told by their row. */
export function toRealisation(rows: readonly RealisedDraft[]): {
  readonly rows: readonly object[];
  readonly unclear: readonly (Omit<UnclearCell, "place"> & { readonly at: number })[];
} {
  return {
    rows: rows.map((row) => asked(row).asked),
    unclear: rows.flatMap((row, at) => asked(row).unclear.map((cell) => ({ ...cell, at }))),
  };
}

/** Rows that the engine was asked, as they are typed. */
export function fromAsked(rows: Realisation["rows"]): readonly RealisedDraft[] {
  return rows.map((row) => {
    const { month, segment, village } = row;
    const cells = TYPED_KEYS.flatMap((key) => {
      const [value, kind] = [row[key] ?? "", TYPED[key]];
      const text = typeof value === "number" && kind !== "date" && kind !== "text" ? writeNumber(value, kind) : value;
      return text === "" ? [] : [[key, String(text)]];
    });
    return { month, segment, ...(village && { village }), ...Object.fromEntries(cells) };
  });
}

/** The cell that a problem of the engine is about: `rows[3].paid`. */
export function cellOfPath(plan: RealisedPlan, path: string): { readonly place: Place; readonly key: string } | null {
  const [, at, key = ""] = /^rows\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const row = at === undefined ? undefined : realisedOf(plan)[Number(at)];
  return row ? { place: placeOf(plan, row), key: key || "quota" } : null;
}
