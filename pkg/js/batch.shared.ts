// `cakupan/batch` without a default location: one plan for many units, in columns.
import { columns as columnsOf, initSync, restart, workOut as workOutUnits } from "./batch.glue.js";
import { refuse } from "./error.js";
import { ownModule } from "./module.js";
import { type Plain, plain } from "./plain.js";
import type { Scenario } from "./types.js";

const { startFrom, result } = ownModule({ initSync, restart });
export { startFrom };

/** A column that a table of units may have. */
export interface BatchColumn {
  /** `rentan`, `rentan.2026-07`, `kader.members`, `kader.eligible`, `add.2026`, `firstMonth`, `lastMonth`. */
  readonly name: string;
  /** Every table must have it, with a number in each row. */
  readonly needed: boolean;
}

/**
 * Units in columns, by the name of the column: one number a unit, in the same order in all. People and rupiah are whole;
 * a month is its year and number, `202610`; `NaN` or `null` is an empty cell.
 */
export type BatchTable = { readonly [column: string]: Float64Array | readonly (number | null)[] };

/** What each unit comes to in a budget year; one number a unit. */
export interface BatchYear {
  readonly year: number;
  /** Heads billed, summed over the months. */
  readonly personMonths: Float64Array;
  /** In the order of the scenario. */
  readonly funds: readonly BatchFund[];
}

/** What a fund is asked for in a budget year, in rupiah; one number a unit. */
export interface BatchFund {
  /** Identifier of the fund in the scenario. */
  readonly fund: string;
  /** What its share comes to, or what is passed on to it. */
  readonly asked: Float64Array;
  /** What of it lies above its ceiling; 0 without one. */
  readonly short: Float64Array;
}

/** A scenario and a table as the module takes them. */
export interface Work {
  readonly scenario: Plain;
  readonly names: string[];
  readonly cells: Float64Array[];
}

/** A column as numbers. Typed arrays hold nothing else; of a list every item is looked at. */
function numbers(name: string, column: unknown): Float64Array {
  if (column instanceof Float64Array) return column;
  if (!Array.isArray(column)) return refuse({ code: "notAList", path: name, params: {} });
  return Float64Array.from(column, (cell: unknown, unit) => {
    if (cell === null || cell === undefined) return Number.NaN;
    if (typeof cell === "number") return cell;
    return refuse({ code: "notANumber", path: `units[${unit}].${name}`, params: { example: "100" } });
  });
}

/** Copies what a caller handed over, so that no getter or Proxy runs while the module does. */
export function work(scenario: Scenario, table: BatchTable): Work {
  const [copy = null] = plain([scenario]);
  try {
    const columns = Object.entries(table);
    return {
      scenario: copy,
      names: columns.map(([name]) => name),
      cells: columns.map(([name, column]) => numbers(name, column)),
    };
  } catch (thrown) {
    if (thrown instanceof Error && "problems" in thrown) throw thrown;
    return refuse({ code: "notReadable", path: "", params: {} });
  }
}

export function workOut({ scenario, names, cells }: Work): BatchYear[] {
  return result(() => workOutUnits(scenario, names, cells));
}

/**
 * Lists the columns that a table of units may have under a plan: people for every segment, ceilings by fund and year,
 * and first and last billed month.
 *
 * @throws {CakupanError} `notStarted` before `start`; every problem, where `check` would list any.
 */
export function columns(scenario: Scenario): BatchColumn[] {
  const [copy = null] = plain([scenario]);
  return result(() => columnsOf(copy));
}

/**
 * Works out one plan for many units, such as the villages of a regency: each number is what `project` gives for the
 * scenario of the unit alone. People and ceilings come from the table, everything else from the plan.
 *
 * @throws {CakupanError} `notStarted` before `start`; all problems of the plan, the columns or the units, whose path is
 * `units[17].rentan`.
 *
 * @example
 * const [year] = batch(plan, { rentan: [100, 50] });
 * year.funds[0].asked // Float64Array [20160000, 10080000]
 */
export function batch(scenario: Scenario, table: BatchTable): BatchYear[] {
  return workOut(work(scenario, table));
}
