/** Reads cells as spreadsheets put them on the clipboard. */

/** Separators between cells of pasted text. */
export const BETWEEN_CELLS = /[\t\r\n\v\f\u0085\u2028\u2029]/;

/** A cell and the separator after it. Cells with a quotation mark, a tab or a line end are quoted. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n\v\f\u0085\u2028\u2029]*))(\t|\r\n|[\r\n\v\f\u0085\u2028\u2029]|$)/y;

/** The cells of a text as spreadsheets copy it; blank rows at the end and blank columns to the right are none. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (let end = ""; ; ) {
    const [, quoted, bare = "", behind = ""] = CELL.exec(text) ?? [];
    rows.at(-1)?.push((quoted?.replace(/""/g, '"') ?? bare).trim());
    end = behind;
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  const upToLast = (filled: readonly boolean[]) => filled.lastIndexOf(true) + 1;
  const widths = rows.map((row) => upToLast(row.map((cell) => cell !== "")));
  const width = widths.reduce((most, one) => Math.max(most, one), 0);
  const height = upToLast(widths.map((one) => one > 0));
  return rows.slice(0, height).map((row) => Array.from({ length: width }, (_, place) => row[place] ?? ""));
}
