/** All rows of a grid as values, also those that are not drawn or that a filter hides: for the clipboard, and for CSV. */
import { readShown, type Value, type Values } from "../table-values.js";
import type { GridColumn, GridModel, GridRow } from "./model.js";

/** In the order of the caller's rows, with the sums of the foot as the last. */
export function gridValues<Row extends GridRow>(model: GridModel<Row>): Values {
  const { label, columns, rows, totals } = model;
  /** A number as the caller reads it; what is none stays as it was typed. */
  const value = (row: Row, column: GridColumn): Value =>
    (column.kind === "number" ? model.sortBy(row, column) : null) ?? (model.cell(row, column) || null);
  const total = ({ kind }: GridColumn, place: number): Value => {
    const text = totals?.[place] ?? "";
    return kind === "number" ? readShown(text).value : text || null;
  };
  return {
    caption: label,
    heads: columns.map((column) => column.label),
    rows: [...rows.map((row) => columns.map((column) => value(row, column))), ...(totals ? [columns.map(total)] : [])],
  };
}
