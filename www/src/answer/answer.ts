/** The answer: one sentence first, then tables, chart and remarks. */
import { html, nothing, type TemplateResult } from "lit-html";
import { said } from "../engine/said.js";
import type { Later } from "../form/later.js";
import type { Reason } from "../plan/no-effect.js";
import type { Cell } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { about, day, list, monthYear, number, percent2, rupiah, short, span } from "../words/format.js";
import { coverageName, coveragePercent } from "./coverage.js";
import { figure, staleMark } from "./figure.js";
import { limitsView } from "./limits.js";
import { markedValues } from "./marks.js";
import { type FromOutside, lostSummary, type NamedFault, problemSummary } from "./problems.js";
import { remarks, warnings } from "./remarks.js";
import type { FundNames, Shown } from "./shown.js";
import { fundName, headsFigure } from "./tables.js";
import { type OfTiles, tiles } from "./tiles.js";

/** The subjects of the answer, in the order in which it tells them. */
const SUBJECTS = ["cost", "coverage", "funds", "law", "notes"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Everything below the sentence by subject, and the links to each. A link moves the focus to the heading of its part. */
export function subjectsView(parts: { readonly [subject in Subject]: unknown }): TemplateResult {
  const w = words.value.answer;
  return html`
    <nav class="index" aria-label=${w.index}>
      ${SUBJECTS.map((subject) => html`<a href=${`#answer-${subject}`}>${w.subjects[subject]}</a>`)}
    </nav>
    ${SUBJECTS.map(
      (subject) => html`
      <section class="subject" aria-labelledby=${`answer-${subject}`}>
        <h3 id=${`answer-${subject}`} tabindex="-1">${w.subjects[subject]}</h3>
        ${parts[subject]}
      </section>`,
    )}`;
}

/** The answer around its sections. */
export function answerView(parts: readonly unknown[]): TemplateResult {
  const w = words.value;
  return html`
    <section class="answer" id="answer" tabindex="-1" aria-labelledby="answer-heading">
      <h2 id="answer-heading">${w.answer.heading}</h2>
      ${parts}
      <p class="note">${w.note}</p>
    </section>`;
}

export interface AnswerStanding {
  readonly engine: "loading" | "failed" | "running";
  /** What is typed is stored on this device, although nothing can be calculated. */
  readonly isKept: boolean;
  readonly hasAnswer: boolean;
  /** `null` where the plan is not from outside. */
  readonly fromOutside: FromOutside | null;
  readonly faults: readonly NamedFault[];
  readonly later: Later | null;
}

/** Whether there is an answer, and what keeps it from being renewed. */
export function standing({ engine, isKept, hasAnswer, fromOutside, faults, later }: AnswerStanding): TemplateResult {
  const w = words.value;
  return html`
    ${engine === "failed" ? html`<p class="failed">${w.engineFailed} ${isKept ? w.stillKept : nothing}</p>` : nothing}
    ${engine === "loading" ? html`<p class="hint">${w.engineLoading}</p>` : nothing}
    ${!hasAnswer && engine === "running" ? html`<p class="hint">${w.problems.waiting}</p>` : nothing}
    ${fromOutside ? lostSummary(fromOutside) : nothing}
    ${problemSummary(faults, later)}`;
}

type OfLead = FundNames &
  OfTiles &
  Shown<{
    projection: "months" | "lawDate" | "parameters" | "notices";
    years: "year" | "coverage";
    total: "rupiah" | "budgetRupiah" | "heads" | "headsMonth" | "personMonths" | "funds";
  }>;

/** The sentence, with what must be read together with it. `caveat`: what it leaves out of the form as it is now. */
export function lead(last: OfLead, caveat: string): TemplateResult {
  const { projection, fresh } = last;
  return html`
    ${caveat ? html`<p class="stale">${caveat} ${fresh ? nothing : words.value.problems.staleBelow}</p>` : nothing}
    ${
      projection.lawDate === null
        ? nothing
        : html`
      <p class="law-date">${words.value.answer.lawDate(day(projection.lawDate, language.value))}</p>`
    }
    ${tiles(last)}
    <p class="lead">${sentence(last)}</p>
    ${markedValues(projection)}
    ${warnings(projection.notices)}`;
}

/** The parts of the projection that `notesView` shows. */
export type OfNotes = Shown<{
  projection: "notices" | "engine" | "law" | "lawPacks" | "input" | "notCounted" | "missing" | "unused" | "grounds";
  total: "rupiah";
}>;

/** Remarks, and the limits of the answer. */
export function notesView(answer: OfNotes): TemplateResult {
  return html`${remarks(answer.projection.notices)}${limitsView(answer)}`;
}

// ───────────────────────────── the sentence ─────────────────────────────

function sentence(last: OfLead): TemplateResult {
  const w = words.value.answer;
  const { total, months } = last.projection;
  const big = about(total.rupiah, language.value);
  const when = span(months, language.value);
  const budget = total.budgetRupiah === total.rupiah ? "" : w.budget(rupiah(total.budgetRupiah));
  return html`<strong class="total">${figure(rupiah(total.rupiah), {}, words.value.tables.cost, when)}</strong>${staleMark(last)}
    ${big ? html`(${big})` : nothing}
    ${w.during(when)}${headsText(last)}${fundsText(last)}${budget}.${coverageText(last)}`;
}

function headsText(answer: OfLead): Text {
  const w = words.value.answer;
  const { total, months, years } = answer.projection;
  if (total.heads === 0) return w.nobody;
  const last = monthYear(months.at(-1) ?? "", language.value);
  const t = words.value.tables;
  const people = headsFigure(total, t.total, last);
  const sum = figure(total.personMonths, { measure: "personMonths" }, t.total, t.personMonths);
  return within(
    (first, second) => (years.length === 1 ? w.heads(first, second) : w.headsAtEnd(first, second, last)),
    people,
    sum,
  );
}

type Text = string | readonly Cell[];

/** A sentence of the catalogue with a figure in place of its gaps. */
function within(write: (...gaps: readonly [string, string]) => string, ...figures: readonly Cell[]): Text {
  const [first, second] = ["\ue000", "\ue001"] as const;
  return write(first, second)
    .split(/([\ue000\ue001])/)
    .map((piece) => (piece === first ? figures[0] : piece === second ? figures[1] : undefined) ?? piece);
}

function fundsText(last: OfLead): string {
  const w = words.value.answer;
  const paying = last.projection.total.funds.filter((fund) => fund.rupiah > 0);
  const name = fundName(last);
  if (!paying.length) return "";
  return w.from(
    paying.length > 3
      ? w.manyFunds(number(paying.length))
      : list(
          paying.map((fund) => name(fund.fund)),
          language.value,
        ),
  );
}

function coverageText({ projection }: OfLead): Text {
  const w = words.value.answer;
  const t = words.value.tables;
  const coverage = projection.years.at(-1)?.coverage;
  if (!coverage) return "";
  const { month, percent, members, eligible, targetPercent, gap, gapToAll, scope } = coverage;
  const when = monthYear(month, language.value);
  const name = coverageName(scope);
  const reached = coveragePercent(coverage);
  const people = (count: number, measure: "gap" | "gapToAll", write: (gap: string) => string) =>
    within(write, figure(count, { measure, month }, words.value.coverage[measure], when));
  const target = targetPercent === null ? "" : percent2(targetPercent);
  return [
    ...within(
      (percent, members) => w.coverage(name, when, percent, members, number(eligible)),
      percent === null ? reached : figure(reached, { measure: "coverage", month }, name, when),
      figure(members, { measure: "members", month }, t.members, when),
    ),
    ...(gap === null ? [] : gap === 0 ? [w.reached(target)] : people(gap, "gap", (gap) => w.missed(target, gap))),
    ...(gapToAll === 0 ? [] : people(gapToAll, "gapToAll", w.toAll)),
    ".",
  ];
}

/** Why the last change is not to be seen in any figure. */
export function unchangedText(reason: Reason): string {
  const w = words.value.answer;
  return w.unchanged(reason.is === "unused" ? said(reason.item, reason.item.code) : w.reasons[reason.is]);
}

export function unchangedView(reason: Reason | null): View {
  return reason ? html`<p class="unchanged">${unchangedText(reason)}</p>` : nothing;
}

/** The answer in one sentence for screen readers. `caveat`: what the figures leave out of the form. */
export function statusText(
  { projection, fresh }: Shown<{ projection: "months"; years: "coverage"; total: "rupiah" }>,
  faults: number,
  caveat: string,
  reason: Reason | null,
): string {
  const w = words.value.answer;
  if (!fresh) return w.statusProblems(faults);
  if (caveat) return caveat;
  if (reason) return unchangedText(reason);
  const { total, months, years } = projection;
  const coverage = years.at(-1)?.coverage;
  const amount = about(total.rupiah, language.value) || rupiah(total.rupiah);
  return (
    w.status(amount, span(months, language.value)) +
    (coverage ? w.statusCoverage(coverageName(coverage.scope), coveragePercent(coverage)) : "")
  );
}

type OfBar = Shown<{ projection: "months"; years: "year" | "coverage" | "unpaidRupiah"; total: "rupiah" }>;

/** The bar at the lower edge: total and period, coverage with its gap, and money that is missing; a link to the answer. */
export function resultBar(answer: OfBar, caveat: string, isUnchanged: boolean): TemplateResult {
  const w = words.value.answer;
  const { projection, fresh } = answer;
  const { total, months } = projection;
  const amount = html`<strong>${rupiah(total.rupiah)}</strong>`;
  return html`
    <a class=${fresh ? "result-bar" : "result-bar old"} href="#answer">
      ${
        fresh
          ? html`
          ${amount}
          <span>${span(months, language.value, "short")}</span>
          ${isUnchanged ? html`<span>${w.unchangedShort}</span>` : html`<span class="more">${w.bar}</span>`}
          ${barCoverage(answer)}
          ${barShort(answer)}`
          : html`<span class="why">${caveat}</span> ${amount}`
      }
    </a>`;
}

/** The gap to the target; without a target, to all. */
function barCoverage({ projection }: OfBar): View {
  const w = words.value.answer;
  const coverage = projection.years.at(-1)?.coverage;
  if (!coverage) return nothing;
  const { percent, gap, gapToAll, scope, targetPercent } = coverage;
  const reached = coveragePercent({ percent, roundedPercent: null });
  const missing = gap ?? gapToAll;
  const target = gap === null || targetPercent === null ? percent2(100) : percent2(targetPercent);
  const text = missing === 0 ? w.reached(target) : w.barGap(number(missing), target);
  return html`<span class="line">${coverageName(scope)} ${reached}${text}</span>`;
}

/** The first year whose ceilings do not pay everything. */
function barShort({ projection }: OfBar): View {
  const lacking = projection.years.find(({ unpaidRupiah }) => unpaidRupiah > 0);
  if (!lacking) return nothing;
  const amount = short(lacking.unpaidRupiah, language.value);
  return html`<span class="line">${words.value.answer.barShort(amount, String(lacking.year))}</span>`;
}
