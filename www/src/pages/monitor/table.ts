/** The table in which what happened is typed: its rows, its cells, and what is wrong in them. */
import { computed, signal } from "@preact/signals-core";
import { monitorWords } from "../../form/monitor-words.js";
import { answer } from "../../plan/answer.js";
import type { Named } from "../../plan/draft.js";
import { draft, update } from "../../plan/current.js";
import { happened } from "../../plan/monitor.js";
import { readNumber } from "../../plan/numbers.js";
import {
  cellOfPath,
  edited,
  keyOf,
  type Place,
  placeOf,
  placesOf,
  textAt,
  TYPED,
  TYPED_KEYS,
  type TypedKey,
  villageKey,
} from "../../plan/realisation.js";
import { isCounted, villagesOf } from "../../plan/villages.js";
import type { GridColumn, GridFault, GridModel } from "../../ui/grid/model.js";
import { byContent } from "../../ui/section.js";
import { language, words } from "../../words/current.js";
import { monthYear, number } from "../../words/format.js";

// ───────────────────────────── which rows ─────────────────────────────

const chosen = {
  year: signal(""),
  group: signal(""),
  /** `null`: not chosen yet. */
  month: signal<string | null>(null),
};

export function choose(what: keyof typeof chosen, value: string): void {
  chosen[what].value = value;
}

const months = byContent<readonly string[]>(() => answer.value.last?.projection.months ?? []);
export const years = byContent<readonly string[]>(() => [...new Set(months.value.map((month) => month.slice(0, 4)))]);
/** The chosen year, or the first of the plan. */
export const year = computed(() =>
  years.value.includes(chosen.year.value) ? chosen.year.value : (years.value[0] ?? ""),
);

/** Groups that villages count. */
export const groups = byContent<readonly Named[]>(() =>
  villagesOf(draft.value).length === 0
    ? []
    : draft.value.segments.filter(isCounted).map(({ id, name }) => ({ id, name })),
);
export const group = computed(() =>
  groups.value.some(({ id }) => id === chosen.group.value) ? chosen.group.value : "",
);
export const monthsOfYear = byContent<readonly string[]>(() =>
  months.value.filter((month) => month.startsWith(year.value)),
);
/** One month at first: a year of 3,000 villages has 36,000 rows. */
export const month = computed(() => {
  const { value } = chosen.month;
  return value === "" || monthsOfYear.value.includes(value ?? "") ? (value ?? "") : (monthsOfYear.value[0] ?? "");
});

// ───────────────────────────── the table ─────────────────────────────

interface MonthRow extends Place {
  readonly id: string;
  /** Of the group, or of the village. */
  readonly name: string;
  readonly district: string;
}

const rows = byContent<readonly MonthRow[]>(() => {
  const plan = draft.value;
  const shown = { year: year.value, segment: group.value, month: month.value };
  const segments = new Map(plan.segments.map(({ id, name }) => [id, name]));
  const villages = new Map(villagesOf(plan).map((village) => [villageKey(village), village]));
  const { outside } = monitorWords();
  return placesOf(plan, months.value, shown).map((place) => {
    const { segment, village } = place;
    const found = village === undefined ? undefined : villages.get(village);
    const name = group.value === "" ? segments.get(segment) : found?.name;
    const own = village === undefined ? segment : `${segments.get(segment) ?? segment}, ${found?.name ?? village}`;
    const isKnown = name !== undefined && (group.value !== "" || village === undefined);
    return {
      ...place,
      id: keyOf(place),
      name: isKnown ? name : `${own} (${outside})`,
      district: found?.district ?? "",
    };
  });
});

/** Of each month and group: what the plan says. */
const planned = computed(() => {
  const { last } = answer.value;
  const found = new Map<string, { readonly people: number; readonly rupiah: number }>();
  for (const { segment, heads, rupiah } of last?.projection.monthly.segments ?? [])
    for (const [at, month] of months.value.entries())
      found.set(keyOf({ month, segment }), { people: heads[at] ?? 0, rupiah: rupiah[at] ?? 0 });
  return found;
});

/** What the engine found, of groups and villages: the position of each among its rows. */
export const compared = computed(() => {
  const rows = happened.value?.rows;
  return { rows, at: new Map(rows?.keys.map((key, at): [string, number] => [key, at])) };
});

type ShownKey = "planPeople" | "planRupiah" | "deviation";

const columns = byContent<readonly GridColumn[]>(() => {
  const w = monitorWords();
  const typed = (key: TypedKey): GridColumn => {
    const kind = TYPED[key];
    const isNumber = kind === "people" || kind === "money";
    const hint = kind === "text" ? {} : { hint: w.hints[kind] };
    const width = kind === "people" ? 9 : kind === "money" ? 15 : 14;
    return { key, label: w.titles[key], kind: isNumber ? "number" : "text", width, ...hint };
  };
  const text = (key: "month" | "segment" | "village" | "district", width: number): GridColumn => ({
    key,
    label: w.titles[key],
    kind: "text",
    width,
    readOnly: true,
  });
  const shown = (key: ShownKey): GridColumn => {
    const width = key === "planPeople" ? 9 : 15;
    return { key, label: w.titles[key], kind: "number", width, readOnly: true };
  };
  const heads =
    group.value === ""
      ? [text("month", 12), text("segment", 16)]
      : [text("village", 18), text("district", 14), ...(month.value === "" ? [text("month", 12)] : [])];
  return [...heads, shown("planPeople"), shown("planRupiah"), ...TYPED_KEYS.map(typed), shown("deviation")];
});

const isTyped = (key: string): key is TypedKey => Object.hasOwn(TYPED, key);

/** What a cell that is not typed holds. */
function shownAt({ id, month, name, district }: MonthRow, key: string): string | number | null {
  const { rows, at } = compared.value;
  const found = (column: "planPeople" | "planRupiah" | "deviation") => {
    const value = rows?.[column][at.get(id) ?? -1] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  switch (key) {
    case "month":
      return /^\d{4}-\d\d$/.test(month) ? monthYear(month, language.value, "short") : month;
    case "segment":
    case "village":
      return name;
    case "district":
      return district;
    case "planPeople":
      return planned.value.get(id)?.people ?? found("planPeople");
    case "planRupiah":
      return planned.value.get(id)?.rupiah ?? found("planRupiah");
    default:
      return found("deviation");
  }
}

const faults = byContent<readonly GridFault[]>(() => {
  const { problems = [], unclear = [], realisation = [] } = happened.value ?? {};
  if (problems.length + unclear.length === 0) return [];
  const plan = { ...draft.value, realisation };
  const rowAt = new Map(rows.value.map(({ id }, row) => [id, row]));
  const first = columns.value[0]?.key ?? "";
  const at = (place: Place, key: string, text: string): readonly GridFault[] => {
    const row = rowAt.get(keyOf(place));
    // A village that the plan does not know has no cell of its own among whole groups.
    const isShown = columns.value.some((column) => column.key === key);
    return row === undefined ? [] : [{ row, key: isShown ? key : first, text }];
  };
  return [
    ...unclear.flatMap(({ at: row, key, why, typed }) => {
      const of = realisation[row];
      return of ? at(placeOf(plan, of), key, words.value.problems.unclear[why](typed)) : [];
    }),
    ...problems.flatMap(({ path, message }) => {
      const cell = cellOfPath(plan, path);
      return cell ? at(cell.place, cell.key, message[language.value]) : [];
    }),
  ];
});

export const model = computed<GridModel<MonthRow>>(() => ({
  label: group.value === "" ? monitorWords().table : monitorWords().villageTable,
  columns: columns.value,
  rows: rows.value,
  faults: faults.value,
  takesMoreRows: false,
  cell(row, { key }) {
    if (isTyped(key)) return textAt(draft.value, row, key);
    const value = shownAt(row, key);
    return typeof value === "number" ? number(value) : (value ?? "");
  },
  sortBy(row, { key }) {
    if (!isTyped(key)) return key === "month" ? row.month : shownAt(row, key);
    const kind = TYPED[key];
    const text = textAt(draft.value, row, key);
    if (kind === "text" || kind === "date") return text || null;
    const reading = readNumber(text, kind);
    return reading.is === "number" ? reading.value : null;
  },
  onEdit(changes) {
    const now = rows.value;
    const cells = changes.flatMap(({ row, key, text }) => {
      const place = now[row];
      return place && isTyped(key) ? [{ place, key, text }] : [];
    });
    update((plan) => edited(plan, cells));
  },
}));
