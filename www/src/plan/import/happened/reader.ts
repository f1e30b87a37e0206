/** What happened, as a table says it: held against the plan and the engine before it is taken. */
import type { Problem } from "cakupan";
import {
  cellOfPath,
  keyOf,
  placeOf,
  realisedOf,
  type RealisedPlan,
  type TypedKey,
  TYPED_KEYS,
  toRealisation,
  withTable,
} from "../../realisation.js";
import type { Choices } from "../facts.js";
import type { Reader } from "../kinds.js";
import { letterOf, placeOf as cellAt, type RawTable, shownOf, textAt } from "../table.js";
import { LISTED, PREVIEW } from "../told.js";
import type { FoundMonth, HappenedImport, HappenedMeaning, HappenedPart, HappenedSummary, ToldFault } from "./kind.js";
import { layoutOf } from "./layout.js";
import { groupFinder, walk } from "./rows.js";

export class HappenedReader implements Reader<"happened"> {
  readonly #plan: HappenedPart;
  #found: readonly FoundMonth[] = [];

  constructor(plan: HappenedPart) {
    this.#plan = plan;
  }

  async guess(table: RawTable, choices: Choices<HappenedMeaning>): Promise<HappenedSummary> {
    const { segments } = this.#plan;
    const groupOf = groupFinder(this.#plan);
    const layout = layoutOf(table, this.#plan, choices, groupOf);
    const only = segments.length === 1 ? (segments[0]?.id ?? "") : "";
    const group = choices.group || this.#plan.group || only;
    const walked = walk(table, layout, this.#plan, groupOf, group, choices.thousands, choices.withHidden);
    const read = [...walked.faults, ...duplicates(walked.found)];
    const unread = faultyIn(walked.found, read);
    const ready = walked.found
      .map((one, at) => ({ ...one, at }))
      .filter(({ at, place }) => !unread.has(at) && place.segment !== "");
    const told = await this.#told(ready);
    const faults = [...read, ...told].sort((one, other) => one.row - other.row);
    const faulty = faultyIn(walked.found, faults);
    this.#found = walked.found.map((one, at) => ({ ...one, isFaulty: faulty.has(at) }));
    const { added, replaced, same } = this.#counted();
    const { columns, heads, headRows } = layout;
    return {
      columns: columns.map(({ meaning }, column) => ({
        letter: letterOf(column),
        head: shownOf(heads[column] ?? ""),
        meaning,
        // Numbers of persons are not shown.
        example: meaning === "nik" ? "" : shownOf(textAt(table, walked.found[0]?.row ?? layout.start, column)),
      })),
      months: columns.map(({ month }) => month),
      groups: columns.map(({ segment }) => segment),
      group,
      needsGroup: walked.needsGroup,
      headRows: headRows.map((row) => row + 1),
      rows: this.#found.length,
      faulty: faulty.size,
      preview: this.#found.slice(0, PREVIEW),
      faults: faults.slice(0, LISTED),
      allFaults: faults.length,
      isUnclear:
        choices.thousands !== null || faults.some(({ what }) => what.is === "cell" && what.fault === "unclear"),
      notTaken: walked.notTaken,
      formulas: walked.formulas,
      hiddenRows: walked.hiddenRows,
      isYearAdded: walked.isYearAdded,
      added,
      replaced,
      same,
    };
  }

  take(): HappenedImport {
    const ready = this.#found.filter(({ isFaulty, place }) => !isFaulty && place.segment !== "");
    return { rows: ready.map(({ place, cells }) => ({ place, cells })) };
  }

  /** What the engine says of these rows among those of the plan. */
  async #told(
    rows: readonly (Omit<FoundMonth, "isFaulty"> & { readonly at: number })[],
  ): Promise<readonly ToldFault[]> {
    if (rows.length === 0) return [];
    const plan = withTable(this.#plan, rows);
    const asked = toRealisation(realisedOf(plan));
    const byPlace = new Map(rows.map((one) => [keyOf(one.place), one]));
    return (await problemsOf(this.#plan.scenario, asked.rows)).flatMap(({ path, message }): ToldFault[] => {
      const cell = cellOfPath(plan, path);
      const found = cell && byPlace.get(keyOf(cell.place));
      if (!found) return [];
      const { row, columns, cells, at } = found;
      const named = Object.keys(cells)[0] as TypedKey | undefined;
      const column = columns[cell.key as keyof typeof columns] ?? (named && columns[named]) ?? 0;
      return [{ cell: cellAt(row, column), row, month: at, what: { is: "plan", words: message } }];
    });
  }

  /** What taking the rows would do. */
  #counted(): { readonly added: number; readonly replaced: number; readonly same: number } {
    const rows = this.take();
    const byPlace = (plan: RealisedPlan) => new Map(plan.realisation?.map((row) => [keyOf(placeOf(plan, row)), row]));
    const [before, after] = [byPlace(this.#plan), byPlace(withTable(this.#plan, rows.rows))];
    let [added, replaced, same] = [0, 0, 0];
    for (const { place } of rows.rows) {
      const [old, now] = [before.get(keyOf(place)), after.get(keyOf(place))];
      if (!old) added += 1;
      else if (now && TYPED_KEYS.some((key) => old[key] !== now[key])) replaced += 1;
      else same += 1;
    }
    return { added, replaced, same };
  }
}

/** Positions of the months that have a fault, or whose row has one. */
function faultyIn(found: readonly Omit<FoundMonth, "isFaulty">[], faults: readonly ToldFault[]): ReadonlySet<number> {
  const rows = new Set(faults.flatMap(({ row, month }) => (month === null ? [row] : [])));
  const months = new Set(faults.map(({ month }) => month));
  return new Set(found.flatMap(({ row }, at) => (rows.has(row) || months.has(at) ? [at] : [])));
}

/** A month of a group or village that stands twice in the table: the first is meant. */
function duplicates(found: readonly Omit<FoundMonth, "isFaulty">[]): readonly ToldFault[] {
  const first = new Map<string, number>();
  return found.flatMap(({ row, place, columns }, at): ToldFault[] => {
    if (place.month === "" || place.segment === "") return [];
    const before = first.get(keyOf(place));
    if (before === undefined) {
      first.set(keyOf(place), row);
      return [];
    }
    const what = { is: "cell", fault: "duplicate", text: String(before + 1) } as const;
    return [{ cell: cellAt(row, columns.month ?? 0), row, month: at, what }];
  });
}

/** The module that holds a plan against what happened is fetched for it. */
async function problemsOf(scenario: HappenedPart["scenario"], rows: readonly object[]): Promise<readonly Problem[]> {
  const { CakupanError, monitor, start } = await import("cakupan/monitor");
  await start();
  try {
    monitor(scenario, { rows } as Parameters<typeof monitor>[1]);
    return [];
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0) return error.problems;
    throw error;
  }
}
