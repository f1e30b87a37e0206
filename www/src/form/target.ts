/** The coverage aimed at; optional. Other targets are only compared with. */
import { html, nothing, type TemplateResult } from "lit-html";
import { change, draft } from "../plan/current.js";
import { type Json, setAt } from "../plan/draft.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { focusSoon } from "../ui/focus.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { newPath, pathFields } from "./path.js";
import { listSource } from "./source.js";

const OTHERS = "otherTargets";

export function targetView(): TemplateResult {
  const w = words.value.target;
  return html`
    <section aria-labelledby="target-heading">
      <div class="bar">
        <h3 id="target-heading">${w.heading}</h3>
        ${draft.value.target ? removeButton(w.heading, remove) : nothing}
      </div>
      ${messages("target")}
      ${
        draft.value.target
          ? html`
          <div class="fields">
            ${pathFields("target", w.points)}
            ${selectField({ path: "target.spread", label: w.spread, choices: choices(w.spreads, "proportional"), source: true })}
          </div>`
          : html`
          <p class="hint">${w.why}</p>
          ${addButton("target", w.add, add)}`
      }
      ${itemsAt(OTHERS).map((_, place) => other(place))}
      ${messages(OTHERS)}
      ${listSource(OTHERS)}
      ${addButton(OTHERS, w.addOther, () => addItem(OTHERS, { name: "", ...newPath() } as Json))}
    </section>`;
}

function other(place: number): TemplateResult {
  const w = words.value.target;
  const at = `${OTHERS}[${place}]`;
  const called = `${w.other} ${place + 1}`;
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      ${textField({ path: `${at}.name`, label: w.otherName, hint: w.otherHint })}
      <div class="fields">${pathFields(at, `${w.points}, ${called}`)}</div>
      ${messages(at)}
      ${removeButton(called, () => removeItem(OTHERS, place, called))}
    </fieldset>`;
}

function add(): void {
  change(setAt(draft.value, "target", newPath()));
  focusSoon("target");
}

function remove(): void {
  change(setAt(draft.value, "target", null), words.value.form.removed(words.value.target.heading));
  focusSoon("target");
}
