/** Where the head of a table is, whatever the table is of. */
import { monthIn } from "./head-months.js";
import { type RawTable, textAt } from "./table.js";

/** A head stands in the first of so many rows, and has at most so many. */
const MOST_BEFORE = 40;
const MOST_HEIGHT = 3;
/** Rows by whose content a column without a head is judged. */
export const SAMPLE = 200;

export interface Head<Is> {
  readonly rows: readonly number[];
  readonly heads: readonly string[];
  /** What each column holds, by its words. */
  readonly meanings: readonly Is[];
}

/**
 * The rows whose words name the most columns. `knownOf`: which of these meanings count; `null` where they make no head.
 */
export function headOf<Is>(
  table: RawTable,
  width: number,
  meaningOf: (head: string) => Is,
  knownOf: (meanings: readonly Is[]) => readonly unknown[] | null,
): Head<Is> | null {
  let best: (Head<Is> & { readonly score: number }) | null = null;
  for (let top = 0; top < Math.min(table.rows.length, MOST_BEFORE); top++) {
    for (let height = 1; height <= MOST_HEIGHT; height++) {
      const rows = Array.from({ length: height }, (_, after) => top + after);
      if (height > 1 && !isHeadBelow(table, top + height - 1, width)) break;
      const heads = headsOf(table, rows, width);
      const meanings = heads.map(meaningOf);
      const known = knownOf(meanings);
      if (known === null) continue;
      // A line of a higher head counts a little less, so that a title above is no part of it; but what is merged down
      // into its first line begins above.
      const isCut = heads.some((_, column) => table.mark(top, column) === "down");
      const isMonths = height > 1 && isMonthRow(table, top + height - 1, width);
      const score = known.length - (height - 1) * 0.1 - (isCut ? 0.2 : 0) + (isMonths ? 0.2 : 0);
      if (score > (best?.score ?? 0)) best = { rows, heads, meanings, score };
    }
  }
  return best;
}

/** A row of months alone divides what stands above it. */
function isMonthRow(table: RawTable, row: number, width: number): boolean {
  const texts = Array.from({ length: width }, (_, column) => textAt(table, row, column)).filter((text) => text !== "");
  return texts.length > 0 && texts.every((text) => monthIn(text).month !== null && monthIn(text).rest === "");
}

/** A further row of a head has words or years, no other numbers, and does not begin with a village. */
function isHeadBelow(table: RawTable, row: number, width: number): boolean {
  const cells = Array.from({ length: width }, (_, column) => table.rows[row]?.[column] ?? null);
  const filled = cells.filter((cell) => cell !== null && cell !== "");
  const isOwn = cells.some((cell, column) => cell !== null && cell !== "" && table.mark(row, column) !== "down");
  return (
    filled.length > 0 &&
    isOwn &&
    filled.every((cell) => !/^-?[\d.,]+$/.test(String(cell)) || /^20\d\d$/.test(String(cell)))
  );
}

/** The words above each column, those of merged cells and of a blank cell right of a filled one included. */
function headsOf(table: RawTable, rows: readonly number[], width: number): string[] {
  const text = (row: number, column: number) =>
    String(table.rows[row]?.[column] ?? "")
      .replace(/\s+/g, " ")
      .trim();
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row, place) => {
      const below = rows[place + 1];
      let from = column;
      if (below !== undefined && text(below, column) !== "") while (from > 0 && text(row, from) === "") from -= 1;
      return text(row, from);
    });
    return [...new Set(parts)].filter((part) => part !== "").join(" ");
  });
}

/** Skips the row "1 2 3 4" or "(1) (2) (3)" below a head. */
export function afterNumbering(table: RawTable, start: number, width: number): number {
  const texts = Array.from({ length: width }, (_, column) => textAt(table, start, column)).filter(
    (text) => text !== "",
  );
  const numbers = texts.map((text) => Number(/^\(?(\d{1,2})\)?$/.exec(text)?.[1]));
  const isNumbering = numbers.length > 2 && numbers.every((number, place) => number === (numbers[0] ?? 0) + place);
  return start > 0 && isNumbering ? start + 1 : start;
}

/** What stands in a column below the head, blank cells left out. */
export function columnOf(table: RawTable, start: number, column: number): string[] {
  const end = Math.min(table.rows.length, start + SAMPLE);
  const texts = Array.from({ length: Math.max(0, end - start) }, (_, after) => textAt(table, start + after, column));
  return texts.filter((text) => text !== "");
}
