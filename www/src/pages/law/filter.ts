/** The filter of the page; its state is in the form elements only. */
import { signal } from "@preact/signals-core";
import { html, type TemplateResult } from "lit-html";
import { law } from "../../engine/law.js";
import { language, words } from "../../words/current.js";
import { monthName } from "../../words/format.js";
import { changesWords } from "./changes-words.js";
import { EVERYTHING, type Filter, SUBJECTS, type Subject } from "./selection.js";

export const filter = signal<Filter>(EVERYTHING);

/** The chosen span: a month of a year, or all months of a year; a month without a year is ignored. */
function readFilter(form: HTMLFormElement): Filter {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const [year, month] = [text("year"), text("month")];
  const span = { from: `${year}-${month || "01"}`, to: `${year}-${month || "12"}` };
  return {
    subject: (text("subject") || null) as Subject | null,
    text: text("text").trim(),
    span: year ? span : null,
    unread: data.has("unread"),
  };
}

export function filterView(): TemplateResult {
  const w = words.value.law;
  const read = (event: Event) => (filter.value = readFilter(event.currentTarget as HTMLFormElement));
  return html`
    <form class="filter" role="search" aria-label=${w.filter} autocomplete="off"
      @input=${read} @reset=${() => (filter.value = EVERYTHING)} @submit=${(event: Event) => event.preventDefault()}>
      <div class="field">
        <label class="name" for="subject">${w.subject}</label>
        <select id="subject" name="subject">
          <option value="">${w.allSubjects}</option>
          ${SUBJECTS.map((subject) => html`<option value=${subject}>${w.subjects[subject]}</option>`)}
        </select>
      </div>
      <div class="field">
        <label class="name" for="text">${w.text}</label>
        <input type="text" id="text" name="text" enterkeyhint="search" aria-describedby="text-hint">
        <span class="hint" id="text-hint">${w.textHint}</span>
      </div>
      <div class="field" role="group" aria-label=${w.inForce}>
        <span class="name" aria-hidden="true">${w.inForce}</span>
        <span class="when">
          <select name="month" aria-label=${`${w.inForce}, ${words.value.form.month}`} aria-describedby="month-hint">
            <option value="">${w.allMonths}</option>
            ${MONTHS.map(
              (month) => html`
              <option value=${String(month).padStart(2, "0")}>${monthName(month, language.value)}</option>`,
            )}
          </select>
          <select name="year" aria-label=${`${w.inForce}, ${words.value.form.year}`} aria-describedby="month-hint">
            <option value="">${w.allYears}</option>
            ${yearsOf().map((year) => html`<option value=${year}>${year}</option>`)}
          </select>
        </span>
        <span class="hint" id="month-hint">${w.monthHint}</span>
      </div>
      <label class="check"><input type="checkbox" name="unread"> ${changesWords().unreadOnly}</label>
      <button type="reset">${w.reset}</button>
    </form>`;
}

export const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Years to choose from: the year after the last change down to that of the first value. */
export function yearsOf(): readonly string[] {
  const years = [...law.parameters.flatMap(({ values }) => values), ...law.reliefs, ...law.fundRules]
    .flatMap(({ from, to }) => [from, to ?? from])
    .map((month) => Number(month.slice(0, 4)));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: last - first + 1 }, (_, index) => String(last - index));
}
