/** What happened to the plan: the table in which it is typed. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Named } from "../plan/draft.js";
import { language } from "../words/current.js";
import { monthYear } from "../words/format.js";
import { monitorWords } from "./monitor-words.js";

export interface MonitorPart {
  /** Budget years of the plan; empty while it cannot be worked out. */
  readonly years: readonly string[];
  readonly year: string;
  /** Groups that villages count. */
  readonly groups: readonly Named[];
  /** The one whose villages are shown; `""`: all groups as a whole. */
  readonly group: string;
  /** Months of the year. */
  readonly months: readonly string[];
  /** `""`: all of them. */
  readonly month: string;
  readonly hasRows: boolean;
  readonly actions: MonitorActions;
}

export interface MonitorActions {
  choose(what: "year" | "group" | "month", value: string): void;
  clear(): void;
  importTable(): void;
}

/** Before somebody asks for it. */
export function closedMonitor(open: () => void): TemplateResult {
  const w = monitorWords();
  return html`
    <section aria-labelledby="monitor-heading">
      <h3 id="monitor-heading" tabindex="-1">${w.heading}</h3>
      <p class="hint">${w.why}</p>
      <button type="button" class="small" id="monitor:open" @click=${open}>${w.open}</button>
    </section>`;
}

/** `grid`: the table, which is drawn by itself. */
export function monitorView(part: MonitorPart, grid: unknown): TemplateResult {
  const w = monitorWords();
  return html`
    <section aria-labelledby="monitor-heading" class="villages" id="monitor" tabindex="-1">
      <div class="bar">
        <h3 id="monitor-heading" tabindex="-1">${w.heading}</h3>
        ${
          part.hasRows
            ? html`<button type="button" class="small plain" id="monitor:clear" @click=${part.actions.clear}>${w.clear}</button>`
            : nothing
        }
      </div>
      <p class="hint">${w.why}</p>
      ${part.years.length === 0 ? html`<p class="hint">${w.waiting}</p>` : html`${choices(part)}${importing(part.actions)}${grid}`}
    </section>`;
}

function importing({ importTable }: MonitorActions): TemplateResult {
  const w = monitorWords();
  return html`
    <p><button type="button" class="small" id="monitor:import" @click=${importTable}>${w.import}</button>
      <span class="hint">${w.importHint}</span></p>`;
}

/** Where there is more than one year, and where villages count a group. */
function choices({ years, year, groups, group, months, month, actions }: MonitorPart): TemplateResult {
  const w = monitorWords();
  const ofYear = years.map((one) => [one, one] as const);
  const ofGroup = [["", w.whole] as const, ...groups.map(({ id, name }) => [id, w.byVillage(name)] as const)];
  const names = months.map((one) => [one, monthYear(one, language.value)] as const);
  const choice = (
    what: "year" | "group" | "month",
    label: string,
    all: readonly (readonly [string, string])[],
    now: string,
  ) =>
    html`<div><label for=${`monitor:${what}`}>${label}</label>
      <select id=${`monitor:${what}`} .value=${live(now)}
        @change=${({ target }: Event) => actions.choose(what, (target as HTMLSelectElement).value)}>
        ${all.map(([value, text]) => html`<option value=${value} ?selected=${value === now}>${text}</option>`)}
      </select></div>`;
  return html`
    <div class="buttons">
      ${years.length > 1 ? choice("year", w.year, ofYear, year) : nothing}
      ${groups.length > 0 ? choice("group", w.shown, ofGroup, group) : nothing}
      ${group === "" ? nothing : choice("month", w.month, [...names, ["", w.allMonths]], month)}
    </div>
    ${group === "" ? nothing : html`<p class="hint">${w.villageHint}</p>`}`;
}
