/** What pasted cells are offered for: one for each group. */
import { type Draft, getAt, type Json, kindOf, newSegmentLike, type SegmentDraft, setAt } from "./draft.js";
import { readNumber, tidyNumber } from "./numbers.js";
import type { Pasted } from "./paste.js";

/** Limit of a plan. */
const MOST_GROUPS = 200;

export type Offer =
  | { readonly is: "tooMuch" }
  | { readonly is: "table"; readonly rows: number; readonly columns: number }
  | { readonly is: "oneOnly"; readonly cells: number }
  | { readonly is: "notNumber"; readonly cell: string }
  /** A following group counts its people, or its base, in another way. */
  | { readonly is: "otherGroup"; readonly place: number }
  /** `there`: so many cells go into groups that are there; `more`: for so many, groups may be added. */
  | { readonly is: "fits"; readonly cells: readonly string[]; readonly there: number; readonly more: number };

/** Whether one cell a group is possible from this field on. */
export function offerOf({ path, rows, draft }: Pasted): Offer {
  const [height, width] = [rows.length, rows[0]?.length ?? 0];
  if (height === 0) return { is: "tooMuch" };
  if (height > 1 && width > 1) return { is: "table", rows: height, columns: width };
  const cells = rows.flat();
  const at = partsOf(path);
  if (!at) return { is: "oneOnly", cells: cells.length };
  const { place, rest } = at;
  if (place + cells.length > MOST_GROUPS) return { is: "tooMuch" };
  const kind = kindOf(path);
  const wrong = cells.find((cell) => kind && readNumber(cell, kind).is === "text");
  if (wrong !== undefined) return { is: "notNumber", cell: wrong };
  const { segments, period } = draft;
  const first = segments[place];
  const following = segments.slice(place, place + cells.length);
  const other = following.findIndex((segment) => !first || !alike(first, segment, rest));
  if (other >= 0) return { is: "otherGroup", place: place + other };
  const there = following.length;
  const able = first && alike(first, newSegmentLike(first, segments, period.firstMonth), rest);
  return able || there === cells.length
    ? { is: "fits", cells, there, more: cells.length - there }
    : { is: "oneOnly", cells: cells.length };
}

/** The draft with one cell a group; a blank cell leaves its group as it is. */
export function spread({ path, draft }: Pasted, cells: readonly string[]): Draft {
  const at = partsOf(path);
  const kind = kindOf(path);
  const first = at && draft.segments[at.place];
  if (!at || !first) return draft;
  let next = draft;
  for (const [index, cell] of cells.entries()) {
    const place = at.place + index;
    const { segments, period } = next;
    if (place === segments.length)
      next = { ...next, segments: [...segments, newSegmentLike(first, segments, period.firstMonth)] };
    if (cell !== "") next = setAt(next, `segments[${place}].${at.rest}`, kind ? tidyNumber(cell, kind) : oneLine(cell));
  }
  return next;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");

function partsOf(path: string): { readonly place: number; readonly rest: string } | null {
  const [, place, rest] = /^segments\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  return rest === undefined ? null : { place: Number(place), rest };
}

/** Do both groups have this field, in the same kind of part? */
function alike(first: SegmentDraft, second: SegmentDraft, rest: string): boolean {
  const [mine, theirs] = [first, second].map((segment) => holderOf(segment, rest));
  return mine !== null && theirs !== null && mine === theirs;
}

/** The kind of what holds the field in a group; `null` where nothing does. */
function holderOf(segment: SegmentDraft, rest: string): string | null {
  const holder = `segments[0].${rest}`.replace(/\.[^.]+$/, "");
  const value: Json = getAt({ segments: [segment] } as unknown as Draft, holder);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return "kind" in value ? String(value.kind) : "";
}
