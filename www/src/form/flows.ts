/** Who leaves a group and why, who is not accepted, and when those who join are first billed. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { put } from "../plan/current.js";
import { getAt, type JsonObject } from "../plan/draft.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";
import { sourceButton } from "./source.js";

export function flowsView(form: FormPart, segment: string): TemplateResult {
  const w = words.value.flows;
  const f = words.value.form;
  const path = `${segment}.flows`;
  const leave = `${path}.leave`;
  const next = `${path}.billedFromNext`;
  const toggle = (event: Event) => put(next, (event.target as HTMLInputElement).checked ? true : null);
  return html`
    <fieldset class="list">
      <legend>${w.leave}</legend>
      ${itemsAt(form.plan, leave).map((_, place) => {
        const at = `${leave}[${place}]`;
        const entry = `${w.leave} ${place + 1}`;
        return html`
          <div class="entry">
            ${selectField(form, { path: `${at}.cause`, label: f.ofItem(w.cause, entry), quiet: true, choices: choices(w.causes) })}
            ${textField(form, { path: `${at}.percentAYear`, label: f.ofItem(w.rate, entry), quiet: true, suffix: "%" })}
            ${crossButton(entry, () => removeItem(leave, place, entry))}
            ${messages(form, at)}
          </div>`;
      })}
      ${messages(form, leave)}
      ${addButton(leave, w.addCause, () => addItem(leave, (plan) => ({ cause: unnamed(itemsAt(plan, leave)), percentAYear: "" })))}
    </fieldset>
    <div class="fields">
      ${textField(form, {
        path: `${path}.verificationLossPercent`,
        label: w.loss,
        hint: w.lossHint,
        suffix: "%",
        optional: true,
      })}
      <label class="check">
        <input type="checkbox" id=${next} @change=${toggle} .checked=${live(getAt(form.plan, next) === true)}>
        ${w.next}
      </label>
    </div>
    ${messages(form, path)}
    ${getAt(form.plan, path) ? sourceButton(form, path) : nothing}`;
}

/** The first cause that is not in the list yet. */
function unnamed(leaving: readonly JsonObject[]): string {
  const named = leaving.map(({ cause }) => cause);
  return Object.keys(words.value.flows.causes).find((cause) => !named.includes(cause)) ?? "";
}
