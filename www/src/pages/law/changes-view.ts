/** "Apa yang berubah sejak …": old and new values by month, and what was looked at since. */
import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { law } from "../../engine/law.js";
import { type Group, numeric, table } from "../../ui/table.js";
import { basisOf, statusOf } from "../../words/basis.js";
import { language, words } from "../../words/current.js";
import { day, monthYear, number } from "../../words/format.js";
import { amount } from "./amount.js";
import { type Change, changesSince, type Held, lookedSince } from "./changes.js";
import { changesWords } from "./changes-words.js";
import { chaptersOf, countOf, EVERYTHING, isUnread, sourcesOf } from "./selection.js";

const today = new Date();
const thisMonth = `${today.getFullYear()}-${String(today.getMonth() + 1).padStart(2, "0")}`;
const since = signal(`${today.getFullYear()}-01-01`);

export function changesView(): TemplateResult {
  const w = changesWords();
  const changes = changesSince(law, since.value);
  const all = [...new Set(changes.map(({ month }) => month))];
  // What is to come would hide what has come: every minimum wage ends in December.
  const [past, coming] = [all.filter((month) => month <= thisMonth), all.filter((month) => month > thisMonth)];
  const months = [...past, ...coming.reverse()];
  const columns = [w.before, w.after].map((text) => ({ text, numeric: false }));
  const groups = months.map((month): Group => {
    const here = changes.filter((change) => change.month === month);
    const name = monthYear(month, language.value);
    return {
      heading: `${name} (${number(here.length)})${month > thisMonth ? `, ${w.toCome}` : ""}`,
      rows: here.map(row),
    };
  });
  return html`
    <section id="changes" tabindex="-1" aria-labelledby="changes-heading">
      <h2 id="changes-heading">${w.heading(day(since.value, language.value))}</h2>
      <p>${w.about}</p>
      ${picker()}
      <p>${changes.length ? w.count(number(changes.length), number(months.length)) : w.nothing}</p>
      ${changes.length ? table(w.caption, w.value, columns, groups, "result changes") : nothing}
      ${looked()}
    </section>`;
}

function picker(): TemplateResult {
  const w = changesWords();
  const read = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    // Empty while the date is being typed.
    if (value) since.value = value;
  };
  return html`
    <form class="filter pick" aria-label=${w.pick} autocomplete="off" @submit=${(event: Event) => event.preventDefault()}>
      <div class="field">
        <label class="name" for="since">${w.since}</label>
        <input type="date" id="since" name="since" .value=${since.value} @change=${read}>
      </div>
    </form>`;
}

function row({ key, title, unit, before, after }: Change) {
  const w = changesWords();
  const of = { key, title, unit };
  return {
    head: html`<a href=${`#${key}`}>${title[language.value]}</a>`,
    cells: [before ? heldCell(of, before) : w.noneBefore, after ? heldCell(of, after) : w.ends],
  };
}

/** The value, and below it its basis: with a link to the text, where its address is known. */
function heldCell({ key, title, unit }: Pick<Change, "key" | "title" | "unit">, { value, rows, source }: Held) {
  const { link, status } = source;
  const basis = basisOf(source);
  const text = link?.startsWith("https://") ? html`<a href=${link} rel="noreferrer noopener">${basis}</a>` : basis;
  return html`${unit === null ? changesWords().rule : amount({ key, title, unit }, value, rows ?? [])}
    <span class="source">${text} (${statusOf(status)})</span>`;
}

function looked(): TemplateResult {
  const w = changesWords();
  const chapters = chaptersOf(law, EVERYTHING);
  const rows = lookedSince(chapters, since.value);
  const unread = sourcesOf(law).filter(isUnread);
  const checked = sourcesOf(law).filter((source) => source.checked !== null && source.checked >= since.value);
  const linked = unread.filter(({ link }) => link !== null);
  return html`
    <h3>${w.looked}</h3>
    <p class="unread">${w.lookedAbout(
      number(checked.length),
      number(countOf([law])),
      day(since.value, language.value),
      number(unread.length),
    )} ${w.linked(number(linked.length), number(unread.length))}</p>
    ${table(
      w.looked,
      w.subject,
      numeric(w.all, w.checked, w.unread),
      [
        {
          rows: rows.map(({ chapter, all, checked, unread }) => ({
            head: html`<a href=${`#${chapter.subject}`}>${words.value.law.subjects[chapter.subject]}</a>`,
            cells: [number(all), number(checked), number(unread)],
          })),
        },
      ],
      "result",
    )}`;
}
