/** The calculator in small: the few questions that a first answer needs, and that answer. */
import { signal } from "@preact/signals-core";
import type { Coverage } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { lead, standing } from "../answer/answer.js";
import { coverageName, coveragePercent } from "../answer/coverage.js";
import { figure, resultTable } from "../answer/figure.js";
import { messages, monthField, selectField, textField } from "../form/field.js";
import { formOf } from "../form/form.js";
import { ceilings, kindField } from "../form/funds.js";
import { historyBar } from "../form/history.js";
import { addItem, removeItem } from "../form/items.js";
import { pastedAt } from "../form/pasted.js";
import { programmes, refit, wageText } from "../form/segments.js";
import { sharesList } from "../form/shares.js";
import { type Answer, answer } from "../plan/answer.js";
import { draft } from "../plan/current.js";
import { type FundDraft, type Json, newSegment, type SegmentDraft } from "../plan/draft.js";
import { type CaseName, caseNames, caseOf, loadCase } from "../plan/examples.js";
import { CLASSES } from "../plan/fields.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { type Cell, type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthYear, number } from "../words/format.js";
import { embedWords } from "./words.js";

/** More than these make a list, not a question. */
const MOST = 5;

export function compactForm(): TemplateResult {
  const w = embedWords();
  const { segments, funds } = draft.value;
  return formOf(html`
    <h2 id="form-heading" class="quiet">${words.value.form.heading}</h2>
    <section aria-labelledby="plan-heading">
      <div class="bar"><h3 id="plan-heading">${w.plan}</h3>${historyBar()}</div>
      <div class="fields">
        ${caseField()}
        ${textField({ path: "region.name", label: words.value.region.name })}
        ${monthField({ path: "period.firstMonth", label: words.value.region.firstMonth })}
        ${textField({ path: "period.months", label: words.value.region.months, suffix: words.value.region.monthsUnit })}
      </div>
    </section>
    <section aria-labelledby="groups-heading">
      <h3 id="groups-heading">${w.groups}</h3>
      ${messages("segments")}
      ${repeat(segments.slice(0, MOST), ({ id }) => id, group)}
      ${segments.length > MOST ? html`<p class="hint">${w.otherGroups(segments.length - MOST)}</p>` : nothing}
      ${segments.length < MOST ? addButton("segments", w.addGroup, add) : nothing}
    </section>
    <section aria-labelledby="money-heading">
      <h3 id="money-heading">${w.money}</h3>
      ${messages("funds")}
      ${repeat(funds.slice(0, MOST), ({ id }) => id, fund)}
      ${funds.length > MOST ? html`<p class="hint">${w.otherFunds(funds.length - MOST)}</p>` : nothing}
    </section>`);
}

/** The example that the button beside would load: a list is gone through by arrow keys, which must replace nothing. */
const chosen = signal<CaseName | null>(null);

/** The regions whose case comes with the calculator. */
function caseField(): TemplateResult {
  const w = embedWords();
  const { list } = words.value.cases;
  const name = chosen.value ?? caseOf(draft.value.region.name) ?? caseNames[0] ?? "makassar";
  const load = () =>
    loadCase(name).then(() => {
      chosen.value = null;
    });
  return html`
    ${selectField({
      path: "case",
      label: w.case,
      value: name,
      choices: caseNames.map((value) => ({ value, text: list[value].name })),
      onChange: (name) => {
        chosen.value = name as CaseName;
      },
    })}
    <button type="button" class="small" @click=${load}>${w.loadCase}</button>`;
}

function add(): void {
  const { segments, funds, period } = draft.value;
  addItem("segments", newSegment(segments, funds[0]?.id ?? "", period.firstMonth) as unknown as Json);
}

function group(segment: SegmentDraft, place: number): TemplateResult {
  const w = words.value.segments;
  const path = `segments[${place}]`;
  const called = segment.name || words.value.form.unnamed(place + 1);
  return html`
    <fieldset class="card" id=${path} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField({ path: `${path}.name`, label: w.name })}
        ${heads(segment, path)}
      </div>
      <div class="bar">
        <details class="more">
          <summary>${segment.class}, ${segment.programmes.join(" + ")}<span class="quiet">: ${called}</span></summary>
          <div class="fields">
            ${selectField({
              path: `${path}.class`,
              label: w.class,
              choices: choices(w.classes),
              onChange: (value) => refit(path, "class", value),
            })}
            ${
              CLASSES[segment.class].risk
                ? selectField({ path: `${path}.risk`, label: w.risk, choices: choices(w.risks) })
                : nothing
            }
            ${base(segment, path)}
          </div>
          ${programmes(segment, path)}
          ${segment.workerPayers ? sharesList(`${path}.workerPayers`, w.workerPayers) : nothing}
        </details>
        ${
          draft.value.segments.length > 1
            ? removeButton(called, () => removeItem("segments", place, `${w.one} ${called}`))
            : nothing
        }
      </div>
      ${messages(path)}
      ${pastedAt(path)}
    </fieldset>`;
}

function heads({ enrolment }: SegmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const label = embedWords().heads;
  if (enrolment.kind !== "fixed")
    return html`<p class="field"><span class="name">${label}</span> ${enrolment.kind === "target" ? w.byTarget : w.byPath}</p>`;
  const more = enrolment.counts.length - 1;
  return textField({
    path: `${path}.enrolment.counts[0].people`,
    label,
    suffix: words.value.form.people,
    ...(more > 0 && { hint: embedWords().moreDates(more) }),
  });
}

/** What the lowest bracket is needs no question; what only the full form asks is told. */
function base({ base }: SegmentDraft, path: string): View {
  const w = words.value.segments;
  if (!base) return nothing;
  if (base.kind === "fixed" || base.kind === "contract") {
    const label = base.kind === "fixed" ? w.fixedBase : w.contract;
    return html`${textField({ path: `${path}.base.rupiah`, label, prefix: "Rp" })}${messages(`${path}.base`)}`;
  }
  return html`
    <p class="field"><span class="name">${w.base}</span> ${wageText(base) ?? w.bases[base.kind]}</p>
    ${messages(`${path}.base`)}`;
}

function fund(of: FundDraft, place: number): TemplateResult {
  const w = words.value.funds;
  const path = `funds[${place}]`;
  const called = of.name || words.value.form.unnamed(place + 1);
  return html`
    <fieldset class="card" id=${path} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField({ path: `${path}.name`, label: w.name })}
        ${kindField(path, place, {})}
      </div>
      ${ceilings(`${path}.ceilings`, called)}
      ${messages(path)}
    </fieldset>`;
}

// ───────────────────────────── the answer ─────────────────────────────

export function compactAnswer(): TemplateResult {
  const { last } = answer.value;
  return html`
    <section class="answer" id="answer" tabindex="-1" aria-labelledby="answer-heading">
      <h2 id="answer-heading">${words.value.answer.heading}</h2>
      ${standing()}
      ${last ? html`${lead(last)}${yearTable(last)}` : nothing}
      <p class="note">${words.value.note}</p>
    </section>`;
}

/** A year and its last month under each other, what no ceiling pays, and how far it reaches: no wider than a phone. */
function yearTable({ projection }: Answer): TemplateResult {
  const w = embedWords();
  const { years, months, monthly } = projection;
  const groups = years.map(({ year, months: of, rupiah, unpaidRupiah, coverage, funds }): Group => {
    const label = String(year);
    const month = months.filter((month) => month.startsWith(label)).at(-1) ?? "";
    const when = monthYear(month, language.value);
    const row = (head: string, cell: Cell): Row => ({ head, cells: [cell] });
    return {
      heading: label,
      rows: [
        row(w.aYear(of), figure(rupiah, { year }, w.aYear(of), label)),
        row(w.aMonth(when), figure(monthly.rupiah[months.indexOf(month)] ?? 0, { month }, w.aMonth(when), label)),
        ...(funds.some(({ ceilingRupiah }) => ceilingRupiah !== null)
          ? [row(w.short, unpaidRupiah > 0 ? html`<strong class="bad">${number(unpaidRupiah)}</strong>` : number(0))]
          : []),
        ...(coverage ? [row(coverageName(coverage.scope), coverageCell(coverage, year))] : []),
      ],
    };
  });
  return html`
    <p class="hint">${words.value.tables.rupiahHint}</p>
    ${resultTable(w.perYear, w.what, numeric(w.amount), groups)}`;
}

function coverageCell(coverage: Coverage, year: number): Cell {
  const text = coveragePercent(coverage);
  if (coverage.percent === null) return text;
  return figure(text, { measure: "coverage", year }, coverageName(coverage.scope), String(year));
}
