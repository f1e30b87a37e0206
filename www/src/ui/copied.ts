/**
 * A table as spreadsheets and word processors take it from the clipboard.
 *
 * As text, tab-separated: whole numbers as bare digits, which every spreadsheet reads alike; decimals with a comma, as the
 * page shows them. As HTML the same, and beside each number its value with a point, in the attributes by which
 * LibreOffice (`sdval`) and Excel (`x:num`) read it whatever their language: docs/adr/0060.
 */
import type { Value, Values } from "./table-values.js";

/** A leading sign that a spreadsheet would take for a formula. */
const LIKE_FORMULA = /^[=+\-@\t\r]/;

const written = (value: Value) => (typeof value === "number" ? String(value).replace(".", ",") : (value ?? ""));

/** With an apostrophe before it a spreadsheet keeps as a text what begins like a formula. */
const harmless = (text: string) => (LIKE_FORMULA.test(text) ? `'${text}` : text);

export function asText({ heads, rows }: Values): string {
  const cell = (value: Value) => {
    const text = typeof value === "string" ? harmless(value) : written(value);
    return /["\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  };
  return [heads, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}

const ENTITIES: { readonly [mark: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);

/** It goes to the clipboard and is never put into the page. */
export function asHtml({ caption, heads, rows }: Values): string {
  const cell = (value: Value) => {
    if (value === null) return "<td></td>";
    if (typeof value === "number")
      return `<td align="right" sdval="${value}" sdnum="1033;" x:num="${value}">${written(value)}</td>`;
    // Marked as a text, so that an account code is no date. A style, which Excel would follow too, the policy of the page
    // takes out.
    return `<td sdnum="1033;0;@" x:str>${escaped(harmless(value))}</td>`;
  };
  const head = heads.map((text) => `<th>${escaped(text)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>' +
    `<table summary="${escaped(caption)}"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></body></html>`
  );
}
