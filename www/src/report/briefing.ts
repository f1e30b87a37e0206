/** One page for the head of the region or a jury: coverage with both gaps, budget lines with their points, and the rules. */
import type { Year } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { coverageName, coveragePercent } from "../answer/coverage.js";
import { fundName, segmentName } from "../answer/tables.js";
import { type Group, numeric, type Row } from "../ui/table.js";
import { language, words } from "../words/current.js";
import { day, monthYear, number, percent2, rupiah, shortMonth, span } from "../words/format.js";
import { coverageYears, rivalYears } from "./coverage-part.js";
import type { ReportData } from "./data.js";
import { basisList } from "./first-page.js";
import { paperTable, plain } from "./paper-table.js";
import { points } from "./points.js";
import { signatures } from "./signatures.js";
import { reportWords } from "./words.js";

export function briefingView(data: ReportData): TemplateResult {
  const w = reportWords();
  const { projection, scenario, date } = data;
  return html`
    <article class="document briefing">
      <header class="paper-head">
        <h1>${w.briefing}: ${projection.region.name}</h1>
        <p>${[scenario.name, span(projection.months, language.value), day(date, language.value)].filter(Boolean).join(" · ")}</p>
        <p class="about">${w.briefingNote}</p>
      </header>
      ${figures(data)}
      ${projection.years.length > 1 ? coverageYears(data) : nothing}
      ${rivalYears(projection.years.slice(-1))}
      ${lines(data)}
      <h2>${w.basis}</h2>
      ${basisList(data.basis)}
      ${signatures(data.signing, date)}
      <p class="end">${w.end(projection.region.name, projection.input)}</p>
    </article>`;
}

function figures(data: ReportData): TemplateResult {
  const w = reportWords();
  const { projection, scenario } = data;
  const coverage = projection.years.at(-1)?.coverage;
  return html`
    <dl class="figures">
      ${
        coverage
          ? html`
          <div>
            <dt>${coverage.scope === "region" ? w.ucj : coverageName(coverage.scope)}, ${monthYear(coverage.month, language.value)}</dt>
            <dd>${coveragePercent(coverage)}</dd>
            <dd class="beside">${w.numerator(number(coverage.members))}</dd>
            <dd class="beside">${w.denominator(number(coverage.eligible), denominatorName(scenario))}</dd>
          </div>
          <div>
            <dt>${w.gaps}, ${monthYear(coverage.month, language.value)}</dt>
            ${
              coverage.gap === null
                ? nothing
                : html`
                <dd>${number(coverage.gap)}</dd>
                <dd class="beside">${w.toTarget}${coverage.targetPercent === null ? "" : ` ${percent2(coverage.targetPercent)}`}</dd>`
            }
            <dd>${number(coverage.gapToAll)}</dd>
            <dd class="beside">${w.toAll}</dd>
          </div>`
          : html`
          <div>
            <dt>${w.ucj}</dt>
            <dd>${w.noCoverage}</dd>
            <dd class="beside">${w.noCoverageWhy}</dd>
          </div>`
      }
      <div>
        <dt>${w.cost}, ${span(projection.months, language.value)}</dt>
        <dd>${rupiah(projection.total.rupiah)}</dd>
        <dd class="beside">${w.personMonths(number(projection.total.personMonths))}</dd>
      </div>
    </dl>
    ${data.inWords === null ? nothing : html`<p class="in-words" lang="id">${w.inWords(data.inWords)}</p>`}`;
}

function denominatorName({ workforce }: ReportData["scenario"]): string {
  return workforce ? words.value.workforce.denominators[workforce.denominator].toLowerCase() : "";
}

/** Members, points and rupiah of each group by year, with the funds that pay for it. */
function lines({ projection, scenario }: ReportData): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const { months, monthly, years } = projection;
  const [segment, fund] = [segmentName(scenario), fundName(scenario)];
  const groups = years.map((year): Group => {
    const month = lastMonthOf(year, months);
    const at = months.indexOf(month);
    const rows = year.segments.map((item): Row => {
      const heads = monthly.segments.find((one) => one.segment === item.segment)?.heads[at] ?? 0;
      return {
        head: segment(item.segment),
        cells: [
          item.funds.map((one) => fund(one.fund)).join("; ") || t.none,
          number(heads),
          points(heads, year.coverage?.eligible ?? 0),
          number(item.rupiah),
        ],
      };
    });
    const others = year.classes.find((one) => one.class === null);
    return {
      heading: `${year.year} (${shortMonth(month, language.value)})`,
      rows: [
        ...rows,
        ...(others
          ? [
              {
                head: w.others,
                cells: [t.none, number(others.members), points(others.members, year.coverage?.eligible ?? 0), ""],
              },
            ]
          : []),
        {
          head: w.totalOf(String(year.year)),
          total: true,
          cells: [
            "",
            year.coverage ? number(year.coverage.members) : number(monthly.heads[at] ?? 0),
            coverageOf(year),
            number(year.rupiah),
          ],
        },
      ],
    };
  });
  const columns = [...plain(t.fund), ...numeric(t.heads, w.points, w.lineRupiah)];
  return html`
    ${paperTable(w.lines, w.line, columns, groups)}
    ${years.some(({ coverage }) => coverage) ? html`<p class="below">${w.pointsAbout}</p>` : nothing}`;
}

const lastMonthOf = ({ year, coverage }: Year, months: readonly string[]): string =>
  coverage?.month ?? months.filter((month) => month.startsWith(String(year))).at(-1) ?? "";

const coverageOf = ({ coverage }: Year): string => (coverage ? coveragePercent(coverage) : words.value.tables.none);
