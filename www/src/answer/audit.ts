/** Each payment as heads × months × price, with its rules and who said the inputs: what a check asks for. */
import type { RkaRow, RkaTable } from "cakupan/sheets";
import { html, type TemplateResult } from "lit-html";
import { type Column, type Group, money, numeric, type Row } from "../ui/table.js";
import { language } from "../words/current.js";
import { number, shortMonth } from "../words/format.js";
import { budgetWords } from "./budget-words.js";
import { resultTable } from "./figure.js";
import type { Standing } from "./shown.js";

export interface AuditShown extends Standing {
  readonly tables: readonly RkaTable[];
  /** Check code of the input. */
  readonly code: string;
  readonly engine: string;
  readonly law: string;
}

export function auditView(shown: AuditShown): TemplateResult {
  const w = budgetWords().audit;
  const { rka } = budgetWords();
  const { tables, code, engine, law } = shown;
  const groups = tables.map(
    ({ agency, year, rows, rupiah }): Group => ({
      heading: `${year}${agency === null ? "" : `, ${agency}`}`,
      rows: [...rows.map((row) => line(row, code)), total(rupiah)],
    }),
  );
  const columns: readonly Column[] = [
    ...texts(rka.programme, rka.fund, w.from, w.to),
    ...numeric(w.personMonths, w.months),
    ...money(w.price, rka.rupiah),
    ...texts(w.calculation, w.rules, w.sources, w.agency, rka.decree, w.code),
  ];
  return html`
    <p class="hint">${w.about(code, engine, law)}</p>
    ${resultTable(shown, w.caption, rka.segment, columns, groups)}`;
}

const texts = (...heads: readonly string[]): readonly Column[] => heads.map((text) => ({ text, numeric: false }));

function line(row: RkaRow, code: string): Row {
  return {
    head: row.segment,
    cells: [
      row.programme,
      row.fund,
      shortMonth(row.from, language.value),
      shortMonth(row.to, language.value),
      number(row.personMonths),
      number(row.months),
      number(row.price),
      number(row.rupiah),
      row.calculation,
      row.rules,
      row.sources,
      row.agency ?? "",
      row.decree ?? "",
      code,
    ],
  };
}

function total(rupiah: number): Row {
  const cells = ["", "", "", "", "", "", "", number(rupiah), "", "", "", "", "", ""];
  return { head: budgetWords().audit.total, total: true, cells };
}
