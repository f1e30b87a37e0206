/** Figures of the plan: one that can be asked where it comes from, and tables of them. */

import type { Question } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Column, type Group, table } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { askWhy } from "./question.js";
import type { Standing } from "./shown.js";

/** A mark on figures that are not calculated from the current form. */
export function staleMark({ fresh }: Standing): View {
  return fresh ? nothing : html` <strong class="mark">${words.value.problems.staleMark}</strong>`;
}

/** A figure that can be asked where it comes from. */
export function figure(value: number | string, ask: Question, row: string, column: string): TemplateResult {
  const text = typeof value === "number" ? number(value) : value;
  const about = `${row}, ${column}`;
  // No spaces around it: figures are also part of sentences.
  return html`<button type="button" class="figure" aria-haspopup="dialog"
      aria-label=${`${text}. ${words.value.tables.why(row, column)}`}
      @click=${() => askWhy(ask, about)}>${text}</button>`;
}

/** A table of figures of the plan. */
export function resultTable(
  standing: Standing,
  caption: string,
  first: string,
  columns: readonly Column[],
  groups: readonly Group[],
): TemplateResult {
  return table(caption, first, columns, groups, "result", staleMark(standing));
}
