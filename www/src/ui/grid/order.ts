/** Order and choice of the rows that are shown: places in the caller's rows, which stay where they are. */
import type { GridColumn, GridModel } from "./model.js";

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator("id", { numeric: true });

/** Rows in which a shown cell holds the searched text, sorted; rows without a value stand last either way. */
export function ordered(
  model: GridModel,
  columns: readonly GridColumn[],
  sorting: Sorting | null,
  filter: string,
): readonly number[] {
  const searched = filter.trim().toLowerCase();
  const shown = [...model.rows.keys()].filter((place) => {
    const row = model.rows[place];
    return row && (!searched || columns.some((column) => model.cell(row, column).toLowerCase().includes(searched)));
  });
  const column = sorting && model.columns.find(({ key }) => key === sorting.key);
  if (!column) return shown;
  const values = model.rows.map((row) => model.sortBy(row, column));
  const sign = sorting.descending ? -1 : 1;
  return shown.sort((one, other) => {
    const [a, b] = [values[one] ?? null, values[other] ?? null];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || one - other;
    const by = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return sign * by || one - other;
  });
}

/** The same order after rows were added or taken away: what is new stands last, also where the filter would hide it. */
export function kept(order: readonly number[], before: GridModel, now: GridModel): readonly number[] {
  if (now.rows.length === before.rows.length && now.rows.every(({ id }, place) => id === before.rows[place]?.id))
    return order;
  const places = new Map(now.rows.map(({ id }, place) => [id, place]));
  const there = order.flatMap((place) => places.get(before.rows[place]?.id ?? "") ?? []);
  const known = new Set(before.rows.map(({ id }) => id));
  return [...there, ...[...now.rows.keys()].filter((place) => !known.has(now.rows[place]?.id ?? ""))];
}

/** From unsorted to ascending, descending, and back. */
export function nextSorting(sorting: Sorting | null, key: string): Sorting | null {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? null : { key, descending: true };
}
