/** The target coverage, optional, and other targets that the plan is compared with. */
import { html, nothing, type TemplateResult } from "lit-html";
import { put, update } from "../plan/current.js";
import { setAt } from "../plan/draft.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { focusSoon } from "../ui/focus.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";
import { newPath, pathFields } from "./path.js";
import { listSource } from "./source.js";

const OTHERS = "otherTargets";

export function targetView(form: FormPart): TemplateResult {
  const w = words.value.target;
  return html`
    <section aria-labelledby="target-heading">
      <div class="bar">
        <h3 id="target-heading">${w.heading}</h3>
        ${form.plan.target ? removeButton(w.heading, remove) : nothing}
      </div>
      ${messages(form, "target")}
      ${
        form.plan.target
          ? html`
          <div class="fields">
            ${pathFields(form, "target", w.points)}
            ${selectField(form, { path: "target.spread", label: w.spread, choices: choices(w.spreads, "proportional"), source: true })}
          </div>`
          : html`
          <p class="hint">${w.why}</p>
          ${addButton("target", w.add, add)}`
      }
      ${itemsAt(form.plan, OTHERS).map((_, place) => other(form, place))}
      ${messages(form, OTHERS)}
      ${listSource(form, OTHERS)}
      ${addButton(OTHERS, w.addOther, () => addItem(OTHERS, (plan) => ({ name: "", ...newPath(plan) })))}
    </section>`;
}

function other(form: FormPart, place: number): TemplateResult {
  const w = words.value.target;
  const at = `${OTHERS}[${place}]`;
  const called = `${w.other} ${place + 1}`;
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      ${textField(form, { path: `${at}.name`, label: w.otherName, hint: w.otherHint })}
      <div class="fields">${pathFields(form, at, `${w.points}, ${called}`)}</div>
      ${messages(form, at)}
      ${removeButton(called, () => removeItem(OTHERS, place, called))}
    </fieldset>`;
}

function add(): void {
  update((plan) => setAt(plan, "target", newPath(plan)));
  focusSoon("target");
}

function remove(): void {
  put("target", null, words.value.form.removed(words.value.target.heading));
  focusSoon("target");
}
