/** A table of what happened to a plan: what its columns may hold, and what is told and taken of it. */
import type { Scenario, Words } from "cakupan";
import type { RealisedDraft, SegmentDraft } from "../../draft.js";
import type { CellsOfPlace, TypedKey } from "../../realisation.js";
import type { VillageDraft } from "../../villages.js";
import type { CellFault } from "../cells.js";
import type { Told } from "../told.js";

export type HappenedMeaning =
  | "ignored"
  /** A running number. */
  | "number"
  /** Numbers of persons (NIK): planning needs none. */
  | "nik"
  | "month"
  | "segment"
  | "code"
  | "name"
  | "district"
  | TypedKey;

/** What of a plan a file is held against. */
export interface HappenedPart {
  readonly segments: readonly { readonly id: string; readonly name: string; readonly group?: SegmentDraft["group"] }[];
  readonly villages: readonly VillageDraft[];
  readonly realisation: readonly RealisedDraft[];
  /** The plan as the engine was last asked; it says what does not fit. */
  readonly scenario: Scenario;
  /** The year of months that name none. */
  readonly year: string;
  /** Id of the group whose villages are shown, which rows without a group are of; "": none. */
  readonly group: string;
}

/** What keeps a row from being taken, but for what the engine says. */
export type HappenedFault =
  | CellFault
  | "monthMissing"
  | "unknownGroup"
  | "unknownVillage"
  /** Several villages have the name. */
  | "severalVillages"
  | "duplicate";

export interface ToldFault {
  /** `"C17"`. */
  readonly cell: string;
  /** Position of the row in the table. */
  readonly row: number;
  /** Position of the month among those found; `null`: all months of the row. */
  readonly month: number | null;
  readonly what:
    | { readonly is: "cell"; readonly fault: HappenedFault; readonly text: string }
    /** What the engine says of it. */
    | { readonly is: "plan"; readonly words: Words };
}

/** Rows of the table that are no months. */
export interface NotTaken {
  readonly blank: number;
  /** "JUMLAH", "TOTAL", "Subtotal". */
  readonly totals: number;
  /** A month, group or kecamatan above its rows. */
  readonly headings: number;
  /** The head again, as on each printed page. */
  readonly heads: number;
  /** Signatures, sources. */
  readonly notes: number;
  /** Months in which nothing is filled in: not known. */
  readonly unknown: number;
  /** Hidden in the workbook, and left out by the reader. */
  readonly hidden: number;
}

/** One month of a group or village in the table. */
export interface FoundMonth extends CellsOfPlace {
  /** Position in the table. */
  readonly row: number;
  /** Where each of them stands, and what says the month, the group and the village. */
  readonly columns: { readonly [key in TypedKey | "month" | "segment" | "village"]?: number };
  readonly isFaulty: boolean;
}

export interface HappenedSummary extends Told<HappenedMeaning> {
  /** Of columns whose head names them. */
  readonly months: readonly (string | null)[];
  readonly groups: readonly (string | null)[];
  /** The group of rows that name none; "": each row names its own, or none is known. */
  readonly group: string;
  /** Whether rows without a group wait for one to be chosen. */
  readonly needsGroup: boolean;
  readonly preview: readonly FoundMonth[];
  /** The first of them. */
  readonly faults: readonly ToldFault[];
  readonly notTaken: NotTaken;
  /** Rows that the plan has already, with the same cells. */
  readonly same: number;
  /** Whether a month without a year was read in that of the plan. */
  readonly isYearAdded: boolean;
}

export interface HappenedImport {
  readonly rows: readonly CellsOfPlace[];
}
