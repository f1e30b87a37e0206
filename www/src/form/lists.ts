/** The list of values that each hold from a month on: counts of people, wages, points of a path. */

import { html, nothing, type TemplateResult } from "lit-html";
import type { Draft } from "../plan/draft.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { words } from "../words/current.js";
import { messages, monthField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";

interface Dated {
  readonly path: string;
  readonly legend: string;
  /** Name of the month and of the number in each entry. */
  readonly date?: "from" | "month";
  readonly value: "people" | "rupiah" | "percent";
  readonly label: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The first value is edited elsewhere (a head count in the row of its group); this text says where. */
  readonly firstElsewhere?: string;
  readonly quietLegend?: boolean;
}

/** Each value holds until the month of the next entry. */
export function datedList(form: FormPart, options: Dated): TemplateResult {
  const { path, legend, value, label, firstElsewhere } = options;
  const w = words.value.form;
  const date = options.date ?? "from";
  const items = itemsAt(form.plan, path);
  return html`
    <fieldset class="list">
      <legend class=${options.quietLegend ? "quiet" : nothing}>${legend}</legend>
      ${items.map((_, place) => {
        const at = `${path}[${place}]`;
        const entry = `${legend} ${place + 1}`;
        return html`
          <div class="entry">
            ${monthField(form, { path: `${at}.${date}`, label: w.ofItem(w.from, entry), quiet: true })}
            ${
              place === 0 && firstElsewhere
                ? html`<span class="hint">${firstElsewhere}</span>`
                : textField(form, {
                    path: `${at}.${value}`,
                    label: w.ofItem(label, entry),
                    quiet: true,
                    ...(options.prefix !== undefined && { prefix: options.prefix }),
                    ...(options.suffix !== undefined && { suffix: options.suffix }),
                  })
            }
            ${
              items.length > 1 && !(place === 0 && firstElsewhere)
                ? crossButton(entry, () => removeItem(path, place, entry))
                : nothing
            }
            ${messages(form, at)}
          </div>`;
      })}
      ${messages(form, path)}
      ${addButton(path, w.addDate, () => addItem(path, (plan) => ({ [date]: nextDate(plan, path, date), [value]: "" })))}
    </fieldset>`;
}

/** January after the last entry; without one the first month of the plan. */
function nextDate(plan: Draft, path: string, date: "from" | "month"): string {
  const last = itemsAt(plan, path).at(-1)?.[date];
  return typeof last === "string" && /^\d{4}-/.test(last)
    ? `${Number(last.slice(0, 4)) + 1}-01`
    : plan.period.firstMonth;
}
