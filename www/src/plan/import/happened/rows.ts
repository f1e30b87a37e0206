/** Walks the rows of a table of what happened: the months of groups and villages, and what cannot be read, by cell. */
import { wordsOf } from "../../../regions/search.js";
import { type CellReading, readCode, readDay, readMonth, readWhole, type Thousands } from "../cells.js";
import { meaningOf } from "../meaning.js";
import { placeOf as cellAt, type RawTable, shownOf, textAt } from "../table.js";
import { digitsOf, keyOf } from "../village.js";
import { type Place, TYPED, type TypedKey, villageKey } from "../../realisation.js";
import type { HappenedLayout } from "./layout.js";
import { isTyped } from "./layout.js";
import type { FoundMonth, HappenedFault, HappenedPart, NotTaken, ToldFault } from "./kind.js";

export interface WalkedMonths {
  readonly found: readonly Omit<FoundMonth, "isFaulty">[];
  readonly faults: readonly ToldFault[];
  readonly notTaken: NotTaken;
  readonly formulas: number;
  readonly hiddenRows: number;
  /** Whether a row names no group, and none was chosen. */
  readonly needsGroup: boolean;
  readonly isYearAdded: boolean;
}

const TOTAL = /^(sub ?-?(total|jumlah)|grand total|jumlah|jml|total)\b/i;
const DISTRICT = /^(kecamatan|kec\.?|distrik)\s/i;

/** Id of the group that a text names: by its id, its name, or the words that regions use. */
export function groupFinder({ segments }: HappenedPart): (text: string) => string | null {
  const names = new Map(segments.flatMap(({ id, name }) => [id, name].map((one) => [wordsOf(one).join(" "), id])));
  const known = new Map<string, string | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const [kind, place] = meaningOf(text, { segments, funds: [], firstMonth: "", lastMonth: "" }).split(":");
    const alike = kind === "people" ? segments[Number(place)]?.id : undefined;
    const id = names.get(wordsOf(text).join(" ")) ?? alike ?? null;
    known.set(text, id);
    return id;
  };
}

/** What rows call a village: its key by its code, or by its name and kecamatan; `several` where a name is not enough. */
function villageFinder({ villages }: HappenedPart) {
  const byCode = new Map(villages.map((village) => [digitsOf(village), villageKey(village)]));
  const byName = new Map<string, { readonly key: string; readonly district: string }[]>();
  for (const village of villages) {
    const all = byName.get(keyOf(village.name)) ?? [];
    byName.set(keyOf(village.name), all);
    all.push({ key: villageKey(village), district: keyOf(village.district ?? "") });
  }
  return {
    ofCode: (code: string) => byCode.get(code.replace(/\D/g, "")),
    ofName(name: string, district: string): string | "several" | undefined {
      const all = byName.get(keyOf(name)) ?? [];
      const within = district === "" ? all : all.filter((one) => one.district === keyOf(district));
      const fitting = within.length > 0 ? within : all.filter((one) => one.district === "");
      return fitting.length > 1 ? "several" : fitting[0]?.key;
    },
  };
}

export function walk(
  table: RawTable,
  { columns, start, headRows }: HappenedLayout,
  plan: HappenedPart,
  groupOf: (text: string) => string | null,
  group: string,
  thousands: Thousands | null,
  withHidden: boolean,
): WalkedMonths {
  const at = (meaning: string) => columns.findIndex((column) => column.meaning === meaning);
  const [monthAt, groupAt, codeAt, nameAt, districtAt, numberAt] = [
    ...["month", "segment", "code", "name", "district", "number"].map(at),
  ] as [number, number, number, number, number, number];
  const text = (row: number, column: number) => (column < 0 ? "" : textAt(table, row, column));
  const values = columns.flatMap(({ meaning }, column) => (isTyped(meaning) ? [column] : []));
  const isFilled = (row: number, column: number) =>
    (text(row, column) !== "" && !/^[-\u2013\u2014]$/.test(text(row, column))) ||
    table.mark(row, column) === "formulaEmpty";
  // Columns of one month and group are one row of the plan.
  const parts = new Map<string, number[]>();
  for (const column of values) {
    const key = `${columns[column]?.month ?? ""} ${columns[column]?.segment ?? ""}`;
    parts.set(key, [...(parts.get(key) ?? []), column]);
  }
  const villages = villageFinder(plan);
  const years = [Number(plan.year)];
  const found: Omit<FoundMonth, "isFaulty">[] = [];
  const faults: ToldFault[] = [];
  const notTaken = { blank: 0, totals: 0, headings: 0, heads: 0, notes: 0, unknown: 0, hidden: 0 };
  let [formulas, hiddenRows, needsGroup, isYearAdded] = [0, 0, false, false];
  /** Of the rows above. */
  let [lastMonth, lastGroup, lastDistrict] = ["", "", ""];
  const textsOf = (row: number) => (table.rows[row] ?? []).map((_, column) => text(row, column)).join("|");
  const headTexts = new Set(headRows.map(textsOf));

  const fault = (
    row: number,
    column: number,
    what: HappenedFault,
    said = shownOf(text(row, column)),
    month: number | null = null,
  ) =>
    faults.push({ cell: cellAt(row, Math.max(0, column)), row, month, what: { is: "cell", fault: what, text: said } });
  const monthOf = (row: number, column: number): CellReading => {
    const cell = table.rows[row]?.[column] ?? null;
    if (/^(0?[1-9]|1[0-2])$/.test(text(row, column))) {
      isYearAdded = true;
      return { is: "given", text: `${plan.year}-${text(row, column).padStart(2, "0")}` };
    }
    const reading = readMonth(cell, table.mark(row, column), years);
    if (reading.is === "given" && readMonth(cell, table.mark(row, column), []).is !== "given") isYearAdded = true;
    return reading;
  };

  for (let row = start; row < table.rows.length; row++) {
    const filled = (table.rows[row] ?? []).flatMap((_, column) => (text(row, column) === "" ? [] : [column]));
    if (filled.length === 0) {
      notTaken.blank += 1;
      continue;
    }
    if (headTexts.has(textsOf(row))) {
      notTaken.heads += 1;
      continue;
    }
    const labels = filled.filter((column) => column !== numberAt && !values.includes(column));
    if (labels.some((column) => TOTAL.test(text(row, column)))) {
      notTaken.totals += 1;
      continue;
    }
    const isEmpty = !values.some((column) => isFilled(row, column));
    if (isEmpty && isHeading(row, labels)) {
      notTaken.headings += 1;
      continue;
    }
    if (table.hiddenRows.has(row)) {
      hiddenRows += 1;
      if (!withHidden) {
        notTaken.hidden += 1;
        continue;
      }
    }
    const ownMonth = monthAt < 0 ? null : monthOf(row, monthAt);
    if (ownMonth?.is === "given") lastMonth = ownMonth.text;
    if (text(row, districtAt) !== "") lastDistrict = text(row, districtAt).replace(DISTRICT, "");
    if (text(row, groupAt) !== "") lastGroup = text(row, groupAt);
    if (isEmpty) {
      const isMonth = ownMonth?.is === "given" || text(row, nameAt) !== "" || text(row, codeAt) !== "";
      notTaken[isMonth ? "unknown" : "notes"] += 1;
      continue;
    }
    if (ownMonth?.is === "fault") fault(row, monthAt, ownMonth.fault);
    formulas += values.filter((column) => table.mark(row, column) === "formula").length;
    const village = villageOf(row);
    for (const of of parts.values()) if (of.some((column) => isFilled(row, column))) take(row, of, ownMonth, village);
  }
  return { found, faults, notTaken, formulas, hiddenRows, needsGroup, isYearAdded };

  /** A row that says one thing of the rows below it. */
  function isHeading(row: number, labels: readonly number[]): boolean {
    const [column, ...others] = labels;
    if (column === undefined || others.length > 0) return false;
    const label = text(row, column);
    const month = readMonth(label.replace(/^(bulan|bln|periode)\s*:?\s*/i, ""), undefined, years);
    if (month.is === "given") lastMonth = month.text;
    else if (DISTRICT.test(label)) lastDistrict = label.replace(DISTRICT, "");
    else if (column !== nameAt && groupOf(label) !== null) lastGroup = label;
    else return false;
    // A month or village of a table that has a column for them is a row whose figures are not known.
    return column !== monthAt || nameAt >= 0 || groupAt >= 0;
  }

  /** `undefined`: a whole group; `null`: none was found, which is told. */
  function villageOf(row: number): string | undefined | null {
    const [code, name] = [text(row, codeAt), text(row, nameAt)];
    if (code === "" && name === "") return undefined;
    if (code !== "") {
      const reading = readCode(table.rows[row]?.[codeAt] ?? null, table.mark(row, codeAt));
      const known = reading.is === "given" ? villages.ofCode(reading.text) : undefined;
      if (known !== undefined) return known;
      if (reading.is === "fault") fault(row, codeAt, reading.fault);
      if (reading.is === "fault" || name === "") {
        if (reading.is !== "fault") fault(row, codeAt, "unknownVillage");
        return null;
      }
    }
    const known = villages.ofName(name, lastDistrict);
    if (known !== undefined && known !== "several") return known;
    fault(row, nameAt, known === "several" ? "severalVillages" : "unknownVillage");
    return null;
  }

  function groupFor(row: number, named: string | null): string | null {
    if (named !== null) return named;
    if (lastGroup !== "") {
      const id = groupOf(lastGroup);
      if (id === null) fault(row, groupAt, "unknownGroup", shownOf(lastGroup));
      return id;
    }
    if (group !== "") return group;
    needsGroup = true;
    return null;
  }

  function take(
    row: number,
    of: readonly number[],
    ownMonth: CellReading | null,
    village: string | undefined | null,
  ): void {
    const { month: named = null, segment: namedGroup = null } = columns[of[0] ?? -1] ?? {};
    const month = named ?? (ownMonth?.is === "fault" ? null : lastMonth);
    const here = found.length;
    if (month === "") fault(row, monthAt < 0 ? (of[0] ?? 0) : monthAt, "monthMissing", "", here);
    const segment = groupFor(row, namedGroup);
    const cells: { [key in TypedKey]?: string } = {};
    const places: { -readonly [key in keyof FoundMonth["columns"]]: number } = {
      month: named !== null || monthAt < 0 ? (of[0] ?? 0) : monthAt,
      ...(groupAt >= 0 && namedGroup === null && { segment: groupAt }),
      ...(village && { village: nameAt < 0 ? codeAt : nameAt }),
    };
    for (const column of of) {
      const key = columns[column]?.meaning as TypedKey;
      const reading = read(row, column, key);
      if (reading.is === "fault") fault(row, column, reading.fault, shownOf(text(row, column)), here);
      if (reading.is === "given") cells[key] = reading.text;
      places[key] = column;
    }
    const place: Place = { month: month || "", segment: segment ?? "", ...(village && { village }) };
    found.push({ row, place, cells, columns: places });
  }

  function read(row: number, column: number, key: TypedKey): CellReading {
    const [cell, mark] = [table.rows[row]?.[column] ?? null, table.mark(row, column)];
    const kind = TYPED[key];
    if (kind === "date") return readDay(cell, mark, years);
    if (kind !== "text") return readWhole(cell, mark, kind, thousands);
    const said = text(row, column);
    return said === "" ? { is: "none" } : { is: "given", text: said };
  }
}
