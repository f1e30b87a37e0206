/** Cells as spreadsheets put them on the clipboard: read, and written as text and as HTML. */

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

/** Rows as text for the clipboard; `cellsOf` reads it back. */
export function textOf(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

const ENTITIES: { readonly [mark: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Rows as an HTML table for the clipboard of word processors and mail; it is never put into the page. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const escaped = (cell: string) => cell.replace(/[&<>]/g, (mark) => ENTITIES[mark] ?? mark);
  const line = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  return `<table>${rows.map(line).join("")}</table>`;
}
