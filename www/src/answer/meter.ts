/** The budget meter: of each ceiling what is used, what is left or short, as a bar and in words. It blocks nothing. */
import type { FundOfYear } from "cakupan";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { View } from "../ui/view.js";
import { language } from "../words/current.js";
import { partOf, short } from "../words/format.js";
import { meterWords } from "./meter-words.js";
import type { FundNames, Shown } from "./shown.js";
import { fundName } from "./tables.js";
import "../styles/chart.css";
import "../styles/later.css";

type OfMeter = FundNames & Shown<{ years: "year" | "funds" }>;

export function meterView(answer: OfMeter): View {
  const w = meterWords();
  const name = fundName(answer);
  const meters = answer.projection.years.flatMap(({ year, funds }) =>
    funds.flatMap((fund) =>
      fund.ceilingRupiah === null ? [] : [meter(fund, fund.ceilingRupiah, w.name(name(fund.fund), String(year)))],
    ),
  );
  if (!meters.length) return nothing;
  return html`
    <h4>${w.heading}</h4>
    <ul class="meters">${meters}</ul>`;
}

/** A ceiling that is short has a bar beyond its end, with a mark at the ceiling. */
function meter({ rupiah, shortRupiah, leftRupiah }: FundOfYear, ceiling: number, name: string): TemplateResult {
  const w = meterWords();
  const amount = (value: number) => short(value, language.value);
  const whole = Math.max(rupiah, ceiling, 1);
  const [used, end] = [(rupiah / whole) * 100, (ceiling / whole) * 100];
  const state =
    shortRupiah > 0
      ? html`<strong class="bad">${w.short(amount(shortRupiah))}</strong>`
      : leftRupiah
        ? w.left(amount(leftRupiah))
        : w.full;
  return html`
    <li>
      <span class="name">${name}</span>
      <span>${w.of(amount(rupiah), amount(ceiling))} (${partOf(rupiah, ceiling)}); ${state}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" class="meter" aria-hidden="true">
        ${svg`<rect class="room" width=${end} height="10"></rect>
        <rect class="s0" y="2" width=${Math.min(used, end)} height="6"></rect>
        <rect class="over" x=${end} y="2" width=${Math.max(used - end, 0)} height="6"></rect>
        <line class="ceiling" x1=${end} x2=${end} y1="0" y2="10" vector-effect="non-scaling-stroke"></line>`}
      </svg>
    </li>`;
}
