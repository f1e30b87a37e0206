/** At which stage the budget is, and the budgets that the plan is held against. */
import { html, nothing, type TemplateResult } from "lit-html";
import { change, draft } from "../plan/current.js";
import { setAt } from "../plan/draft.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { messages, monthField, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { publishedFields } from "./published.js";
import { listSource, sourceButton } from "./source.js";

const TOTALS = "totals";

export function budgetView(): TemplateResult {
  const w = words.value.budget;
  const { stage } = draft.value;
  const month = stage?.month ?? draft.value.period.firstMonth;
  const pick = (name: string) => change(setAt(draft.value, "stage", name ? { name, month } : null));
  return html`
    <section aria-labelledby="budget-heading">
      <h3 id="budget-heading">${w.heading}</h3>
      <div class="fields">
        ${selectField({
          path: "stage.name",
          label: w.stage,
          choices: choices(w.stages, "none"),
          onChange: pick,
        })}
        ${
          stage
            ? html`<div>
              ${monthField({ path: "stage.month", label: w.month, hint: w.monthHint })} ${sourceButton("stage")}
            </div>`
            : nothing
        }
        <div>
          ${textField({
            path: "region.population",
            label: w.population,
            suffix: words.value.form.people,
            optional: true,
          })}
          ${draft.value.region.population ? sourceButton("region", false, w.population) : nothing}
        </div>
      </div>
      ${messages("stage")}
      ${totals()}
      ${publishedFields()}
    </section>`;
}

function totals(): TemplateResult {
  const w = words.value.budget;
  const f = words.value.form;
  const year = draft.value.period.firstMonth.slice(0, 4);
  return html`
    <fieldset class="list totals">
      <legend>${w.totals}</legend>
      <p class="hint">${w.totalsWhy}</p>
      ${itemsAt(TOTALS).map((_, place) => {
        const at = `${TOTALS}[${place}]`;
        const entry = `${w.total} ${place + 1}`;
        return html`
          <div class="entry">
            ${textField({ path: `${at}.name`, label: f.ofItem(w.name, entry), quiet: true })}
            ${textField({ path: `${at}.year`, label: f.ofItem(w.year, entry), quiet: true })}
            ${textField({ path: `${at}.rupiah`, label: f.ofItem(w.amount, entry), quiet: true, prefix: "Rp" })}
            ${crossButton(entry, () => removeItem(TOTALS, place, entry))}
            ${messages(at)}
          </div>`;
      })}
      ${messages(TOTALS)}
      ${listSource(TOTALS)}
      ${addButton(TOTALS, w.addTotal, () => addItem(TOTALS, { name: w.apbd, year, rupiah: "" }))}
    </fieldset>`;
}
