/** The villages of the plan as a table: its columns, the text of each cell, and the plan after cells were edited. */
import type { District, VillageKind } from "../regions/pack.js";
import { readDate } from "./dates.js";
import { type Draft, getAt, lastMonth, type SegmentDraft } from "./draft.js";
import type { Village } from "./import/village.js";
import { readNumber, tidyNumber } from "./numbers.js";

export type VillageDraft = NonNullable<Draft["villages"]>[number];

interface Plain {
  readonly is: "name" | "code" | "district" | "residents" | "firstMonth" | "lastMonth";
  readonly key: string;
}
interface People {
  readonly is: "people";
  readonly key: string;
  readonly segment: string;
  readonly name: string;
}
interface Ceiling {
  readonly is: "ceiling";
  readonly key: string;
  readonly fund: string;
  readonly name: string;
  readonly year: string;
}
export type VillageColumn = Plain | People | Ceiling;

/** Columns that the planner may add to those that each table has. */
export interface Extra {
  readonly residents: boolean;
  readonly months: boolean;
  /** Funds with a ceiling for each village. */
  readonly ceilings: readonly string[];
}

export const isCounted = ({ enrolment }: Pick<SegmentDraft, "enrolment">) => enrolment.kind === "villages";

/** The same list each time, so that what is worked out of it is known again. */
const NONE: readonly VillageDraft[] = [];
export const villagesOf = (plan: Pick<Draft, "villages">): readonly VillageDraft[] => plan.villages ?? NONE;

// ───────────────────────────── columns ─────────────────────────────

/** The budget years of the plan. */
export function yearsOf({ period }: Pick<Draft, "period">): readonly string[] {
  const [first, last] = [period.firstMonth, lastMonth(period)].map((month) => Number(month.slice(0, 4)));
  if (!first || !last || last < first) return [];
  return Array.from({ length: Math.min(last - first + 1, 31) }, (_, place) => String(first + place));
}

/** Funds that pay for groups counted by village; workers and employers have no ceiling. */
export function payingFunds({ segments, funds }: Draft): Draft["funds"] {
  const paying = new Set(segments.filter(isCounted).flatMap(({ payers }) => payers.map(({ fund }) => fund)));
  return funds.filter(({ id, kind }) => paying.has(id) && kind !== "self" && kind !== "employer");
}

/** The columns that a table needs for what stands in it, with those that were added. */
export function columnsOf(plan: Draft, extra: Extra): readonly VillageColumn[] {
  const villages = villagesOf(plan);
  const some = (name: keyof VillageDraft) => villages.some((village) => village[name]);
  const plain = (is: Plain["is"]): Plain => ({ is, key: is });
  const people = plan.segments
    .filter(isCounted)
    .map(({ id, name }): People => ({ is: "people", key: `people:${id}`, segment: id, name }));
  const limited = new Set([
    ...extra.ceilings,
    ...villages.flatMap(({ ceilings }) => (ceilings ?? []).map(({ fund }) => fund)),
  ]);
  const ceilings = plan.funds
    .filter(({ id }) => limited.has(id))
    .flatMap(({ id, name }) =>
      yearsOf(plan).map((year): Ceiling => ({ is: "ceiling", key: `ceiling:${id}:${year}`, fund: id, name, year })),
    );
  // The code last: most tables have none, and what is typed should be in sight.
  return [
    plain("name"),
    plain("district"),
    ...people,
    ...ceilings,
    ...(extra.residents || some("residents") ? [plain("residents")] : []),
    ...(extra.months || some("firstMonth") || some("lastMonth") ? [plain("firstMonth"), plain("lastMonth")] : []),
    plain("code"),
  ];
}

/** What stands in a cell, as it was typed. */
export function textAt(village: VillageDraft, column: VillageColumn): string {
  switch (column.is) {
    case "people":
      return village.counts?.find(({ segment }) => segment === column.segment)?.people ?? "";
    case "ceiling":
      return village.ceilings?.find(({ fund, year }) => fund === column.fund && year === column.year)?.rupiah ?? "";
    case "name":
    case "code":
    case "district":
    case "residents":
    case "firstMonth":
    case "lastMonth":
      return village[column.is] ?? "";
  }
}

/** The number in a cell, for sorting; `null` where there is none. */
export function numberAt(village: VillageDraft, column: VillageColumn): number | null {
  const reading = readNumber(textAt(village, column), column.is === "ceiling" ? "money" : "people");
  return reading.is === "number" ? reading.value : null;
}

/** The cell that a fault is about: `villages[17].counts[0].people` is in the column of that segment. */
export function cellOfPath(plan: Draft, path: string): { readonly row: number; readonly key: string } | null {
  const [, row, rest = ""] = /^villages\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (row === undefined) return null;
  const list = /^(counts|ceilings)\[\d+\]/.exec(rest)?.[0];
  if (!list) return { row: Number(row), key: rest.split(".")[0] || "name" };
  const at = (name: string) => String(getAt(plan, `villages[${row}].${list}.${name}`) ?? "");
  const key = list.startsWith("counts") ? `people:${at("segment")}` : `ceiling:${at("fund")}:${at("year")}`;
  return { row: Number(row), key };
}

// ───────────────────────────── changes ─────────────────────────────

export interface CellEdit {
  readonly row: number;
  readonly key: string;
  readonly text: string;
}

/** The plan with these cells; rows beyond the last one are added. */
export function edited(plan: Draft, columns: readonly VillageColumn[], edits: readonly CellEdit[]): Draft {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const villages = [...villagesOf(plan)];
  for (const { row, key, text } of edits) {
    const column = byKey.get(key);
    if (!column) continue;
    while (villages.length <= row) villages.push({ name: "" });
    const village = villages[row];
    if (village) villages[row] = withCell(village, column, text);
  }
  return { ...plan, villages };
}

function withCell(village: VillageDraft, column: VillageColumn, raw: string): VillageDraft {
  const text = raw.replace(/\s+/g, " ").trim();
  switch (column.is) {
    case "people": {
      const others = (village.counts ?? []).filter(({ segment }) => segment !== column.segment);
      const own = { segment: column.segment, people: tidyNumber(text, "people") };
      return { ...village, counts: text === "" ? others : [...others, own] };
    }
    case "ceiling": {
      const { fund, year } = column;
      const others = (village.ceilings ?? []).filter((one) => one.fund !== fund || one.year !== year);
      const own = { fund, year, rupiah: tidyNumber(text, "money") };
      return { ...village, ceilings: text === "" ? others : [...others, own] };
    }
    case "residents":
      return { ...village, residents: tidyNumber(text, "people") };
    case "firstMonth":
    case "lastMonth":
      return { ...village, [column.is]: readDate(text) ?? text };
    case "code":
      // Spreadsheets and registers write ten digits: 7314012001.
      return { ...village, code: text.replace(/^(\d\d)(\d\d)(\d\d)(\d{4})$/, "$1.$2.$3.$4") };
    case "name":
    case "district":
      return { ...village, [column.is]: text };
  }
}

/** The villages of these districts that the plan has not yet, by their codes. */
function added(plan: Draft, districts: readonly District[], kinds: readonly VillageKind[]): readonly VillageDraft[] {
  const there = new Set(villagesOf(plan).map(({ code }) => digits(code ?? "")));
  return districts.flatMap(({ name: district, villages }) =>
    villages
      .filter(({ kind, code }) => kinds.includes(kind) && !there.has(digits(code)))
      .map(({ code, name }): VillageDraft => ({ code, name, district })),
  );
}

/** How many of them there are. */
export const missing = (...asked: Parameters<typeof added>): number => added(...asked).length;

export function withRegister(plan: Draft, districts: readonly District[], kinds: readonly VillageKind[]): Draft {
  return withFirstGroup({
    ...plan,
    villages: [...villagesOf(plan).filter(isFilled), ...added(plan, districts, kinds)],
  });
}

const digits = (text: string) => text.replace(/\D/g, "");

const isFilled = ({ name, code }: VillageDraft) => name !== "" || Boolean(code);

/** Where no group is counted by village yet, those without a number of their own are. */
function withFirstGroup(plan: Draft): Draft {
  if (plan.segments.some(isCounted)) return plan;
  const blank = plan.segments.filter(
    ({ enrolment }) => enrolment.kind === "fixed" && enrolment.counts.every(({ people }) => people === ""),
  );
  return blank.reduce((next, { id }) => withCounting(next, id, true), plan);
}

/** The plan with a group counted by village, or by one number again. */
export function withCounting(plan: Draft, segment: string, on: boolean): Draft {
  const segments = plan.segments.map((one): SegmentDraft => {
    if (one.id !== segment || isCounted(one) === on) return one;
    const eligible = one.enrolment.eligible ? { eligible: one.enrolment.eligible } : {};
    const counts = [{ from: plan.period.firstMonth, people: "" }];
    return { ...one, enrolment: on ? { kind: "villages", ...eligible } : { kind: "fixed", counts, ...eligible } };
  });
  if (on || !plan.villages) return { ...plan, segments };
  const villages = plan.villages.map((village) => ({
    ...village,
    counts: (village.counts ?? []).filter((count) => count.segment !== segment),
  }));
  return { ...plan, segments, villages };
}

/** The plan without rows in which nothing stands. */
export function withoutBlankRows(plan: Draft): Draft {
  const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
  return { ...plan, villages: villagesOf(plan).filter((village) => Object.values(village).some(holds)) };
}

/** A village as the import has it: what is absent is left out. */
export function importable({ code, name, district, residents, counts, ceilings, ...months }: VillageDraft): Village {
  const { firstMonth, lastMonth, evidence } = months;
  return {
    name,
    counts: counts ?? [],
    ceilings: ceilings ?? [],
    ...(code && { code }),
    ...(district && { district }),
    ...(residents && { residents }),
    ...(firstMonth && { firstMonth }),
    ...(lastMonth && { lastMonth }),
    ...(evidence && { evidence }),
  };
}

/** The plan with these people of a group, one number a village. */
export function withPeople(plan: Draft, segment: string, people: ArrayLike<number>): Draft {
  const column: People = { is: "people", key: `people:${segment}`, segment, name: "" };
  const edits = villagesOf(plan).map((_, row) => ({ row, key: column.key, text: String(people[row] ?? "") }));
  return edited(plan, [column], edits);
}
