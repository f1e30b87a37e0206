/** Where the text of the law is open and the plan meets it: whom a relief is for, and whom money may pay for. */

import type { FundKind, FundRule, Group, Relief } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { law } from "../engine/law.js";
import { answer } from "../plan/answer.js";
import { change, draft } from "../plan/current.js";
import type { View } from "../ui/view.js";
import { basisOf } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";

// ───────────────────────────── reliefs ─────────────────────────────

interface OpenRelief {
  readonly relief: Relief;
  readonly payer: FundKind;
  readonly standard: boolean;
}

/** Only those that this plan meets: the engine names them in its notices. */
function met(): readonly OpenRelief[] {
  const notices = answer.value.last?.projection.notices ?? [];
  const found = new Map<string, OpenRelief>();
  for (const { code, params } of notices) {
    if (code !== "reliefOpen" && code !== "reliefChosen") continue;
    const relief = law.reliefs.find((item) => item.key === params.relief);
    const rule = relief?.payers.find((item) => item.payer === params.payer);
    if (relief && rule) found.set(`${relief.key} ${rule.payer}`, { relief, payer: rule.payer, standard: rule.applies });
  }
  return [...found.values()];
}

export function reliefsView(): View {
  const open = met();
  const w = words.value.rules;
  return open.length === 0
    ? nothing
    : html`
    <fieldset class="list">
      <legend>${w.reliefs}</legend>
      <p class="hint">${w.reliefWhy}</p>
      ${open.map(relief)}
    </fieldset>`;
}

function relief({ relief, payer, standard }: OpenRelief): TemplateResult {
  const w = words.value.rules;
  const kept = draft.value.reliefs ?? [];
  const place = kept.findIndex((item) => item.relief === relief.key && item.payer === payer);
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
        { value: "", text: w.byDefault(standard) },
        { value: "yes", text: w.applies },
        { value: "no", text: w.denied },
      ],
      hint: `${basisOf(relief)}: ${words.value.tables.statuses[relief.status]}`,
      onChange: choose,
    })}
    ${place < 0 ? nothing : messages(`reliefs[${place}]`)}
    ${chosen ? textField({ path: `reliefs[${place}].note`, label: words.value.form.note, optional: true }) : nothing}`;
}

// ───────────────────────────── whom money may pay for ─────────────────────────────

interface Cell {
  readonly rule: FundRule;
  readonly group: Group;
}

const RULED = ["fundForbidden", "fundLimited", "fundAllowed", "fundChosen"];

/** The cells of the matrix that this plan meets: the engine names rule and place, the segment says the group. */
function cells(): readonly Cell[] {
  const { last } = answer.value;
  if (!last) return [];
  const found = new Map<string, Cell>();
  for (const { code, params } of last.projection.notices) {
    if (!RULED.includes(code)) continue;
    const rule = law.fundRules.find((item) => item.key === params.rule);
    const group = last.scenario.segments.find((segment) => segment.name.trim() === params.segment)?.group;
    if (rule && group) found.set(`${rule.key} ${group}`, { rule, group });
  }
  return [...found.values()];
}

export function permissionsView(): View {
  const met = cells();
  const w = words.value.rules;
  return met.length === 0
    ? nothing
    : html`
    <fieldset class="list">
      <legend>${w.permissions}</legend>
      <p class="hint">${w.permissionWhy}</p>
      ${met.map(permission)}
    </fieldset>`;
}

function permission({ rule, group }: Cell): TemplateResult {
  const w = words.value.rules;
  const kept = draft.value.permissions ?? [];
  const place = kept.findIndex((item) => item.rule === rule.key && item.group === group);
  const chosen = kept[place];
  const others = kept.filter((_, index) => index !== place);
  const choose = (value: string) => {
    const choice = { rule: rule.key, group, allowed: value === "yes" };
    change({ ...draft.value, permissions: value === "" ? others : [...others, choice] });
  };
  return html`
    ${selectField({
      path: place < 0 ? `permissions:${rule.key}:${group}` : `permissions[${place}].allowed`,
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
    ${place < 0 ? nothing : messages(`permissions[${place}]`)}
    ${chosen ? textField({ path: `permissions[${place}].note`, label: words.value.form.note, optional: true }) : nothing}`;
}
