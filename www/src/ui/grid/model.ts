/** What a grid shows, and what it reports. The caller owns rows, numbers, faults, sums and undo. */

export interface GridColumn {
  readonly key: string;
  readonly label: string;
  /** Numbers stand at the right and are never cut off. */
  readonly kind: "text" | "number";
  /** In digits. A column of numbers grows where one is longer. */
  readonly width: number;
  readonly readOnly?: boolean;
  /** One press of its cells opens the row, instead of an edit. */
  readonly opens?: boolean;
  /** Its numbers can be filled in from a column to the left, with a growth. */
  readonly grows?: boolean;
  /** Shown below the grid while a cell of the column is active. */
  readonly hint?: string;
}

export interface GridRow {
  /** Stays the same while the row is edited or moved. */
  readonly id: string;
}

/** `row`: place in `rows`; from `rows.length` on it is a row that the caller adds. */
export interface GridChange {
  readonly row: number;
  readonly key: string;
  readonly text: string;
}

export type GridAct = "type" | "paste" | "fill" | "clear";

export interface GridFault {
  readonly row: number;
  readonly key: string;
  readonly text: string;
}

export interface GridModel<Row extends GridRow = GridRow> {
  /** Name of the table for screen readers. */
  readonly label: string;
  /** The first column heads the rows: it stays in sight, and cannot be hidden. */
  readonly columns: readonly GridColumn[];
  readonly rows: readonly Row[];
  /** Messages of cells, in the order of the rows. */
  readonly faults: readonly GridFault[];
  /** Texts of the foot row, one a column. */
  readonly totals?: readonly string[];
  /** The row that gets the focus, once for each object, when it is there: one that was just added. */
  readonly goTo?: { readonly id: string; readonly key?: string } | null;
  /** Whether a pasted block that is longer than the table adds rows. */
  readonly takesMoreRows: boolean;
  /** The text as it was typed or is written. */
  cell(row: Row, column: GridColumn): string;
  /** The rows of a block that go in; `into`: the columns from its first one on. */
  taken?(rows: readonly (readonly string[])[], into: readonly GridColumn[]): readonly (readonly string[])[];
  /** Whether this cell, of a column that can be edited, cannot be. */
  isFixed?(row: Row, column: GridColumn): boolean;
  /** The reader wants to edit a cell that cannot be edited, or presses one that opens: the row is shown elsewhere. */
  onOpen?(row: Row, column: GridColumn): void;
  /** The text of one column as it grows to another; `null` where it is no number, or the growth is none. */
  grow?(text: string, from: GridColumn, to: GridColumn, growth: string): string | null;
  /** What the column is sorted by; `null` (empty, or no number) stands last. */
  sortBy(row: Row, column: GridColumn): string | number | null;
  /** One call is one step of undo. */
  onEdit(changes: readonly GridChange[], act: GridAct): void;
}
