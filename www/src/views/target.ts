/** The coverage aimed at; optional. */
import { type TemplateResult, html, nothing } from "lit-html";
import { setAt } from "../draft.js";
import { focusSoon } from "../items.js";
import { change, draft, words } from "../state.js";
import { messages, selectField, sourceOf } from "./field.js";
import { choices } from "./choices.js";
import { addButton, datedList, removeButton } from "./lists.js";

export function targetView(): TemplateResult {
  const w = words.value.target;
  return html`
    <section aria-labelledby="target-heading">
      <div class="bar">
        <h3 id="target-heading">${w.heading}</h3>
        ${draft.value.target ? removeButton(w.heading, remove) : nothing}
      </div>
      ${messages("target")}
      ${draft.value.target
        ? html`
          <div class="fields">
            <div>
              ${datedList({
                path: "target.points", legend: w.points, date: "month", value: "percent", label: w.percent, suffix: "%",
              })}
              ${sourceOf("target.points")}
            </div>
            ${selectField({ path: "target.shape", label: w.shape, choices: choices(w.shapes), source: true })}
          </div>`
        : html`
          <p class="hint">${w.why}</p>
          ${addButton("target", w.add, add)}`}
    </section>`;
}

function add(): void {
  const month = draft.value.period.firstMonth;
  change(setAt(draft.value, "target", { points: [{ month, percent: "" }], shape: "linear" }));
  focusSoon("target");
}

function remove(): void {
  change(setAt(draft.value, "target", null), words.value.form.removed(words.value.target.heading));
  focusSoon("target");
}
