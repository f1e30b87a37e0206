/** The villages of the plan: what their sections are given to show, and what their buttons do. */
import { computed, effect, signal } from "@preact/signals-core";
import type { VillageColumns } from "cakupan/batch";
import { nothing } from "lit-html";
import { villageAnswerView, type VillagesShown, villagesFailed } from "../answer/villages.js";
import { type Offer, type Taken, type VillageActions, type VillagesPart, villagesView } from "../form/villages.js";
import { villageWords } from "../form/village-words.js";
import { said } from "../engine/said.js";
import { answer, faults } from "../plan/answer.js";
import { change, done, draft, update } from "../plan/current.js";
import { readNumber } from "../plan/numbers.js";
import { loadRegister, register } from "../plan/place.js";
import { keeping } from "../plan/storage/standing.js";
import { divided, followAnswer, freshVillages, villageAnswer } from "../plan/village-answer.js";
import { withOfficials } from "../plan/village-template.js";
import {
  cellOfPath,
  columnsOf,
  edited,
  type Extra,
  isCounted,
  missing,
  numberAt,
  payingFunds,
  textAt,
  type VillageColumn,
  type VillageDraft,
  villagesOf,
  withCounting,
  withoutBlankRows,
  withPeople,
  withRegister,
} from "../plan/villages.js";
import type { District, VillageKind } from "../regions/pack.js";
import { districts } from "../regions/register.js";
import { focusSoon } from "../ui/focus.js";
import { grid } from "../ui/grid/grid.js";
import type { GridColumn, GridFault, GridModel } from "../ui/grid/model.js";
import { byContent, section } from "../ui/section.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { checkDouble, importTable } from "./village-dialogs.js";

followAnswer();

// ───────────────────────────── the register ─────────────────────────────

/** Code of the kabupaten or kota of the plan; `""` for a province, and where the register knows no such code. */
const regency = computed(() => {
  const code = (draft.value.region.code ?? "").replace(/\D/g, "").slice(0, 4);
  const list = register.value;
  return (
    (Array.isArray(list) && list.find((one) => one.code.replace(".", "") === code && code.length === 4)?.code) || ""
  );
});

const pack = signal<{ readonly code: string; readonly districts: readonly District[] | "failed" } | null>(null);

async function loadVillages(code: string): Promise<void> {
  const found = await districts(code, keeping.value).catch(() => "failed" as const);
  pack.value = { code, districts: found };
}

effect(() => {
  if (draft.value.region.code) void loadRegister();
});
effect(() => {
  const code = regency.value;
  if (code && pack.peek()?.code !== code) void loadVillages(code);
});

const KINDS: Readonly<Record<Taken, readonly VillageKind[]>> = { desa: ["desa", "desaAdat"], kelurahan: ["kelurahan"] };

/** The villages of the register that the plan has not yet. */
function offerNow(): Offer | "loading" | "failed" | null {
  const { region } = draft.value;
  if (!region.code) return null;
  if (register.value === "failed") return "failed";
  if (!regency.value) return register.value === null ? "loading" : null;
  const found = pack.value;
  if (found === null || found.code !== regency.value) return "loading";
  if (found.districts === "failed") return "failed";
  const left = (kinds: readonly VillageKind[]) => missing(draft.value, found.districts as readonly District[], kinds);
  return { region: region.name, desa: left(KINDS.desa), kelurahan: left(KINDS.kelurahan) };
}

// ───────────────────────────── the section of the form ─────────────────────────────

const extra = signal<Extra>({ residents: false, months: false, ceilings: [] });

const columns = byContent(() => columnsOf(draft.value, extra.value));

function partNow(): VillagesPart {
  const plan = draft.value;
  const has = (is: VillageColumn["is"]) => columns.value.some((column) => column.is === is);
  const size = columns.value.find((column) => column.is === "residents");
  return {
    groups: plan.segments.map((segment) => ({ id: segment.id, name: segment.name, isCounted: isCounted(segment) })),
    rows: villagesOf(plan).length,
    offer: offerNow(),
    funds: payingFunds(plan).map(({ id, name }) => ({ id, name })),
    extra: {
      residents: has("residents"),
      months: has("firstMonth"),
      ceilings: columns.value.flatMap((column) => (column.is === "ceiling" ? [column.fund] : [])),
    },
    hasSizes: size !== undefined && villagesOf(plan).every((village) => numberAt(village, size) !== null),
    actions,
  };
}

const actions: VillageActions = {
  count(segment, on) {
    const w = villageWords();
    const name = draft.value.segments.find(({ id }) => id === segment)?.name ?? "";
    update((plan) => withCounting(plan, segment, on), on ? w.counted(name) : w.notCounted(name));
  },
  take(which) {
    const found = pack.value?.districts;
    if (!Array.isArray(found)) return;
    const before = villagesOf(draft.value).length;
    const next = withRegister(draft.value, found as readonly District[], KINDS[which]);
    change(next, villageWords().taken(number(villagesOf(next).length - before)));
    focusSoon("villages-heading");
  },
  again() {
    void loadRegister();
    if (regency.value) void loadVillages(regency.value);
  },
  importTable() {
    const found = pack.value?.districts;
    void importTable(Array.isArray(found) ? found : []);
  },
  checkDouble() {
    void checkDouble();
  },
  addRow() {
    update((plan) => ({ ...plan, villages: [...villagesOf(plan), { name: "" }] }));
  },
  setUp(officials) {
    const w = villageWords();
    update((plan) => withOfficials(plan, officials, w.officials), w.templateDone);
  },
  tidy() {
    const next = withoutBlankRows(draft.value);
    change(next, villageWords().tidied(number(villagesOf(draft.value).length - villagesOf(next).length)));
  },
  show(what, on) {
    const now = extra.value;
    if (typeof what === "string") extra.value = { ...now, [what]: on };
    else {
      const others = now.ceilings.filter((fund) => fund !== what.ceiling);
      extra.value = { ...now, ceilings: on ? [...others, what.ceiling] : others };
    }
  },
  spread(segment, typed, how) {
    void spread(segment, typed, how);
  },
  clear() {
    update((plan) => ({ ...plan, villages: [] }), villageWords().cleared);
    focusSoon("villages-heading");
  },
};

async function spread(segment: string, typed: string, how: "each" | "equal" | "size"): Promise<void> {
  const w = villageWords();
  const reading = readNumber(typed, "people");
  if (reading.is !== "number") {
    done.value = w.notWhole;
    return;
  }
  const rows = villagesOf(draft.value);
  const size = columns.value.find((column) => column.is === "residents");
  const sizes = rows.map((village) => (how === "size" ? size && numberAt(village, size) : 1));
  if (!sizes.every((one) => typeof one === "number")) {
    done.value = w.spreadNeedsSize;
    return;
  }
  const people = how === "each" ? rows.map(() => reading.value) : await divided(reading.value, sizes).catch(() => null);
  if (people === null) {
    done.value = w.spreadFailed;
    return;
  }
  const name = draft.value.segments.find(({ id }) => id === segment)?.name ?? "";
  update((plan) => withPeople(plan, segment, people), w.spreadDone(name));
}

// ───────────────────────────── the table ─────────────────────────────

interface VillageRow {
  readonly id: string;
  readonly village: VillageDraft;
  readonly place: number;
}

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
  people: 10,
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

const model = computed<GridModel<VillageRow>>(() => {
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

const gridSection = section(model, (now) => grid(now));
const part = byContent(partNow);

export const villagesSection = section(part, (now) => villagesView(now, gridSection));

// ───────────────────────────── the section of the answer ─────────────────────────────

/** Villages above their ceiling that are named. */
const MOST = 20;

function shownNow(): VillagesShown | "failed" | null {
  const now = villageAnswer.value;
  if (now === null || now === "failed") return now;
  const { scenario, outcome } = now;
  const { byDistrict, total, districts } = outcome;
  const rowOf = (columns: VillageColumns, district: string, place: number) => ({
    district,
    people: columns.people.map(({ people }) => people[place] ?? Number.NaN),
    rupiah: columns.years.map(({ rupiah }) => rupiah[place] ?? Number.NaN),
  });
  const gaps = (scenario.villages ?? []).flatMap(({ name, district }, place) =>
    outcome.villages.years.flatMap(({ year, short }) => {
      const gap = short[place] ?? 0;
      return gap > 0 ? [{ place, name, district: district ?? "", year, short: gap }] : [];
    }),
  );
  // A village may be above its ceiling in several years: it is one village with several lines.
  const named = [...gaps].sort((one, other) => other.short - one.short).slice(0, MOST);
  const count = (lines: typeof gaps) => new Set(lines.map(({ place }) => place)).size;
  const names = new Map(scenario.segments.map(({ id, name }) => [id, name]));
  return {
    fresh: answer.value.fresh,
    groups: total.people.map(({ segment }) => names.get(segment) ?? segment),
    years: total.years.map(({ year }) => year),
    rows: [...districts.map((district, place) => rowOf(byDistrict, district, place)), rowOf(total, "", 0)],
    villages: scenario.villages?.length ?? 0,
    hasCeilings: (scenario.villages ?? []).some(({ ceilings }) => ceilings?.length),
    over: named,
    overCount: count(gaps),
    unnamed: count(gaps) - count(named),
  };
}

const shown = byContent(shownNow);

export const villageAnswerSection = section(shown, (now) => {
  if (now === null) return nothing;
  return now === "failed" ? villagesFailed() : villageAnswerView(now);
});
