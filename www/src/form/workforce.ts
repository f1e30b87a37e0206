/** The workers that could be members (potensi). Optional: a cost without coverage needs no such count. */
import { html, nothing, type TemplateResult } from "lit-html";
import { put, update } from "../plan/current.js";
import { type Draft, setAt } from "../plan/draft.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { focusSoon } from "../ui/focus.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { datedList } from "./lists.js";
import type { FormPart } from "./part.js";
import { listSource } from "./source.js";

const RIVALS = "workforce.rivals";

/** `stops`: some group is not paid in every month. */
export function workforceView(form: FormPart, stops: boolean): TemplateResult {
  const w = words.value.workforce;
  return html`
    <section aria-labelledby="workforce-heading">
      <div class="bar">
        <h3 id="workforce-heading">${w.heading}</h3>
        ${form.plan.workforce ? removeButton(w.heading, remove) : nothing}
      </div>
      ${
        form.plan.workforce
          ? filled(form, stops)
          : html`
        <p class="hint">${w.why}</p>
        ${addButton("workforce", w.add, add)}`
      }
    </section>`;
}

function add(): void {
  update((plan) => setAt(plan, "workforce", { denominator: "eligible", eligible: [firstCount(plan)] }));
  focusSoon("workforce");
}

function remove(): void {
  put("workforce", null, words.value.form.removed(words.value.workforce.heading));
  focusSoon("workforce");
}

/** A count from the first month of the plan on, still empty. */
function firstCount({ period }: Draft) {
  return { from: period.firstMonth, people: "" };
}

function filled(form: FormPart, stops: boolean): TemplateResult {
  const w = words.value.workforce;
  const { people } = words.value.form;
  const others = "workforce.otherMembers";
  return html`
    <div class="fields">
      ${selectField(form, {
        path: "workforce.denominator",
        label: w.denominator,
        choices: choices(w.denominators),
        source: true,
      })}
      ${textField(form, {
        path: "workforce.growthPercent",
        label: w.growth,
        hint: w.growthHint,
        suffix: "%",
        optional: true,
        source: true,
      })}
      ${afterLastBill(form, stops)}
    </div>
    <div class="fields">
      <div>
        ${datedList(form, { path: "workforce.eligible", legend: w.eligible, value: "people", label: people })}
        ${listSource(form, "workforce.eligible")}
      </div>
      <div>
        ${
          form.plan.workforce?.otherMembers?.length
            ? datedList(form, { path: others, legend: w.otherMembers, value: "people", label: people })
            : addButton(others, w.otherMembers, () => addItem(others, firstCount))
        }
        <p class="hint">${w.otherHint}</p>
        ${listSource(form, others)}
      </div>
    </div>
    ${itemsAt(form.plan, RIVALS).map((_, place) => rival(form, place))}
    ${messages(form, RIVALS)}
    ${listSource(form, RIVALS)}
    ${addButton(RIVALS, w.addRival, () =>
      addItem(RIVALS, (plan) => ({ name: "", denominator: "own", eligible: [firstCount(plan)] })),
    )}`;
}

/** Whether members still count in the months after their last bill: asked where a group is not paid in every month. */
function afterLastBill(form: FormPart, stops: boolean): View {
  const w = words.value.workforce;
  const path = "workforce.afterLastBill";
  if (!stops && !form.plan.workforce?.afterLastBill) return nothing;
  return selectField(form, {
    path,
    label: w.afterLastBill,
    choices: choices(w.afterLastBills, "notCounted"),
    hint: w.afterLastBillHint,
    source: true,
  });
}

/** Another count of the same workers: publications use different ones, and coverage is shown for each. */
function rival(form: FormPart, place: number): TemplateResult {
  const w = words.value.workforce;
  const at = `${RIVALS}[${place}]`;
  const called = `${w.rival} ${place + 1}`;
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField(form, { path: `${at}.name`, label: w.rivalName })}
        ${selectField(form, { path: `${at}.denominator`, label: w.denominator, choices: choices(w.denominators) })}
        ${datedList(form, {
          path: `${at}.eligible`,
          legend: `${w.eligible}, ${called}`,
          value: "people",
          label: words.value.form.people,
        })}
      </div>
      ${messages(form, at)}
      ${removeButton(called, () => removeItem(RIVALS, place, called))}
    </fieldset>`;
}
