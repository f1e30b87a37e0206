/** Region, period and rounding. */
import { html, type TemplateResult } from "lit-html";
import { change, draft } from "../plan/current.js";
import { type Draft, withLevel } from "../plan/draft.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { areaField, monthField, selectField, textField } from "./field.js";
import { sourceButton } from "./source.js";

export function regionView(): TemplateResult {
  const w = words.value.region;
  return html`
    <section aria-labelledby="region-heading">
      <h3 id="region-heading">${w.heading}</h3>
      <div class="fields">
        ${textField({ path: "name", label: w.caseName, optional: true, wide: true })}
        ${textField({ path: "region.name", label: w.name })}
        ${selectField({
          path: "region.level",
          label: w.level,
          choices: choices(w.levels),
          onChange: (level) => change(withLevel(draft.value, level as Draft["region"]["level"])),
        })}
        ${textField({ path: "region.code", label: w.code, hint: w.codeHint, optional: true })}
        ${monthField({ path: "period.firstMonth", label: w.firstMonth })}
        <div>
          ${textField({ path: "period.months", label: w.months, suffix: w.monthsUnit })}
          ${sourceButton("period")}
        </div>
        ${selectField({ path: "rounding", label: w.rounding, choices: choices(w.roundings, "nearest"), source: true })}
      </div>
      <details class="more" ?open=${Boolean(draft.value.note)}>
        <summary>${w.caseNote}</summary>
        ${areaField({ path: "note", label: w.caseNote, quiet: true })}
      </details>
    </section>`;
}
