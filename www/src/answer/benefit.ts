/** What members and heirs may receive: one case with its legal basis, and a range of what reports of claims would make. */
import type { Benefit, BenefitRun, Expected, Payment, PaymentPart } from "cakupan/monitor";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Named } from "../plan/draft.js";
import { type Group, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language } from "../words/current.js";
import { decimal, monthYear, number, rupiah } from "../words/format.js";
import { benefitWords } from "./benefit-words.js";
import { resultTable } from "./figure.js";
import type { Standing } from "./shown.js";

export interface BenefitShown extends Standing {
  readonly benefit: Benefit;
  readonly segments: readonly Named[];
}

const CASES = ["jkmDeath", "jkmNewcomerDeath", "jkkDeath", "jkkDisability"] as const;

const months = (from: string, to: string): string => {
  const [one, other] = [from, to].map((month) => monthYear(month, language.value, "short"));
  return one === other ? `${one}` : `${one}–${other}`;
};

export function benefitView(shown: BenefitShown): TemplateResult {
  const w = benefitWords();
  const { benefit } = shown;
  const spoken = language.value;
  const nameOf = (id: string) => shown.segments.find((segment) => segment.id === id)?.name ?? id;
  const amount = (value: number | null) => (value === null ? "–" : rupiah(value));
  return html`
    <p class="hint">${w.about}</p>
    ${benefit.segments.map(({ segment, runs, newcomerPersonMonths }) => [
      runs.map((run) => oneCase(shown, nameOf(segment), run)),
      newcomerPersonMonths > 0 ? html`<p class="hint">${w.waiting(number(newcomerPersonMonths))}</p>` : nothing,
    ])}
    ${benefit.jkm ? expected(shown, "JKM", benefit.jkm) : nothing}
    ${benefit.jkk ? expected(shown, "JKK", benefit.jkk) : nothing}
    <p class="hint">${w.beside(amount(benefit.jkmContributionRupiah), amount(benefit.jkkContributionRupiah))}</p>
    ${benefit.missing.map(({ parameter, from, to }) => html`<p class="hint">${w.missing(parameter, months(from, to))}</p>`)}
    <p class="hint">${benefit.method[spoken === "en" ? "en" : "id"]}</p>
    <p class="hint"><strong>${benefit.caution[spoken === "en" ? "en" : "id"]}</strong></p>`;
}

function oneCase(shown: BenefitShown, segment: string, run: BenefitRun): View {
  const w = benefitWords();
  const row = (head: string, paid: Payment | null): Row[] =>
    paid === null ? [] : [{ head, cells: [number(paid.rupiah), basis(paid.parts)] }];
  const rows = CASES.flatMap((kind) => row(w.kinds[kind], run[kind]));
  const { scholarship } = run;
  const most = scholarship && { rupiah: scholarship.rupiah, parts: [scholarship] };
  const columns = [...money(w.pays), { text: w.parts, numeric: false }];
  const groups = [{ rows: [...rows, ...row(w.kinds.scholarship, most)] }];
  return html`
    ${resultTable(shown, w.one(segment, months(run.from, run.to)), w.case, columns, groups)}
    ${run.breakEvenPercent === null ? nothing : html`<p class="hint">${w.breakEven(`${decimal(run.breakEvenPercent)} %`)}</p>`}`;
}

/** `20.000.000 (PP 82/2019) + …`; of a multiple also the wage. */
function basis(parts: readonly PaymentPart[]): string {
  const w = benefitWords();
  const of = ({ rupiah: amount, wages, wageRupiah, instrument, article }: PaymentPart) => {
    const source = article === null ? instrument : `${instrument}, ${article}`;
    const made = wages === null || wageRupiah === null ? "" : `${w.wages(number(wages), number(wageRupiah))} = `;
    return `${made}${number(amount)} (${source})`;
  };
  return parts.map(of).join(" + ");
}

function expected(shown: BenefitShown, programme: string, { rows, ranges }: Expected): View {
  const w = benefitWords();
  const { benefit } = shown;
  const amount = (value: number | null) => (value === null ? w.unknown : number(value));
  const each = rows.flatMap((row): Row[] => {
    const report = benefit.reports.find((one) => one.report === row.report);
    if (!report) return [];
    const [title, caveat] = [report.title, report.caveat].map((text) => text[language.value === "en" ? "en" : "id"]);
    const cells = [`${decimal(report.percentAYear)} %`, decimal(row.cases), amount(row.rupiah), caveat ?? ""];
    return [{ head: title ?? row.report, cells }];
  });
  const all = ranges.map(
    ({ scope, lowCases, highCases, lowRupiah, highRupiah }): Row => ({
      head: w.range[scope],
      total: true,
      cells: ["", w.to(decimal(lowCases), decimal(highCases)), w.to(amount(lowRupiah), amount(highRupiah)), ""],
    }),
  );
  const columns = [...numeric(w.rate, w.cases), ...money(w.rupiah), { text: w.caveat, numeric: false }];
  const groups: readonly Group[] = [{ rows: each }, { rows: all }];
  return resultTable(shown, w.expected(programme), w.report, columns, groups);
}
