/** What is known before a file is read: the plan, what a column may hold, and what the reader says of the file. */
import type { FundDraft, SegmentDraft } from "../draft.js";
import type { Thousands } from "./cells.js";

/** Numbers stand for positions in the plan: `people:0` its first group, `ceiling:1:2026` its second fund in a year. */
export type Meaning =
  | "ignored"
  /** A running number. */
  | "number"
  /** Numbers of persons (NIK): planning needs none. */
  | "nik"
  | "code"
  /** Codes of BPS, which are others than those of Kemendagri: villages are found by their names. */
  | "bps"
  | "name"
  | "district"
  | "residents"
  | "firstMonth"
  | "lastMonth"
  /** How many months, from the first on. */
  | "months"
  | `people:${number}`
  | `ceiling:${number}:${number}`;

/** What of a plan the columns of a file may be. */
export interface PlanFacts {
  readonly segments: readonly { readonly id: string; readonly name: string; readonly group?: SegmentDraft["group"] }[];
  readonly funds: readonly { readonly id: string; readonly name: string; readonly kind: FundDraft["kind"] }[];
  /** `"2026-01"`. */
  readonly firstMonth: string;
  readonly lastMonth: string;
}

export function yearsOf({ firstMonth, lastMonth }: PlanFacts): readonly number[] {
  const [first, last] = [Number(firstMonth.slice(0, 4)), Number(lastMonth.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, after) => first + after);
}

/** What the reader said of the file. */
export interface Choices<Is extends string = Meaning> {
  /** What columns hold, by position. */
  readonly columns: ReadonlyMap<number, Is>;
  /** Groups whose people are the sum of several columns. */
  readonly sums: ReadonlySet<Is>;
  /** Id of the group of rows that name none; "": not said. */
  readonly group: string;
  readonly thousands: Thousands | null;
  readonly withHidden: boolean;
}

export const NO_CHOICES: Choices<never> = {
  columns: new Map<number, never>(),
  sums: new Set<never>(),
  group: "",
  thousands: null,
  withHidden: true,
};

/** Bytes of a file; the reader of workbooks has the same limit. */
export const MOST_BYTES = 32 << 20;
