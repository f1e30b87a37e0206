/** Where the text of the law is open and the plan meets it: whom a relief is for, and whom money may pay for. */

import { html, nothing } from "lit-html";
import { law } from "../engine/law.js";
import { update } from "../plan/current.js";
import type { OpenLaw } from "../plan/open-law.js";
import type { View } from "../ui/view.js";
import { basisOf } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import type { FormPart } from "./part.js";

// ───────────────────────────── reliefs ─────────────────────────────

type OpenRelief = OpenLaw["reliefs"][number];

export function reliefsView(form: FormPart, open: OpenLaw["reliefs"]): View {
  const w = words.value.rules;
  return open.length === 0
    ? nothing
    : html`
    <fieldset class="list">
      <legend>${w.reliefs}</legend>
      <p class="hint">${w.reliefWhy}</p>
      ${open.map((one) => reliefField(form, one))}
    </fieldset>`;
}

function reliefField(form: FormPart, { relief: key, payer }: OpenRelief): View {
  const relief = law.reliefs.find((item) => item.key === key);
  const rule = relief?.payers.find((item) => item.payer === payer);
  if (!relief || !rule) return nothing;
  const w = words.value.rules;
  const place = (form.plan.reliefs ?? []).findIndex((item) => item.relief === key && item.payer === payer);
  const chosen = form.plan.reliefs?.[place];
  const choose = (value: string) =>
    update((plan) => {
      const others = (plan.reliefs ?? []).filter((item) => item.relief !== key || item.payer !== payer);
      const choice = { relief: key, payer, applies: value === "yes" };
      return { ...plan, reliefs: value === "" ? others : [...others, choice] };
    });
  const name = w.reliefFor(relief.title[language.value], words.value.funds.kinds[payer]);
  return html`
    ${selectField(form, {
      path: place < 0 ? `reliefs:${key}:${payer}` : `reliefs[${place}].applies`,
      label: name,
      value: chosen ? (chosen.applies ? "yes" : "no") : "",
      choices: [
        { value: "", text: w.byDefault(rule.applies) },
        { value: "yes", text: w.applies },
        { value: "no", text: w.denied },
      ],
      hint: `${basisOf(relief)}: ${words.value.tables.statuses[relief.status]}`,
      onChange: choose,
    })}
    ${place < 0 ? nothing : messages(form, `reliefs[${place}]`)}
    ${chosen ? textField(form, { path: `reliefs[${place}].note`, label: words.value.form.note, optional: true }) : nothing}`;
}

// ───────────────────────────── whom money may pay for ─────────────────────────────

type OpenPermission = OpenLaw["permissions"][number];

export function permissionsView(form: FormPart, open: OpenLaw["permissions"]): View {
  const w = words.value.rules;
  return open.length === 0
    ? nothing
    : html`
    <fieldset class="list">
      <legend>${w.permissions}</legend>
      <p class="hint">${w.permissionWhy}</p>
      ${open.map((one) => permissionField(form, one))}
    </fieldset>`;
}

function permissionField(form: FormPart, { rule: key, group }: OpenPermission): View {
  const rule = law.fundRules.find((item) => item.key === key);
  if (!rule) return nothing;
  const w = words.value.rules;
  const place = (form.plan.permissions ?? []).findIndex((item) => item.rule === key && item.group === group);
  const chosen = form.plan.permissions?.[place];
  const choose = (value: string) =>
    update((plan) => {
      const others = (plan.permissions ?? []).filter((item) => item.rule !== key || item.group !== group);
      const choice = { rule: key, group, allowed: value === "yes" };
      return { ...plan, permissions: value === "" ? others : [...others, choice] };
    });
  return html`
    ${selectField(form, {
      path: place < 0 ? `permissions:${key}:${group}` : `permissions[${place}].allowed`,
      label: w.permissionFor(
        words.value.segments.groups[group],
        rule.funds.map((kind) => words.value.funds.kinds[kind]).join(", "),
      ),
      value: chosen ? (chosen.allowed ? "yes" : "no") : "",
      choices: [
        { value: "", text: w.byRule },
        { value: "yes", text: w.allowed },
        { value: "no", text: w.notAllowed },
      ],
      // Two rules may hold for the same group and money: their text tells them apart.
      hint: `${rule.text[language.value]} (${basisOf(rule)}: ${words.value.tables.statuses[rule.status]})`,
      onChange: choose,
    })}
    ${place < 0 ? nothing : messages(form, `permissions[${place}]`)}
    ${chosen ? textField(form, { path: `permissions[${place}].note`, label: words.value.form.note, optional: true }) : nothing}`;
}
