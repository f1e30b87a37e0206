/** Several cells pasted into one field: never joined into one number, but kept for an offer (`spread.ts`). */
import { signal } from "@preact/signals-core";
import { BETWEEN_CELLS, cellsOf } from "../ui/cells.js";
import { type Draft, kindOf } from "./draft.js";

/** What was pasted and where; it holds until the plan changes. */
export interface Pasted {
  readonly path: string;
  readonly rows: readonly (readonly string[])[];
  readonly draft: Draft;
}

export const pasted = signal<Pasted | null>(null);

export function closeOffer(): void {
  pasted.value = null;
}

/** Limit of pasted text. */
const MOST_LETTERS = 100_000;

/** What several cells hold; a text where there is only one, of one line, with or without its line end. */
export function rowsOf(text: string): string | Pasted["rows"] {
  if (text.length > MOST_LETTERS) return [];
  const rows = cellsOf(text);
  const cell = rows[0]?.[0] ?? "";
  const several = rows.length > 1 || (rows[0]?.length ?? 0) > 1;
  // An input has one line and would join the lines of a cell with several.
  return several || BETWEEN_CELLS.test(cell) ? rows : cell;
}

/** Fields that take cells: all numbers, and the names of groups. */
export const takesCells = (path: string) => kindOf(path) !== undefined || /^segments\[\d+\]\.name$/.test(path);
