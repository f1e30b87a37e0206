/** A table: caption, scopes, numbers to the right, in a region that scrolls by itself where it is wide. */
import { html, nothing, type TemplateResult } from "lit-html";
import { words } from "../words/current.js";

export type Cell = string | TemplateResult;

export interface Column {
  readonly text: string;
  readonly numeric: boolean;
  /** Of its numbers, where neither the heading nor the cells say it. */
  readonly unit?: string;
}

export interface Row {
  readonly head: Cell;
  readonly cells: readonly Cell[];
  readonly total?: boolean;
}

export interface Group {
  /** Above the rows, where a table has several groups. */
  readonly heading?: Cell;
  readonly rows: readonly Row[];
}

/** `kind`: the class of its style. `mark`: stands after the caption. */
export function table(
  caption: string,
  first: string,
  columns: readonly Column[],
  groups: readonly Group[],
  kind: string,
  mark: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${words.value.tables.scroll(caption)}>
      <table class=${kind}>
        <caption>${caption}${mark}</caption>
        <thead>
          <tr>
            <th scope="col">${first}</th>
            ${columns.map((column) => html`<th scope="col" class=${align(column)} data-unit=${column.unit ?? nothing}>${column.text}</th>`)}
          </tr>
        </thead>
        ${groups.map(
          (group) => html`
          <tbody>
            ${
              group.heading === undefined
                ? nothing
                : html`
              <tr><th scope="rowgroup" class="group" colspan=${columns.length + 1}>${group.heading}</th></tr>`
            }
            ${group.rows.map(
              (row) => html`
              <tr class=${row.total ? "total" : ""}>
                <th scope="row">${row.head}</th>
                ${row.cells.map(
                  (cell, place) => html`
                  <td class=${align(columns[place])} data-label=${columns[place]?.text ?? ""}>${cell}</td>`,
                )}
              </tr>`,
            )}
          </tbody>`,
        )}
      </table>
    </div>
    <copy-table name=${caption}></copy-table>`;
}

function align(column: Column | undefined): string {
  return column?.numeric ? "num" : "";
}

export function numeric(...texts: readonly string[]): readonly Column[] {
  return texts.map((text) => ({ text, numeric: true }));
}

/** Columns of amounts. */
export function money(...texts: readonly string[]): readonly Column[] {
  return texts.map((text) => ({ text, numeric: true, unit: "Rp" }));
}
