/** Totals that were published, as they are typed. */
import { html, type TemplateResult } from "lit-html";
import { type Draft, getAt, type Named } from "../plan/draft.js";
import { writeNumber } from "../plan/numbers.js";
import { addButton, removeButton } from "../ui/buttons.js";
import type { Choice } from "../ui/view.js";
import { words } from "../words/current.js";
import { messages, namedChoices, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";
import { sourceButton } from "./source.js";

const PATH = "published";

export function publishedFields(form: FormPart, groups: readonly Named[]): TemplateResult {
  const w = words.value.published;
  return html`
    <fieldset class="list">
      <legend>${w.heading}</legend>
      <p class="hint">${w.why}</p>
      ${itemsAt(form.plan, PATH).map((_, place) => entry(form, groups, place))}
      ${messages(form, PATH)}
      ${addButton(PATH, w.add, () => addItem(PATH, () => ({ name: "", rupiah: "" })))}
    </fieldset>`;
}

function entry(form: FormPart, groups: readonly Named[], place: number): TemplateResult {
  const w = words.value.published;
  const at = `${PATH}[${place}]`;
  const called = `${w.one} ${place + 1}`;
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField(form, { path: `${at}.name`, label: w.name, hint: w.nameHint })}
        <div>
          ${textField(form, { path: `${at}.rupiah`, label: w.rupiah, prefix: "Rp" })}
          ${sourceButton(form, `${at}.rupiah`)}
        </div>
        ${selectField(form, { path: `${at}.unitRupiah`, label: w.unit, choices: units(form.plan, `${at}.unitRupiah`) })}
        ${textField(form, { path: `${at}.year`, label: w.year, hint: w.yearHint, optional: true })}
        ${selectField(form, {
          path: `${at}.segment`,
          label: w.segment,
          choices: [{ value: "", text: w.allSegments }, ...namedChoices(groups)],
        })}
      </div>
      ${messages(form, at)}
      ${removeButton(called, () => removeItem(PATH, place, called))}
    </fieldset>`;
}

/** Units of printed totals in rupiah: "22,68 miliar" is printed to 10 million. Another unit in a file is offered too. */
const UNITS = [1_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

function units(plan: Partial<Draft>, path: string): readonly Choice[] {
  const w = words.value.published;
  const written = UNITS.map((unit) => writeNumber(unit, "money"));
  const own = getAt(plan, path);
  const all = typeof own === "string" && own !== "" && !written.includes(own) ? [...written, own] : written;
  return [
    { value: "", text: w.toTheRupiah },
    ...all.map((value) => ({ value, text: w.units[value] ?? `Rp ${value}` })),
  ];
}
