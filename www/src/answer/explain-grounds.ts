/** Below an explanation: the rules it uses with their articles, its inputs, and assumptions in it. */

import type { Assumption, Explanation, Override, WeakInput } from "cakupan";
import { html, type TemplateResult } from "lit-html";
import { named } from "../engine/law.js";
import { goTo } from "../form/go-to.js";
import type { Later } from "../form/later.js";
import { nameOf } from "../form/names.js";
import type { Answer } from "../plan/answer.js";
import { type Draft, evidenceAt } from "../plan/draft.js";
import { basisOf, inUnit, statusOf } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { lawLink } from "./law-link.js";

/** The form, to which the reader goes from a figure. */
export interface FieldsOfForm {
  readonly plan: Draft;
  readonly later: Later | null;
  /** Closes the dialog, so that the form can be seen. */
  close(): void;
}

export function grounds(
  root: Explanation,
  weak: readonly WeakInput[],
  last: Answer,
  { plan, later, close }: FieldsOfForm,
): TemplateResult {
  const w = words.value.explain;
  const keys = new Set<string>();
  const inputs = new Set<string>();
  walk(root, (part) => {
    if (part.parameter !== null) keys.add(part.parameter);
    if (part.input !== null) inputs.add(part.input);
  });
  const go = (path: string) => (event: Event) => {
    event.preventDefault();
    close();
    goTo(path);
  };
  const name = (path: string) => nameOf(path, { plan, later });
  const link = (path: string) => html`<a href=${`#${path}`} @click=${go(path)}>${name(path)}</a>`;
  return html`
    ${section(
      w.rules,
      [...keys].flatMap((key) => rule(key, last)),
      w.noRules,
    )}
    ${section(w.inputs, [...inputs].map(link), w.noInputs)}
    ${section(
      w.assumptions,
      [
        ...ownValues(keys, last),
        ...weak.map((input) => weakInput(plan, input, link)),
        ...estimates(plan, [...inputs], name),
        ...unverified(keys, last),
      ],
      w.noAssumptions,
    )}`;
}

function walk(part: Explanation, visit: (part: Explanation) => void): void {
  visit(part);
  for (const inner of part.parts) walk(inner, visit);
}

function section(heading: string, items: readonly TemplateResult[], none: string): TemplateResult {
  return html`
    <h3>${heading}</h3>
    ${items.length ? html`<ul class="remarks">${items.map((item) => html`<li>${item}</li>`)}</ul>` : html`<p>${none}</p>`}`;
}

// ───────────────────────────── rules ─────────────────────────────

/** A value as the plan used it, once for each amount it had in the months of the plan. */
function rule(key: string, last: Answer): readonly TemplateResult[] {
  const used = last.projection.parameters.filter((item) => item.key === key);
  const link = (title: string) => lawLink(key, title);
  if (used.length)
    return used.map(
      (item) => html`
    ${link(item.title[language.value])}${item.value === null ? "" : html`: ${inUnit(item.value, item.unit)}`},
    ${basisOf(item)} (${statusOf(item.status)})`,
    );
  const known = named(key);
  if (!known) return [];
  const source = "payers" in known ? known : known.values.at(-1);
  return source ? [html`${link(known.title[language.value])}, ${basisOf(source)} (${statusOf(source.status)})`] : [];
}

// ───────────────────────────── assumptions ─────────────────────────────

/** The planner's replacements and assumptions for these values, with the reasons given. */
function ownValues(keys: ReadonlySet<string>, { scenario, projection }: Answer): readonly TemplateResult[] {
  const own: readonly (readonly ["replaced" | "extrapolated", Override | Assumption])[] = [
    ...(scenario.overrides ?? []).map((item) => ["replaced", item] as const),
    ...(scenario.assumptions ?? []).map((item) => ["extrapolated", item] as const),
  ];
  const title = (key: string) =>
    (projection.parameters.find((item) => item.key === key) ?? named(key))?.title[language.value] ?? key;
  return own
    .filter(([, { parameter }]) => keys.has(parameter))
    .map(
      ([status, { parameter, note }]) => html`
    ${title(parameter)}:
    ${statusOf(status)}. ${note}`,
    );
}

/** An input that is only assumed, or of which no source is named: also choices that are no part of the formula. */
function weakInput(plan: Draft, { path, quality }: WeakInput, link: (path: string) => TemplateResult): TemplateResult {
  const w = words.value.source;
  const name = quality === "changed" ? w.changed : w.quality[quality];
  return html`${link(path)}: <strong class="mark">${name}</strong> ${evidenceAt(plan, path)?.source ?? ""}`;
}

/** Inputs that were worked out from others. */
function estimates(plan: Draft, inputs: readonly string[], name: (path: string) => string): readonly TemplateResult[] {
  return inputs.flatMap((path) => {
    const evidence = evidenceAround(plan, path);
    if (evidence?.quality !== "estimate" || evidence.changed) return [];
    return [html`${name(path)}: ${words.value.source.quality.estimate}. ${evidence.source}`];
  });
}

/** The source of the field at a path, or of the nearest part that holds it. */
function evidenceAround(plan: Draft, path: string) {
  for (let around = path; around; around = around.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, "")) {
    const evidence = evidenceAt(plan, around);
    if (evidence) return evidence;
  }
  return null;
}

function unverified(keys: ReadonlySet<string>, { projection }: Answer): readonly TemplateResult[] {
  return projection.parameters
    .filter(({ key, status }) => status === "assumed" && keys.has(key))
    .map(({ title, status }) => html`${title[language.value]}: ${statusOf(status)}.`);
}
