/** What happened to the plan: what its sections are given to show, and what their buttons do. */
import { computed, signal } from "@preact/signals-core";
import type { MonitoredRow } from "cakupan/monitor";
import { nothing } from "lit-html";
import { monitorAnswerView, monitorFailed, type MonitorShown } from "../answer/monitor.js";
import { type MonitorActions, type MonitorPart, monitorView } from "../form/monitor.js";
import { monitorWords } from "../form/monitor-words.js";
import { answer } from "../plan/answer.js";
import { draft, update } from "../plan/current.js";
import { followRealisation, happened, module } from "../plan/monitor.js";
import { readNumber } from "../plan/numbers.js";
import {
  cellOfPath,
  edited,
  type Place,
  placesOf,
  realisedOf,
  textAt,
  TYPED,
  TYPED_KEYS,
  type TypedKey,
} from "../plan/realisation.js";
import { focusSoon } from "../ui/focus.js";
import { grid } from "../ui/grid/grid.js";
import type { GridColumn, GridFault, GridModel } from "../ui/grid/model.js";
import { byContent, section } from "../ui/section.js";
import { language, words } from "../words/current.js";
import { monthYear, number } from "../words/format.js";

followRealisation();

// ───────────────────────────── the table ─────────────────────────────

const chosen = signal("");

const months = byContent<readonly string[]>(() => answer.value.last?.projection.months ?? []);
const years = byContent<readonly string[]>(() => [...new Set(months.value.map((month) => month.slice(0, 4)))]);
/** The chosen year, or the first of the plan. */
const year = computed(() => (years.value.includes(chosen.value) ? chosen.value : (years.value[0] ?? "")));

interface MonthRow extends Place {
  readonly id: string;
  readonly name: string;
}

const rows = byContent<readonly MonthRow[]>(() => {
  const names = new Map(draft.value.segments.map(({ id, name }) => [id, name]));
  return placesOf(draft.value, months.value, year.value).map(({ month, segment }) => ({
    id: `${month} ${segment}`,
    month,
    segment,
    name: names.get(segment) ?? `${segment} (${monitorWords().outside})`,
  }));
});

/** Of each month and group: what the plan says, and what the engine found. */
const planned = computed(() => {
  const { last } = answer.value;
  const found = new Map<string, { readonly people: number; readonly rupiah: number }>();
  for (const { segment, heads, rupiah } of last?.projection.monthly.segments ?? [])
    for (const [place, month] of months.value.entries())
      found.set(`${month} ${segment}`, { people: heads[place] ?? 0, rupiah: rupiah[place] ?? 0 });
  return found;
});
const compared = computed(
  () =>
    new Map(happened.value.monitored?.rows.map((row): [string, MonitoredRow] => [`${row.month} ${row.segment}`, row])),
);

const columns = byContent<readonly GridColumn[]>(() => {
  const w = monitorWords();
  const typed = (key: TypedKey): GridColumn => {
    const kind = TYPED[key];
    const isNumber = kind === "people" || kind === "money";
    const hint = kind === "text" ? {} : { hint: w.hints[kind] };
    const width = kind === "people" ? 9 : kind === "money" ? 15 : 14;
    return { key, label: w.titles[key], kind: isNumber ? "number" : "text", width, ...hint };
  };
  const shown = (key: "planPeople" | "planRupiah" | "deviation"): GridColumn => {
    const width = key === "planPeople" ? 9 : 15;
    return { key, label: w.titles[key], kind: "number", width, readOnly: true };
  };
  return [
    { key: "month", label: w.titles.month, kind: "text", width: 12, readOnly: true },
    { key: "segment", label: w.titles.segment, kind: "text", width: 16, readOnly: true },
    shown("planPeople"),
    shown("planRupiah"),
    ...TYPED_KEYS.map(typed),
    shown("deviation"),
  ];
});

const isTyped = (key: string): key is TypedKey => Object.hasOwn(TYPED, key);

/** What a cell that is not typed holds. */
function shownAt({ id, month, name }: MonthRow, key: string): string | number | null {
  switch (key) {
    case "month":
      return /^\d{4}-\d\d$/.test(month) ? monthYear(month, language.value, "short") : month;
    case "segment":
      return name;
    case "planPeople":
      return planned.value.get(id)?.people ?? null;
    case "planRupiah":
      return planned.value.get(id)?.rupiah ?? null;
    default:
      return compared.value.get(id)?.deviation?.rupiah ?? null;
  }
}

const faults = byContent<readonly GridFault[]>(() => {
  const plan = draft.value;
  const rowAt = new Map(rows.value.map(({ id }, row) => [id, row]));
  const at = ({ month, segment }: Place, key: string, text: string): readonly GridFault[] => {
    const row = rowAt.get(`${month} ${segment}`);
    return row === undefined ? [] : [{ row, key, text }];
  };
  const { problems, unclear } = happened.value;
  return [
    ...unclear.flatMap(({ place, key, why, typed }) => at(place, key, words.value.problems.unclear[why](typed))),
    ...problems.flatMap(({ path, message }) => {
      const cell = cellOfPath(plan, path);
      return cell ? at(cell.place, cell.key, message[language.value]) : [];
    }),
  ];
});

const model = computed<GridModel<MonthRow>>(() => ({
  label: monitorWords().table,
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

const gridSection = section(model, (now) => {
  // What is typed and what was worked out are read while the cells are drawn.
  void draft.value;
  void compared.value;
  return grid({ ...now });
});

const actions: MonitorActions = {
  choose(next) {
    chosen.value = next;
  },
  clear() {
    update((plan) => ({ ...plan, realisation: [] }), monitorWords().cleared);
    focusSoon("monitor-heading");
  },
};

const part = byContent<MonitorPart>(() => ({
  years: years.value,
  year: year.value,
  hasRows: realisedOf(draft.value).length > 0,
  actions,
}));

export const monitorSection = section(part, (now) => monitorView(now, gridSection));

// ───────────────────────────── the answer ─────────────────────────────

const shown = byContent<MonitorShown | "failed" | null>(() => {
  if (realisedOf(draft.value).length === 0) return null;
  if (module.value === "failed") return "failed";
  const { monitored, problems, unclear } = happened.value;
  const { last, fresh } = answer.value;
  const { segments = [], funds = [] } = last?.scenario ?? {};
  const names = Object.fromEntries([...segments, ...funds].map(({ id, name }) => [id, name]));
  return { fresh, monitored, wrong: problems.length + unclear.length, names };
});

export const monitorAnswerSection = section(shown, (now) => {
  if (now === null) return nothing;
  return now === "failed" ? monitorFailed() : monitorAnswerView(now);
});
