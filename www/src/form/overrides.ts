/** Statutory values, tables and reliefs that the planner replaces, each beside what the law says. */

import type { Standing } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { broughtBy, law, type Packs, parameterOf, standingOf } from "../engine/law.js";
import { put } from "../plan/current.js";
import type { JsonObject } from "../plan/draft.js";
import { addButton, crossButton } from "../ui/buttons.js";
import type { Choice, View } from "../ui/view.js";
import { basisOf, inUnit, statusOf } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { monthYear, number } from "../words/format.js";
import { messages, monthField, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { asked } from "./own-values.js";
import type { FormPart } from "./part.js";
import { stepsTable } from "./steps.js";

const PATH = "overrides";

export function overridesView(form: FormPart): TemplateResult {
  const w = words.value.rules;
  const add = () =>
    addItem(PATH, ({ period }) => ({ parameter: "", from: period.firstMonth, to: "", value: "", note: "" }));
  return html`
    <fieldset class="list">
      <legend>${w.overrides}</legend>
      <p class="hint">${w.overrideWhy}</p>
      ${itemsAt(form.plan, PATH).map((item, place) => override(form, item, place))}
      ${messages(form, PATH)}
      ${addButton(PATH, w.addOverride, add)}
    </fieldset>`;
}

/** All values and reliefs of the law and of law packs. One that no projection uses is listed only if it is chosen already. */
function known(chosen: string, packs: Packs | null | undefined): readonly Choice[] {
  const parameters = law.parameters.filter(({ key, idle }) => !idle || key === chosen);
  return [...parameters, ...broughtBy(packs), ...law.reliefs].map(({ key, title }) => ({
    value: key,
    text: title[language.value],
  }));
}

function override(form: FormPart, item: JsonObject, place: number): TemplateResult {
  const w = words.value.rules;
  const f = words.value.form;
  const at = `${PATH}[${place}]`;
  const [key, from] = [String(item.parameter ?? ""), String(item.from ?? "")];
  const choices = known(key, form.plan.lawPacks);
  const name = choices.find((choice) => choice.value === key)?.text;
  const called = `${w.one} ${number(place + 1)}`;
  const pick = (parameter: string) => put(at, { ...item, parameter, ...asked(parameter, from) });
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      ${selectField(form, { path: `${at}.parameter`, label: w.parameter, choices, onChange: pick })}
      ${statutory(key, from)}
      <div class="fields">
        ${item.rows ? rows(form, `${at}.rows`, key) : value(form, `${at}.value`, key)}
        ${monthField(form, { path: `${at}.from`, label: f.from })}
        ${monthField(form, { path: `${at}.to`, label: f.to, hint: w.toEnd })}
        ${textField(form, { path: `${at}.note`, label: w.why, wide: true })}
      </div>
      ${messages(form, at)}
      <button type="button" class="small" id=${`${at}:restore`} aria-label=${`${w.restore}: ${name ?? called}`}
        @click=${() => removeItem(PATH, place, called, w.restored(name ?? called))}>${w.restore}</button>
    </fieldset>`;
}

/** What the law says in the first month of the replacement. */
function statutory(key: string, from: string): View {
  const w = words.value.rules;
  const standing = standingOf(key, from);
  if (!standing) return nothing;
  const month = monthYear(from, language.value);
  const { inForce, title, unit } = standing;
  if (!inForce) return html`<p class="hint statutory">${w.notStatutory(month)}</p>`;
  const caption = `${title[language.value]}, ${month}`;
  return html`
    <div class="hint statutory">
      ${w.statutory(month)}:
      ${
        inForce.value === null
          ? html`<details class="more">
            <summary>${words.value.law.rows(number(inForce.rows?.length ?? 0))}</summary>
            ${stepsTable(parameterOf(key)?.of ?? null, caption, inForce.rows ?? [])}
          </details>`
          : html`<strong>${inUnit(inForce.value, unit)}</strong>`
      }
      (${basisOf(inForce)}; ${statusOf(inForce.status)})
    </div>`;
}

function unitOf(unit: Standing["unit"]): string {
  const w = words.value.rules;
  return { percent: "%", rupiah: w.inRupiah, months: words.value.region.monthsUnit, table: "" }[unit];
}

function value(form: FormPart, path: string, key: string): TemplateResult {
  const w = words.value.rules;
  const parameter = parameterOf(key, form.plan.lawPacks);
  const isRelief = key !== "" && !parameter;
  return textField(form, {
    path,
    label: isRelief ? w.off : w.value,
    suffix: unitOf(parameter?.unit ?? "percent"),
    ...(isRelief && { hint: w.offHint }),
  });
}

/** The first row begins at 0, and each begins above the one before; the engine says where they do not. */
function rows(form: FormPart, path: string, key: string): TemplateResult {
  const w = words.value.rules;
  const f = words.value.form;
  const suffix = unitOf(parameterOf(key)?.of ?? "rupiah");
  const items = itemsAt(form.plan, path);
  return html`
    <fieldset class="list wide" id=${path} tabindex="-1">
      <legend>${w.table}</legend>
      ${items.map((_, place) => {
        const at = `${path}[${place}]`;
        const entry = `${w.table} ${number(place + 1)}`;
        return html`
          <div class="entry">
            ${textField(form, { path: `${at}.fromRupiah`, label: f.ofItem(w.rowFrom, entry), quiet: true, prefix: `${w.rowFrom} Rp` })}
            ${textField(form, { path: `${at}.value`, label: f.ofItem(w.value, entry), quiet: true, suffix })}
            ${items.length > 1 ? crossButton(entry, () => removeItem(path, place, entry)) : nothing}
            ${messages(form, at)}
          </div>`;
      })}
      ${messages(form, path)}
      ${addButton(path, w.addRow, () => addItem(path, () => ({ fromRupiah: "", value: "" })))}
    </fieldset>`;
}
