/** All values in one month: in force, announced for later, and replaced in the plan that is stored in this browser. */
import { signal } from "@preact/signals-core";
import type { DatedValue, Month, Override, Parameter, Standing } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { lawIn } from "../../engine/law.js";
import { toScenario } from "../../plan/draft.js";
import { type Cell, table } from "../../ui/table.js";
import type { View } from "../../ui/view.js";
import { basisOf, statusOf } from "../../words/basis.js";
import { language, words } from "../../words/current.js";
import { monthName, monthYear, shortMonth } from "../../words/format.js";
import { amount } from "./amount.js";
import { MONTHS, yearsOf } from "./filter.js";
import type { Chapter } from "./selection.js";

const today = new Date();
const month = signal<Month>(monthOf(today.getFullYear(), today.getMonth() + 1));

function monthOf(year: number | string, month: number | string): Month {
  return `${year}-${String(month).padStart(2, "0")}`;
}

/** The replacements in the stored plan, except those without a value. */
const overrides = signal<readonly Override[]>([]);

/** The storage is loaded after the law is shown. */
export async function showKept(): Promise<void> {
  const { keptDraft } = await import("../../plan/storage/load.js");
  const kept = await keptDraft();
  const found = (kept ? toScenario(kept).scenario : {}) as { readonly overrides?: readonly Override[] };
  overrides.value = (found.overrides ?? []).filter(({ value, rows }) => (value ?? rows ?? null) !== null);
}

export function monthView(chapters: readonly Chapter[]): View {
  const w = words.value.law;
  const all = lawIn(month.value, overrides.value);
  const groups = chapters
    .map((chapter) => {
      const items: readonly Pick<Parameter, "key">[] = [...chapter.parameters, ...chapter.reliefs];
      const rows = items.flatMap(({ key }) => all.filter((standing) => standing.key === key));
      return { heading: w.subjects[chapter.subject], rows: rows.map(row) };
    })
    .filter(({ rows }) => rows.length > 0);
  const columns = [w.inForce, w.announced, w.proposed].map((text) => ({ text, numeric: false }));
  const heading = w.monthHeading(monthYear(month.value, language.value));
  return html`
    <section id="month" tabindex="-1" aria-labelledby="month-heading">
      <h2 id="month-heading">${heading}</h2>
      <p>${w.monthAbout}</p>
      ${picker()}
      ${groups.length ? table(heading, w.heading, columns, groups, "result standing") : nothing}
    </section>`;
}

function picker(): TemplateResult {
  const w = words.value.law;
  const [year = "", number = ""] = month.value.split("-");
  const read = (event: Event) => {
    const data = new FormData(event.currentTarget as HTMLFormElement);
    month.value = monthOf(String(data.get("year")), String(data.get("month")));
  };
  // The chosen year may lie after everything that is known.
  const years = [...new Set([...yearsOf(), String(today.getFullYear()), year])].sort().reverse();
  return html`
    <form class="filter pick" aria-label=${w.monthPick} autocomplete="off" @input=${read}
      @submit=${(event: Event) => event.preventDefault()}>
      <div class="field">
        <label class="name" for="pick-month">${w.monthOf}</label>
        <select id="pick-month" name="month">${MONTHS.map(
          (each) => html`
          <option value=${each} ?selected=${each === Number(number)}>${monthName(each, language.value)}</option>`,
        )}
        </select>
      </div>
      <div class="field">
        <label class="name" for="pick-year">${w.yearOf}</label>
        <select id="pick-year" name="year">${years.map(
          (each) => html`
          <option value=${each} ?selected=${each === year}>${each}</option>`,
        )}
        </select>
      </div>
    </form>`;
}

function row(standing: Standing) {
  const { key, title, inForce, announced, proposed } = standing;
  const w = words.value.law;
  const [first] = proposed;
  return {
    head: html`<a href=${`#${key}`}>${title[language.value]}</a>`,
    cells: [
      inForce ? dated(standing, inForce) : words.value.tables.none,
      !announced
        ? words.value.tables.none
        : announced.value === null
          ? w.ends(shortMonth(announced.from, language.value))
          : html`${w.since(shortMonth(announced.from, language.value))}: ${dated(standing, announced.value)}`,
      html`
        ${
          first
            ? html`${amount(standing, first.value ?? null, first.rows ?? [])}
          ${statusOf("replaced")} ${first.note}`
            : nothing
        }
        ${replaceLink({ key, title })}`,
    ] satisfies readonly Cell[],
  };
}

function dated(standing: Standing, value: DatedValue): TemplateResult {
  return html`${amount(standing, value.value, value.rows ?? [])}
    <span class="source">${basisOf(value)} (${statusOf(value.status)})</span>`;
}

/** A link to the calculator that adds a replacement of this value. */
export function replaceLink({ key, title }: Pick<Parameter, "key" | "title">): TemplateResult {
  const { replace } = words.value.law;
  return html`
    <a class="replace" href=${`./index.html#ganti=${key}`}>${replace}<span class="quiet">: ${title[language.value]}</span></a>`;
}
