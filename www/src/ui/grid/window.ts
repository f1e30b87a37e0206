/** Which rows are drawn: those in sight, some on each side, and the active one, so that the focus never falls away. */

const MARGIN = 4;
/** Rows that are drawn before the height of one is known. */
const AT_FIRST = 24;

export interface Span {
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
}

export const AT_START: Span = { first: 0, end: AT_FIRST };

/** Rows in sight at a scroll position; lengths in pixels. */
export function inSight(top: number, height: number, row: number): Span {
  if (row <= 0) return AT_START;
  return { first: Math.max(0, Math.floor(top / row) - MARGIN), end: Math.ceil((top + height) / row) + MARGIN };
}

/** A row by its place, or as many rows of empty height. */
export type Piece = { readonly row: number } | { readonly gap: number; readonly name: string };

/** The rows of a body from top to bottom. */
export function pieces(rows: number, { first, end }: Span, active: number): readonly Piece[] {
  const from = Math.max(0, Math.min(first, rows - (end - first)));
  const drawn = Array.from({ length: Math.max(0, Math.min(end, rows) - from) }, (_, place) => from + place);
  if (active >= 0 && active < from) drawn.unshift(active);
  if (active >= Math.max(from, end) && active < rows) drawn.push(active);
  const all: Piece[] = [];
  let next = 0;
  for (const row of drawn) {
    if (row > next) all.push({ gap: row - next, name: row === active ? "before" : "above" });
    all.push({ row });
    next = row + 1;
  }
  if (next < rows) all.push({ gap: rows - next, name: "below" });
  return all;
}
