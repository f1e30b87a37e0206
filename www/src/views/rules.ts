/** Readings of the law that the text leaves open, and statutory values replaced by the planner. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { FundKind, Relief } from "cakupan";
import type { Json } from "../draft.js";
import { number } from "../format.js";
import { answer, change, draft, engine, language, words } from "../state.js";
import { basisOf, inUnit } from "./basis.js";
import { type View, messages, monthField, selectField, textField } from "./field.js";
import { addButton, addItem, itemsAt, removeButton, removeItem } from "./lists.js";

export function rulesView(): TemplateResult {
  const w = words.value.rules;
  return html`
    <section aria-labelledby="rules-heading">
      <h3 id="rules-heading">${w.heading}</h3>
      ${reliefs()}
      ${overrides()}
    </section>`;
}

// ───────────────────────────── reliefs ─────────────────────────────

interface OpenRelief {
  readonly relief: Relief;
  readonly payer: FundKind;
  readonly standard: boolean;
}

/** Only those that this plan meets: the engine names them in its notices. */
function met(): readonly OpenRelief[] {
  const running = engine.value;
  if (typeof running === "string") return [];
  const notices = answer.value.last?.projection.notices ?? [];
  const found = new Map<string, OpenRelief>();
  for (const { code, params } of notices) {
    if (code !== "reliefOpen" && code !== "reliefChosen") continue;
    const relief = running.law.reliefs.find(item => item.key === params.relief);
    const rule = relief?.payers.find(item => item.payer === params.payer);
    if (relief && rule) found.set(`${relief.key} ${rule.payer}`, { relief, payer: rule.payer, standard: rule.applies });
  }
  return [...found.values()];
}

function reliefs(): View {
  const open = met();
  const w = words.value.rules;
  return open.length === 0 ? nothing : html`
    <fieldset class="list">
      <legend>${w.reliefs}</legend>
      <p class="hint">${w.reliefWhy}</p>
      ${open.map(relief)}
    </fieldset>`;
}

function relief({ relief, payer, standard }: OpenRelief): TemplateResult {
  const w = words.value.rules;
  const kept = draft.value.reliefs ?? [];
  const place = kept.findIndex(item => item.relief === relief.key && item.payer === payer);
  const chosen = kept[place];
  const others = kept.filter((_, index) => index !== place);
  const choose = (value: string) => {
    const choice = { relief: relief.key, payer, applies: value === "yes" };
    change({ ...draft.value, reliefs: value === "" ? others : [...others, choice] });
  };
  const name = w.reliefFor(relief.title[language.value], words.value.funds.kinds[payer]);
  return html`
    ${selectField({
      path: place < 0 ? `reliefs:${relief.key}:${payer}` : `reliefs[${place}].applies`,
      label: name,
      value: chosen ? (chosen.applies ? "yes" : "no") : "",
      choices: [
        { value: "", text: w.byDefault(standard) }, { value: "yes", text: w.applies }, { value: "no", text: w.denied },
      ],
      onChange: choose,
    })}
    <p class="source">${basisOf(relief)}: ${words.value.tables.statuses[relief.status]}</p>
    ${chosen ? textField({ path: `reliefs[${place}].note`, label: words.value.form.note, optional: true }) : nothing}`;
}

// ───────────────────────────── overrides ─────────────────────────────

function overrides(): TemplateResult {
  const w = words.value.rules;
  const path = "overrides";
  const first = parameters()[0]?.value ?? "";
  return html`
    <fieldset class="list">
      <legend>${w.overrides}</legend>
      <p class="hint">${w.overrideWhy}</p>
      ${itemsAt(path).map((item, place) => override(String(item.parameter ?? ""), place))}
      ${messages(path)}
      ${addButton(path, w.addOverride, () =>
        addItem(path, { parameter: first, from: draft.value.period.firstMonth, to: "", value: "", note: "" } as Json))}
    </fieldset>`;
}

function parameters() {
  const running = engine.value;
  if (typeof running === "string") return [];
  return running.law.parameters
    .filter(parameter => parameter.unit !== "table")
    .map(parameter => ({ value: parameter.key, text: parameter.title[language.value], parameter }));
}

function override(key: string, place: number): TemplateResult {
  const w = words.value.rules;
  const f = words.value.form;
  const at = `overrides[${place}]`;
  const known = parameters();
  const parameter = known.find(item => item.value === key)?.parameter;
  const latest = parameter?.values.at(-1)?.value;
  const now = parameter && typeof latest === "number" ? inUnit(latest, parameter.unit) : null;
  const units = { percent: w.inPercent, rupiah: w.inRupiah, months: words.value.region.monthsUnit, table: "" };
  const called = `${w.one} ${number(place + 1)}`;
  return html`
    <fieldset class="card">
      <legend>${called}</legend>
      <div class="fields">
        ${selectField({
          path: `${at}.parameter`, label: w.parameter, choices: known, ...(now && { hint: w.now(now) }),
        })}
        ${textField({
          path: `${at}.value`, label: w.value, suffix: units[parameter?.unit ?? "percent"],
        })}
        ${monthField({ path: `${at}.from`, label: f.from })}
        ${monthField({ path: `${at}.to`, label: f.to, hint: w.toEnd })}
        ${textField({ path: `${at}.note`, label: w.why })}
      </div>
      ${removeButton(called, () => removeItem("overrides", place, called))}
    </fieldset>`;
}
