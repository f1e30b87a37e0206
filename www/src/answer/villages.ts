/** What the villages come to: by district, and those above their own ceilings first. */
import { html, nothing, type TemplateResult } from "lit-html";
import { villageWords } from "../form/village-words.js";
import { money, numeric } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { number, rupiah } from "../words/format.js";
import { resultTable } from "./figure.js";
import "../styles/villages.css";

/** A village above its ceiling in a year. */
export interface Over {
  readonly name: string;
  readonly district: string;
  readonly year: number;
  readonly short: number;
}

export interface VillagesShown {
  /** Whether the figures are of all that is typed. */
  readonly fresh: boolean;
  readonly groups: readonly string[];
  readonly years: readonly number[];
  /** One row a district: members by group, rupiah by year. The last row is all of them. */
  readonly rows: readonly {
    readonly district: string;
    readonly people: readonly number[];
    readonly rupiah: readonly number[];
  }[];
  readonly villages: number;
  readonly hasCeilings: boolean;
  /** The largest gap first. */
  readonly over: readonly Over[];
  /** How many villages are above a ceiling. */
  readonly overCount: number;
  /** How many of them have no line. */
  readonly unnamed: number;
}

export function villageAnswerView(shown: VillagesShown): TemplateResult {
  const w = villageWords();
  const last = shown.rows.length - 1;
  const rows = shown.rows.map(({ district, people, rupiah }, place) => ({
    head: place === last ? w.total : district || w.noDistrict,
    cells: [...people, ...rupiah].map(number),
    total: place === last,
  }));
  return html`
    <div id="villages-answer">
      ${resultTable(
        shown,
        w.answer,
        w.district,
        [...numeric(...shown.groups.map(w.people)), ...money(...shown.years.map((year) => w.cost(String(year))))],
        [{ rows }],
      )}
      ${overList(shown)}
    </div>`;
}

function overList({ villages, hasCeilings, over, overCount, unnamed }: VillagesShown): View {
  const w = villageWords();
  if (!hasCeilings) return html`<p class="hint">${w.noCeilings}</p>`;
  if (overCount === 0) return html`<p>${w.noneOver(number(villages))}</p>`;
  return html`
    <p>${w.over(number(overCount), number(villages))}</p>
    <ol>
      ${over.map(({ name, district, year, short }) => html`<li>${w.overLine(name, district, rupiah(short), String(year))}</li>`)}
      ${unnamed > 0 ? html`<li>${w.more(number(unnamed))}</li>` : nothing}
    </ol>`;
}

export function villagesFailed(): TemplateResult {
  return html`<p class="message">${villageWords().moduleFailed}</p>`;
}
