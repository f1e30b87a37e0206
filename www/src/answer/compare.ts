/** Plan against plan: totals, differences to the first, and what each factor makes of them. */
import type { Comparison, FactorDifference, Problem } from "cakupan";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { said } from "../engine/said.js";
import type { Later } from "../form/later.js";
import { type ComparedPlan, compareWithPlan } from "../plan/comparison.js";
import { MOST, open, putAside, putBack, takeOff } from "../plan/put-aside.js";
import { type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { compareWords } from "./compare-words.js";
import { coveragePercent } from "./coverage.js";
import { differingView } from "./differing.js";
import { resultTable } from "./figure.js";
import type { Standing } from "./shown.js";
import { none } from "./tables.js";
import "../styles/chart.css";

export interface Comparing extends Standing {
  /** The saved plans first. */
  readonly plans: readonly ComparedPlan[];
  /** How many of them are saved. */
  readonly saved: number;
  /** A plan was taken off and can be put back. */
  readonly canPutBack: boolean;
  /** Place of the plan that the others are compared with. */
  readonly base: number;
  /** `null` while there is only one plan; the plan that the others are compared with first. */
  readonly compared: {
    readonly plans: readonly ComparedPlan[];
    readonly output: Comparison | readonly Problem[];
  } | null;
  /** Why the figures are not of what the form holds now. */
  readonly caveat: string;
  /** What the fields of rows are called. */
  readonly names: Later | null;
}

export function compareView(all: Comparing): TemplateResult {
  const w = words.value.compare;
  const { saved, canPutBack } = all;
  const full = saved >= MOST;
  return html`
    <div class="panel" id="compare" role="region" aria-labelledby="compare-heading">
      <h4 id="compare-heading">${w.heading}</h4>
      <p class="hint">${w.why}</p>
      <div class="buttons">
        <button type="button" id="compare-keep" ?disabled=${full} @click=${putAside}>${w.keep}</button>
        ${
          canPutBack && !full
            ? html`<button type="button" class="small" @click=${putBack}>${w.putBack}</button>`
            : nothing
        }
      </div>
      ${full ? html`<p class="hint">${w.full}</p>` : nothing}
      ${saved > 0 ? savedList(all) : nothing}
      ${all.plans.length > 1 ? baseChoice(all) : nothing}
      ${outcome(all)}
    </div>`;
}

function savedList({ plans, saved }: Comparing): TemplateResult {
  const w = words.value.compare;
  return html`
    <ul class="saved-plans">
      ${plans.map(({ letter, name }, place) => {
        const text = `${letter}: ${name}`;
        return place >= saved
          ? html`<li>${text}</li>`
          : html`
          <li>
            ${text}
            <button type="button" class="small plain" aria-label=${`${w.open}: ${text}`}
              @click=${() => open(place)}>${w.open}</button>
            <button type="button" class="small plain" aria-label=${`${words.value.form.remove}: ${text}`}
              @click=${() => takeOff(place)}>${words.value.form.remove}</button>
          </li>`;
      })}
    </ul>`;
}

function baseChoice({ plans, base }: Comparing): TemplateResult {
  const chosen = (event: Event) => compareWithPlan((event.target as HTMLSelectElement).selectedIndex);
  return html`
    <div class="fields"><div class="field wide">
      <label class="name" for="compare-base">${compareWords().base}</label>
      <select id="compare-base" @change=${chosen}>
        ${plans.map(({ letter, name }, place) => html`<option .selected=${live(place === base)}>${`${letter}: ${name}`}</option>`)}
      </select>
    </div></div>`;
}

function outcome(all: Comparing): View {
  const w = words.value.compare;
  const { compared, saved, fresh, caveat, names: later } = all;
  if (!compared) return saved > 0 ? html`<p class="hint">${w.oneMore}</p>` : nothing;
  const { plans, output } = compared;
  if (!("scenarios" in output))
    return html`<ul class="warnings">${output.map(
      (item) => html`<li>${plans[Number(/\d+/.exec(item.path)?.[0])]?.name ?? ""}: ${said(item, item.code)}</li>`,
    )}</ul>`;
  const letters = plans.map(({ letter }) => letter);
  return html`
    ${fresh ? nothing : html`<p class="stale">${caveat}</p>`}
    ${totals(all, output, letters)}
    ${differingView(plans, later)}
    ${output.differences.map(({ factors, rupiah, budgetRupiah }, place) =>
      factorsView(all, factors, { rupiah, budgetRupiah }, letters[0] ?? "", letters[place + 1] ?? ""),
    )}`;
}

/** With its sign, so that the difference needs no colour. */
function signed(value: number, write: (value: number) => string = number): string {
  return value > 0 ? `+${write(value)}` : write(value);
}

function totals(standing: Standing, { scenarios, differences }: Comparison, names: readonly string[]): TemplateResult {
  const w = words.value.compare;
  const t = words.value.tables;
  const row = (head: string, cells: readonly string[]): Row => ({ head, cells });
  const reached = scenarios.some(({ coverage }) => coverage !== null);
  const against = (head: string, write: (item: Comparison["differences"][number]) => string): Row =>
    row(head, [t.none, ...differences.map(write)]);
  const groups: readonly Group[] = [
    {
      heading: w.plans,
      rows: [
        row(
          t.cost,
          scenarios.map(({ rupiah }) => number(rupiah)),
        ),
        row(
          w.budget,
          scenarios.map(({ budgetRupiah }) => number(budgetRupiah)),
        ),
        row(
          w.personMonths,
          scenarios.map(({ personMonths }) => number(personMonths)),
        ),
        ...(reached
          ? [
              row(
                t.members,
                scenarios.map(({ coverage }) => none(coverage, ({ members }) => number(members))),
              ),
              row(
                t.percent,
                scenarios.map(({ coverage }) => none(coverage, coveragePercent)),
              ),
            ]
          : []),
      ],
    },
    {
      heading: w.difference(names[0] ?? ""),
      rows: [
        against(t.cost, ({ rupiah }) => signed(rupiah)),
        against(w.budget, ({ budgetRupiah }) => signed(budgetRupiah)),
        against(w.personMonths, ({ personMonths }) => signed(personMonths)),
        ...(reached
          ? [
              against(t.members, ({ members }) => none(members, signed)),
              against(w.points, ({ points }) => none(points, (value) => signed(value, number))),
            ]
          : []),
      ],
    },
  ];
  return resultTable(standing, w.caption, w.measure, numeric(...names), groups);
}

/** What each factor makes of one difference; the parts are the engine's and sum to it. */
function factorsView(
  standing: Standing,
  factors: readonly FactorDifference[],
  sum: Pick<FactorDifference, "rupiah" | "budgetRupiah">,
  first: string,
  second: string,
): TemplateResult {
  const w = words.value.compare;
  const t = words.value.tables;
  const top = Math.max(...factors.map(({ rupiah }) => Math.abs(rupiah)), 1);
  const rows = [
    ...factors.map(
      ({ factors: which, rupiah, budgetRupiah }): Row => ({
        head: which.map((factor) => w.factors[factor]).join(" + "),
        cells: [signed(rupiah), signed(budgetRupiah), bar(rupiah / top)],
      }),
    ),
    { head: t.total, total: true, cells: [signed(sum.rupiah), signed(sum.budgetRupiah), ""] },
  ];
  const columns = [...numeric(t.cost, w.budget), { text: w.bar, numeric: false }];
  return html`${resultTable(standing, w.because(second, first), w.factor, columns, [{ rows }])}`;
}

/** A bar to the right for more cost, to the left for less; `part` is from -1 to 1. */
function bar(part: number): TemplateResult {
  const width = Math.abs(part) * 58;
  return html`
    <svg viewBox="0 0 120 14" class="bar-of" aria-hidden="true">
      <line class="grid" x1="60" x2="60" y1="0" y2="14"></line>
      ${svg`<rect class=${part < 0 ? "s1" : "s0"} x=${part < 0 ? 60 - width : 60} y="2" width=${width} height="10"></rect>`}
    </svg>`;
}
