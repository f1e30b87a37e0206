// `cakupan/batch` without a default location: one plan for many units, in columns.
import {
  apportion as apportionOver,
  columns as columnsOf,
  initSync,
  restart,
  villages as villagesOf,
  workOut as workOutUnits,
} from "./batch.glue.js";
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
  /** All that is billed, in rupiah: what the funds are asked for together. */
  readonly rupiah: Float64Array;
  /** What of it lies above the ceilings. */
  readonly short: Float64Array;
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

/** What the villages of a plan come to, each alone, by district and together. */
export interface VillagesAnswer {
  /** Names in the order of their first village; `""` for villages without one. */
  readonly districts: readonly string[];
  /** Position of the district of each village. */
  readonly districtOf: Float64Array;
  /** One entry a village, in the order of the scenario. */
  readonly villages: VillageColumns;
  /** Sums, one entry a district. */
  readonly byDistrict: VillageColumns;
  /** Sums of all villages, one entry in each column. */
  readonly total: VillageColumns;
  /** By fund, then year; only those of which a village has a ceiling. */
  readonly ceilings: readonly CeilingUse[];
}

/**
 * What the villages use of their own ceilings of a fund in a budget year, in rupiah. Of a ceiling is used what its village
 * asks for, and no more than the ceiling: what one village does not use is not there for another.
 */
export interface CeilingUse {
  /** Identifier of the fund in the scenario. */
  readonly fund: string;
  readonly year: number;
  /** Villages with a ceiling of this fund and year. */
  readonly villages: number;
  /** Sum of their ceilings. */
  readonly ceiling: number;
  /** What they use of it. */
  readonly used: number;
  /** What they ask for beyond it. */
  readonly short: number;
  /** What villages without a ceiling of this fund and year ask for. */
  readonly unlimited: number;
}

/** Columns with one number a village, or a district. */
export interface VillageColumns {
  /** The people that each segment of enrolment `"villages"` counts there, in the order of the scenario. */
  readonly people: readonly { readonly segment: string; readonly people: Float64Array }[];
  readonly years: readonly BatchYear[];
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

/**
 * Works out each village of a plan alone: its people, its months and its ceilings, and of segments that count no villages
 * nobody. Each number is what `project` gives for the plan with this village only. The ceilings of the plan limit all
 * villages together, so a fund and year for which a village names no ceiling has none.
 *
 * The sums are those of the plan: in each year what `project` bills for the segments that count villages, to the rupiah,
 * while none of them has `flows`, by which whole people are cut in each village.
 *
 * @throws {CakupanError} `notStarted` before `start`; every problem, where `check` would list any.
 *
 * @example
 * const { districts, byDistrict, villages: each } = villages(plan);
 * each.years[0].funds[0].short // what the ceilings of each village do not pay
 */
export function villages(scenario: Scenario): VillagesAnswer {
  const [copy = null] = plain([scenario]);
  return result(() => villagesOf(copy));
}

/**
 * Divides people over units by size: whole parts first, then one each to the largest remainders, the first of equals
 * first. Equal sizes make an equal spread.
 *
 * @throws {CakupanError} `notStarted` before `start`; `notWhole`, `tooSmall`, … of `people` or `sizes[3]`; `tooSmall` of
 * `sizes` where all are 0 and there are people.
 *
 * @example
 * apportion(10, [3, 3, 1]) // Float64Array [4, 4, 2]
 */
export function apportion(people: number, sizes: Float64Array | readonly number[]): Float64Array {
  if (typeof people !== "number") return refuse({ code: "notANumber", path: "people", params: { example: "100" } });
  const numbers = sizesOf(sizes);
  return result(() => apportionOver(people, numbers));
}

function sizesOf(sizes: unknown): Float64Array {
  if (sizes instanceof Float64Array) return sizes;
  if (!Array.isArray(sizes)) return refuse({ code: "notAList", path: "sizes", params: {} });
  return Float64Array.from(sizes, (size: unknown, unit) =>
    typeof size === "number"
      ? size
      : refuse({ code: "notANumber", path: `sizes[${unit}]`, params: { example: "100" } }),
  );
}
