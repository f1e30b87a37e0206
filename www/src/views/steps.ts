/** A statutory table in small: rates by layer of a contract, or the base by bracket of income. */
import type { TemplateResult } from "lit-html";
import type { Parameter, Row } from "cakupan";
import { number, percent } from "../format.js";
import { words } from "../state.js";
import { numeric, resultTable } from "./table.js";

export function stepsTable(of: Parameter["of"], caption: string, rows: readonly Row[]): TemplateResult {
  const w = words.value.law;
  const layers = of === "percent";
  const cells = rows.map((row) => ({
    head: number(row.fromRupiah),
    cells: [layers ? percent(row.value) : number(row.value)],
  }));
  const columns = numeric(layers ? w.rate : w.base);
  return resultTable(caption, layers ? w.above : w.fromOn, columns, [{ rows: cells }], "result steps");
}
