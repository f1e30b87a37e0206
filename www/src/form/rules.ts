/** Which law counts: of which day, in which reading where the text is open, and with which values of the planner. */
import { html, nothing, type TemplateResult } from "lit-html";
import { words } from "../words/current.js";
import { dayField } from "./field.js";
import { later } from "./later.js";

export function rulesView(): TemplateResult {
  const w = words.value.rules;
  return html`
    <section aria-labelledby="rules-heading">
      <h3 id="rules-heading">${w.heading}</h3>
      <div class="fields">
        ${dayField({ path: "lawDate", label: w.lawDate, hint: w.lawDateHint, optional: true, source: true })}
      </div>
      ${later.value?.reliefsView() ?? nothing}
      ${later.value?.permissionsView() ?? nothing}
      ${later.value?.overridesView() ?? nothing}
      ${later.value?.assumptionsView() ?? nothing}
    </section>`;
}
