/** What is told of a table of any kind before it is taken. */

export interface ToldColumn<Is extends string> {
  readonly letter: string;
  /** The words above it; "" without a head. */
  readonly head: string;
  readonly meaning: Is;
  /** What stands in its first row. */
  readonly example: string;
}

export interface Told<Is extends string> {
  readonly columns: readonly ToldColumn<Is>[];
  /** Rows of the head, from 1. */
  readonly headRows: readonly number[];
  /** Rows found, and those of them with a fault. */
  readonly rows: number;
  readonly faulty: number;
  readonly allFaults: number;
  readonly isUnclear: boolean;
  readonly formulas: number;
  readonly hiddenRows: number;
  /** Rows without a fault that are new to the plan, and that replace what it has. */
  readonly added: number;
  readonly replaced: number;
}

/** Rows that are shown as they will be taken, and faults that are listed. */
export const PREVIEW = 8;
export const LISTED = 50;
