/** Totals that were published, as they are typed. */
import { html, type TemplateResult } from "lit-html";
import { draft } from "../plan/current.js";
import { getAt } from "../plan/draft.js";
import { writeNumber } from "../plan/numbers.js";
import { addButton, removeButton } from "../ui/buttons.js";
import type { Choice } from "../ui/view.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { sourceButton } from "./source.js";

const PATH = "published";

export function publishedFields(): TemplateResult {
  const w = words.value.published;
  return html`
    <fieldset class="list">
      <legend>${w.heading}</legend>
      <p class="hint">${w.why}</p>
      ${itemsAt(PATH).map((_, place) => entry(place))}
      ${messages(PATH)}
      ${addButton(PATH, w.add, () => addItem(PATH, { name: "", rupiah: "" }))}
    </fieldset>`;
}

function entry(place: number): TemplateResult {
  const w = words.value.published;
  const at = `${PATH}[${place}]`;
  const called = `${w.one} ${place + 1}`;
  const groups = draft.value.segments.map(({ id, name }, index) => ({
    value: id,
    text: name || words.value.form.unnamed(index + 1),
  }));
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField({ path: `${at}.name`, label: w.name, hint: w.nameHint })}
        <div>
          ${textField({ path: `${at}.rupiah`, label: w.rupiah, prefix: "Rp" })}
          ${sourceButton(`${at}.rupiah`)}
        </div>
        ${selectField({ path: `${at}.unitRupiah`, label: w.unit, choices: units(`${at}.unitRupiah`) })}
        ${textField({ path: `${at}.year`, label: w.year, hint: w.yearHint, optional: true })}
        ${selectField({
          path: `${at}.segment`,
          label: w.segment,
          choices: [{ value: "", text: w.allSegments }, ...groups],
        })}
      </div>
      ${messages(at)}
      ${removeButton(called, () => removeItem(PATH, place, called))}
    </fieldset>`;
}

/** "22,68 miliar" is printed in steps of 10 million. A plan from a file may have a step of its own. */
const UNITS = [1_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

function units(path: string): readonly Choice[] {
  const w = words.value.published;
  const written = UNITS.map((unit) => writeNumber(unit, "money"));
  const own = getAt(draft.value, path);
  const all = typeof own === "string" && own !== "" && !written.includes(own) ? [...written, own] : written;
  return [
    { value: "", text: w.toTheRupiah },
    ...all.map((value) => ({ value, text: w.units[value] ?? `Rp ${value}` })),
  ];
}
