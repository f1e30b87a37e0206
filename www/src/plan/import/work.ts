/** The work on one file: it is read, understood, and handed over as villages. It runs beside the page, in a worker. */
import type { Words } from "cakupan";
import type { District } from "../../regions/pack.js";
import type { Monthly, Sum } from "./assign.js";
import { copied } from "./copied.js";
import { type Delimited, delimited, type Separator } from "./delimited.js";
import { decoded, type Encoding } from "./encoding.js";
import { type Choices, MOST_BYTES, type PlanFacts } from "./facts.js";
import { type Column, type Found, type Guess, guess, type Remark } from "./guess.js";
import { type Taken, takenOf, withImported } from "./merge.js";
import { type Places, placesOf } from "./places.js";
import type { Fault, Ignored } from "./rows.js";
import { type RawTable, tableOfSheet, tableOfText } from "./table.js";
import type { VillageDraft } from "../villages.js";
import type { Village } from "./village.js";

/** What the work needs of the plan. */
export interface PlanPart {
  readonly facts: PlanFacts;
  /** The register of its region; empty where there is none. */
  readonly districts: readonly District[];
  /** The villages that the plan has already. */
  readonly villages: readonly VillageDraft[];
}

export interface Opened {
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    readonly rows: number;
    readonly moreRows: number;
    readonly moreCells: number;
  }[];
  readonly hasMacros: boolean;
  readonly hasLinks: boolean;
  /** Of a text. */
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  /** The row, from 1, in which a quotation mark opens that is never closed. */
  readonly openQuote: number | null;
}

export type Refused =
  /** By the reader of workbooks, in its words. */
  | { readonly refused: "workbook"; readonly words: Words }
  /** Neither a workbook nor a text. */
  | { readonly refused: "notTable" }
  | { readonly refused: "tooLarge" };

/** What is shown of a table before it is taken. */
export interface Summary {
  readonly columns: readonly Column[];
  /** Columns of one group: offered as a sum. */
  readonly sums: readonly Sum[];
  readonly monthly: readonly Monthly[];
  /** Rows of the head, from 1. */
  readonly headRows: readonly number[];
  /** Villages found, and those of them with a fault. */
  readonly villages: number;
  readonly faulty: number;
  readonly preview: readonly Found[];
  /** The first of them. */
  readonly faults: readonly Fault[];
  readonly allFaults: number;
  readonly isUnclear: boolean;
  readonly remarks: readonly Remark[];
  readonly allRemarks: number;
  readonly ignored: Ignored;
  readonly carried: number;
  readonly formulas: number;
  readonly hiddenRows: number;
  /** Rows without a fault that are new to the plan, and that replace one of its villages. */
  readonly added: number;
  readonly replaced: number;
}

/** The villages of a file, and which of their fields it says. */
export interface Imported {
  readonly rows: readonly Village[];
  readonly taken: Taken;
}

const PREVIEW = 8;
const LISTED = 50;

/** How a zip begins, and an old `.xls` or a workbook with a password, which the reader of workbooks refuses. */
const WORKBOOKS = ["PK", "\u00d0\u00cf\u0011\u00e0"];

export class Work {
  readonly #plan: PlanPart;
  readonly #places: Places;
  #tables: readonly RawTable[] = [];
  #guess: Guess | null = null;

  constructor(plan: PlanPart) {
    this.#plan = plan;
    this.#places = placesOf(plan.districts);
  }

  async open(source: Uint8Array | string): Promise<Opened | Refused> {
    this.#guess = null;
    if (source.length > MOST_BYTES) return { refused: "tooLarge" };
    if (typeof source === "string") return this.#openText(copied(source) ?? delimited(source), null);
    const start = String.fromCharCode(...source.subarray(0, 4));
    if (WORKBOOKS.some((sign) => start.startsWith(sign))) return this.#openWorkbook(source);
    const { text, encoding } = decoded(source);
    return text.includes("\0") ? { refused: "notTable" } : this.#openText(delimited(text), encoding);
  }

  /** Throws where there is no such sheet. */
  guess(sheet: number, choices: Choices): Summary {
    const table = this.#tables[sheet];
    if (!table) throw new RangeError(`There is no sheet ${sheet}.`);
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
      villages: rows.length,
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

  /** The villages without a fault, as last understood. */
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

  #opened(tables: readonly RawTable[], told: Omit<Opened, "sheets">): Opened {
    this.#tables = tables;
    const sheets = tables.map(({ name, isHidden, rows, moreRows, moreCells }) => ({
      name,
      isHidden,
      rows: rows.filter((row) => row.length > 0).length,
      moreRows,
      moreCells,
    }));
    return { sheets, ...told };
  }

  #openText({ rows, separator, moreRows, openQuote }: Delimited, encoding: Encoding | null): Opened {
    const told = { hasMacros: false, hasLinks: false, encoding, separator };
    return this.#opened([tableOfText(rows, moreRows)], {
      ...told,
      openQuote: openQuote === null ? null : openQuote + 1,
    });
  }

  /** The module is fetched only for a workbook. */
  async #openWorkbook(bytes: Uint8Array): Promise<Opened | Refused> {
    const { CakupanError, start, tables } = await import("cakupan/sheets");
    await start();
    try {
      const { sheets, hasMacros, hasLinks } = tables(bytes);
      const told = { hasMacros, hasLinks, encoding: null, separator: null, openQuote: null };
      return this.#opened(sheets.map(tableOfSheet), told);
    } catch (error) {
      if (error instanceof CakupanError && error.problems.length > 0)
        return { refused: "workbook", words: error.words };
      throw error;
    }
  }
}
