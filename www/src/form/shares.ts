/** Who pays which part of a bill: exact fields, and sliders that keep the sum at 100 %. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { adjust } from "../plan/current.js";
import { type Draft, type JsonObject, type Named, setAt } from "../plan/draft.js";
import { readNumber } from "../plan/numbers.js";
import { ALL, balanced, partsOf } from "../plan/shares.js";
import { addButton, crossButton } from "../ui/buttons.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { percent } from "../words/format.js";
import { messages, namedChoices, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";
import { listSource } from "./source.js";

export function sharesList(form: FormPart, funds: readonly Named[], path: string, legend: string): TemplateResult {
  const w = words.value.segments;
  const f = words.value.form;
  const items = itemsAt(form.plan, path);
  return html`
    <fieldset class="list" id=${path} tabindex="-1">
      <legend>${legend}</legend>
      ${items.map((item, place) => {
        const at = `${path}[${place}]`;
        const entry = `${legend} ${place + 1}`;
        return html`
          <div class="entry">
            ${selectField(form, { path: `${at}.fund`, label: f.ofItem(w.fund, entry), quiet: true, choices: namedChoices(funds) })}
            ${textField(form, { path: `${at}.percent`, label: f.ofItem(w.share, entry), quiet: true, suffix: "%" })}
            ${items.length > 1 ? crossButton(entry, () => removeItem(path, place, entry)) : nothing}
            ${items.length > 1 ? slider(path, place, item, f.ofItem(w.slider, entry)) : nothing}
          </div>`;
      })}
      ${items.length > 1 ? html`${sum(items)}<p class="hint">${w.sliderHint}</p>` : nothing}
      ${messages(form, path)}
      ${listSource(form, path)}
      ${addButton(path, w.addPayer, () => addItem(path, (plan) => newShare(plan, path)))}
    </fieldset>`;
}

/** A slider in steps of 1 %; finer shares are typed in the field beside it. */
function slider(path: string, place: number, item: JsonObject, label: string): TemplateResult {
  const share = partsOf(item.percent) / 1e4;
  const move = (event: Event) => {
    const wanted = Number((event.target as HTMLInputElement).value);
    adjust(`${path}[${place}].percent:slider`, (plan) => withShare(plan, path, place, wanted));
  };
  return html`
    <input type="range" min="0" max="100" step="1" id=${`${path}[${place}].percent:slider`} autocomplete="off"
      aria-label=${label} aria-valuetext=${percent(share)} .value=${live(String(Math.round(share)))} @input=${move}>`;
}

/** Every share of the list when the one at `place` becomes `wanted` percent. */
function withShare(plan: Draft, path: string, place: number, wanted: number): Draft {
  const items = itemsAt(plan, path);
  const percents = items.map(({ percent }) => percent);
  const texts = balanced(percents, place, wanted);
  return setAt(
    plan,
    path,
    items.map((item, index) => ({ ...item, percent: texts[index] })),
  );
}

/** The next fund in the order of the form, with nothing to pay yet. */
function newShare(plan: Draft, path: string) {
  return { fund: plan.funds[itemsAt(plan, path).length]?.id ?? "", percent: "" };
}

/** The running sum, left out while a share cannot be read. In ten-thousandths, so that 33,3 + 66,7 is 100. */
function sum(items: readonly JsonObject[]): View {
  const readings = items.map((item) => readNumber(String(item.percent ?? ""), "percent"));
  let total = 0;
  for (const reading of readings) {
    if (reading.is !== "number") return nothing;
    total += Math.round(reading.value * 1e4);
  }
  const w = words.value.segments;
  const text = w.sum(percent(total / 1e4));
  return html`<p class="sum">${total === ALL ? text : html`${text}, <strong>${w.mustBe100}</strong>`}</p>`;
}
