/** The table of villages: the columns of the plan, what each village comes to beside them, and what is wrong in a cell. */
import { computed, signal } from "@preact/signals-core";
import { said } from "../../engine/said.js";
import { villageWords } from "../../form/village-words.js";
import { faults } from "../../plan/answer.js";
import { draft, update } from "../../plan/current.js";
import { freshVillages, villageAnswer } from "../../plan/village-answer.js";
import {
  cellOfPath,
  edited,
  numberAt,
  textAt,
  type VillageColumn,
  type VillageDraft,
  villagesOf,
} from "../../plan/villages.js";
import type { GridColumn, GridFault, GridModel } from "../../ui/grid/model.js";
import { byContent } from "../../ui/section.js";
import { words } from "../../words/current.js";
import { number } from "../../words/format.js";
import { columns } from "./columns.js";

export interface VillageRow {
  readonly id: string;
  readonly village: VillageDraft;
  readonly place: number;
}

/** The row that was just added, and is to be typed in. */
export const goTo = signal<{ readonly id: string } | null>(null);

/** What the villages come to, in columns after those of the plan. */
interface CostColumn {
  readonly key: string;
  readonly label: string;
  /** By row; empty while the rows are not those that were worked out. */
  readonly values: ArrayLike<number>;
  readonly total: number | undefined;
}

const costs = computed<readonly CostColumn[]>(() => {
  const now = villageAnswer.value;
  if (now === null || now === "failed") return [];
  const w = villageWords();
  const { villages, total } = now.outcome;
  const isFresh = freshVillages.value !== null;
  return villages.years.flatMap(({ year, rupiah, short }, place): readonly CostColumn[] => {
    const sums = total.years[place];
    const column = (key: string, label: string, values: Float64Array, sum: number | undefined): CostColumn =>
      isFresh ? { key, label, values, total: sum } : { key, label, values: [], total: undefined };
    const cost = column(`cost:${year}`, w.cost(String(year)), rupiah, sums?.rupiah[0]);
    const gap = column(`short:${year}`, w.short(String(year)), short, sums?.short[0]);
    return short.some((one) => one > 0) ? [cost, gap] : [cost];
  });
});

const titleOf = (column: VillageColumn): string => {
  const w = villageWords();
  if (column.is === "people") return w.people(column.name);
  return column.is === "ceiling" ? w.ceiling(column.name, column.year) : w.titles[column.is];
};

const WIDTHS = {
  name: 18,
  code: 14,
  district: 14,
  residents: 9,
  firstMonth: 12,
  lastMonth: 12,
  people: 8,
  ceiling: 15,
};
const TEXTS: ReadonlySet<VillageColumn["is"]> = new Set(["name", "code", "district", "firstMonth", "lastMonth"]);

function gridColumn(column: VillageColumn): GridColumn {
  const w = villageWords();
  const month = column.is === "firstMonth" || column.is === "lastMonth";
  return {
    key: column.key,
    label: titleOf(column),
    kind: TEXTS.has(column.is) ? "text" : "number",
    width: WIDTHS[column.is],
    ...(month ? { hint: w.monthHint } : column.is === "people" ? { hint: w.numberHint } : {}),
  };
}

/** Rows are the same objects while their village is, so that only what has changed is drawn again. */
const rowOf = new WeakMap<VillageDraft, VillageRow>();

function rowsNow(): readonly VillageRow[] {
  return villagesOf(draft.value).map((village, place) => {
    const known = rowOf.get(village);
    if (known?.place === place) return known;
    const row = { id: String(place), village, place };
    rowOf.set(village, row);
    return row;
  });
}

const gridFaults = byContent<readonly GridFault[]>(() =>
  faults.value.flatMap(({ path, problem, unclear }) => {
    const at = cellOfPath(draft.value, path);
    const text = unclear
      ? words.value.problems.unclear[unclear.why](unclear.typed)
      : problem && said(problem, problem.code);
    return at && text ? [{ ...at, text }] : [];
  }),
);

/** The same list while the columns are: a new one draws every row again. */
const gridColumns = byContent<readonly GridColumn[]>(() => [
  ...columns.value.map(gridColumn),
  ...costs.value.map(({ key, label }): GridColumn => ({ key, label, kind: "number", width: 15, readOnly: true })),
]);

export const model = computed<GridModel<VillageRow>>(() => {
  const w = villageWords();
  const own = columns.value;
  const byKey = new Map(own.map((column) => [column.key, column]));
  const cost = new Map(costs.value.map((column) => [column.key, column]));
  const totals = totalsNow(own);
  return {
    label: w.table,
    columns: gridColumns.value,
    rows: rowsNow(),
    faults: gridFaults.value,
    totals,
    goTo: goTo.value,
    takesMoreRows: true,
    cell({ village, place }, { key }) {
      const column = byKey.get(key);
      if (column) return textAt(village, column);
      const value = cost.get(key)?.values[place];
      return value === undefined ? "" : number(value);
    },
    sortBy({ village, place }, { key, kind }) {
      const column = byKey.get(key);
      if (!column) return cost.get(key)?.values[place] ?? null;
      return kind === "number" ? numberAt(village, column) : textAt(village, column) || null;
    },
    onEdit(changes) {
      update((plan) => edited(plan, own, changes));
    },
  };
});

/** The foot of the table, by the engine: people by group, and what all villages come to. */
function totalsNow(own: readonly VillageColumn[]): readonly string[] {
  const people = freshVillages.value?.outcome.total.people ?? [];
  const of = (column: VillageColumn) => {
    if (column.is !== "people") return column.is === "name" ? villageWords().total : "";
    const sum = people.find(({ segment }) => segment === column.segment)?.people[0];
    return sum === undefined ? "" : number(sum);
  };
  return [...own.map(of), ...costs.value.map(({ total }) => (total === undefined ? "" : number(total)))];
}
