/** A table of the law: its own columns first, then the columns of the source. */

import type { Source } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Cell, type Group, table } from "../../ui/table.js";
import { basisOf, statusOf } from "../../words/basis.js";
import { language, words } from "../../words/current.js";
import { day } from "../../words/format.js";

export function lawTable(
  subject: string,
  what: readonly string[],
  groups: readonly Group[],
  kind = "",
  first = words.value.law.inForce,
): TemplateResult {
  const w = words.value.law;
  const columns = [...what, words.value.tables.status, w.basis, w.promulgated, w.checked, w.note].map((text) => ({
    text,
    numeric: false,
  }));
  return table(w.caption(subject), first, columns, groups, `result cards ${kind}`);
}

export function sourceCells(source: Source): readonly Cell[] {
  const w = words.value.law;
  const { status, promulgated, checked, note, seen, link } = source;
  const basis = basisOf(source);
  return [
    statusOf(status),
    link?.startsWith("https://") ? html`<a href=${link} rel="noreferrer noopener">${basis}</a>` : basis,
    promulgated ? day(promulgated, language.value) : words.value.tables.none,
    html`${checked ? day(checked, language.value) : words.value.tables.none}${checked && isOld(checked) ? html` <strong class="mark">${w.old}</strong>` : nothing}`,
    html`${note}${seen ? html` <span class="seen">${w.seen}: ${seen}</span>` : nothing}`,
  ];
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Last checked more than a year ago, by the clock of the browser. */
function isOld(checked: string): boolean {
  return Date.now() - Date.parse(checked) > YEAR;
}
