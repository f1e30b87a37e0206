/** Writes cells for the clipboard; `cells.ts` reads them, and is loaded with the first page. */

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
