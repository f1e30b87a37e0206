/** A statutory value in its unit; a table behind its number of rows. */
import type { DatedValue, Standing } from "cakupan";
import { html, type TemplateResult } from "lit-html";
import { parameterOf } from "../../engine/law.js";
import { stepsTable } from "../../form/steps.js";
import { inUnit } from "../../words/basis.js";
import { language, words } from "../../words/current.js";
import { number } from "../../words/format.js";

export function amount(
  { key, title, unit }: Pick<Standing, "key" | "title" | "unit">,
  value: number | null,
  rows: NonNullable<DatedValue["rows"]>,
): TemplateResult {
  if (value !== null) return html`<strong>${inUnit(value, unit)}</strong>`;
  const of = parameterOf(key)?.of ?? null;
  return html`
    <details class="more">
      <summary>${words.value.law.rows(number(rows.length))}</summary>
      ${stepsTable(of, title[language.value], rows)}
    </details>`;
}
