/** Where one is in a grid, what is chosen, and where the keys lead. */

/** `row`: place among the shown rows; -1 is the head, the number of rows is the foot. `column`: among those shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells; both ends belong to it. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function between(one: Place, other: Place): Block {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly hasFoot: boolean;
  /** Rows in sight. */
  readonly page: number;
  filled(place: Place): boolean;
}

const STEPS: { readonly [key: string]: readonly [down: number, right: number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The place nearest to this one that is in the table. */
export function inside({ row, column }: Place, { rows, columns, hasFoot }: Size): Place {
  const last = hasFoot && rows > 0 ? rows : rows - 1;
  return { row: Math.max(-1, Math.min(row, last)), column: Math.max(0, Math.min(column, columns - 1)) };
}

/** Where a key leads; `null` for keys that move nothing. */
export function moved(key: string, ctrl: boolean, from: Place, size: Size): Place | null {
  const step = STEPS[key];
  if (step)
    return ctrl ? jump(from, step, size) : inside({ row: from.row + step[0], column: from.column + step[1] }, size);
  switch (key) {
    case "Home":
      return inside({ row: ctrl ? 0 : from.row, column: 0 }, size);
    case "End":
      return inside({ row: ctrl ? size.rows - 1 : from.row, column: size.columns - 1 }, size);
    case "PageUp":
      return inside({ row: Math.max(0, from.row - size.page), column: from.column }, size);
    case "PageDown":
      return inside({ row: Math.min(size.rows - 1, from.row + size.page), column: from.column }, size);
    default:
      return null;
  }
}

/** As in a spreadsheet: to the end of the filled cells one stands in, else to the next filled cell or the edge. */
function jump(from: Place, [down, right]: readonly [number, number], size: Size): Place {
  const next = ({ row, column }: Place): Place => ({ row: row + down, column: column + right });
  const isCell = ({ row, column }: Place) => row >= 0 && row < size.rows && column >= 0 && column < size.columns;
  if (from.row < 0 && !down) return inside(next(from), size);
  let at = from;
  if (!isCell(next(at))) return at;
  if (isCell(at) && size.filled(at) && size.filled(next(at))) {
    while (isCell(next(at)) && size.filled(next(at))) at = next(at);
    return at;
  }
  do at = next(at);
  while (isCell(next(at)) && !size.filled(at));
  return at;
}
