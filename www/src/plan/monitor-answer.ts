/** The plan against what happened, as it is worked out beside the page: what goes there, and what comes back. */
import { CakupanError, monitor, type Monitored, type Realisation } from "cakupan/monitor";
import type { Problem, Scenario } from "cakupan";
import type { RealisedDraft } from "./draft.js";
import { keyOf, TYPED_KEYS, toRealisation, type UnclearCell } from "./realisation.js";

const COLUMNS = ["month", "segment", "village", ...TYPED_KEYS] as const;

type Column = (typeof COLUMNS)[number];

/**
 * Rows in columns, of which those without any cell are absent: a year of 3,000 villages has 36,000 rows, which are copied
 * to a worker many times as fast in this form.
 */
export interface PackedRows {
  readonly count: number;
  readonly columns: { readonly [column in Column]?: readonly (string | undefined)[] };
}

export function packed(rows: readonly RealisedDraft[]): PackedRows {
  const filled = COLUMNS.filter((column) => rows.some((row) => row[column] !== undefined));
  const columns = Object.fromEntries(filled.map((column) => [column, rows.map((row) => row[column])]));
  return { count: rows.length, columns };
}

function unpacked({ count, columns }: PackedRows): readonly RealisedDraft[] {
  const all = Object.entries(columns) as [Column, readonly (string | undefined)[]][];
  return Array.from({ length: count }, (_, at) => {
    const cells = all.flatMap(([column, values]) => (values[at] === undefined ? [] : [[column, values[at]]]));
    return Object.fromEntries(cells) as unknown as RealisedDraft;
  });
}

/** A cell whose number can be read in two ways, by the position of its row. */
export type UnclearAt = Omit<UnclearCell, "place"> & { readonly at: number };

/** What the page shows of each row that was compared. */
export interface ComparedRows {
  /** `keyOf` of each; a village by its code, or else its name. */
  readonly keys: readonly string[];
  readonly planPeople: Float64Array<ArrayBuffer>;
  readonly planRupiah: Float64Array<ArrayBuffer>;
  /** `NaN`: not known. */
  readonly deviation: Float64Array<ArrayBuffer>;
}

export interface MonitorAnswer {
  /** `null` where something in what happened is wrong. */
  readonly monitored: Omit<Monitored, "rows"> | null;
  readonly rows: ComparedRows | null;
  readonly problems: readonly Problem[];
  readonly unclear: readonly UnclearAt[];
}

const NONE: MonitorAnswer = { monitored: null, rows: null, problems: [], unclear: [] };

/** The module must have started. */
export function monitorAnswer(scenario: Scenario, happened: PackedRows): MonitorAnswer {
  const { rows, unclear } = toRealisation(unpacked(happened));
  if (unclear.length > 0) return { ...NONE, unclear };
  try {
    const { rows: all, ...monitored } = monitor(scenario, { rows } as Realisation);
    return { ...NONE, monitored, rows: compared(all) };
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0) return { ...NONE, problems: error.problems };
    throw error;
  }
}

function compared(rows: Monitored["rows"]): ComparedRows {
  return {
    keys: rows.map(({ month, segment, village, villageCode }) =>
      keyOf({ month, segment, village: villageCode ?? village ?? "" }),
    ),
    planPeople: Float64Array.from(rows, ({ planPeople }) => planPeople),
    planRupiah: Float64Array.from(rows, ({ planRupiah }) => planRupiah),
    deviation: Float64Array.from(rows, ({ deviation }) => deviation?.rupiah ?? Number.NaN),
  };
}
