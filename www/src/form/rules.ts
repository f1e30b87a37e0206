/** The law of which day is used, how open texts are read, and which values the planner replaces or assumes. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { OpenLaw } from "../plan/open-law.js";
import { words } from "../words/current.js";
import { dayField } from "./field.js";
import type { FormPart } from "./part.js";

/** `open`: where the text of the law is open and the plan meets it. */
export function rulesView(form: FormPart, open: OpenLaw): TemplateResult {
  const w = words.value.rules;
  return html`
    <section aria-labelledby="rules-heading">
      <h3 id="rules-heading">${w.heading}</h3>
      <div class="fields">
        ${dayField(form, { path: "lawDate", label: w.lawDate, hint: w.lawDateHint, optional: true, source: true })}
      </div>
      ${form.later?.reliefsView(form, open.reliefs) ?? nothing}
      ${form.later?.permissionsView(form, open.permissions) ?? nothing}
      ${form.later?.packsView(form) ?? nothing}
      ${form.later?.overridesView(form) ?? nothing}
      ${form.later?.assumptionsView(form) ?? nothing}
    </section>`;
}
