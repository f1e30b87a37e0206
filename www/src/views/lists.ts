/** Lists inside the form: values by date, and shares of a bill. One component each, wherever they stand. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { JsonObject } from "../draft.js";
import { percent } from "../format.js";
import { addItem, itemsAt, removeItem } from "../items.js";
import { readNumber } from "../numbers.js";
import { draft, words } from "../state.js";
import { type View, messages, monthField, selectField, textField } from "./field.js";

export function addButton(path: string, text: string, onAdd: () => void): TemplateResult {
  return html`<button type="button" class="small" id=${`${path}:add`} @click=${onAdd}>${text}</button>`;
}

export function removeButton(what: string, onRemove: () => void): TemplateResult {
  const { remove } = words.value.form;
  return html`
    <button type="button" class="small plain" aria-label=${`${remove}: ${what}`} @click=${onRemove}>${remove}</button>`;
}

/** The same at the end of a short line inside a list, where a word has no room. */
export function crossButton(what: string, onRemove: () => void): TemplateResult {
  const name = `${words.value.form.remove}: ${what}`;
  return html`
    <button type="button" class="cross" aria-label=${name} title=${name} @click=${onRemove}>×</button>`;
}

interface Dated {
  readonly path: string;
  readonly legend: string;
  /** Name of the month and of the number in each entry. */
  readonly date?: "from" | "month";
  readonly value: "people" | "rupiah" | "percent";
  readonly label: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The first value stands elsewhere; here only its date is shown, with this remark. */
  readonly firstElsewhere?: string;
  readonly quietLegend?: boolean;
}

/** Values that hold from a month on, until the next entry. */
export function datedList(options: Dated): TemplateResult {
  const { path, legend, value, label, firstElsewhere } = options;
  const w = words.value.form;
  const date = options.date ?? "from";
  const items = itemsAt(path);
  const last = items.at(-1)?.[date];
  const next = typeof last === "string" && /^\d{4}-/.test(last)
    ? `${Number(last.slice(0, 4)) + 1}-01`
    : draft.value.period.firstMonth;
  return html`
    <fieldset class="list">
      <legend class=${options.quietLegend ? "quiet" : nothing}>${legend}</legend>
      ${items.map((_, place) => {
        const at = `${path}[${place}]`;
        const entry = `${legend} ${place + 1}`;
        return html`
          <div class="entry">
            ${monthField({ path: `${at}.${date}`, label: w.ofItem(w.from, entry), quiet: true })}
            ${place === 0 && firstElsewhere
              ? html`<span class="hint">${firstElsewhere}</span>`
              : textField({
                  path: `${at}.${value}`,
                  label: w.ofItem(label, entry),
                  quiet: true,
                  ...(options.prefix !== undefined && { prefix: options.prefix }),
                  ...(options.suffix !== undefined && { suffix: options.suffix }),
                })}
            ${items.length > 1 && !(place === 0 && firstElsewhere)
              ? crossButton(entry, () => removeItem(path, place, entry))
              : nothing}
            ${messages(at)}
          </div>`;
      })}
      ${messages(path)}
      ${addButton(path, w.addDate, () => addItem(path, { [date]: next, [value]: "" }))}
    </fieldset>`;
}

/** Who pays which part of a bill; the sum is shown, because it must be 100 %. */
export function sharesList(path: string, legend: string): TemplateResult {
  const w = words.value.segments;
  const f = words.value.form;
  const items = itemsAt(path);
  const funds = draft.value.funds.map((fund, place) => ({ value: fund.id, text: fund.name || f.unnamed(place + 1) }));
  return html`
    <fieldset class="list" id=${path} tabindex="-1">
      <legend>${legend}</legend>
      ${items.map((_, place) => {
        const at = `${path}[${place}]`;
        const entry = `${legend} ${place + 1}`;
        return html`
          <div class="entry">
            ${selectField({ path: `${at}.fund`, label: f.ofItem(w.fund, entry), quiet: true, choices: funds })}
            ${textField({ path: `${at}.percent`, label: f.ofItem(w.share, entry), quiet: true, suffix: "%" })}
            ${items.length > 1 ? crossButton(entry, () => removeItem(path, place, entry)) : nothing}
          </div>`;
      })}
      ${items.length > 1 ? sum(items) : nothing}
      ${messages(path)}
      ${addButton(path, w.addPayer, () => addItem(path, { fund: funds[items.length]?.value ?? "", percent: "" }))}
    </fieldset>`;
}

/** The running sum, left out while a share cannot be read. In ten-thousandths, so that 33,3 + 66,7 is 100. */
function sum(items: readonly JsonObject[]): View {
  const readings = items.map(item => readNumber(String(item.percent ?? ""), "percent"));
  let total = 0;
  for (const reading of readings) {
    if (reading.is !== "number") return nothing;
    total += Math.round(reading.value * 1e4);
  }
  const w = words.value.segments;
  const text = w.sum(percent(total / 1e4));
  return html`<p class="sum">${total === 1e6 ? text : html`${text}, <strong>${w.mustBe100}</strong>`}</p>`;
}
