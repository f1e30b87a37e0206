/** The tables of the answer; every figure is the engine's, every total a sum that the engine gave. */

import type { Amounts, FundOfYear, Question, Year } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Named } from "../plan/draft.js";
import { type Cell, type Column, type Group, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { basisOf, inUnit, statusOf } from "../words/basis.js";
import { language, words } from "../words/current.js";
import { number, shortMonth } from "../words/format.js";
import { figure, resultTable } from "./figure.js";
import { lawLink } from "./law-link.js";
import { marks } from "./marks.js";
import type { FundNames, SegmentNames, Shown } from "./shown.js";

type NameOf = (id: string) => string;

/** What a fund is called, by its id. */
export const fundName = ({ funds }: FundNames): NameOf => lookUp(funds);

/** What a group is called, by its id. */
export const segmentName = ({ segments }: SegmentNames): NameOf => lookUp(segments);

function lookUp(items: readonly Named[]): NameOf {
  const names = new Map(items.map((item) => [item.id, item.name]));
  return (id) => names.get(id) ?? id;
}

export function none<T>(value: T | null, write: (value: T) => string): string {
  return value === null ? words.value.tables.none : write(value);
}

/** Suffix of a caption: the year of a plan within one year, whose rows name none. */
export function only({ years }: { readonly years: readonly Pick<Year, "year">[] }): string {
  return years.length === 1 ? `, ${years[0]?.year}` : "";
}

// ───────────────────────────── funds ─────────────────────────────

/** More funds than these do not fit side by side. */
const SIDE_BY_SIDE = 5;

type OfFunds = FundNames &
  Shown<{ projection: "parameters"; years: "year" | "funds" | "rupiah" | "unpaidRupiah"; total: "funds" | "rupiah" }>;

export function fundTables(answer: OfFunds): View {
  const { years, total } = answer.projection;
  const matrix = years.length > 1 && total.funds.length <= SIDE_BY_SIDE;
  return matrix ? html`${fundMatrix(answer)}${ceilingTable(answer)}` : fundTable(answer);
}

/** Years downwards, funds across. */
function fundMatrix(answer: OfFunds): TemplateResult {
  const w = words.value.tables;
  const { years, total } = answer.projection;
  const name = fundName(answer);
  const whole = { funds: total.funds, rupiah: total.rupiah, label: w.wholePlan, ask: {}, year: undefined };
  const spans = years.map(({ year, funds, rupiah: sum }) => ({
    funds,
    rupiah: sum,
    label: String(year),
    ask: { year },
    year,
  }));
  const rows = [...spans, whole].map(
    ({ funds, rupiah: sum, label, ask, year }): Row => ({
      head: marked(answer, label, year),
      total: label === w.wholePlan,
      cells: [
        ...funds.map((fund) => figure(fund.rupiah, { ...ask, fund: fund.fund }, name(fund.fund), label)),
        ...(funds.length > 1 ? [figure(sum, ask, w.total, label)] : []),
      ],
    }),
  );
  const names = total.funds.map((fund) => name(fund.fund));
  return resultTable(answer, w.byFund, w.year, money(...names, ...(names.length > 1 ? [w.total] : [])), [{ rows }]);
}

/** Only what has a ceiling: what it allows, and what is left or missing. */
function ceilingTable(answer: OfFunds): View {
  const w = words.value.tables;
  const name = fundName(answer);
  const rows = answer.projection.years.flatMap(({ year, funds }) =>
    funds
      .filter((fund) => fund.ceilingRupiah !== null)
      .map(
        (fund): Row => ({
          head: `${name(fund.fund)}, ${year}`,
          cells: [
            figure(fund.rupiah, { year, fund: fund.fund }, `${name(fund.fund)} ${year}`, w.cost),
            ...ceilingCells(fund, year, name(fund.fund)),
          ],
        }),
      ),
  );
  if (!rows.length) return nothing;
  const unpaid = answer.projection.years.flatMap(({ year, unpaidRupiah }) =>
    unpaidRupiah > 0 ? [unpaidRow(`${w.unpaid}, ${year}`, unpaidRupiah)] : [],
  );
  return resultTable(
    answer,
    w.ceilings,
    w.fund,
    [...money(w.cost), ...ceilingColumns()],
    [{ rows: [...rows, ...unpaid] }],
  );
}

function ceilingColumns(): readonly Column[] {
  const w = words.value.tables;
  return [...money(w.ceiling, w.left, w.short), ...numeric(w.endsIn)];
}

/** The shortfall: what remains after every fund in the order of use has paid up to its ceiling. */
function unpaidRow(head: string, rupiah: number): Row {
  return { head, cells: [html`<strong class="bad">${number(rupiah)}</strong>`, ...ceilingColumns().map(() => "")] };
}

/** Cells for ceiling, rest, shortfall and last month; dashes for a fund without a ceiling. */
function ceilingCells(fund: FundOfYear, year: number, name: string): readonly Cell[] {
  const w = words.value.tables;
  const { ceilingRupiah, leftRupiah, shortRupiah, endsIn } = fund;
  if (ceilingRupiah === null || leftRupiah === null) return ceilingColumns().map(() => w.none);
  const of = { year, fund: fund.fund };
  const short = figure(shortRupiah, { ...of, measure: "short" }, `${name} ${year}`, w.short);
  return [
    number(ceilingRupiah),
    figure(leftRupiah, { ...of, measure: "left" }, `${name} ${year}`, w.left),
    shortRupiah > 0 ? html`<strong class="bad">${short}</strong>` : short,
    none(endsIn, (month) => shortMonth(month, language.value)),
  ];
}

type Marked = Shown<{ projection: "parameters" }>;

/** A heading with the marks of its year, or of the whole plan. */
export function marked({ projection }: Marked, text: string, span?: string | number): TemplateResult {
  return html`${text}${marks(projection, span)}`;
}

/** Funds downwards with their ceilings, year after year. */
function fundTable(answer: OfFunds): TemplateResult {
  const w = words.value.tables;
  const { projection } = answer;
  const name = fundName(answer);
  const { years } = projection;
  const ceilings = years.some((year) => year.funds.some((fund) => fund.ceilingRupiah !== null));
  const groups = years.map(
    ({ year, funds, rupiah: sum, unpaidRupiah }): Group => ({
      ...(years.length > 1 && { heading: marked(answer, String(year), year) }),
      rows: [
        ...funds.map(
          (fund): Row => ({
            head: name(fund.fund),
            cells: [
              figure(fund.rupiah, { year, fund: fund.fund }, name(fund.fund), String(year)),
              ...(ceilings ? ceilingCells(fund, year, name(fund.fund)) : []),
            ],
          }),
        ),
        {
          head: years.length > 1 ? w.total : marked(answer, w.total),
          total: true,
          cells: [figure(sum, { year }, w.total, String(year)), ...(ceilings ? ceilingColumns().map(() => "") : [])],
        },
        ...(unpaidRupiah > 0 ? [unpaidRow(w.unpaid, unpaidRupiah)] : []),
      ],
    }),
  );
  const columns = ceilings ? [...money(w.cost), ...ceilingColumns()] : money(w.cost);
  return resultTable(answer, w.byFund + only(projection), w.fund, columns, groups);
}

// ───────────────────────────── groups and programmes ─────────────────────────────

type OfSegments = SegmentNames &
  Shown<{
    projection: "parameters";
    years: "year" | AmountsShown;
    total: AmountsShown;
  }>;
/** The amounts of a year, or of the whole plan. */
type AmountsShown = "segments" | "programmes" | "rupiah" | "personMonths" | "heads" | "headsMonth";

export function segmentTable(answer: OfSegments): TemplateResult {
  const w = words.value.tables;
  const { projection } = answer;
  const programmes = projection.total.programmes.map((item) => item.programme);
  const spans = projection.years.map((amounts) => ({
    amounts: amounts as Pick<Amounts, AmountsShown>,
    label: String(amounts.year),
    ask: { year: amounts.year } as Question,
  }));
  const all =
    projection.years.length > 1 ? [...spans, { amounts: projection.total, label: w.wholePlan, ask: {} }] : spans;
  const name = segmentName(answer);
  const groups = all.map(
    ({ amounts, label, ask }): Group => ({
      ...(all.length > 1 && { heading: marked(answer, label, ask.year ?? undefined) }),
      rows: [
        ...amounts.segments.map((item): Row => {
          const called = name(item.segment);
          const by = new Map(item.programmes.map((part) => [part.programme, part.rupiah]));
          return {
            head: called,
            cells: [
              figure(item.rupiah, { ...ask, segment: item.segment }, called, `${w.total} ${label}`),
              personMonthsFigure(item, { ...ask, segment: item.segment }, called, label),
              headsFigure(item, called, label),
              number(item.billedMonths),
              ...programmes.map((programme) => {
                const part = by.get(programme);
                const asked = { ...ask, segment: item.segment, programme };
                return part === undefined ? w.none : figure(part, asked, called, `${programme} ${label}`);
              }),
            ],
          };
        }),
        {
          head: all.length > 1 ? w.total : marked(answer, w.total),
          total: true,
          cells: [
            figure(amounts.rupiah, ask, w.total, label),
            personMonthsFigure(amounts, ask, w.total, label),
            headsFigure(amounts, w.total, label),
            "",
            ...programmes.map((programme) => {
              const part = amounts.programmes.find((item) => item.programme === programme);
              return figure(part?.rupiah ?? 0, { ...ask, programme }, w.total, `${programme} ${label}`);
            }),
          ],
        },
      ],
    }),
  );
  const columns = [...money(w.cost), ...numeric(w.personMonths, w.heads, w.billedMonths), ...money(...programmes)];
  return html`
    ${resultTable(answer, w.bySegment + only(projection), w.segment, columns, groups)}
    <p class="hint">${w.checked}</p>`;
}

/** Person-months, by which a cost can be checked: price × person-months = cost. */
function personMonthsFigure(
  { personMonths }: Pick<Amounts, "personMonths">,
  ask: Question,
  row: string,
  column: string,
): TemplateResult {
  const asked = { ...ask, measure: "personMonths" } as const;
  return figure(personMonths, asked, row, `${words.value.tables.personMonths} ${column}`);
}

/** Heads of the last billed month; only heads of one month can be asked for. */
export function headsFigure(
  { heads, headsMonth, segment }: Pick<Amounts, "heads" | "headsMonth"> & { readonly segment?: string },
  row: string,
  column: string,
): Cell {
  if (headsMonth === null) return number(heads);
  const ask = { measure: "heads", month: headsMonth, ...(segment !== undefined && { segment }) } as const;
  return figure(heads, ask, row, `${words.value.tables.heads} ${column}`);
}

// ───────────────────────────── the law ─────────────────────────────

export function lawTable(answer: Marked): TemplateResult {
  const w = words.value.tables;
  const columns = [...numeric(w.value), ...[w.period, w.status, w.basis].map((text) => ({ text, numeric: false }))];
  const rows = answer.projection.parameters.map(
    (used): Row => ({
      head: lawLink(used.key, used.title[language.value]),
      cells: [
        used.value === null ? w.table : inUnit(used.value, used.unit),
        [used.from, used.to].map((month) => shortMonth(month, language.value)).join(" – "),
        statusOf(used.status),
        basisOf(used),
      ],
    }),
  );
  return resultTable(answer, w.lawCaption, w.law, columns, [{ rows }]);
}
