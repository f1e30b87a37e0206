/** Totals that were published: typed in the form, and held against the plan in the answer. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { Published } from "cakupan";
import { getAt } from "../draft.js";
import { number } from "../format.js";
import { addItem, itemsAt, removeItem } from "../items.js";
import { writeNumber } from "../numbers.js";
import { type Answer, draft, words } from "../state.js";
import { type Choice, type View, messages, selectField, textField } from "./field.js";
import { addButton, removeButton } from "./lists.js";
import { isPublished } from "./remarks.js";
import { said } from "./said.js";
import { sourceButton } from "./source.js";
import { type Cell, type Row, numeric, resultTable } from "./table.js";
import { namesOf } from "./tables.js";

const PATH = "published";

// ───────────────────────────── the form ─────────────────────────────

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

// ───────────────────────────── the answer ─────────────────────────────

export function publishedView(answer: Answer): View {
  const w = words.value.published;
  const { published, notices } = answer.projection;
  if (!published.length) return nothing;
  const rows = published.map(
    (item): Row => ({
      head: headOf(answer, item),
      cells: [number(item.rupiah), number(item.computedRupiah), difference(item)],
    }),
  );
  return html`
    ${resultTable(w.caption, words.value.budget.name, numeric(w.one, w.computed, w.difference), [{ rows }])}
    <ul class="remarks published">
      ${notices.filter(isPublished).map((notice) => html`<li>${said(notice, notice.code)}</li>`)}
    </ul>`;
}

function headOf(answer: Answer, { name, year, segment }: Published): string {
  const of = [segment === null ? "" : namesOf(answer).segment(segment), year === null ? "" : String(year)];
  return [name, ...of.filter(Boolean)].join(", ");
}

/** With its sign; a figure that agrees says how. */
function difference({ verdict, differenceRupiah }: Published): Cell {
  const w = words.value.published;
  if (verdict === "more" || verdict === "less") {
    const sign = differenceRupiah > 0 ? "+" : "";
    return html`<strong class="bad">${sign}${number(differenceRupiah)}</strong>`;
  }
  return w.verdicts[verdict];
}
