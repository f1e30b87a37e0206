/** What pasting, filling and clearing change, as a list for the caller. */
import { cellsOf } from "../cells.js";
import type { GridChange, GridColumn } from "./model.js";
import type { Block, Place } from "./places.js";

/** The shown part of a table. `rowAt`: place in the caller's rows of a shown row. */
export interface Shown {
  readonly columns: readonly GridColumn[];
  /** Shown rows. */
  readonly rows: number;
  /** All rows of the caller; more are added behind them, where the caller takes more. */
  readonly allRows: number;
  readonly takesMoreRows: boolean;
  rowAt(row: number): number | undefined;
  /** Whether a cell cannot be edited; `row` may be one that is added. */
  isLocked(row: number, column: number): boolean;
  text(row: number, column: number): string;
}

export interface Pasted {
  readonly changes: readonly GridChange[];
  readonly cells: number;
  /** What did not fit, and cells that cannot be edited. */
  readonly rowsLeft: number;
  readonly columnsLeft: number;
  readonly locked: number;
  readonly block: Block;
}

/** A field has one line. */
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** More letters, rows, or letters in one cell than any table of the page has; the page would stand still over them. */
const [MOST_LETTERS, MOST_ROWS, MOST_IN_CELL] = [2_000_000, 20_000, 100_000];

/** The cells of a pasted text; `null` where it is more than a table takes, such as a file that was copied by mistake. */
export function cellsWithin(text: string): readonly (readonly string[])[] | null {
  if (text.length > MOST_LETTERS) return null;
  const cells = cellsOf(text);
  const isTooMuch = cells.length > MOST_ROWS || cells.some((row) => row.some((cell) => cell.length > MOST_IN_CELL));
  return isTooMuch ? null : cells;
}

/** A block of cells at the first cell of what is chosen; a single cell goes into all that are chosen. */
export function pasted(cells: readonly (readonly string[])[], chosen: Block, shown: Shown): Pasted {
  const first = cells[0]?.[0] ?? "";
  const single = cells.length === 1 && cells[0]?.length === 1;
  const height = single ? chosen.bottom - chosen.top + 1 : cells.length;
  const width = single ? chosen.right - chosen.left + 1 : (cells[0]?.length ?? 0);
  const rowsFree = shown.takesMoreRows ? height : Math.max(0, shown.rows - chosen.top);
  const [rows, columns] = [Math.min(height, rowsFree), Math.min(width, shown.columns.length - chosen.left)];
  const changes: GridChange[] = [];
  let [written, locked] = [0, 0];
  for (let down = 0; down < rows; down++) {
    const at = chosen.top + down;
    const row = shown.rowAt(at) ?? shown.allRows + at - shown.rows;
    for (let right = 0; right < columns; right++) {
      const column = shown.columns[chosen.left + right];
      if (!column) continue;
      const text = oneLine(single ? first : (cells[down]?.[right] ?? ""));
      const before = at < shown.rows ? shown.text(at, chosen.left + right) : "";
      const isLocked = shown.isLocked(at, chosen.left + right);
      if (!isLocked) written += 1;
      else if (text !== before) locked += 1;
      if (!isLocked && (text !== before || at >= shown.rows)) changes.push({ row, key: column.key, text });
    }
  }
  return {
    changes,
    cells: written,
    rowsLeft: height - rows,
    columnsLeft: width - columns,
    locked,
    block: {
      top: chosen.top,
      left: chosen.left,
      bottom: chosen.top + Math.max(rows, 1) - 1,
      right: chosen.left + Math.max(columns, 1) - 1,
    },
  };
}

/** The texts that `text` gives, where they differ from what stands there. */
function written(block: Block, shown: Shown, text: (column: number) => string): readonly GridChange[] {
  const changes: GridChange[] = [];
  for (let row = block.top; row <= block.bottom; row++)
    for (let place = block.left; place <= block.right; place++) {
      const [column, at] = [shown.columns[place], shown.rowAt(row)];
      if (!column || at === undefined || shown.isLocked(row, place) || shown.text(row, place) === text(place)) continue;
      changes.push({ row: at, key: column.key, text: text(place) });
    }
  return changes;
}

export const cleared = (block: Block, shown: Shown) => written(block, shown, () => "");

/** The first chosen row goes into those below it; where one row is chosen, the row above goes into it. */
export function filled(block: Block, shown: Shown): readonly GridChange[] {
  const from = block.top === block.bottom ? block.top - 1 : block.top;
  if (from < 0) return [];
  return written({ ...block, top: from + 1 }, shown, (column) => shown.text(from, column));
}

/** What a text becomes in another column. */
export type Grow = (text: string, from: GridColumn, to: GridColumn) => string | null;

/**
 * In each chosen row its first column goes into the others that grow; where one column is chosen, into all to its right.
 * `unread`: cells that hold nothing that grows.
 */
export function grown(
  block: Block,
  shown: Shown,
  grow: Grow,
): { readonly changes: readonly GridChange[]; readonly unread: number } {
  const changes: GridChange[] = [];
  const from = shown.columns[block.left];
  const last = block.right > block.left ? block.right : shown.columns.length - 1;
  let unread = 0;
  for (let row = block.top; row <= block.bottom; row++) {
    const at = shown.rowAt(row);
    if (at === undefined || !from?.grows || shown.isLocked(row, block.left)) continue;
    for (let place = block.left + 1; place <= last; place++) {
      const column = shown.columns[place];
      if (!column?.grows || shown.isLocked(row, place)) continue;
      const text = grow(shown.text(row, block.left), from, column);
      if (text === null) unread += 1;
      else if (text !== shown.text(row, place)) changes.push({ row: at, key: column.key, text });
    }
  }
  return { changes, unread };
}

/** Texts of a block, for the clipboard. */
export function textsOf({ top, bottom, left, right }: Block, shown: Shown): readonly (readonly string[])[] {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, over) => shown.text(top + down, left + over)),
  );
}

/** The next place with a fault after this one, by rows and then columns, and from the start again. */
export function nextFault(places: readonly Place[], from: Place): Place | null {
  const sorted = [...places].sort((one, other) => one.row - other.row || one.column - other.column);
  const isAfter = ({ row, column }: Place) => row > from.row || (row === from.row && column > from.column);
  return sorted.find(isAfter) ?? sorted[0] ?? null;
}
