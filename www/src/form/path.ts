/** Fields of a path of percentages, of targets and groups: points by month, the shape between them, yearly steps. */
import { html, nothing, type TemplateResult } from "lit-html";
import { put } from "../plan/current.js";
import { type Draft, getAt, lastMonth } from "../plan/draft.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { datedList } from "./lists.js";
import type { FormPart } from "./part.js";
import { sourceButton } from "./source.js";

/** A new path has one point, at the last month of the plan. */
export function newPath({ period }: Draft) {
  return { points: [{ month: lastMonth(period), percent: "" }], shape: "linear" };
}

export function pathFields(form: FormPart, path: string, legend: string): TemplateResult {
  const w = words.value.target;
  // The target has a source for each of its parts, any other path one for all of it.
  const source = path === "target";
  return html`
    <div class="stack">
      ${datedList(form, {
        path: `${path}.points`,
        legend,
        date: "month",
        value: "percent",
        label: w.percent,
        suffix: "%",
      })}
      ${source ? sourceButton(form, `${path}.points`) : nothing}
    </div>
    <div class="stack">
      ${selectField(form, { path: `${path}.shape`, label: w.shape, choices: choices(w.shapes), source })}
      ${yearly(form, `${path}.yearly`)}
    </div>`;
}

function yearly(form: FormPart, path: string): TemplateResult {
  const w = words.value.target;
  const kind = getAt(form.plan, `${path}.kind`);
  const pick = (next: string) => put(path, begun(next));
  return html`
    ${selectField(form, {
      path: `${path}.kind`,
      label: w.yearly,
      choices: choices(w.yearlyKinds, "none"),
      onChange: pick,
    })}
    ${kind === "points" ? textField(form, { path: `${path}.points`, label: w.yearlyPoints, suffix: w.pointsUnit }) : nothing}
    ${
      kind === "factor"
        ? textField(form, { path: `${path}.percent`, label: w.yearlyFactor, hint: w.factorHint, suffix: "%" })
        : nothing
    }
    ${kind ? textField(form, { path: `${path}.upTo`, label: w.upTo, suffix: "%", optional: true }) : nothing}
    ${kind && path === "target.yearly" ? sourceButton(form, path) : nothing}
    ${messages(form, path)}`;
}

function begun(kind: string) {
  if (kind === "points") return { kind, points: "", upTo: "" };
  return kind === "factor" ? { kind, percent: "", upTo: "" } : null;
}
