/** Region, period and rounding. */
import { html, type TemplateResult } from "lit-html";
import { update } from "../plan/current.js";
import { type Draft, withLevel } from "../plan/draft.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { areaField, monthField, selectField, textField } from "./field.js";
import type { FormPart } from "./part.js";
import { sourceButton } from "./source.js";

/** `place`: what the register of regions says of the name. */
export function regionView(form: FormPart, place: unknown): TemplateResult {
  const w = words.value.region;
  return html`
    <section aria-labelledby="region-heading">
      <h3 id="region-heading">${w.heading}</h3>
      <div class="fields">
        ${textField(form, { path: "name", label: w.caseName, optional: true, wide: true })}
        ${textField(form, { path: "region.name", label: w.name })}
        ${selectField(form, {
          path: "region.level",
          label: w.level,
          choices: choices(w.levels),
          onChange: (level) => update((plan) => withLevel(plan, level as Draft["region"]["level"])),
        })}
        ${place}
        ${textField(form, { path: "region.code", label: w.code, hint: w.codeHint, optional: true })}
        ${monthField(form, { path: "period.firstMonth", label: w.firstMonth })}
        <div>
          ${textField(form, { path: "period.months", label: w.months, suffix: w.monthsUnit })}
          ${sourceButton(form, "period")}
        </div>
        ${selectField(form, { path: "rounding", label: w.rounding, choices: choices(w.roundings, "nearest"), source: true })}
      </div>
      <details class="more" ?open=${Boolean(form.plan.note)}>
        <summary>${w.caseNote}</summary>
        ${areaField(form, { path: "note", label: w.caseNote, quiet: true })}
      </details>
    </section>`;
}
