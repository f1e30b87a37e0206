/** A small table of statutory rows: rates by layer of contract value, or bases by income bracket. */

import type { Parameter, Row } from "cakupan";
import type { TemplateResult } from "lit-html";
import { numeric, table } from "../ui/table.js";
import { words } from "../words/current.js";
import { number, percent } from "../words/format.js";

export function stepsTable(of: Parameter["of"], caption: string, rows: readonly Row[]): TemplateResult {
  const w = words.value.law;
  const layers = of === "percent";
  const cells = rows.map((row) => ({
    head: number(row.fromRupiah),
    cells: [layers ? percent(row.value) : number(row.value)],
  }));
  const columns = numeric(layers ? w.rate : w.base);
  return table(caption, layers ? w.above : w.fromOn, columns, [{ rows: cells }], "result steps");
}
