/** How values grow in months beyond the last one that the law knows: the planner's assumptions, each with its reason. */

import type { Assumption } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { broughtBy, law } from "../engine/law.js";
import { put } from "../plan/current.js";
import type { JsonObject } from "../plan/draft.js";
import { addButton, removeButton } from "../ui/buttons.js";
import type { View } from "../ui/view.js";
import { basisOf } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { monthName, number } from "../words/format.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { newAssumption } from "./own-values.js";
import type { FormPart } from "./part.js";

const PATH = "assumptions";

export function assumptionsView(form: FormPart): TemplateResult {
  const w = words.value.rules;
  return html`
    <fieldset class="list">
      <legend>${w.assumptions}</legend>
      <p class="hint">${w.assumptionWhy}</p>
      ${itemsAt(form.plan, PATH).map((item, place) => assumption(form, item, place))}
      ${messages(form, PATH)}
      ${addButton(PATH, w.addAssumption, () => addItem(PATH, () => newAssumption("", "growth")))}
    </fieldset>`;
}

/** What the law lets a planner carry on beyond its last month, and what law packs bring. */
const grows = law.parameters.filter(({ beyond }) => beyond !== null);

function assumption(form: FormPart, item: JsonObject, place: number): TemplateResult {
  const w = words.value.rules;
  const at = `${PATH}[${place}]`;
  const able = [...grows, ...broughtBy(form.plan.lawPacks)];
  const beyond = able.find(({ key }) => key === item.parameter)?.beyond;
  const kinds = beyond?.kinds ?? [];
  const called = `${w.assumption} ${number(place + 1)}`;
  const note = String(item.note ?? "");
  const pick = (parameter: string) => {
    const possible = able.find(({ key }) => key === parameter)?.beyond?.kinds ?? [];
    const kind = possible.find((each) => each === item.kind) ?? possible[0];
    put(at, kind === item.kind ? { ...item, parameter } : newAssumption(parameter, kind ?? "growth", note));
  };
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      ${selectField(form, {
        path: `${at}.parameter`,
        label: w.parameter,
        onChange: pick,
        choices: able.map(({ key, title }) => ({ value: key, text: title[language.value] })),
        ...(beyond && { hint: w.grows(monthName(beyond.month, language.value), basisOf(beyond)) }),
      })}
      <div class="fields">
        ${
          kinds.length > 1
            ? selectField(form, {
                path: `${at}.kind`,
                label: w.kind,
                choices: kinds.map((kind) => ({ value: kind, text: w.growKinds[kind] })),
                onChange: (kind) => put(at, newAssumption(String(item.parameter ?? ""), kind, note)),
              })
            : nothing
        }
        ${growth(form, at, item.kind as Assumption["kind"])}
        ${textField(form, { path: `${at}.note`, label: w.why, wide: true })}
      </div>
      ${messages(form, at)}
      ${removeButton(called, () => removeItem(PATH, place, called))}
    </fieldset>`;
}

function growth(form: FormPart, at: string, kind: Assumption["kind"]): View {
  const w = words.value.rules;
  if (kind !== "wageFormula") return textField(form, { path: `${at}.percent`, label: w.growth, suffix: "%" });
  return html`
    ${textField(form, { path: `${at}.inflationPercent`, label: w.inflation, suffix: "%" })}
    ${textField(form, { path: `${at}.alpha`, label: w.alpha, hint: w.alphaHint })}
    ${textField(form, { path: `${at}.growthPercent`, label: w.economy, suffix: "%" })}`;
}
