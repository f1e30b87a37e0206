/** The stage of the budget, population, budget totals, and published totals to compare with. */
import { html, nothing, type TemplateResult } from "lit-html";
import { update } from "../plan/current.js";
import { type Named, setAt } from "../plan/draft.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { messages, monthField, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";
import { publishedFields } from "./published.js";
import { listSource, sourceButton } from "./source.js";

const TOTALS = "totals";

/** `groups`: those that a published total can be one of. */
export function budgetView(form: FormPart, groups: readonly Named[]): TemplateResult {
  const w = words.value.budget;
  const { stage, region } = form.plan;
  const pick = (name: string) =>
    update((plan) => {
      const month = plan.stage?.month ?? plan.period.firstMonth;
      return setAt(plan, "stage", name ? { name, month } : null);
    });
  return html`
    <section aria-labelledby="budget-heading">
      <h3 id="budget-heading">${w.heading}</h3>
      <div class="fields">
        ${selectField(form, {
          path: "stage.name",
          label: w.stage,
          choices: choices(w.stages, "none"),
          onChange: pick,
        })}
        ${
          stage
            ? html`<div>
              ${monthField(form, { path: "stage.month", label: w.month, hint: w.monthHint })} ${sourceButton(form, "stage")}
            </div>`
            : nothing
        }
        <div>
          ${textField(form, {
            path: "region.population",
            label: w.population,
            suffix: words.value.form.people,
            optional: true,
          })}
          ${region?.population ? sourceButton(form, "region", false, w.population) : nothing}
        </div>
      </div>
      ${messages(form, "stage")}
      ${totals(form)}
      ${publishedFields(form, groups)}
    </section>`;
}

function totals(form: FormPart): TemplateResult {
  const w = words.value.budget;
  const f = words.value.form;
  return html`
    <fieldset class="list totals">
      <legend>${w.totals}</legend>
      <p class="hint">${w.totalsWhy}</p>
      ${itemsAt(form.plan, TOTALS).map((_, place) => {
        const at = `${TOTALS}[${place}]`;
        const entry = `${w.total} ${place + 1}`;
        return html`
          <div class="entry">
            ${textField(form, { path: `${at}.name`, label: f.ofItem(w.name, entry), quiet: true })}
            ${textField(form, { path: `${at}.year`, label: f.ofItem(w.year, entry), quiet: true })}
            ${textField(form, { path: `${at}.rupiah`, label: f.ofItem(w.amount, entry), quiet: true, prefix: "Rp" })}
            ${crossButton(entry, () => removeItem(TOTALS, place, entry))}
            ${messages(form, at)}
          </div>`;
      })}
      ${messages(form, TOTALS)}
      ${listSource(form, TOTALS)}
      ${addButton(TOTALS, w.addTotal, () =>
        addItem(TOTALS, ({ period }) => ({ name: w.apbd, year: period.firstMonth.slice(0, 4), rupiah: "" })),
      )}
    </fieldset>`;
}
