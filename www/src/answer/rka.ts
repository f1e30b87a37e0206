/** The rows of the RKA, a table for each OPD, and beside a base plan: before and after. Every sum is the engine's. */
import type { RkaChangeTable, RkaRow, RkaTable } from "cakupan/sheets";
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
  /** The known sub-activity, as long as no group names one: a suggestion. */
  readonly activity: string | null;
  /** Saved plans that may be the base of a change. */
  readonly bases: readonly string[];
  readonly base: number | null;
  readonly changes: readonly RkaChangeTable[] | null;
}

export interface RkaActions {
  choose(base: number | null): void;
  take(suggestion: Suggestion): void;
  /** For each group that names none. */
  takeActivity(activity: string): void;
}

export function rkaView(shown: RkaShown, actions: RkaActions): TemplateResult {
  const w = budgetWords().rka;
  const agencies = [...new Set(shown.tables.map(({ agency }) => agency))];
  const { activity, base, bases, changes } = shown;
  const isShared = shown.tables.some(({ rows }) => rows.some(({ percent }) => percent !== null));
  return html`
    <p class="hint">${w.about}</p>
    ${activity === null ? nothing : activityHint(activity, actions)}
    ${agencies.map((agency) => table(shown, agency))}
    ${isShared ? html`<p class="hint">${w.shared}</p>` : nothing}
    ${suggestionList(shown.suggestions, actions)}
    ${bases.length === 0 ? html`<p class="hint">${w.noBases}</p>` : basePicker(bases, base, actions)}
    ${changes && base !== null ? changeTables(shown, changes, bases[base] ?? "") : nothing}`;
}

// ───────────────────────────── one OPD ─────────────────────────────

function table(shown: RkaShown, agency: string | null): TemplateResult {
  const w = budgetWords().rka;
  const years = shown.tables.filter((one) => one.agency === agency);
  const of: Shows = {
    shares: years.some(({ rows }) => rows.some((row) => row.percent !== null)),
    places: PLACES.filter((place) => years.some(({ rows }) => rows.some((row) => row[place] !== null))),
  };
  const groups = years.map(
    ({ year, rows, rupiah }): Group => ({
      ...(years.length > 1 && { heading: String(year) }),
      rows: [...rows.map((row) => line(shown, row, of)), total(rupiah, of)],
    }),
  );
  const columns: readonly Column[] = [
    ...texts(w.description, w.coefficient, w.unit),
    ...money(w.price, w.rupiah),
    ...texts(w.fund),
    ...(of.shares ? numeric(w.share) : []),
    ...texts(w.segment, w.programme, w.decree, ...of.places.map((place) => w[place])),
  ];
  const only = years.length === 1 ? `, ${years[0]?.year}` : "";
  return resultTable(shown, w.caption(agency ?? w.noAgency) + only, w.code, columns, groups);
}

const texts = (...heads: readonly string[]): readonly Column[] => heads.map((text) => ({ text, numeric: false }));

/** Where in the budget; a column stands where a row says it. */
const PLACES = ["budgetProgramme", "activity", "subActivity"] as const;

/** Columns that not every table has. */
interface Shows {
  readonly shares: boolean;
  readonly places: readonly (typeof PLACES)[number][];
}

function line(shown: RkaShown, row: RkaRow, { shares, places }: Shows): Row {
  return {
    head: codeOf(shown, row),
    cells: [
      row.description,
      row.coefficient,
      row.unit,
      number(row.price),
      number(row.rupiah),
      row.fund,
      ...(shares ? [row.percent === null ? percent(100) : percent(row.percent)] : []),
      row.segment,
      row.programme,
      row.decree ?? "",
      ...places.map((place) => row[place] ?? ""),
    ],
  };
}

function total(rupiah: number, { shares, places }: Shows): Row {
  const { total } = budgetWords().audit;
  const cells = ["", "", "", "", number(rupiah), "", ...(shares ? [""] : []), "", "", "", ...places.map(() => "")];
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

function activityHint(activity: string, { takeActivity }: RkaActions): TemplateResult {
  const w = budgetWords().rka;
  return html`
    <p class="hint">${w.suggestedActivity} ${activity}
      <button type="button" class="small" aria-label=${`${w.takeActivity}: ${activity}`}
        @click=${() => takeActivity(activity)}>${w.takeActivity}</button></p>`;
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

function changeTables(shown: RkaShown, changes: readonly RkaChangeTable[], name: string): readonly TemplateResult[] {
  const agencies = [...new Set(changes.map(({ agency }) => agency))];
  return agencies.map((agency) =>
    changeTable(
      shown,
      changes.filter((one) => one.agency === agency),
      name,
      agency,
    ),
  );
}

function changeTable(
  shown: RkaShown,
  years: readonly RkaChangeTable[],
  name: string,
  agency: string | null,
): TemplateResult {
  const w = budgetWords().rka;
  const { total } = budgetWords().audit;
  const office = agency ?? w.noAgency;
  const groups = years.map(
    ({ year, rows, before, after, difference }): Group => ({
      heading: String(year),
      rows: [
        ...rows.map((change) => ({
          head: codeOf(shown, change),
          cells: [
            change.description,
            change.segment,
            change.programme,
            change.fund,
            office,
            change.coefficientBefore,
            number(change.before),
            change.coefficientAfter,
            number(change.after),
            number(change.difference),
          ],
        })),
        {
          head: total,
          total: true,
          cells: ["", "", "", "", "", "", number(before), "", number(after), number(difference)],
        },
      ],
    }),
  );
  const columns = [
    ...texts(w.description, w.segment, w.programme, w.fund, w.agency, w.coefficientBefore),
    ...money(w.before),
    ...texts(w.coefficientAfter),
    ...money(w.after, w.difference),
  ];
  return resultTable(shown, w.change(office, name), w.code, columns, groups);
}
