/** The one result table: caption, scopes, numbers to the right, in a region that scrolls by itself where it is wide. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { Question } from "cakupan";
import { number } from "../format.js";
import { answer, question, words } from "../state.js";

export type Cell = string | TemplateResult;

/** Stands beside figures that are not of what the form holds now. */
export function staleMark(): TemplateResult | typeof nothing {
  const { last, fresh } = answer.value;
  return last && !fresh ? html` <strong class="mark">${words.value.problems.staleMark}</strong>` : nothing;
}

interface Column {
  readonly text: string;
  readonly numeric: boolean;
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

/** The tables of kind "result" hold figures of the plan. */
export function resultTable(
  caption: string,
  first: string,
  columns: readonly Column[],
  groups: readonly Group[],
  kind = "result",
): TemplateResult {
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${words.value.tables.scroll(caption)}>
      <table class=${kind}>
        <caption>${caption}${kind === "result" ? staleMark() : nothing}</caption>
        <thead>
          <tr>
            <th scope="col">${first}</th>
            ${columns.map((column) => html`<th scope="col" class=${align(column)}>${column.text}</th>`)}
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
    </div>`;
}

function align(column: Column | undefined): string {
  return column?.numeric ? "num" : "";
}

export function numeric(...texts: readonly string[]): readonly Column[] {
  return texts.map((text) => ({ text, numeric: true }));
}

/** A figure that can be asked where it comes from. */
export function figure(value: number | string, ask: Question, row: string, column: string): TemplateResult {
  const text = typeof value === "number" ? number(value) : value;
  const about = `${row}, ${column}`;
  // Nothing may stand around it: it is also a word of a sentence.
  return html`<button type="button" class="figure" aria-haspopup="dialog"
      aria-label=${`${text}. ${words.value.tables.why(row, column)}`}
      @click=${() => (question.value = { ask, about })}>${text}</button>`;
}
