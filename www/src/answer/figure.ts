/** Figures of the plan: one that can be asked where it comes from, and tables of them. */

import type { Question } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { answer } from "../plan/answer.js";
import { type Column, type Group, table } from "../ui/table.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { question } from "./question.js";

/** Stands beside figures that are not of what the form holds now. */
export function staleMark(): TemplateResult | typeof nothing {
  const { last, fresh } = answer.value;
  return last && !fresh ? html` <strong class="mark">${words.value.problems.staleMark}</strong>` : nothing;
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

/** A table of figures of the plan. */
export function resultTable(
  caption: string,
  first: string,
  columns: readonly Column[],
  groups: readonly Group[],
): TemplateResult {
  return table(caption, first, columns, groups, "result", staleMark());
}
