/** The money of the plan: by year, fund, group and programme, as rows of an RKA, and month by month. */
import { html, nothing, type TemplateResult } from "lit-html";
import { chartView } from "../answer/chart.js";
import { fundName, none, segmentName } from "../answer/tables.js";
import { type Group, numeric, type Row } from "../ui/table.js";
import { language, words } from "../words/current.js";
import { coverage as covered, monthYear, number, percent, shortMonth } from "../words/format.js";
import type { ReportData } from "./data.js";
import { paperTable, plain } from "./paper-table.js";
import { reportWords } from "./words.js";

/** More columns of funds than these do not fit beside the others on a portrait page. */
const MOST_FUNDS = 4;

export function moneyPart(data: ReportData): TemplateResult {
  const w = reportWords();
  const { projection, scenario } = data;
  return html`
    <div class="together">
      <h2>${w.money}</h2>
      ${fundsByYear(data)}
    </div>
    ${chartView({ projection, funds: scenario.funds, fresh: true })}
    ${bySegment(data)}
    ${projection.total.funds.length > 1 ? payersBySegment(data) : nothing}
    ${rkaRows(data)}`;
}

function fundsByYear({ projection, scenario }: ReportData): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const { years, total } = projection;
  const name = fundName(scenario);
  const limited = years.some(({ funds }) => funds.some(({ ceilingRupiah }) => ceilingRupiah !== null));
  const columns = limited ? [t.cost, t.ceiling, t.left, t.short, t.endsIn] : [t.cost];
  const blank = columns.slice(1).map(() => "");
  const groups = years.map(({ year, funds, rupiah, unpaidRupiah }): Group => {
    const rows = funds.map((paying): Row => {
      const { fund, ceilingRupiah, leftRupiah, shortRupiah, endsIn } = paying;
      const ofCeiling = [
        none(ceilingRupiah, number),
        none(leftRupiah, number),
        ceilingRupiah === null ? t.none : number(shortRupiah),
        none(endsIn, (month) => shortMonth(month, language.value)),
      ];
      return { head: name(fund), cells: [number(paying.rupiah), ...(limited ? ofCeiling : [])] };
    });
    return {
      heading: String(year),
      rows: [
        ...rows,
        { head: w.totalOf(String(year)), total: true, cells: [number(rupiah), ...blank] },
        ...(unpaidRupiah > 0 ? [{ head: w.unpaid(String(year)), cells: [number(unpaidRupiah), ...blank] }] : []),
      ],
    };
  });
  const whole: Group = {
    heading: t.wholePlan,
    rows: [
      ...total.funds.map(({ fund, rupiah }) => ({ head: name(fund), cells: [number(rupiah), ...blank] })),
      { head: t.total, total: true, cells: [number(total.rupiah), ...blank] },
    ],
  };
  return paperTable(w.byFund, t.fund, numeric(...columns), years.length > 1 ? [...groups, whole] : groups);
}

function bySegment({ projection, scenario }: ReportData): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const { years, total } = projection;
  const programmes = total.programmes.map(({ programme }) => programme);
  const name = segmentName(scenario);
  const spans = years.map((amounts) => ({ heading: String(amounts.year), amounts: amounts as typeof total }));
  const all = years.length > 1 ? [...spans, { heading: t.wholePlan, amounts: total }] : spans;
  const groups = all.map(({ heading, amounts }): Group => {
    const ofProgrammes = (list: typeof amounts.programmes) =>
      programmes.map((wanted) => none(list.find(({ programme }) => programme === wanted)?.rupiah ?? null, number));
    return {
      heading,
      rows: [
        ...amounts.segments.map(
          (item): Row => ({
            head: name(item.segment),
            cells: [
              number(item.heads),
              number(item.billedMonths),
              number(item.personMonths),
              ...ofProgrammes(item.programmes),
              number(item.rupiah),
            ],
          }),
        ),
        {
          head: t.total,
          total: true,
          cells: ["", "", number(amounts.personMonths), ...ofProgrammes(amounts.programmes), number(amounts.rupiah)],
        },
      ],
    };
  });
  const columns = numeric(t.heads, t.billedMonths, t.personMonths, ...programmes, t.total);
  return html`
    ${paperTable(w.bySegment, t.segment, columns, groups)}
    <p class="below">${t.checked}</p>`;
}

function payersBySegment({ projection, scenario }: ReportData): TemplateResult {
  const w = reportWords();
  const [segment, fund] = [segmentName(scenario), fundName(scenario)];
  const { years, total } = projection;
  const columns = numeric(
    ...years.map(({ year }) => String(year)),
    ...(years.length > 1 ? [words.value.tables.total] : []),
  );
  const groups = total.segments
    .filter(({ funds }) => funds.length > 0)
    .map(
      (item): Group => ({
        heading: segment(item.segment),
        rows: item.funds.map(({ fund: paying, rupiah }) => ({
          head: fund(paying),
          cells: [
            ...years.map(({ segments }) => {
              const own = segments.find((one) => one.segment === item.segment);
              return none(own?.funds.find((one) => one.fund === paying)?.rupiah ?? null, number);
            }),
            ...(years.length > 1 ? [number(rupiah)] : []),
          ],
        })),
      }),
    );
  return paperTable(w.byFundOfSegment, w.payer, columns, groups);
}

/** As the budget office types them; the rows of a year sum to what is billed in it. */
function rkaRows({ projection, rka }: ReportData): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const c = w.rkaColumns;
  const groups = projection.years.map(
    ({ year, rupiah }): Group => ({
      heading: String(year),
      rows: [
        ...rka
          .filter((row) => row.year === year)
          .map(
            (row): Row => ({
              head: row.code ? html`<code>${row.code}</code>` : t.none,
              cells: [
                html`${row.description}${[row.code && `${row.programme} · ${row.segment}`, row.agency, row.decree, row.subActivity].filter(Boolean).map((text) => html`<br><small>${text}</small>`)}`,
                row.coefficient,
                number(row.price),
                row.percent === null ? row.fund : html`${row.fund} <small>(${w.share(percent(row.percent))})</small>`,
                number(row.rupiah),
              ],
            }),
          ),
        { head: w.totalOf(String(year)), total: true, cells: ["", "", "", "", number(rupiah)] },
      ],
    }),
  );
  const columns = [...plain(c.description, c.coefficient), ...numeric(c.price), ...plain(c.fund), ...numeric(c.rupiah)];
  return paperTable(w.rka, c.code, columns, groups, "rka");
}

/** Month by month: the cash plan. */
export function monthlyPart({ projection, scenario }: ReportData): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const { months, monthly, years } = projection;
  const name = fundName(scenario);
  const funds = monthly.funds.length > 1 && monthly.funds.length <= MOST_FUNDS ? monthly.funds : [];
  const groups = years.map(({ year, rupiah }): Group => {
    const rows = months.flatMap((month, place): Row[] => {
      if (!month.startsWith(String(year))) return [];
      return [
        {
          head: monthYear(month, language.value, "short"),
          cells: [
            number(monthly.heads[place] ?? 0),
            ...funds.map((fund) => number(fund.rupiah[place] ?? 0)),
            ...(monthly.coverage ? [none(monthly.coverage.percent[place] ?? null, covered)] : []),
            number(monthly.rupiah[place] ?? 0),
          ],
        },
      ];
    });
    const paid = years.find((one) => one.year === year)?.funds ?? [];
    const sums = funds.map(({ fund }) => number(paid.find((one) => one.fund === fund)?.rupiah ?? 0));
    return {
      ...(years.length > 1 && { heading: String(year) }),
      rows: [
        ...rows,
        {
          head: w.totalOf(String(year)),
          total: true,
          cells: ["", ...sums, ...(monthly.coverage ? [""] : []), number(rupiah)],
        },
      ],
    };
  });
  const columns = numeric(
    t.heads,
    ...funds.map(({ fund }) => name(fund)),
    ...(monthly.coverage ? [t.percent] : []),
    t.cost,
  );
  return html`
    <h2>${w.monthly}</h2>
    ${paperTable(w.monthlyCaption, t.month, columns, groups)}`;
}
