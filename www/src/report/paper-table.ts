/** A table for paper: its head is repeated on each page, no row is broken, and nothing in it is a button. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Cell, Column, Group } from "../ui/table.js";

/** A table of no more rows stands on one page. A longer one is broken between rows, with its head on each page. */
const MOST_WHOLE = 14;

export function paperTable(
  caption: string,
  first: string,
  columns: readonly Column[],
  groups: readonly Group[],
  kind = "",
): TemplateResult {
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return html`
    <table class=${`paper-table ${kind} ${rows > MOST_WHOLE ? "" : "whole"}`}>
      <caption>${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${columns.map((column) => html`<th scope="col" class=${column.numeric ? "num" : ""}>${column.text}</th>`)}
        </tr>
      </thead>
      ${groups.map(
        (group) => html`
        <tbody>
          ${
            group.heading === undefined
              ? nothing
              : html`<tr class="group"><th scope="rowgroup" colspan=${columns.length + 1}>${group.heading}</th></tr>`
          }
          ${group.rows.map(
            (row) => html`
            <tr class=${row.total ? "total" : ""}>
              <th scope="row">${row.head}</th>
              ${row.cells.map((cell, place) => html`<td class=${columns[place]?.numeric ? "num" : ""}>${cell}</td>`)}
            </tr>`,
          )}
        </tbody>`,
      )}
    </table>`;
}

/** Names and what they stand for, as a table of two columns without a head. */
export function pairs(rows: readonly (readonly [name: string, value: Cell])[]): TemplateResult {
  return html`
    <table class="pairs">
      <tbody>${rows.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody>
    </table>`;
}

export const plain = (...texts: readonly string[]): readonly Column[] =>
  texts.map((text) => ({ text, numeric: false }));
