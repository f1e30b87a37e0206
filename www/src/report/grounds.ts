/** On what the result stands: remarks by grade, replaced values, assumptions, rules, sources, and what is not counted. */
import type { Notice, ParameterUsed } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { said } from "../engine/said.js";
import { numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { basisOf, inUnit } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { day, number, partOf, shortMonth } from "../words/format.js";
import type { ReportData } from "./data.js";
import { pairs, paperTable, plain } from "./paper-table.js";
import { reportWords } from "./words.js";

const GRADES = ["warning", "remark", "information"] as const satisfies readonly Notice["grade"][];

export function remarksPart({ projection }: ReportData): TemplateResult {
  const w = reportWords();
  const grades = GRADES.map((grade) => ({
    grade,
    texts: new Set(projection.notices.filter((one) => one.grade === grade).map((one) => said(one, one.code))),
  })).filter(({ texts }) => texts.size > 0);
  return html`
    <h2>${w.remarks}</h2>
    ${grades.length === 0 ? html`<p>${w.noRemarks}</p>` : nothing}
    ${grades.map(
      ({ grade, texts }) => html`
      <h3>${w.grades[grade]}</h3>
      <ul>${[...texts].map((text) => html`<li>${text}</li>`)}</ul>`,
    )}`;
}

const OWN: ReadonlySet<ParameterUsed["status"]> = new Set(["replaced", "extrapolated", "assumed"]);

/** What the planner put in place of a statutory value, with its reason; and values that nobody verified. */
export function assumptionsPart({ projection, scenario }: ReportData): TemplateResult {
  const w = reportWords();
  const own = projection.parameters.filter(({ status }) => OWN.has(status));
  return html`
    <h2>${w.assumptions}</h2>
    ${own.length === 0 ? html`<p>${w.noReplaced}</p>` : valueTable(w.replaced, own)}
    ${pairs([[w.rounding, w.roundings[scenario.rounding ?? "nearest"]]])}`;
}

export const valuesPart = ({ projection }: ReportData): TemplateResult => html`
  <h2>${reportWords().values}</h2>
  ${valueTable(words.value.tables.lawCaption, projection.parameters)}`;

function valueTable(caption: string, used: readonly ParameterUsed[]): TemplateResult {
  const t = words.value.tables;
  const rows = used.map(
    (value): Row => ({
      head: value.title[language.value],
      cells: [
        value.value === null ? t.table : inUnit(value.value, value.unit),
        [value.from, value.to].map((month) => shortMonth(month, language.value)).join(" – "),
        t.statuses[value.status],
        value.pack === null ? basisOf(value) : `${basisOf(value)} (${value.pack})`,
      ],
    }),
  );
  return paperTable(caption, t.law, [...numeric(t.value), ...plain(t.period, t.status, t.basis)], [{ rows }]);
}

export function sourcesPart({ sources, projection }: ReportData): TemplateResult {
  const [w, s] = [reportWords(), words.value.source];
  const rows = sources.map(
    ({ input, evidence }): Row => ({
      head: input,
      cells: [
        html`${evidence.source}${evidence.note ? html`<br><small>${evidence.note}</small>` : nothing}`,
        evidence.date ? day(evidence.date, language.value) : words.value.tables.none,
        `${s.quality[evidence.quality]}${evidence.changed ? ` (${w.changed})` : ""}`,
      ],
    }),
  );
  return html`
    <h2>${w.sources}</h2>
    ${rows.length === 0 ? html`<p>${w.noSources}</p>` : paperTable(w.sourcesCaption, w.input, plain(w.source, w.date, w.quality), [{ rows }])}
    ${groundsTable(projection)}`;
}

function groundsTable({ grounds, total }: ReportData["projection"]): View {
  if (total.rupiah === 0) return nothing;
  const [w, t] = [reportWords(), words.value.tables];
  const row = (head: string, rupiah: number): Row => ({ head, cells: [number(rupiah), partOf(rupiah, total.rupiah)] });
  const rows = [
    ...grounds.map(({ quality, rupiah }) => row(words.value.source.quality[quality], rupiah)),
    { ...row(t.total, total.rupiah), total: true },
  ];
  return paperTable(w.grounds, w.weakest, numeric(t.cost, words.value.answer.part), [{ rows }]);
}

export function limitsPart({ projection }: ReportData): TemplateResult {
  const w = reportWords();
  const { notCounted, missing } = projection;
  return html`
    <h2>${w.notCounted}</h2>
    <ul>${notCounted.map(({ message }) => html`<li>${message[language.value]}</li>`)}</ul>
    ${
      missing.length === 0
        ? nothing
        : html`
        <h3>${w.missing}</h3>
        <ul>${missing.map((item) => html`<li>${said(item, item.code)}</li>`)}</ul>`
    }`;
}
