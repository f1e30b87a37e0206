/** Marks on figures that use a value which is replaced, assumed by the planner, or not verified. */

import type { ParameterUsed, Projection } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import type { View } from "../ui/view.js";
import { statusOf } from "../words/basis.js";
import { language, words } from "../words/current.js";

type Used = Pick<Projection, "parameters">;

const MARKED = ["replaced", "extrapolated", "assumed"] as const;

function used({ parameters }: Used, status: ParameterUsed["status"], from: string, to: string) {
  return parameters.filter((item) => item.status === status && item.from <= to && item.to >= from);
}

/** The marks of a span of months, `"2026"` being all of a year; without one of the whole plan. */
export function marks(projection: Used, span?: string | number): View {
  const [from, to] = span === undefined ? ["", "9"] : [String(span), `${span}~`];
  const found = MARKED.filter((status) => used(projection, status, from, to).length > 0);
  return found.length ? html`<span class="marks">${found.map((status) => html` ${statusOf(status)}`)}</span>` : nothing;
}

/** What the marks of this answer stand for. */
export function markedValues(projection: Used): View {
  const rows = MARKED.flatMap((status): TemplateResult[] => {
    const titles = new Set(used(projection, status, "", "9").map(({ title }) => title[language.value]));
    return titles.size
      ? [html`<li>${words.value.answer.marks} ${statusOf(status)}: ${[...titles].join("; ")}.</li>`]
      : [];
  });
  return rows.length ? html`<ul class="remarks marked">${rows}</ul>` : nothing;
}
