/** A table of villages as a file holds it, before anything of it is understood. */
import type { CellMark, SheetTable } from "cakupan/sheets";

export type Cell = string | number | null;

export interface RawTable {
  /** Of a sheet; "" of a text. */
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  /** What must be known of a cell, by row and column. */
  mark(row: number, column: number): CellMark | undefined;
  /** Positions of rows that the workbook hides. */
  readonly hiddenRows: ReadonlySet<number>;
  /** Rows and cells beyond those that are read. */
  readonly moreRows: number;
  readonly moreCells: number;
}

export function tableOfSheet(sheet: SheetTable): RawTable {
  const marks = new Map<number, Map<number, CellMark>>();
  for (const { row, column, mark } of sheet.marks) {
    const ofRow = marks.get(row) ?? new Map<number, CellMark>();
    marks.set(row, ofRow.set(column, mark));
  }
  const { name, isHidden, rows, moreRows, moreCells } = sheet;
  const mark = (row: number, column: number) => marks.get(row)?.get(column);
  return { name, isHidden, rows, mark, hiddenRows: new Set(sheet.hiddenRows), moreRows, moreCells };
}

export function tableOfText(rows: readonly (readonly string[])[], moreRows: number): RawTable {
  const mark = () => undefined;
  return { name: "", isHidden: false, rows, mark, hiddenRows: new Set(), moreRows, moreCells: 0 };
}

/** A cell as text, without blanks around it; that of a range merged across belongs to the first cell alone. */
export function textAt(table: RawTable, row: number, column: number): string {
  const cell = table.rows[row]?.[column] ?? null;
  if (cell === null || table.mark(row, column) === "across") return "";
  return String(cell).replace(/\s+/g, " ").trim();
}

/** As much of a text as is shown; of a long run of digits, which may be the number of a person, its start. */
export function shownOf(text: string): string {
  if (/^\d{15,}$/.test(text)) return `${text.slice(0, 4)}…`;
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

const MOST_SHOWN = 60;

export const widthOf = ({ rows }: RawTable) => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** `"A"`, `"Z"`, `"AA"`. */
export function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

export const placeOf = (row: number, column: number) => `${letterOf(column)}${row + 1}`;
