/** Buttons beside the problem `noLawValue`: assume how the value grows, or replace it. */

import type { Problem } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { newWage, parameterOf } from "../engine/law.js";
import { words } from "../words/current.js";
import { addAssumption, addOverride } from "./own-values.js";

export function remedy({ code, params }: Problem): TemplateResult | typeof nothing {
  const parameter = code === "noLawValue" ? (parameterOf(params.parameter) ?? newWage(params.parameter)) : undefined;
  if (!parameter) return nothing;
  const w = words.value.rules;
  const from = typeof params.month === "string" ? params.month : undefined;
  const replace = () => addOverride(parameter.key, from);
  const assume = () => addAssumption(parameter.key);
  return html`
    ${
      parameter.beyond
        ? html`<button type="button" class="small" @click=${assume}>${w.fillAssumption}</button>`
        : nothing
    }
    <button type="button" class="small" @click=${replace}>${w.replace}</button>`;
}
