/** One sheet for each village and one for each district, for whoever evaluates the budgets of villages. */
import type { BatchYear, VillageColumns } from "cakupan/batch";
import type { Projection, Scenario, Village } from "cakupan";
import type { RkaRow } from "cakupan/sheets";
import { html, nothing, type TemplateResult } from "lit-html";
import { fundName, segmentName } from "../answer/tables.js";
import { type Cell, type Group, numeric, type Row } from "../ui/table.js";
import { language, words } from "../words/current.js";
import { number, percent, span } from "../words/format.js";
import { pairs, paperTable, plain } from "./paper-table.js";
import { longDay } from "./signatures.js";
import { reportWords } from "./words.js";

export interface VillageSheet {
  readonly village: Village;
  /** Position in the columns of the answer. */
  readonly place: number;
  /** Rows of the RKA of this village alone. */
  readonly rka: readonly RkaRow[];
}

export interface VillageSheetsData {
  readonly scenario: Scenario;
  readonly projection: Projection;
  readonly date: string;
  /** What the villages come to, by position in the scenario. */
  readonly villages: VillageColumns;
  readonly byDistrict: VillageColumns;
  readonly districts: readonly string[];
  readonly districtOf: Float64Array;
}

const at = (numbers: Float64Array, place: number): number => {
  const value = numbers[place];
  if (value === undefined) throw new RangeError(`No number of village ${place}.`);
  return value;
};

// ───────────────────────────── villages ─────────────────────────────

export function villageSheets(data: VillageSheetsData, sheets: readonly VillageSheet[]): TemplateResult {
  return html`<article class="document">${sheets.map((sheet) => villageSheet(data, sheet))}</article>`;
}

function villageSheet(data: VillageSheetsData, { village, place, rka }: VillageSheet): TemplateResult {
  const w = reportWords();
  const { projection } = data;
  const months = projection.months.filter(
    (month) =>
      (!village.firstMonth || month >= village.firstMonth) && (!village.lastMonth || month <= village.lastMonth),
  );
  return html`
    <section class="sheet">
      ${head(w.villageSheet, village.name, data)}
      ${pairs([
        [w.village, village.code ? `${village.name} (${village.code})` : village.name],
        ...(village.district ? [[w.ofDistrict, village.district] as const] : []),
        [w.villageMonths, span(months, language.value)],
      ])}
      ${rka.length === 0 ? html`<p>${w.nobody}</p>` : villageRows(data, rka, place)}
      ${villageFunds(data, village, place)}
      ${checked(data)}
    </section>`;
}

function head(title: string, name: string, { projection, scenario }: VillageSheetsData): TemplateResult {
  return html`
    <header class="paper-head">
      <h1>${title}: ${name}</h1>
      <p>${[projection.region.name, scenario.name].filter(Boolean).join(" · ")}</p>
      <p class="about">${reportWords().notOfficial}</p>
    </header>`;
}

/** Group, programme, people × months, price, rupiah. */
function villageRows({ villages }: VillageSheetsData, rka: readonly RkaRow[], place: number): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const c = w.rkaColumns;
  const groups = villages.years
    .filter(({ year }) => rka.some((row) => row.year === year))
    .map(
      ({ year, rupiah }): Group => ({
        heading: String(year),
        rows: [
          ...rka
            .filter((row) => row.year === year)
            .map(
              (row): Row => ({
                head: row.segment,
                cells: [
                  row.programme,
                  row.coefficient,
                  number(row.price),
                  row.percent === null ? row.fund : `${row.fund} (${w.share(percent(row.percent))})`,
                  number(row.rupiah),
                ],
              }),
            ),
          { head: w.totalOf(String(year)), total: true, cells: ["", "", "", "", number(at(rupiah, place))] },
        ],
      }),
    );
  const columns = [...plain("Program", c.coefficient), ...numeric(c.price), ...plain(c.fund), ...numeric(c.rupiah)];
  return paperTable(w.villageRows, t.segment, columns, groups);
}

function villageFunds({ scenario, villages }: VillageSheetsData, village: Village, place: number): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const name = fundName(scenario);
  const groups = villages.years.map(
    ({ year, funds }): Group => ({
      heading: String(year),
      rows: funds.flatMap(({ fund, asked, short }): Row[] => {
        const ceiling = village.ceilings?.find((one) => one.fund === fund && one.year === year)?.rupiah;
        if (ceiling === undefined && at(asked, place) === 0) return [];
        const missing = at(short, place);
        return [
          {
            head: name(fund),
            cells: [
              number(at(asked, place)),
              ceiling === undefined ? w.noCeiling : number(ceiling),
              ceiling === undefined ? t.none : missing > 0 ? html`<strong>${number(missing)}</strong>` : w.enough,
            ],
          },
        ];
      }),
    }),
  );
  return paperTable(w.villageFunds, t.fund, numeric(w.asked, w.ceiling, w.short), groups);
}

/** Left blank for the pen of whoever evaluates. */
function checked({ date, projection }: VillageSheetsData): TemplateResult {
  const w = reportWords();
  const blank = "……………………………………………………";
  return html`
    ${pairs([
      [w.result, blank],
      [w.checkedBy, blank],
      [w.checkedOn, blank],
      [w.printed, html`${longDay(date)}, ${w.checkCode.toLowerCase()} <code>${projection.input}</code>`],
    ])}`;
}

// ───────────────────────────── districts ─────────────────────────────

export function districtSheets(data: VillageSheetsData, chosen: readonly number[]): TemplateResult {
  return html`<article class="document">${chosen.map((district) => districtSheet(data, district))}</article>`;
}

function districtSheet(data: VillageSheetsData, district: number): TemplateResult {
  const w = reportWords();
  const { scenario, villages, byDistrict, districtOf } = data;
  const name = data.districts[district] ? w.district(data.districts[district]) : w.noDistrict;
  const segment = segmentName(scenario);
  const rows = (scenario.villages ?? []).flatMap((village, place): Row[] =>
    districtOf[place] === district ? [{ head: village.name, cells: cells(villages, place) }] : [],
  );
  const columns = [
    ...numeric(...villages.people.map((one) => w.peopleOf(segment(one.segment)))),
    ...numeric(...villages.years.flatMap(({ year }) => [w.costOf(String(year)), w.shortOf(String(year))])),
  ];
  const total: Row = { head: w.districtTotal, total: true, cells: cells(byDistrict, district) };
  return html`
    <section class="sheet">
      ${head(w.districtSheet, name, data)}
      ${paperTable(w.districtTable, w.village, columns, [{ rows: [...rows, total] }])}
      ${districtFunds(data, district)}
      ${rows.length === 0 ? nothing : checked(data)}
    </section>`;
}

const cells = ({ people, years }: VillageColumns, place: number): readonly Cell[] => [
  ...people.map((one) => number(at(one.people, place))),
  ...years.flatMap(({ rupiah, short }: BatchYear) => [number(at(rupiah, place)), number(at(short, place))]),
];

function districtFunds({ scenario, byDistrict }: VillageSheetsData, district: number): TemplateResult {
  const [w, t] = [reportWords(), words.value.tables];
  const name = fundName(scenario);
  const groups = byDistrict.years.map(
    ({ year, funds }): Group => ({
      heading: String(year),
      rows: funds
        .filter(({ asked }) => at(asked, district) > 0)
        .map(
          ({ fund, asked, short }): Row => ({
            head: name(fund),
            cells: [number(at(asked, district)), number(at(short, district))],
          }),
        ),
    }),
  );
  return paperTable(w.districtFunds, t.fund, numeric(w.asked, w.short), groups);
}
