/** What the villages come to: by district, those above their own ceilings first, and how far each money is used. */
import { html, nothing, type TemplateResult } from "lit-html";
import { villageWords } from "../form/village-words.js";
import { money, numeric } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { number, partOf, rupiah } from "../words/format.js";
import { resultTable } from "./figure.js";
import "../styles/villages.css";

/** A village above its ceiling in a year. */
export interface Over {
  readonly name: string;
  readonly district: string;
  readonly year: number;
  readonly short: number;
}

/** The ceilings of a money in a year, of all villages that have one. */
export interface Money {
  readonly fund: string;
  readonly year: number;
  readonly ceiling: number;
  readonly used: number;
  readonly short: number;
  /** What villages without a ceiling of it ask for. */
  readonly unlimited: number;
  /** Villages with a ceiling of it. */
  readonly villages: number;
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
  readonly money: readonly Money[];
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
      ${meters(shown)}
    </div>`;
}

/** Each money by year: a bar, and what it shows in words. */
function meters({ money, villages }: VillagesShown): View {
  if (money.length === 0) return nothing;
  const w = villageWords();
  return html`
    <div class="money">
      <h4>${w.money}</h4>
      <ul class="meters">
        ${money.map((one) => html`<li>${meter(one, villages)}</li>`)}
      </ul>
    </div>`;
}

function meter({ fund, year, ceiling, used, short, unlimited, villages: some }: Money, all: number): TemplateResult {
  const w = villageWords();
  const name = w.moneyOf(fund, String(year));
  const text = w.used(rupiah(used), rupiah(ceiling), partOf(used, ceiling), number(some), number(all));
  return html`
    <span class="meter-name">${name}</span>
    <meter min="0" max=${Math.max(1, ceiling)} value=${used} aria-label=${name} title=${text}></meter>
    <span>${text}</span>
    ${short > 0 ? html`<strong>${w.beyond(rupiah(short))}</strong>` : nothing}
    ${unlimited > 0 ? html`<span>${w.unlimited(rupiah(unlimited))}</span>` : nothing}`;
}

function overList({ villages, hasCeilings, over, overCount, unnamed }: VillagesShown): View {
  const w = villageWords();
  if (!hasCeilings) return html`<p class="hint">${w.noCeilings}</p>`;
  if (overCount === 0) return html`<p>${w.noneOver(number(villages))}</p>`;
  return html`
    <p>${w.over(number(overCount), number(villages))}</p>
    <ol>
      ${over.map(({ name, district, year, short }) => html`<li>${w.overLine(name, district, rupiah(short), String(year))}</li>`)}
    </ol>
    ${unnamed > 0 ? html`<p>${w.more(number(unnamed))}</p>` : nothing}`;
}

/** Said while the villages are worked out; its place is always there, so that it is read out. */
export function workingView(villages: number): TemplateResult {
  return html`<p role="status" class="quiet-while-empty">${villages > 0 ? villageWords().working(number(villages)) : nothing}</p>`;
}

export function villagesFailed(): TemplateResult {
  return html`<p class="message">${villageWords().moduleFailed}</p>`;
}
