/** Plan against plan: totals, differences to the first, and what each factor makes of them. */
import { computed } from "@preact/signals-core";
import type { Comparison, FactorDifference, Problem, Scenario } from "cakupan";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { engine } from "../engine/current.js";
import { behind } from "../engine/debounced.js";
import { said } from "../engine/said.js";
import { nameOf } from "../form/names.js";
import { answer } from "../plan/answer.js";
import { withoutBlank } from "../plan/blank.js";
import { draft } from "../plan/current.js";
import { type Draft, type Json, toScenario } from "../plan/draft.js";
import { changedPaths, isCounted } from "../plan/no-effect.js";
import { MOST, open, putAside, putBack, shelf, taken, takeOff } from "../plan/put-aside.js";
import { type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { coveragePercent } from "./coverage.js";
import { resultTable } from "./figure.js";
import { staleText } from "./problems.js";
import { none } from "./tables.js";

interface Plan {
  readonly letter: string;
  readonly name: string;
  readonly scenario: Scenario;
}

/** The plans of the shelf, and the form beside them while there is room and it is another one. */
const plans = computed<readonly Plan[]>(() => {
  const w = words.value.compare;
  const titled = (plan: Draft, place: number) => ({
    letter: String.fromCharCode(65 + place),
    name: plan.name || plan.region.name || w.unnamed,
  });
  const aside = shelf.value.map((plan, place) => ({
    ...titled(plan, place),
    scenario: toScenario(withoutBlank(plan).plan).scenario as Scenario,
  }));
  const { last } = answer.value;
  const other = last && aside.length > 0 && aside.length < MOST && !shelf.value.includes(draft.value);
  const same = other && aside.some(({ scenario }) => JSON.stringify(scenario) === JSON.stringify(last.scenario));
  if (!other || same) return aside;
  const { letter, name } = titled(draft.value, aside.length);
  return [...aside, { letter, name: `${name} ${w.now}`, scenario: last.scenario }];
});

const compared = behind(
  () => {
    const running = engine.value;
    return plans.value.length > 1 && typeof running !== "string" ? { running, plans: plans.value } : null;
  },
  ({ running, plans }) => running.compare(plans.map(({ scenario }) => scenario)),
);

export function compareView(): View {
  const w = words.value.compare;
  if (!answer.value.last) return nothing;
  const full = shelf.value.length >= MOST;
  return html`
    <div class="panel" id="compare" role="region" aria-labelledby="compare-heading">
      <h3 id="compare-heading">${w.heading}</h3>
      <p class="hint">${w.why}</p>
      <div class="buttons">
        <button type="button" id="compare-keep" ?disabled=${full} @click=${putAside}>${w.keep}</button>
        ${
          taken.value && !full
            ? html`<button type="button" class="small" @click=${putBack}>${w.putBack}</button>`
            : nothing
        }
      </div>
      ${full ? html`<p class="hint">${w.full}</p>` : nothing}
      ${shelf.value.length ? kept() : nothing}
      ${outcome()}
    </div>`;
}

function kept(): TemplateResult {
  const w = words.value.compare;
  return html`
    <ul class="shelf">
      ${plans.value.map(({ letter, name }, place) => {
        const text = `${letter}: ${name}`;
        return place >= shelf.value.length
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

function outcome(): View {
  const w = words.value.compare;
  const result = compared.value;
  if (!result) return shelf.value.length ? html`<p class="hint">${w.oneMore}</p>` : nothing;
  const { input, output } = result;
  if (Array.isArray(output))
    return html`<ul class="warnings">${(output as readonly Problem[]).map(
      (item) => html`<li>${input.plans[Number(/\d+/.exec(item.path)?.[0])]?.name ?? ""}: ${said(item, item.code)}</li>`,
    )}</ul>`;
  const comparison = output as Comparison;
  const names = input.plans.map(({ letter }) => letter);
  return html`
    ${answer.value.fresh ? nothing : html`<p class="stale">${staleText()}</p>`}
    ${totals(comparison, names)}
    ${input.plans.slice(1).map((plan) => differing(plan, input.plans[0] ?? plan))}
    ${comparison.differences.map(({ factors, rupiah, budgetRupiah }, place) =>
      factorsView(factors, { rupiah, budgetRupiah }, names[0] ?? "", names[place + 1] ?? ""),
    )}`;
}

/** So many names are read. */
const MOST_NAMES = 12;

/** In which inputs a plan differs from the first, by the names of their fields. */
function differing(plan: Plan, first: Plan): View {
  const paths = changedPaths(first.scenario as unknown as Json, plan.scenario as unknown as Json);
  const names = [...new Set(paths.filter(isCounted).map((path) => nameOf(path, plan.scenario as unknown as Draft)))];
  if (!names.length) return nothing;
  const w = words.value.compare;
  const more = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? w.more(number(more)) : "");
  return html`<p>${w.differing(plan.letter, first.letter)} ${shown}.</p>`;
}

/** With its sign, so that more and less are told apart without colour. */
function signed(value: number, write: (value: number) => string = number): string {
  return value > 0 ? `+${write(value)}` : write(value);
}

function totals({ scenarios, differences }: Comparison, names: readonly string[]): TemplateResult {
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
  return resultTable(w.caption, w.measure, numeric(...names), groups);
}

/** What each factor makes of one difference; the parts are the engine's and sum to it. */
function factorsView(
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
  return html`${resultTable(w.because(second, first), w.factor, columns, [{ rows }])}`;
}

/** To the right what makes the plan dearer, to the left what makes it cheaper; the number stands beside it. */
function bar(part: number): TemplateResult {
  const width = Math.abs(part) * 58;
  return html`
    <svg viewBox="0 0 120 14" class="bar-of" aria-hidden="true">
      <line class="grid" x1="60" x2="60" y1="0" y2="14"></line>
      ${svg`<rect class=${part < 0 ? "s1" : "s0"} x=${part < 0 ? 60 - width : 60} y="2" width=${width} height="10"></rect>`}
    </svg>`;
}
