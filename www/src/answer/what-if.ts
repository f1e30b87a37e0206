/** One input in five steps, as a table: cost, members, coverage and what no fund pays. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { said } from "../engine/said.js";
import { askInput, askRange, endWhatIf, type Tried } from "../plan/what-if.js";
import { type Cell, type Column, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { coveragePercent } from "./coverage.js";
import { resultTable } from "./figure.js";
import { numberText } from "./input-text.js";
import type { Standing } from "./shown.js";
import { none } from "./tables.js";
import { whatIfWords } from "./what-if-words.js";

export interface WhatIf extends Standing {
  /** The inputs that can be chosen, with the names of their fields. */
  readonly inputs: readonly { readonly path: string; readonly name: string }[];
  /** `null` while nothing is asked. */
  readonly asked: { readonly path: string; readonly low: string; readonly high: string } | null;
  /** `null` where the bounds are no two numbers. */
  readonly tried: { readonly path: string; readonly steps: readonly Tried[] | null } | null;
}

export function whatIfView(all: WhatIf): View {
  const w = whatIfWords();
  const { inputs, asked } = all;
  const [first] = inputs;
  if (!first) return nothing;
  return html`
    <div class="panel" id="what-if" role="region" aria-labelledby="what-if-heading">
      <h4 id="what-if-heading">${w.heading}</h4>
      <p class="hint">${w.why}</p>
      <button type="button" aria-expanded=${asked ? "true" : "false"}
        @click=${() => (asked ? endWhatIf() : askInput(first.path))}>${asked ? w.close : w.open}</button>
      ${asked ? html`${choice(all, asked)}${outcome(all)}` : nothing}
    </div>`;
}

function choice({ inputs }: WhatIf, asked: NonNullable<WhatIf["asked"]>): TemplateResult {
  const w = whatIfWords();
  const bound = (end: "low" | "high", label: string) => html`
    <div class="field">
      <label class="name" for=${`what-if-${end}`}>${label}</label>
      <span class="input number"><input type="text" inputmode="decimal" autocomplete="off" id=${`what-if-${end}`}
        .value=${live(asked[end])} @input=${(event: Event) => askRange({ [end]: (event.target as HTMLInputElement).value })}></span>
    </div>`;
  return html`
    <div class="fields">
      <div class="field wide">
        <label class="name" for="what-if-input">${w.input}</label>
        <select id="what-if-input" @change=${(event: Event) => askInput((event.target as HTMLSelectElement).value)}>
          ${inputs.map(({ path, name }) => html`<option value=${path} .selected=${live(path === asked.path)}>${name}</option>`)}
        </select>
      </div>
      ${bound("low", w.from)}
      ${bound("high", w.to)}
    </div>`;
}

function outcome({ tried, inputs, fresh }: WhatIf): View {
  if (!tried) return nothing;
  const w = whatIfWords();
  const t = words.value.tables;
  const { path, steps } = tried;
  if (!steps) return html`<p class="failed">${w.wrong}</p>`;
  const name = inputs.find((input) => input.path === path)?.name ?? "";
  // A plan whose ceilings are enough in every step has no such columns.
  const lacking = yearsOf(steps).filter((year) => steps.some(({ outcome }) => unpaidIn(outcome, year) > 0));
  const columns = [
    ...money(t.cost, words.value.compare.budget, ...lacking.map((year) => `${w.unpaid}, ${year}`)),
    ...numeric(w.members, t.percent),
  ];
  const rows = steps.map(
    ({ value, isNow, outcome }): Row => ({
      head: isNow ? html`${numberText(value, path)} <strong class="mark">${w.now}</strong>` : numberText(value, path),
      cells: "projection" in outcome ? cells(outcome, lacking) : failed(outcome.problems, columns),
    }),
  );
  return resultTable({ fresh }, w.caption(name), name, columns, [{ rows }]);
}

type Projected = Extract<Tried["outcome"], { readonly projection: unknown }>;

function yearsOf(steps: readonly Tried[]): readonly number[] {
  const years = steps.flatMap(({ outcome }) => ("projection" in outcome ? outcome.projection.years : []));
  return [...new Set(years.map(({ year }) => year))];
}

function unpaidIn(outcome: Tried["outcome"], year: number): number {
  if (!("projection" in outcome)) return 0;
  return outcome.projection.years.find((each) => each.year === year)?.unpaidRupiah ?? 0;
}

function cells(outcome: Projected, lacking: readonly number[]): readonly Cell[] {
  const { total, years } = outcome.projection;
  const coverage = years.at(-1)?.coverage ?? null;
  return [
    number(total.rupiah),
    number(total.budgetRupiah),
    ...lacking.map((year) => number(unpaidIn(outcome, year))),
    none(coverage, ({ members }) => number(members)),
    none(coverage, coveragePercent),
  ];
}

function failed(
  problems: Extract<Tried["outcome"], { readonly problems: unknown }>["problems"],
  columns: readonly Column[],
): readonly Cell[] {
  const [first] = problems;
  const why = first ? said(first, first.code) : whatIfWords().failed;
  return columns.map((_, place) => (place === 0 ? why : ""));
}
