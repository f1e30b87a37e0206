/** The answer: one sentence first, then tables, chart and remarks. */
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { engine } from "../engine/current.js";
import { said } from "../engine/said.js";
import { type Answer, answer, faults, unchanged } from "../plan/answer.js";
import { keeping, trouble } from "../plan/storage/standing.js";
import type { Cell } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { about, day, list, monthYear, number, percent2, rupiah, span } from "../words/format.js";
import { coverageName, coveragePercent, coverageTable } from "./coverage.js";
import { figure, staleMark } from "./figure.js";
import { later } from "./later.js";
import { limitsView } from "./limits.js";
import { markedValues } from "./marks.js";
import { asideText, lostSummary, problemSummary, staleText } from "./problems.js";
import { remarks, warnings } from "./remarks.js";
import { accountTable, fundTables, headsFigure, lawTable, monthTable, namesOf, segmentTable } from "./tables.js";

export function answerView(): TemplateResult {
  const w = words.value;
  const { last } = answer.value;
  return html`
    <section class="answer" id="answer" tabindex="-1" aria-labelledby="answer-heading">
      <h2 id="answer-heading">${w.answer.heading}</h2>
      ${standing()}
      ${unchanged.value ? html`<p class="unchanged">${unchangedText()}</p>` : nothing}
      ${last ? guard([last, language.value, later.value, caveat()], () => content(last)) : nothing}
      ${later.value?.reachView() ?? nothing}
      ${later.value?.compareView() ?? nothing}
      ${last ? guard([last, language.value, caveat()], () => ground(last)) : nothing}
      <p class="note">${w.note}</p>
    </section>`;
}

/** Whether there is an answer, and what keeps it from being renewed. */
export function standing(): TemplateResult {
  const w = words.value;
  const { last } = answer.value;
  return html`
    ${
      engine.value === "failed"
        ? html`<p class="failed">${w.engineFailed} ${keeping.value && trouble.value === null ? w.stillKept : nothing}</p>`
        : nothing
    }
    ${engine.value === "loading" ? html`<p class="hint">${w.engineLoading}</p>` : nothing}
    ${!last && typeof engine.value !== "string" ? html`<p class="hint">${w.problems.waiting}</p>` : nothing}
    ${lostSummary()}
    ${problemSummary()}`;
}

function content(last: Answer): TemplateResult {
  const w = words.value.tables;
  return html`
    ${lead(last)}
    <p class="hint">${w.rupiahHint}</p>
    ${fundTables(last)}
    ${later.value?.chartView(last) ?? nothing}
    ${coverageTable(last)}
    ${later.value?.targetsView(last) ?? nothing}
    ${segmentTable(last)}
    ${later.value?.peopleTable(last) ?? nothing}
    ${later.value?.publishedView(last) ?? nothing}
    ${later.value?.burdenView(last) ?? nothing}
    ${accountTable(last)}
    <details class="more">
      <summary>${w.monthly}</summary>
      ${monthTable(last)}
    </details>`;
}

/** What the figures leave out of the form as it is now; nothing where they are of all of it. */
function caveat(): string {
  const { fresh, aside } = answer.value;
  if (!fresh) return staleText();
  return aside.length ? asideText(aside) : "";
}

/** The sentence, with what must be read together with it. */
export function lead(last: Answer): TemplateResult {
  const { fresh } = answer.value;
  return html`
    ${caveat() ? html`<p class="stale">${caveat()} ${fresh ? nothing : words.value.problems.staleBelow}</p>` : nothing}
    ${
      last.projection.lawDate === null
        ? nothing
        : html`
      <p class="law-date">${words.value.answer.lawDate(day(last.projection.lawDate, language.value))}</p>`
    }
    <p class="lead">${sentence(last)}</p>
    ${markedValues(last.projection)}
    ${warnings(last.projection.notices)}`;
}

/** What the answer stands on: remarks, law, and how far it carries. */
function ground(last: Answer): TemplateResult {
  return html`
    ${remarks(last.projection.notices)}
    ${lawTable(last.projection)}
    ${limitsView(last.projection)}`;
}

// ───────────────────────────── the sentence ─────────────────────────────

function sentence(last: Answer): TemplateResult {
  const w = words.value.answer;
  const { total, months } = last.projection;
  const big = about(total.rupiah, language.value);
  const when = span(months, language.value);
  const budget = total.budgetRupiah === total.rupiah ? "" : w.budget(rupiah(total.budgetRupiah));
  return html`<strong class="total">${figure(rupiah(total.rupiah), {}, words.value.tables.cost, when)}</strong>${staleMark()}
    ${big ? html`(${big})` : nothing}
    ${w.during(when)}${headsText(last)}${fundsText(last)}${budget}.${coverageText(last)}`;
}

function headsText(answer: Answer): Text {
  const w = words.value.answer;
  const { total, months, years } = answer.projection;
  if (total.segments.every(({ heads }) => heads === 0)) return w.nobody;
  const last = monthYear(months.at(-1) ?? "", language.value);
  const t = words.value.tables;
  const people = headsFigure(answer, total.segments, {}, t.total, last);
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

function fundsText(last: Answer): string {
  const w = words.value.answer;
  const paying = last.projection.total.funds.filter((fund) => fund.rupiah > 0);
  const { fund: name } = namesOf(last);
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

function coverageText({ projection }: Answer): Text {
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
function unchangedText(): string {
  const w = words.value.answer;
  const reason = unchanged.value;
  if (!reason) return "";
  return w.unchanged(reason.is === "unused" ? said(reason.item, reason.item.code) : w.reasons[reason.is]);
}

/** The short form, spoken after a pause. */
export function statusText(): string {
  const w = words.value.answer;
  const { last, fresh, aside } = answer.value;
  if (!last) return "";
  if (aside.length) return asideText(aside);
  if (!fresh) return w.statusProblems(faults.value.length);
  if (unchanged.value) return unchangedText();
  const { total, months, years } = last.projection;
  const coverage = years.at(-1)?.coverage;
  const amount = about(total.rupiah, language.value) || rupiah(total.rupiah);
  return (
    w.status(amount, span(months, language.value)) +
    (coverage ? w.statusCoverage(coverageName(coverage.scope), coveragePercent(coverage)) : "")
  );
}

/** What a phone shows at its lower edge while the form is filled in. */
export function resultBar(): View {
  const { last, fresh } = answer.value;
  if (!last) return nothing;
  const w = words.value.answer;
  const { total, months } = last.projection;
  const amount = html`<strong>${rupiah(total.rupiah)}</strong>`;
  return html`
    <a class=${fresh ? "result-bar" : "result-bar old"} href="#answer">
      ${
        fresh
          ? html`
          ${amount}
          <span>${span(months, language.value)}</span>
          <span class="more">${unchanged.value ? w.unchangedShort : w.bar}</span>`
          : html`<span class="why">${staleText()}</span> ${amount}`
      }
    </a>`;
}
