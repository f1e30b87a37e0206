/** Plan and realisation: the state in words, a neutral summary, and the deviation by cause, month, group and fund. */
import type { Balance, Monitored } from "cakupan/monitor";
import { html, nothing, type TemplateResult } from "lit-html";
import { monitorWords } from "../form/monitor-words.js";
import { type Column, money, numeric, type Row, table } from "../ui/table.js";
import type { Values } from "../ui/table-values.js";
import type { View } from "../ui/view.js";
import { language } from "../words/current.js";
import { coverage, monthYear, number, percent2, rupiah } from "../words/format.js";
import { staleMark } from "./figure.js";
import "../styles/villages.css";

export interface MonitorShown {
  /** Whether the figures are of all that is typed. */
  readonly fresh: boolean;
  /** Whether something was worked out yet. */
  readonly isKnown: boolean;
  /** `null`: nothing is known yet, or something in it is wrong. */
  readonly monitored: Shown | null;
  /** Cells that cannot be read or do not fit. */
  readonly wrong: number;
  /** Names of groups and funds by id. */
  readonly names: { readonly [id: string]: string };
}

type Shown = Omit<Monitored, "rows">;

/** The villages: a table that is drawn by itself, and what is copied of it. */
export interface VillageTable {
  readonly grid: unknown;
  values(): Values;
}

export function monitorAnswerView(shown: MonitorShown, villages: VillageTable): TemplateResult {
  const w = monitorWords();
  const { monitored, wrong, isKnown } = shown;
  return html`
    <section id="monitor-answer" aria-labelledby="monitor-answer-heading">
      <h4 id="monitor-answer-heading">${w.answer}${staleMark(shown)}</h4>
      ${wrong > 0 ? html`<p class="message">${w.wrong(number(wrong))}</p>` : nothing}
      ${monitored === null ? (wrong > 0 || !isKnown ? nothing : html`<p class="hint">${w.none}</p>`) : filled(monitored, shown, villages)}
    </section>`;
}

/** Said once it takes long. */
export function monitorWorking(isWorking: boolean): TemplateResult {
  return html`<p role="status" class="quiet-while-empty">${isWorking ? monitorWords().working : nothing}</p>`;
}

export function monitorFailed(): TemplateResult {
  return html`<p class="message">${monitorWords().failed}</p>`;
}

function filled(monitored: Shown, { names }: MonitorShown, villages: VillageTable): TemplateResult {
  const w = monitorWords();
  const month = (text: string) => monthYear(text, language.value);
  const { from, until, notices } = monitored;
  return html`
    <p>${w.asOf(month(from), month(until))}. ${w.notOfficial}</p>
    <ul class="notices">${notices.map(({ message }) => html`<li>${message[language.value]}</li>`)}</ul>
    ${summary(monitored)}
    ${causes(monitored.total)}
    ${table(w.months, w.titles.month, money(...w.monthColumns), [{ rows: monthRows(monitored, month) }], "result")}
    ${table(w.groups, w.group, money(...w.groupColumns), [{ rows: groupRows(monitored, names) }], "result")}
    ${monitored.villages.length > 0 ? villageTables(monitored, villages) : nothing}
    ${table(w.funds, w.fund, fundColumns(), [{ rows: fundRows(monitored, names) }], "result")}`;
}

/** A figure that may not be known. */
const known = (value: number | null, write: (value: number) => string = number) =>
  value === null ? monitorWords().unknown : write(value);

/** Below 0 with a sign that screen readers say. */
const signed = (value: number) => (value < 0 ? `−${number(-value)}` : number(value));

function summary({ coverage: members, year, total }: Shown): View {
  const w = monitorWords();
  const row = (head: string, cell: string): Row => ({ head, cells: [cell] });
  const people = members
    ? [
        row(w.eligible, number(members.eligible)),
        row(w.members, known(members.members)),
        row(w.percent, known(members.percent, coverage)),
        ...(members.targetMembers === null
          ? []
          : [
              row(w.target, `${number(members.targetMembers)} (${known(members.targetPercent, coverage)})`),
              row(w.gap, known(members.gap)),
            ]),
        row(w.gapToAll, known(members.gapToAll)),
        ...(members.endMembers === null ? [] : [row(w.needed, known(members.needed))]),
      ]
    : [];
  const steps = (
    [
      ["quota", total.quota],
      ["verified", total.verified],
      ["paid", total.paid],
    ] as const
  ).flatMap(([step, { rows, personMonths, rupiah: amount }]) =>
    rows > 0 ? [row(w.steps[step], w.personMonths(number(personMonths), rupiah(amount)))] : [],
  );
  const amounts = [
    row(w.plan(String(year.year)), rupiah(year.planRupiah)),
    row(w.paidSoFar, `${rupiah(year.paidRupiah)} (${known(year.paidPercent, percent2)})`),
    row(w.line, `${rupiah(year.lineRupiah)} (${percent2(year.linePercent)})`),
    row(w.arrears, rupiah(total.arrearsRupiah)),
    ...(total.unspentRupiah > 0 ? [row(w.unspent, rupiah(total.unspentRupiah))] : []),
    row(w.asPlanned, rupiah(year.asPlanned.rupiah)),
    row(w.asLately, rupiah(year.asLately.rupiah)),
  ];
  const base = members?.baseSource ? w.base(members.baseSource, members.baseDate ?? "") : w.noBase;
  return html`
    ${table(w.summary, w.item, numeric(w.amount), [{ rows: [...people, ...steps, ...amounts] }], "result facts")}
    ${members ? html`<p class="hint">${base}</p>` : nothing}`;
}

const CAUSES = ["people", "price", "months", "timing", "undivided"] as const;

function causes({ deviation }: Balance): TemplateResult {
  const w = monitorWords();
  const rows = CAUSES.map((cause): Row => ({ head: w.causes[cause], cells: [signed(deviation[cause])] }));
  const whole: Row = { head: w.causes.rupiah, cells: [signed(deviation.rupiah)], total: true };
  return table(w.parts, w.cause, numeric("Rp"), [{ rows: [...rows, whole] }], "result");
}

function monthRows({ months }: Shown, month: (text: string) => string): readonly Row[] {
  return months.map(({ month: of, compared, planSoFar, paidSoFar }) => ({
    head: month(of),
    cells: [
      number(compared.planRupiah),
      compared.known === 0 ? monitorWords().unknown : number(compared.paidRupiah),
      number(planSoFar),
      known(paidSoFar),
    ],
  }));
}

function groupRows({ segments, total }: Shown, names: MonitorShown["names"]): readonly Row[] {
  const cells = ({ planRupiah, paidRupiah, arrearsRupiah, deviation, known: rows }: Balance) => [
    number(planRupiah),
    rows === 0 ? monitorWords().unknown : number(paidRupiah),
    number(arrearsRupiah),
    signed(deviation.rupiah),
  ];
  return [
    ...segments.map(({ segment, compared }): Row => ({ head: names[segment] ?? segment, cells: cells(compared) })),
    { head: monitorWords().total, cells: cells(total), total: true },
  ];
}

/** What should be paid up to this month beside what was. */
function villageTables({ villages, districts, year }: Shown, { grid, values }: VillageTable): TemplateResult {
  const w = monitorWords();
  const owing = villages.filter(({ compared }) => compared.arrearsRupiah > 0).length;
  const all = number(villages.length);
  const { planRupiah, lineRupiah, paidRupiah, aheadRupiah, arrears, unknown } = w.pace;
  const columns = [
    ...numeric(w.villageCount, w.arrearsCount),
    ...money(planRupiah(String(year.year)), lineRupiah, paidRupiah, aheadRupiah, arrears),
    ...numeric(unknown),
  ];
  const rows = districts.map(
    ({ district, villages: some, inArrears, compared, year: now }): Row => ({
      head: district ?? w.noDistrict,
      cells: [
        ...[some, inArrears, now.planRupiah, now.lineRupiah, now.paidRupiah].map(number),
        known(now.aheadRupiah, signed),
        number(compared.arrearsRupiah),
        number(now.unknown),
      ],
    }),
  );
  return html`
    <h4>${w.villages}</h4>
    <p>${owing > 0 ? w.inArrears(number(owing), all) : w.noneInArrears(all)}</p>
    ${table(w.districts, w.titles.district, columns, [{ rows }], "result")}
    <div class="villages" id="monitor-villages">${grid}</div>
    <copy-table name=${w.villages} .values=${values}></copy-table>`;
}

function fundColumns(): readonly Column[] {
  const [people = "", ...amounts] = monitorWords().fundColumns;
  return [...numeric(people), ...money(...amounts)];
}

function fundRows({ year }: Shown, names: MonitorShown["names"]): readonly Row[] {
  return year.funds.map(({ fund, members, ceilingRupiah, paidRupiah }, place) => {
    const ends = year.asPlanned.funds[place];
    const dash = (value: number | null | undefined) => (value === null || value === undefined ? "–" : number(value));
    return {
      head: names[fund] ?? fund,
      cells: [
        known(members),
        dash(ceilingRupiah),
        number(paidRupiah),
        dash(ends?.rupiah),
        dash(ends?.leftRupiah),
        ceilingRupiah === null ? "–" : dash(ends?.shortRupiah),
      ],
    };
  });
}
