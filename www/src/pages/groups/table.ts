/** The table of groups: its columns, what stands in its cells, and what is wrong in them. */
import { computed } from "@preact/signals-core";
import { said } from "../../engine/said.js";
import { groupWords } from "../../form/group-words.js";
import { later } from "../../form/later.js";
import { nameOf } from "../../form/names.js";
import { wageText } from "../../form/segments.js";
import { type Fault, faults } from "../../plan/answer.js";
import { draft, update } from "../../plan/current.js";
import type { SegmentDraft } from "../../plan/draft.js";
import { CLASSES } from "../../plan/fields.js";
import {
  cellOfPath,
  columnsOf,
  edited,
  type GroupColumn,
  groupsIn,
  grown,
  isFixed,
  numberAt,
  type Terms,
  textAt,
} from "../../plan/group-table.js";
import type { GridColumn, GridFault, GridModel } from "../../ui/grid/model.js";
import { byContent } from "../../ui/section.js";
import { language, words } from "../../words/current.js";
import { monthYear } from "../../words/format.js";
import { segmentsPart } from "../form-sections.js";
import { goTo, opened } from "./state.js";

export interface GroupRow {
  readonly id: string;
  readonly segment: SegmentDraft;
  readonly place: number;
}

export const terms = computed<Terms>(() => {
  const w = groupWords();
  const { byEnrolment, bases } = words.value.segments;
  const of = segmentsPart();
  const month = (text: string) =>
    /^\d{4}-\d{2}$/.test(text) ? monthYear(text as `${number}-${number}`, language.value, "short") : text || "…";
  return {
    ...w,
    byEnrolment,
    base: ({ base }) => wageText(of, base) ?? bases[base?.kind ?? "lowest"],
    span: (from, to) => `${month(from)}–${month(to)}`,
  };
});

const columns = byContent(() => columnsOf(draft.value));

// Beside the answer on 1280 px the first two months of people are in sight.
const WIDTHS = { name: 14, class: 4, programmes: 8, people: 8, base: 11, months: 13, payers: 12, details: 5 };
const NUMBERS: ReadonlySet<GroupColumn["is"]> = new Set(["people", "base"]);

const titleOf = (column: GroupColumn) => {
  const w = groupWords();
  return column.is === "people"
    ? w.people(monthYear(column.month as never, language.value, "short"))
    : w.titles[column.is];
};

/** The same list while the columns are: a new one draws every row again. */
const gridColumns = byContent<readonly GridColumn[]>(() =>
  columns.value.map((column): GridColumn => {
    const { hints } = groupWords();
    return {
      key: column.key,
      label: titleOf(column),
      kind: NUMBERS.has(column.is) ? "number" : "text",
      width: WIDTHS[column.is],
      readOnly: column.is === "months" || column.is === "details",
      opens: column.is === "details",
      grows: column.is === "people",
      ...(column.is === "name" ? {} : { hint: hints[column.is] }),
    };
  }),
);

/** Rows are the same objects while their group is, so that only what has changed is drawn again. */
const rowOf = new WeakMap<SegmentDraft, GroupRow>();

function rowsNow(): readonly GroupRow[] {
  return draft.value.segments.map((segment, place) => {
    const known = rowOf.get(segment);
    if (known?.place === place) return known;
    const row = { id: segment.id, segment, place };
    rowOf.set(segment, row);
    return row;
  });
}

function textOf({ problem, unclear }: Fault, key: string, row: number): string {
  if (!unclear) return problem ? said(problem, problem.code) : "";
  if (unclear.why !== "word") return words.value.problems.unclear[unclear.why](unclear.typed);
  const w = groupWords();
  const { segments, funds } = draft.value;
  const offered = segments[row] ? CLASSES[segments[row].class].programmes : [];
  const names =
    key === "class" ? Object.values(w.classes) : key === "programmes" ? offered : funds.map(({ name }) => name);
  return w.choices(unclear.typed, names.join(", "));
}

/** In the order of the rows, each in its cell. */
export const groupFaults = byContent<readonly GridFault[]>(() =>
  faults.value.flatMap((fault) => {
    const at = cellOfPath(draft.value, fault.path);
    if (!at) return [];
    const text = textOf(fault, at.key, at.row);
    // In the details several fields stand behind one cell.
    const named = at.key === "details" ? `${nameOf(fault.path, { plan: null, later: later.value })}: ${text}` : text;
    return text ? [{ ...at, text: named }] : [];
  }),
);

/** Rows of the block that is being pasted which are no groups. */
let left = 0;

export function open(id: string): void {
  opened.value = id;
  requestAnimationFrame(() => document.getElementById("group-details-heading")?.focus());
}

export const model = computed<GridModel<GroupRow>>(() => {
  const plan = draft.value;
  const own = columns.value;
  const say = terms.value;
  const byKey = new Map(own.map((column) => [column.key, column]));
  return {
    label: groupWords().table,
    columns: gridColumns.value,
    rows: rowsNow(),
    faults: groupFaults.value,
    goTo: goTo.value,
    takesMoreRows: true,
    cell({ segment }, { key }) {
      const column = byKey.get(key);
      return column ? textAt(plan, segment, column, say) : "";
    },
    taken(rows, into) {
      const groups = groupsIn(
        rows,
        into.findIndex(({ key }) => key === "name"),
      );
      left = rows.length - groups.length;
      return groups;
    },
    isFixed({ segment }, { key }) {
      const column = byKey.get(key);
      return !column || isFixed(segment, column);
    },
    sortBy({ segment }, { key, kind }) {
      const column = byKey.get(key);
      if (!column) return null;
      return kind === "number" ? numberAt(segment, column) : textAt(plan, segment, column, say) || null;
    },
    grow(text, { key: from }, { key: to }, growth) {
      const [first, other] = [byKey.get(from), byKey.get(to)];
      return first && other ? grown(text, first, other, growth) : null;
    },
    onOpen: ({ id }) => open(id),
    onEdit(changes, act) {
      const what = act === "paste" && left > 0 ? groupWords().rowsLeft(left) : null;
      update((now) => edited(now, own, changes, say), what);
    },
  };
});
