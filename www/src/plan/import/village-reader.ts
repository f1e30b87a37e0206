/** Villages of a table, held against those of the plan. */
import type { District } from "../../regions/pack.js";
import type { VillageDraft } from "../villages.js";
import type { Monthly, Sum } from "./assign.js";
import type { Choices, Meaning, PlanFacts } from "./facts.js";
import { type Found, type Guess, guess, type Remark } from "./guess.js";
import { type Taken, takenOf, withImported } from "./merge.js";
import { type Places, placesOf } from "./places.js";
import type { Fault, Ignored } from "./rows.js";
import type { RawTable } from "./table.js";
import { LISTED, PREVIEW, type Told } from "./told.js";
import type { Village } from "./village.js";

/** What the work needs of the plan. */
export interface PlanPart {
  readonly facts: PlanFacts;
  /** The register of its region; empty where there is none. */
  readonly districts: readonly District[];
  /** The villages that the plan has already. */
  readonly villages: readonly VillageDraft[];
}

/** What is shown of a table before it is taken. */
export interface Summary extends Told<Meaning> {
  /** Columns of one group: offered as a sum. */
  readonly sums: readonly Sum[];
  readonly monthly: readonly Monthly[];
  readonly preview: readonly Found[];
  /** The first of them. */
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
  readonly allRemarks: number;
  readonly ignored: Ignored;
  readonly carried: number;
}

/** The villages of a file, and which of their fields it says. */
export interface Imported {
  readonly rows: readonly Village[];
  readonly taken: Taken;
}

export class VillageReader {
  readonly #plan: PlanPart;
  readonly #places: Places;
  #guess: Guess | null = null;

  constructor(plan: PlanPart) {
    this.#plan = plan;
    this.#places = placesOf(plan.districts);
  }

  async guess(table: RawTable, choices: Choices): Promise<Summary> {
    const { facts, villages } = this.#plan;
    const found = guess(table, facts, this.#places, choices);
    this.#guess = found;
    const { rows, faults, remarks, ignored, carried, formulas, hiddenRows, columns, sums, monthly } = found;
    const { added, replaced } = withImported(villages, this.#fit(found), this.#taken(found));
    return {
      columns,
      sums,
      monthly,
      headRows: found.headRows.map((row) => row + 1),
      rows: rows.length,
      faulty: rows.filter(({ isFaulty }) => isFaulty).length,
      preview: rows.slice(0, PREVIEW),
      faults: faults.slice(0, LISTED),
      allFaults: faults.length,
      isUnclear: choices.thousands !== null || faults.some(({ fault }) => fault === "unclear"),
      remarks: remarks.slice(0, LISTED),
      allRemarks: remarks.length,
      ignored,
      carried,
      formulas,
      hiddenRows,
      added,
      replaced,
    };
  }

  take(): Imported {
    if (!this.#guess) throw new RangeError("No table is understood yet.");
    return { rows: this.#fit(this.#guess), taken: this.#taken(this.#guess) };
  }

  #fit = ({ rows }: Guess) => rows.filter(({ isFaulty }) => !isFaulty).map(({ village }) => village);

  #taken = ({ columns }: Guess) =>
    takenOf(
      columns.map(({ meaning }) => meaning),
      this.#plan.facts,
    );
}
