/** The tables of the answer; every figure is the engine's, every total a sum that the engine gave. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { Amounts, FundOfYear, Projection } from "cakupan";
import { coverage as covered, monthYear, number, percent2, shortMonth } from "../format.js";
import { type Answer, language, words } from "../state.js";
import { basisOf, inUnit, statusOf } from "./basis.js";
import type { View } from "./field.js";
import { type Cell, type Group, type Row, figure, numeric, resultTable } from "./table.js";

type Names = (id: string) => string;

/** Names of groups and funds as they were when the answer was calculated. */
export function namesOf({ scenario }: Answer): { readonly fund: Names; readonly segment: Names } {
  const lookUp = (items: readonly { readonly id: string; readonly name: string }[]): Names => {
    const names = new Map(items.map(item => [item.id, item.name]));
    return id => names.get(id) ?? id;
  };
  return { fund: lookUp(scenario.funds), segment: lookUp(scenario.segments) };
}

function none(value: number | null, write: (value: number) => string = number): string {
  return value === null ? words.value.tables.none : write(value);
}

/** A plan within one year has no year in its rows, so the caption names it. */
function only({ years }: Projection): string {
  return years.length === 1 ? `, ${years[0]?.year}` : "";
}

// ───────────────────────────── funds ─────────────────────────────

/** More funds than these do not fit side by side. */
const SIDE_BY_SIDE = 5;

export function fundTables(answer: Answer): View {
  const { years, total } = answer.projection;
  const matrix = years.length > 1 && total.funds.length <= SIDE_BY_SIDE;
  return matrix ? html`${fundMatrix(answer)}${ceilingTable(answer)}` : fundTable(answer);
}

/** Years downwards, funds across. */
function fundMatrix(answer: Answer): TemplateResult {
  const w = words.value.tables;
  const { years, total } = answer.projection;
  const { fund: name } = namesOf(answer);
  const whole = { funds: total.funds, rupiah: total.rupiah, label: w.wholePlan, ask: {} };
  const spans = years.map(({ year, funds, rupiah: sum }) =>
    ({ funds, rupiah: sum, label: String(year), ask: { year } }));
  const rows = [...spans, whole].map(({ funds, rupiah: sum, label, ask }): Row => ({
    head: label,
    total: label === w.wholePlan,
    cells: [
      ...funds.map(fund => figure(fund.rupiah, { ...ask, fund: fund.fund }, name(fund.fund), label)),
      ...(funds.length > 1 ? [figure(sum, ask, w.total, label)] : []),
    ],
  }));
  const names = total.funds.map(fund => name(fund.fund));
  return resultTable(w.byFund, w.year, numeric(...names, ...(names.length > 1 ? [w.total] : [])), [{ rows }]);
}

/** Only what has a ceiling: what it allows, and what is left or missing. */
function ceilingTable(answer: Answer): View {
  const w = words.value.tables;
  const { fund: name } = namesOf(answer);
  const rows = answer.projection.years.flatMap(({ year, funds }) =>
    funds.filter(fund => fund.ceilingRupiah !== null).map((fund): Row => ({
      head: `${name(fund.fund)}, ${year}`,
      cells: [number(fund.rupiah), ...ceilingCells(fund)],
    })));
  if (!rows.length) return nothing;
  return resultTable(w.ceilings, w.fund, numeric(w.cost, w.ceiling, w.left, w.short), [{ rows }]);
}

function ceilingCells(fund: FundOfYear): readonly Cell[] {
  return [none(fund.ceilingRupiah), none(fund.leftRupiah), shortOf(fund)];
}

/** Funds downwards with their ceilings, year after year. */
function fundTable(answer: Answer): TemplateResult {
  const w = words.value.tables;
  const { projection } = answer;
  const { fund: name } = namesOf(answer);
  const { years } = projection;
  const ceilings = years.some(year => year.funds.some(fund => fund.ceilingRupiah !== null));
  const groups = years.map(({ year, funds, rupiah: sum }): Group => ({
    ...(years.length > 1 && { heading: String(year) }),
    rows: [
      ...funds.map((fund): Row => ({
        head: name(fund.fund),
        cells: [
          figure(fund.rupiah, { year, fund: fund.fund }, name(fund.fund), String(year)),
          ...(ceilings ? ceilingCells(fund) : []),
        ],
      })),
      {
        head: w.total,
        total: true,
        cells: [figure(sum, { year }, w.total, String(year)), ...(ceilings ? ["", "", ""] : [])],
      },
    ],
  }));
  const columns = ceilings ? numeric(w.cost, w.ceiling, w.left, w.short) : numeric(w.cost);
  return resultTable(w.byFund + only(projection), w.fund, columns, groups);
}

function shortOf(fund: FundOfYear): Cell {
  if (fund.ceilingRupiah === null) return words.value.tables.none;
  return fund.shortRupiah > 0 ? html`<strong class="bad">${number(fund.shortRupiah)}</strong>` : "0";
}

// ───────────────────────────── groups and programmes ─────────────────────────────

export function segmentTable(answer: Answer): TemplateResult {
  const w = words.value.tables;
  const { projection } = answer;
  const programmes = projection.total.programmes.map(item => item.programme);
  const spans = projection.years.map(amounts =>
    ({ amounts: amounts as Amounts, label: String(amounts.year), ask: { year: amounts.year } }));
  const all = projection.years.length > 1
    ? [...spans, { amounts: projection.total, label: w.wholePlan, ask: {} }]
    : spans;
  const names = namesOf(answer);
  const groups = all.map(({ amounts, label, ask }): Group => ({
    ...(all.length > 1 && { heading: label }),
    rows: [
      ...amounts.segments.map((item): Row => {
        const name = names.segment(item.segment);
        const by = new Map(item.programmes.map(part => [part.programme, part.rupiah]));
        return {
          head: name,
          cells: [
            number(item.heads),
            number(item.billedMonths),
            figure(item.rupiah, { ...ask, segment: item.segment }, name, `${w.total} ${label}`),
            ...programmes.map(programme => {
              const part = by.get(programme);
              const asked = { ...ask, segment: item.segment, programme };
              return part === undefined ? w.none : figure(part, asked, name, `${programme} ${label}`);
            }),
          ],
        };
      }),
      {
        head: w.total,
        total: true,
        cells: [
          number(amounts.segments.reduce((sum, item) => sum + item.heads, 0)),
          "",
          figure(amounts.rupiah, ask, w.total, label),
          ...programmes.map(programme => {
            const part = amounts.programmes.find(item => item.programme === programme);
            return figure(part?.rupiah ?? 0, { ...ask, programme }, w.total, `${programme} ${label}`);
          }),
        ],
      },
    ],
  }));
  return resultTable(
    w.bySegment + only(projection), w.segment, numeric(w.heads, w.billedMonths, w.total, ...programmes), groups,
  );
}

// ───────────────────────────── coverage ─────────────────────────────

export function coverageTable({ projection }: Answer): View {
  const w = words.value.tables;
  const rows = projection.years.flatMap(({ coverage }): Row[] => coverage ? [{
    head: monthYear(coverage.month, language.value),
    cells: [
      number(coverage.members), number(coverage.eligible), covered(coverage.percent),
      none(coverage.targetPercent, percent2), none(coverage.targetMembers), none(coverage.gap),
    ],
  }] : []);
  if (!rows.length) return nothing;
  const columns = numeric(w.members, w.eligible, w.percent, w.target, w.targetMembers, w.gap);
  return resultTable(w.coverage, w.month, columns, [{ rows }]);
}

// ───────────────────────────── accounts ─────────────────────────────

export function accountTable({ projection }: Answer): View {
  const w = words.value.tables;
  if (!projection.total.accounts.some(account => account.code !== null)) return nothing;
  const groups = projection.years.map(({ year, accounts }): Group => ({
    ...(projection.years.length > 1 && { heading: String(year) }),
    rows: accounts.map(account => ({
      head: account.code === null ? w.noCode : html`<code>${account.code}</code> ${account.description}`,
      cells: [number(account.rupiah)],
    })),
  }));
  return resultTable(w.accounts + only(projection), w.code, numeric(w.cost), groups);
}

// ───────────────────────────── months ─────────────────────────────

/** More funds than these make a month's row too long to read; the yearly table has them all. */
const MOST_FUNDS = 6;

export function monthTable(answer: Answer): TemplateResult {
  const w = words.value.tables;
  const { months, monthly } = answer.projection;
  const names = namesOf(answer);
  const funds = monthly.funds.length > 1 && monthly.funds.length <= MOST_FUNDS ? monthly.funds : [];
  const { coverage } = monthly;
  const columns = numeric(
    w.heads, w.cost, ...funds.map(fund => names.fund(fund.fund)), ...(coverage ? [w.percent] : []),
  );
  const rows = months.map((month, place): Row => ({
    head: monthYear(month, language.value, "short"),
    cells: [
      number(monthly.heads[place] ?? 0),
      number(monthly.rupiah[place] ?? 0),
      ...funds.map(fund => number(fund.rupiah[place] ?? 0)),
      ...(coverage ? [covered(coverage.percent[place] ?? 0)] : []),
    ],
  }));
  return resultTable(w.monthlyCaption, w.month, columns, [{ rows }]);
}

// ───────────────────────────── the law ─────────────────────────────

export function lawTable(projection: Projection): TemplateResult {
  const w = words.value.tables;
  const columns = [
    ...numeric(w.value), ...[w.period, w.status, w.basis].map(text => ({ text, numeric: false })),
  ];
  const rows = projection.parameters.map((used): Row => ({
    head: html`<a href=${`./aturan.html#${used.key}`}>${used.title[language.value]}</a>`,
    cells: [
      used.value === null ? w.table : inUnit(used.value, used.unit),
      [used.from, used.to].map(month => shortMonth(month, language.value)).join(" – "),
      statusOf(used.status),
      basisOf(used),
    ],
  }));
  return resultTable(w.lawCaption, w.law, columns, [{ rows }]);
}
