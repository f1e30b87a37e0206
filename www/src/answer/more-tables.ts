/** The tables that the first answer does not need: by account code, and by month. */
import type { Month } from "cakupan";
import { html, nothing } from "lit-html";
import { type Cell, type Group, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { coverage as covered, monthYear, number } from "../words/format.js";
import { figure, resultTable } from "./figure.js";
import type { FundNames, Shown } from "./shown.js";
import { monthsWords } from "./months-words.js";
import { fundName, marked, only } from "./tables.js";

// ───────────────────────────── accounts ─────────────────────────────

type OfAccounts = Shown<{ projection: "parameters"; years: "year" | "accounts"; total: "accounts" }>;

export function accountTable(answer: OfAccounts): View {
  const w = words.value.tables;
  const { projection } = answer;
  if (!projection.total.accounts.some((account) => account.code !== null)) return nothing;
  const groups = projection.years.map(
    ({ year, accounts }): Group => ({
      ...(projection.years.length > 1 && { heading: marked(answer, String(year), year) }),
      rows: accounts.map(({ code, description, rupiah }) => ({
        head: code === null ? w.noCode : html`<code>${code}</code> ${description}`,
        cells: [code === null ? number(rupiah) : figure(rupiah, { year, account: code }, code, String(year))],
      })),
    }),
  );
  return resultTable(answer, w.accounts + only(projection), w.code, money(w.cost), groups);
}

// ───────────────────────────── months ─────────────────────────────

/** More funds than these make a month's row too long to read; the yearly table has them all. */
const MOST_FUNDS = 6;

type OfMonths = FundNames &
  Shown<{
    projection: "months" | "parameters";
    years: "year" | "months" | "rupiah";
    monthly: "heads" | "rupiah" | "funds";
  }>;

/** Of each year its cost beside the bill of its last month, in which everybody whom it is to reach has joined. */
function yearsAndMonths(answer: OfMonths): View {
  const { years, months, monthly } = answer.projection;
  // The tiles say it of the only year.
  if (years.length < 2) return nothing;
  const w = words.value.tables;
  const { lastMonth, aMonth, caption } = monthsWords();
  const rows = years.map(({ year, months: count, rupiah }): Row => {
    const place = months.map((month) => month.slice(0, 4)).lastIndexOf(String(year));
    const month = months[place] ?? "";
    const when = monthYear(month, language.value, "short");
    return {
      head: marked(answer, String(year), year),
      cells: [
        figure(rupiah, { year }, String(year), w.cost),
        number(count),
        when,
        figure(monthly.rupiah[place] ?? 0, { month }, when, w.cost),
        figure(monthly.heads[place] ?? 0, { measure: "heads", month }, when, w.heads),
      ],
    };
  });
  return resultTable(
    answer,
    caption,
    w.year,
    [...money(w.cost), ...numeric(w.billedMonths, lastMonth), ...money(aMonth), ...numeric(w.heads)],
    [{ rows }],
  );
}

/** The months are in a part that is closed at first. `coverage`: in percent, by month; `null` where the plan counts none. */
export function monthView(answer: OfMonths, coverage: readonly (number | null)[] | null): View {
  const w = words.value.tables;
  const { months, monthly } = answer.projection;
  const name = fundName(answer);
  const funds = monthly.funds.length > 1 && monthly.funds.length <= MOST_FUNDS ? monthly.funds : [];
  const columns = [
    ...numeric(w.heads),
    ...money(w.cost, ...funds.map((fund) => name(fund.fund))),
    ...(coverage ? numeric(w.percent) : []),
  ];
  const rows = months.map((month, place): Row => {
    const when = monthYear(month, language.value, "short");
    return {
      head: marked(answer, when, month),
      cells: [
        figure(monthly.heads[place] ?? 0, { measure: "heads", month }, when, w.heads),
        figure(monthly.rupiah[place] ?? 0, { month }, when, w.cost),
        ...funds.map(({ fund, rupiah }) => figure(rupiah[place] ?? 0, { fund, month }, when, name(fund))),
        ...(coverage ? [monthCoverage(coverage[place] ?? null, month, when)] : []),
      ],
    };
  });
  return html`
    ${yearsAndMonths(answer)}
    <details class="more">
      <summary>${w.monthly}</summary>
      ${resultTable(answer, w.monthlyCaption, w.month, columns, [{ rows }])}
    </details>`;
}

function monthCoverage(percent: number | null, month: Month, when: string): Cell {
  if (percent === null) return words.value.tables.none;
  return figure(covered(percent), { measure: "coverage", month }, when, words.value.tables.percent);
}
