/** The rows of the RKA, a table for each OPD, and beside a base plan: before and after. Every sum is the engine's. */
import type { RkaChange, RkaRow, RkaTable } from "cakupan/sheets";
import { html, nothing, type TemplateResult } from "lit-html";
import { goTo } from "../form/go-to.js";
import { type Cell, type Column, type Group, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language } from "../words/current.js";
import { number, percent } from "../words/format.js";
import { budgetWords } from "./budget-words.js";
import { resultTable } from "./figure.js";
import type { Standing } from "./shown.js";

/** What is known of a code: `null` where nothing need be said. */
export type CodeMark = "unconfirmed" | "foreign" | null;

/** A known account for what a fund pays without one. */
export interface Suggestion {
  readonly fund: string;
  /** Position of the fund in the plan. */
  readonly place: number;
  readonly programme: RkaRow["programme"];
  readonly code: string;
  readonly description: string;
  readonly note: string | null;
}

export interface RkaShown extends Standing {
  readonly tables: readonly RkaTable[];
  /** By code. */
  readonly marks: { readonly [code: string]: CodeMark };
  /** Positions of the funds, by their names. */
  readonly places: { readonly [fund: string]: number };
  readonly suggestions: readonly Suggestion[];
  readonly activity: { readonly code: string; readonly description: string } | null;
  /** Saved plans that may be the base of a change. */
  readonly bases: readonly string[];
  readonly base: number | null;
  readonly changes: readonly RkaChange[] | null;
}

export interface RkaActions {
  choose(base: number | null): void;
  take(suggestion: Suggestion): void;
}

export function rkaView(shown: RkaShown, actions: RkaActions): TemplateResult {
  const w = budgetWords().rka;
  const agencies = [...new Set(shown.tables.map(({ agency }) => agency))];
  const { activity, base, bases, changes } = shown;
  const isShared = shown.tables.some(({ rows }) => rows.some(({ percent }) => percent !== null));
  return html`
    <p class="hint">${w.about}</p>
    ${activity ? html`<p class="hint">${w.activity} <code>${activity.code}</code> ${activity.description}</p>` : nothing}
    ${agencies.map((agency) => table(shown, agency))}
    ${isShared ? html`<p class="hint">${w.shared}</p>` : nothing}
    ${suggestionList(shown.suggestions, actions)}
    ${bases.length === 0 ? html`<p class="hint">${w.noBases}</p>` : basePicker(bases, base, actions)}
    ${changes && base !== null ? changeTable(shown, changes, bases[base] ?? "") : nothing}`;
}

// ───────────────────────────── one OPD ─────────────────────────────

function table(shown: RkaShown, agency: string | null): TemplateResult {
  const w = budgetWords().rka;
  const years = shown.tables.filter((one) => one.agency === agency);
  const hasShares = years.some(({ rows }) => rows.some((row) => row.percent !== null));
  const groups = years.map(
    ({ year, rows, rupiah }): Group => ({
      ...(years.length > 1 && { heading: String(year) }),
      rows: [...rows.map((row) => line(shown, row, hasShares)), total(rupiah, hasShares)],
    }),
  );
  const columns: readonly Column[] = [
    ...texts(w.description, w.coefficient, w.unit),
    ...money(w.price, w.rupiah),
    ...texts(w.fund),
    ...(hasShares ? numeric(w.share) : []),
    ...texts(w.segment, w.programme, w.decree),
  ];
  const only = years.length === 1 ? `, ${years[0]?.year}` : "";
  return resultTable(shown, w.caption(agency ?? w.noAgency) + only, w.code, columns, groups);
}

const texts = (...heads: readonly string[]): readonly Column[] => heads.map((text) => ({ text, numeric: false }));

function line(shown: RkaShown, row: RkaRow, hasShares: boolean): Row {
  return {
    head: codeOf(shown, row),
    cells: [
      row.description,
      row.coefficient,
      row.unit,
      number(row.price),
      number(row.rupiah),
      row.fund,
      ...(hasShares ? [row.percent === null ? percent(100) : percent(row.percent)] : []),
      row.segment,
      row.programme,
      row.decree ?? "",
    ],
  };
}

function total(rupiah: number, hasShares: boolean): Row {
  const { total } = budgetWords().audit;
  const cells = ["", "", "", "", number(rupiah), "", ...(hasShares ? [""] : []), "", "", ""];
  return { head: total, total: true, cells };
}

/** The code leads to where it is typed. */
function codeOf({ marks, places }: RkaShown, { code, fund }: Pick<RkaRow, "code" | "fund">): Cell {
  const w = budgetWords().rka;
  const path = `funds[${places[fund] ?? 0}].accounts`;
  const go = (event: Event) => {
    event.preventDefault();
    goTo(path);
  };
  const mark = code === null ? null : marks[code];
  return html`<a href=${`#${path}`} @click=${go}>${code === null ? w.noCode : html`<code>${code}</code>`}</a>${
    mark ? html` <span class="marks">${w[mark]}</span>` : nothing
  }`;
}

function suggestionList(suggestions: readonly Suggestion[], { take }: RkaActions): View {
  const w = budgetWords().rka;
  if (suggestions.length === 0) return nothing;
  return html`
    <h4>${w.suggestions}</h4>
    <p class="hint">${w.suggestionsAbout}</p>
    <ul class="remarks">
      ${suggestions.map(
        (one) => html`
        <li>${one.fund}, ${one.programme}: <code>${one.code}</code> ${one.description}
          <span class="marks">${w.unconfirmed}</span>
          <button type="button" class="small" aria-label=${`${w.take}: ${one.code}, ${one.fund}`}
            @click=${() => take(one)}>${w.take}</button>
          ${one.note && language.value === "id" ? html`<span class="hint">${one.note}</span>` : nothing}</li>`,
      )}
    </ul>`;
}

// ───────────────────────────── before and after ─────────────────────────────

function basePicker(bases: readonly string[], base: number | null, { choose }: RkaActions): TemplateResult {
  const w = budgetWords().rka;
  const read = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    choose(value === "" ? null : Number(value));
  };
  return html`
    <div class="field">
      <label class="name" for="rka-base">${w.base}</label>
      <select id="rka-base" @change=${read}>
        <option value="" ?selected=${base === null}>${w.noBase}</option>
        ${bases.map((name, place) => html`<option value=${place} ?selected=${base === place}>${name}</option>`)}
      </select>
    </div>`;
}

function changeTable(shown: RkaShown, changes: readonly RkaChange[], name: string): TemplateResult {
  const w = budgetWords().rka;
  const years = [...new Set(changes.map(({ year }) => year))];
  const groups = years.map(
    (year): Group => ({
      heading: String(year),
      rows: changes
        .filter((change) => change.year === year)
        .map((change) => ({
          head: codeOf(shown, change),
          cells: [
            change.description,
            change.segment,
            change.programme,
            change.fund,
            change.coefficientBefore,
            number(change.before),
            change.coefficientAfter,
            number(change.after),
            number(change.difference),
          ],
        })),
    }),
  );
  const columns = [
    ...texts(w.description, w.segment, w.programme, w.fund, w.coefficientBefore),
    ...money(w.before),
    ...texts(w.coefficientAfter),
    ...money(w.after, w.difference),
  ];
  return resultTable(shown, w.change(name), w.code, columns, groups);
}
