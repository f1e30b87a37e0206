/** A percentage through time: its points, what lies between them, and how it goes on. Of every target and of a group. */
import { html, nothing, type TemplateResult } from "lit-html";
import { change, draft } from "../plan/current.js";
import { getAt, lastMonth, setAt } from "../plan/draft.js";
import { choices } from "../ui/choices.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { datedList } from "./lists.js";
import { sourceButton } from "./source.js";

/** Where nobody says otherwise, a coverage is aimed at for the end of the plan. */
export function newPath(month = lastMonth(draft.value.period)) {
  return { points: [{ month, percent: "" }], shape: "linear" };
}

export function pathFields(path: string, legend: string): TemplateResult {
  const w = words.value.target;
  // Other paths have one source for the whole of them.
  const source = path === "target";
  return html`
    <div class="stack">
      ${datedList({
        path: `${path}.points`,
        legend,
        date: "month",
        value: "percent",
        label: w.percent,
        suffix: "%",
      })}
      ${source ? sourceButton(`${path}.points`) : nothing}
    </div>
    <div class="stack">
      ${selectField({ path: `${path}.shape`, label: w.shape, choices: choices(w.shapes), source })}
      ${yearly(`${path}.yearly`)}
    </div>`;
}

function yearly(path: string): TemplateResult {
  const w = words.value.target;
  const kind = getAt(draft.value, `${path}.kind`);
  const pick = (next: string) => change(setAt(draft.value, path, begun(next)));
  return html`
    ${selectField({
      path: `${path}.kind`,
      label: w.yearly,
      choices: choices(w.yearlyKinds, "none"),
      onChange: pick,
    })}
    ${kind === "points" ? textField({ path: `${path}.points`, label: w.yearlyPoints, suffix: w.pointsUnit }) : nothing}
    ${
      kind === "factor"
        ? textField({ path: `${path}.percent`, label: w.yearlyFactor, hint: w.factorHint, suffix: "%" })
        : nothing
    }
    ${kind ? textField({ path: `${path}.upTo`, label: w.upTo, suffix: "%", optional: true }) : nothing}
    ${kind && path === "target.yearly" ? sourceButton(path) : nothing}
    ${messages(path)}`;
}

function begun(kind: string) {
  if (kind === "points") return { kind, points: "", upTo: "" };
  return kind === "factor" ? { kind, percent: "", upTo: "" } : null;
}
