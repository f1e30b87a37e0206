/** Cells that were copied in a spreadsheet, read as the table of villages reads them when they are pasted there. */
import { cellsOf } from "../../ui/cells.js";
import { type Delimited, MOST_COLUMNS, MOST_ROWS } from "./delimited.js";

/** `null` for a text without a tab: one column, or a CSV that was copied as text. */
export function copied(text: string): Delimited | null {
  if (!text.includes("\t")) return null;
  const rows = cellsOf(text).map((row) => (row.every((cell) => cell === "") ? [] : row.slice(0, MOST_COLUMNS)));
  const moreRows = rows.slice(MOST_ROWS).filter((row) => row.length > 0).length;
  return { rows: rows.slice(0, MOST_ROWS), separator: "\t", moreRows, openQuote: null };
}
