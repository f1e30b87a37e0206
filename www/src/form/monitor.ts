/** What happened to the plan: the table in which it is typed. */
import { html, nothing, type TemplateResult } from "lit-html";
import { monitorWords } from "./monitor-words.js";

export interface MonitorPart {
  /** Budget years of the plan; empty while it cannot be worked out. */
  readonly years: readonly string[];
  readonly year: string;
  readonly hasRows: boolean;
  readonly actions: MonitorActions;
}

export interface MonitorActions {
  choose(year: string): void;
  clear(): void;
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
export function monitorView({ years, year, hasRows, actions }: MonitorPart, grid: unknown): TemplateResult {
  const w = monitorWords();
  return html`
    <section aria-labelledby="monitor-heading" class="villages" id="monitor" tabindex="-1">
      <div class="bar">
        <h3 id="monitor-heading" tabindex="-1">${w.heading}</h3>
        ${
          hasRows
            ? html`<button type="button" class="small plain" id="monitor:clear" @click=${actions.clear}>${w.clear}</button>`
            : nothing
        }
      </div>
      <p class="hint">${w.why}</p>
      ${years.length === 0 ? html`<p class="hint">${w.waiting}</p>` : html`${choice(years, year, actions)}${grid}`}
    </section>`;
}

function choice(years: readonly string[], year: string, { choose }: MonitorActions): TemplateResult | typeof nothing {
  if (years.length < 2) return nothing;
  return html`
    <label for="monitor:year">${monitorWords().year}</label>
    <select id="monitor:year" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${years.map((one) => html`<option value=${one} ?selected=${one === year}>${one}</option>`)}
    </select>`;
}
