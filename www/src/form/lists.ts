/** Values that hold from a month on: the one list of them, wherever it stands in the form. */

import { html, nothing, type TemplateResult } from "lit-html";
import { draft } from "../plan/current.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { words } from "../words/current.js";
import { messages, monthField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";

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
  const next =
    typeof last === "string" && /^\d{4}-/.test(last)
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
            ${
              place === 0 && firstElsewhere
                ? html`<span class="hint">${firstElsewhere}</span>`
                : textField({
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
            ${messages(at)}
          </div>`;
      })}
      ${messages(path)}
      ${addButton(path, w.addDate, () => addItem(path, { [date]: next, [value]: "" }))}
    </fieldset>`;
}
