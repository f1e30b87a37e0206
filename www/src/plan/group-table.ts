/** The groups of the plan as a table: its columns, the text of each cell, and the plan after cells were edited. */
import { type Draft, fitted, getAt, isSame, newSegment, newSegmentLike, setAt } from "./draft.js";
import type { SegmentDraft } from "./draft.js";
import { CLASSES } from "./fields.js";
import { readNumber, tidyNumber, writeNumber } from "./numbers.js";
import type { UnreadDraft } from "./unread.js";
import { type CellEdit, yearsOf } from "./villages.js";

interface Plain {
  readonly is: "name" | "class" | "programmes" | "base" | "months" | "payers" | "details";
  readonly key: string;
}
/** People from a month on. */
interface People {
  readonly is: "people";
  readonly key: string;
  readonly month: string;
}
export type GroupColumn = Plain | People;

/** What a cell says in words, in the language of the page. */
export interface Terms {
  readonly classes: Readonly<Record<SegmentDraft["class"], string>>;
  readonly byEnrolment: Readonly<Record<"target" | "path" | "villages", string>>;
  readonly lowest: string;
  /** A base that is more than one amount. */
  base(segment: SegmentDraft): string;
  readonly allMonths: string;
  span(from: string, to: string): string;
  spans(count: number): string;
  readonly unpaid: string;
  readonly open: string;
}

// ───────────────────────────── columns ─────────────────────────────

/** Columns of people: the first month of the plan, each January after it, and every other month that a group names. */
export function columnsOf(plan: Pick<Draft, "period" | "segments">): readonly GroupColumn[] {
  const { firstMonth } = plan.period;
  const [, ...years] = yearsOf(plan);
  const named = plan.segments.flatMap(({ enrolment }) =>
    enrolment.kind === "fixed" ? enrolment.counts.map(({ from }) => from).filter(isMonth) : [],
  );
  const months = new Set([firstMonth, ...years.map((year) => `${year}-01`), ...named]);
  const plain = (is: Plain["is"]): Plain => ({ is, key: is });
  return [
    plain("name"),
    plain("class"),
    plain("programmes"),
    ...[...months].sort().map((month): People => ({ is: "people", key: `people:${month}`, month })),
    plain("base"),
    plain("months"),
    plain("payers"),
    plain("details"),
  ];
}

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Cells that a row says in its details only: a target, a wage by date or by the law, several payers. */
export function isFixed({ enrolment, base, payers }: SegmentDraft, { is }: GroupColumn): boolean {
  switch (is) {
    case "people":
      return enrolment.kind !== "fixed";
    case "base":
      return base?.kind === "series" || base?.kind === "minimumWage";
    case "payers":
      return payers.length !== 1;
    case "months":
    case "details":
      return true;
    case "name":
    case "class":
    case "programmes":
      return false;
  }
}

// ───────────────────────────── texts ─────────────────────────────

export function textAt(
  plan: Pick<Draft, "funds" | "unread">,
  segment: SegmentDraft,
  column: GroupColumn,
  terms: Terms,
) {
  const unread = plan.unread?.find((one) => one.segment === segment.id && one.field === column.is);
  return unread ? unread.text : written(plan, segment, column, terms);
}

function written({ funds }: Pick<Draft, "funds">, segment: SegmentDraft, column: GroupColumn, terms: Terms): string {
  switch (column.is) {
    case "name":
      return segment.name;
    case "class":
      return terms.classes[segment.class];
    case "programmes":
      return segment.programmes.join(", ");
    case "people":
      return segment.enrolment.kind === "fixed"
        ? (typedNumber(segment, column) ?? "")
        : terms.byEnrolment[segment.enrolment.kind];
    case "base":
      if (!segment.base) return CLASSES[segment.class].lowestBase ? terms.lowest : "";
      return typedNumber(segment, column) ?? terms.base(segment);
    case "months": {
      const [span, ...others] = segment.billed ?? [];
      if (!span) return terms.allMonths;
      return others.length > 0 ? terms.spans(others.length + 1) : terms.span(span.from, span.to);
    }
    case "payers":
      return segment.payers
        .map(({ fund, percent }) => {
          const name = funds.find(({ id }) => id === fund)?.name ?? "";
          return segment.payers.length > 1 ? `${name || terms.unpaid} ${percent} %` : name;
        })
        .join(" + ");
    case "details":
      return terms.open;
  }
}

/** The number of a cell as it was typed; `null` where it holds none, or a word. */
function typedNumber({ enrolment, base }: SegmentDraft, column: GroupColumn): string | null {
  if (column.is === "people" && enrolment.kind === "fixed")
    return enrolment.counts.find(({ from }) => from === column.month)?.people ?? null;
  return column.is === "base" && (base?.kind === "fixed" || base?.kind === "contract") ? base.rupiah : null;
}

/** The number in a cell, for sorting; `null` where there is none. */
export function numberAt(segment: SegmentDraft, column: GroupColumn): number | null {
  const reading = readNumber(typedNumber(segment, column) ?? "", column.is === "base" ? "money" : "people");
  return reading.is === "number" ? reading.value : null;
}

/** The cell that a fault is about; what no cell shows is in the details. */
export function cellOfPath(plan: Draft, path: string): { readonly row: number; readonly key: string } | null {
  const [, place, rest = ""] = /^segments\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const segment = plan.segments[Number(place)];
  if (place === undefined || !segment) return null;
  const at = (key: string) => ({ row: Number(place), key });
  const count = /^enrolment\.counts\[\d+\]\.people$/.test(rest)
    ? getAt(plan, path.replace(/people$/, "from"))
    : undefined;
  if (typeof count === "string" && isMonth(count)) return at(`people:${count}`);
  const [field = ""] = /^\w+/.exec(rest) ?? [];
  if (field === "billed") return at("months");
  const isOwn =
    field === "name" || field === "class" || field === "programmes" || field === "base" || field === "payers";
  return at(isOwn && !isFixed(segment, { is: field, key: field }) ? field : "details");
}

// ───────────────────────────── changes ─────────────────────────────

/** Sums below a pasted table are no groups, and neither is its head. */
const TOTAL = /^(sub ?-?(total|jumlah)|grand total|jumlah|jml|total)\b/i;
const HEAD = /^(nama|(nama )?kelompok( pekerja)?|(name of the )?group( of workers)?|name)$/i;

/** The rows of a pasted block that are groups. `name`: place of the cell with the name in each row. */
export function groupsIn<Row extends readonly string[]>(rows: readonly Row[], name: number): readonly Row[] {
  if (rows.length === 1) return rows;
  return rows.filter((row, place) => {
    const text = row[name] ?? "";
    return !TOTAL.test(text) && !(place === 0 && HEAD.test(text));
  });
}

/** The plan with these cells; rows beyond the last one are added, each like the one above it. */
export function edited(plan: Draft, columns: readonly GroupColumn[], edits: readonly CellEdit[], terms: Terms): Draft {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  let next = plan;
  for (const { row, key, text } of edits) {
    const column = byKey.get(key);
    if (!column) continue;
    while (next.segments.length <= row) next = withRow(next);
    const segment = next.segments[row];
    if (segment && !isFixed(segment, column)) next = withCell(next, row, segment, column, oneLine(text), terms);
  }
  return next;
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The plan with another group, like the last one. */
export function withRow(plan: Draft): Draft {
  const { segments, funds, period } = plan;
  const last = segments.at(-1);
  const row = last
    ? newSegmentLike(last, segments, period.firstMonth)
    : newSegment(segments, funds[0]?.id ?? "", period.firstMonth);
  return { ...plan, segments: [...segments, row] };
}

function withCell(
  plan: Draft,
  row: number,
  segment: SegmentDraft,
  column: GroupColumn,
  text: string,
  terms: Terms,
): Draft {
  const at = `segments[${row}]`;
  switch (column.is) {
    case "name":
      return setAt(plan, `${at}.name`, text);
    case "class": {
      const found = classOf(text, terms);
      return found ? refitted(setAt(plan, `${at}.class`, found), row) : withUnread(plan, segment, "class", text);
    }
    case "programmes": {
      const found = programmesOf(text, segment);
      return found
        ? refitted(setAt(plan, `${at}.programmes`, found), row)
        : withUnread(plan, segment, "programmes", text);
    }
    case "people":
      return withPeople(plan, at, segment, column.month, tidyNumber(text, "people"));
    case "base":
      return withBase(plan, at, segment, text, terms);
    case "payers": {
      const fund = plan.funds.find(({ name }) => name.toLowerCase() === text.toLowerCase());
      return fund || text === ""
        ? setAt(plan, `${at}.payers`, [{ fund: fund?.id ?? "", percent: segment.payers[0]?.percent ?? "100" }])
        : withUnread(plan, segment, "payers", text);
    }
    case "months":
    case "details":
      return plan;
  }
}

function refitted(plan: Draft, row: number): Draft {
  return { ...plan, segments: plan.segments.map((one, place) => (place === row ? fitted(one, plan.funds) : one)) };
}

/** The text stays in its cell, and is asked about. */
function withUnread(plan: Draft, { id }: SegmentDraft, field: UnreadDraft["field"], text: string): Draft {
  const others = (plan.unread ?? []).filter((one) => one.segment !== id || one.field !== field);
  return { ...plan, unread: [...others, { segment: id, field, text }] };
}

/** "PU", "BPU", or what a choice of the form says. */
function classOf(text: string, { classes }: Terms): SegmentDraft["class"] | undefined {
  const word = text.toLowerCase();
  const known = Object.keys(CLASSES) as readonly SegmentDraft["class"][];
  const others: { readonly [word: string]: SegmentDraft["class"] } = {
    "penerima upah": "PU",
    "bukan penerima upah": "BPU",
    pbpu: "BPU",
    jakon: "construction",
    "jasa konstruksi": "construction",
    konstruksi: "construction",
  };
  return known.find((one) => [one.toLowerCase(), classes[one].toLowerCase()].includes(word)) ?? others[word];
}

/** "JKK, JKM" or "jkk+jkm"; in the order of the law. */
function programmesOf(text: string, segment: SegmentDraft): SegmentDraft["programmes"] | undefined {
  const typed = text.toUpperCase().match(/[A-Z]+/g) ?? [];
  const offered: SegmentDraft["programmes"] = CLASSES[segment.class].programmes;
  if (/[^A-Z\s,;+&/]/i.test(text) || !typed.every((one) => offered.some((each) => each === one))) return undefined;
  return offered.filter((one) => typed.some((each) => each === one));
}

function withPeople(plan: Draft, at: string, { enrolment }: SegmentDraft, month: string, people: string): Draft {
  if (enrolment.kind !== "fixed") return plan;
  const { counts } = enrolment;
  const path = `${at}.enrolment.counts`;
  const place = counts.findIndex(({ from }) => from === month);
  const before = counts[place]?.people;
  // The first number begins the list; without a later one the number before it holds on.
  if (before !== undefined && (people !== "" || place === 0)) {
    const to = `${path}[${place}].people`;
    return setAt(plan, to, people, isSame(to, before, people));
  }
  if (before === undefined && people === "") return plan;
  const others = counts.filter((_, index) => index !== place);
  const all = people === "" ? others : [...others, { from: month, people }];
  return setAt(
    plan,
    path,
    [...all].sort((one, other) => one.from.localeCompare(other.from)),
  );
}

function withBase(plan: Draft, at: string, segment: SegmentDraft, text: string, { lowest }: Terms): Draft {
  const { base } = segment;
  const has = CLASSES[segment.class];
  if (has.lowestBase && (text === "" || text.toLowerCase() === lowest.toLowerCase()))
    return base ? setAt(plan, `${at}.base`, null) : plan;
  const rupiah = tidyNumber(text, "money");
  if (base?.kind !== "fixed" && base?.kind !== "contract") return setAt(plan, `${at}.base`, { kind: "fixed", rupiah });
  const to = `${at}.base.rupiah`;
  return setAt(plan, to, rupiah, isSame(to, base.rupiah, rupiah));
}

// ───────────────────────────── growth ─────────────────────────────

/**
 * People who grow by a percentage every year, from the year of one column to that of another: 1.000 by 5 % is 1.050, and
 * 1.103 (1.102,5) in the second year, each worked out from the first number. `null` where a text is no number.
 */
export function grown(typed: string, from: GroupColumn, to: GroupColumn, percent: string): string | null {
  if (from.is !== "people" || to.is !== "people") return null;
  const years = Number(to.month.slice(0, 4)) - Number(from.month.slice(0, 4));
  const [people, growth] = [readNumber(typed, "people"), readNumber(percent || "0", "percent")];
  if (people.is !== "number" || !Number.isSafeInteger(people.value) || growth.is !== "number" || years < 0) return null;
  // In millionths, as finely as a percentage is written.
  const factor = 1_000_000n + BigInt(Math.round(growth.value * 10_000));
  if (factor < 0n || people.value < 0) return null;
  const scale = 1_000_000n ** BigInt(years);
  const found = (2n * BigInt(people.value) * factor ** BigInt(years) + scale) / (2n * scale);
  return found > BigInt(Number.MAX_SAFE_INTEGER) ? null : writeNumber(Number(found), "people");
}
