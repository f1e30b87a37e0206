/** The compact calculator: the fields that a first answer needs, and a short answer. */
import type { Coverage } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import { coverageName, coveragePercent } from "../answer/coverage.js";
import { figure, resultTable } from "../answer/figure.js";
import type { Shown } from "../answer/shown.js";
import { messages, monthField, selectField, textField } from "../form/field.js";
import { formOf } from "../form/form.js";
import { ceilings, kindField } from "../form/funds.js";
import { removeItem } from "../form/items.js";
import type { FormPart, SegmentsPart } from "../form/part.js";
import { addSegment, classFields, programmes, wageText } from "../form/segments.js";
import { sharesList } from "../form/shares.js";
import type { FundDraft, SegmentDraft } from "../plan/draft.js";
import { type CaseName, caseNames } from "../plan/examples.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { type Cell, type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthYear, number } from "../words/format.js";
import { embedWords } from "./words.js";

/** Groups and funds that are shown; more are counted and named as a number. */
const MOST = 5;

/** The three questions of the form, in this order. */
export function compactForm(
  editable: boolean,
  { kept, plan, groups, money }: Readonly<Record<"kept" | "plan" | "groups" | "money", unknown>>,
): TemplateResult {
  return formOf(
    editable,
    kept,
    html`
    <h2 id="form-heading" class="quiet">${words.value.form.heading}</h2>
    ${plan}${groups}${money}`,
  );
}

/** `example`: whose case the button would load. `history`: the bar with the steps back and forth. */
export function planView(form: FormPart, example: CaseName, actions: CaseActions, history: unknown): TemplateResult {
  return html`
    <section aria-labelledby="plan-heading">
      <div class="bar"><h3 id="plan-heading">${embedWords().plan}</h3>${history}</div>
      <div class="fields">
        ${caseField(form, example, actions)}
        ${textField(form, { path: "region.name", label: words.value.region.name })}
        ${monthField(form, { path: "period.firstMonth", label: words.value.region.firstMonth })}
        ${textField(form, { path: "period.months", label: words.value.region.months, suffix: words.value.region.monthsUnit })}
      </div>
    </section>`;
}

export function groupsView(form: SegmentsPart): TemplateResult {
  const w = embedWords();
  const segments = form.plan.segments ?? [];
  return html`
    <section aria-labelledby="groups-heading">
      <h3 id="groups-heading">${w.groups}</h3>
      ${messages(form, "segments")}
      ${repeat(
        segments.slice(0, MOST),
        ({ id }) => id,
        (segment, place) => group(form, segment, place),
      )}
      ${segments.length > MOST ? html`<p class="hint">${w.otherGroups(segments.length - MOST)}</p>` : nothing}
      ${segments.length < MOST ? addButton("segments", w.addGroup, addSegment) : nothing}
    </section>`;
}

export function moneyView(form: FormPart): TemplateResult {
  const w = embedWords();
  const funds = form.plan.funds ?? [];
  return html`
    <section aria-labelledby="money-heading">
      <h3 id="money-heading">${w.money}</h3>
      ${messages(form, "funds")}
      ${repeat(
        funds.slice(0, MOST),
        ({ id }) => id,
        (of, place) => fund(form, of, place),
      )}
      ${funds.length > MOST ? html`<p class="hint">${w.otherFunds(funds.length - MOST)}</p>` : nothing}
    </section>`;
}

interface CaseActions {
  choose(example: CaseName): void;
  load(example: CaseName): void;
}

/** The regions whose case comes with the calculator. Going through the list by arrow keys replaces nothing. */
function caseField(form: FormPart, example: CaseName, { choose, load }: CaseActions): TemplateResult {
  const w = embedWords();
  const { list } = words.value.cases;
  return html`
    ${selectField(form, {
      path: "case",
      label: w.case,
      value: example,
      choices: caseNames.map((value) => ({ value, text: list[value].name })),
      onChange: (name) => choose(name as CaseName),
    })}
    <button type="button" class="small" @click=${() => load(example)}>${w.loadCase}</button>`;
}

function group(form: SegmentsPart, segment: SegmentDraft, place: number): TemplateResult {
  const w = words.value.segments;
  const path = `segments[${place}]`;
  const called = segment.name || words.value.form.unnamed(place + 1);
  return html`
    <fieldset class="card" id=${path} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField(form, { path: `${path}.name`, label: w.name })}
        ${heads(form, segment, path)}
      </div>
      <div class="bar">
        <details class="more">
          <summary>${segment.class}, ${segment.programmes.join(" + ")}<span class="quiet">: ${called}</span></summary>
          <div class="fields">
            ${classFields(form, segment, path)}
            ${base(form, segment, path)}
          </div>
          ${programmes(form, segment, path)}
          ${segment.workerPayers ? sharesList(form, form.funds, `${path}.workerPayers`, w.workerPayers) : nothing}
        </details>
        ${
          (form.plan.segments?.length ?? 0) > 1
            ? removeButton(called, () => removeItem("segments", place, `${w.one} ${called}`))
            : nothing
        }
      </div>
      ${messages(form, path)}
      ${form.later?.pastedAt(form, path) ?? nothing}
    </fieldset>`;
}

function heads(form: FormPart, { enrolment }: SegmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const label = embedWords().heads;
  if (enrolment.kind !== "fixed")
    return html`<p class="field"><span class="name">${label}</span> ${w.byEnrolment[enrolment.kind]}</p>`;
  const more = enrolment.counts.length - 1;
  return textField(form, {
    path: `${path}.enrolment.counts[0].people`,
    label,
    suffix: words.value.form.people,
    ...(more > 0 && { hint: embedWords().moreDates(more) }),
  });
}

/** The lowest bracket needs no field; bases that only the full form can change are shown as text. */
function base(form: SegmentsPart, { base }: SegmentDraft, path: string): View {
  const w = words.value.segments;
  if (!base) return nothing;
  if (base.kind === "fixed" || base.kind === "contract") {
    const label = base.kind === "fixed" ? w.fixedBase : w.contract;
    return html`${textField(form, { path: `${path}.base.rupiah`, label, prefix: "Rp" })}${messages(form, `${path}.base`)}`;
  }
  return html`
    <p class="field"><span class="name">${w.base}</span> ${wageText(form, base) ?? w.bases[base.kind]}</p>
    ${messages(form, `${path}.base`)}`;
}

function fund(form: FormPart, of: FundDraft, place: number): TemplateResult {
  const w = words.value.funds;
  const path = `funds[${place}]`;
  const called = of.name || words.value.form.unnamed(place + 1);
  return html`
    <fieldset class="card" id=${path} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField(form, { path: `${path}.name`, label: w.name })}
        ${kindField(form, path, place, {})}
      </div>
      ${ceilings(form, `${path}.ceilings`, called)}
      ${messages(form, path)}
    </fieldset>`;
}

// ───────────────────────────── the answer ─────────────────────────────

type OfYears = Shown<{
  projection: "months";
  years: "year" | "months" | "rupiah" | "unpaidRupiah" | "coverage" | "funds";
  monthly: "rupiah";
}>;

/** For each year: cost, cost of its last month, shortfall and coverage, in one column for phones. */
export function yearTable(answer: OfYears): TemplateResult {
  const { projection } = answer;
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
    ${resultTable(answer, w.perYear, w.what, numeric(w.amount), groups)}`;
}

function coverageCell(coverage: Coverage, year: number): Cell {
  const text = coveragePercent(coverage);
  if (coverage.percent === null) return text;
  return figure(text, { measure: "coverage", year }, coverageName(coverage.scope), String(year));
}
