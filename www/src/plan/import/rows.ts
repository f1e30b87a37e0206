/** Walks the rows of a table below its head: villages, rows that are none, and what cannot be read, by cell. */
import { isBpsDistrict } from "./bps.js";
import { type CellFault, type CellReading, readCode, readMonth, readWhole, summed, type Thousands } from "./cells.js";
import type { Layout } from "./layout.js";
import { type Meaning, type PlanFacts, yearsOf } from "./facts.js";
import type { Places } from "./places.js";
import { placeOf, type RawTable, shownOf, textAt } from "./table.js";
import { countedMonths, keyOf, type Village } from "./village.js";

/** What keeps a row from being taken. */
export type RowFault =
  | CellFault
  | "nameMissing"
  | "duplicate"
  /** Beside a code of BPS, which says nothing here: several villages have this name. */
  | "ambiguous"
  | "monthOutsidePlan"
  | "endsBeforeStart"
  /** A village without residents: not given is meant. */
  | "noResidents";

export interface Fault {
  /** `"C17"`. */
  readonly cell: string;
  /** Position of the row in the table. */
  readonly row: number;
  readonly fault: RowFault;
  /** What stands in the cell; of a duplicate the first row of the same village; of an ambiguous name the kecamatan. */
  readonly text: string;
}

/** Rows that are no villages. */
export interface Ignored {
  readonly blank: number;
  /** "JUMLAH", "TOTAL", "Subtotal". */
  readonly totals: number;
  /** A kecamatan above its villages. */
  readonly headings: number;
  /** The head again, as on each printed page. */
  readonly heads: number;
  /** Signatures, sources: no village of the register, without a number. */
  readonly notes: number;
  /** Hidden in the workbook, and left out by the reader. */
  readonly hidden: number;
}

export interface Row {
  /** Position in the table. */
  readonly row: number;
  readonly village: Village;
  readonly isHidden: boolean;
}

export interface Walked {
  readonly rows: readonly Row[];
  readonly faults: readonly Fault[];
  readonly ignored: Ignored;
  /** Rows whose kecamatan is that of a row above. */
  readonly carried: number;
  /** Cells whose number is the result of a formula. */
  readonly formulas: number;
  readonly hiddenRows: number;
}

const TOTAL = /^(sub ?-?(total|jumlah)|grand total|jumlah|jml|total)\b/i;
const DISTRICT = /^(kecamatan|kec\.?|distrik)\s/i;

const isValue = (meaning: Meaning) => /^(people|ceiling):|^(residents|months|firstMonth|lastMonth)/.test(meaning);

export function walk(
  table: RawTable,
  layout: Layout,
  facts: PlanFacts,
  places: Places,
  thousands: Thousands | null,
  withHidden: boolean,
): Walked {
  const { meanings, start } = layout;
  const columnOf = (meaning: Meaning) => meanings.indexOf(meaning);
  const name = columnOf("name");
  const isBps = columnOf("code") < 0 && columnOf("bps") >= 0;
  const code = columnOf(isBps ? "bps" : "code");
  const district = columnOf("district");
  const number = columnOf("number");
  const text = (row: number, column: number) => (column < 0 ? "" : textAt(table, row, column));
  const valueColumns = meanings.flatMap((meaning, column) => (isValue(meaning) ? [column] : []));
  const isFilled = (row: number, column: number) =>
    text(row, column) !== "" || table.mark(row, column) === "formulaEmpty";
  const hasValue = (row: number) => valueColumns.some((column) => isFilled(row, column));
  let lastValue = -1;
  for (let row = start; row < table.rows.length; row++) if (hasValue(row)) lastValue = row;

  const rows: Row[] = [];
  const faults: Fault[] = [];
  const ignored = { blank: 0, totals: 0, headings: 0, heads: 0, notes: 0, hidden: 0 };
  let [carried, formulas, hiddenRows] = [0, 0, 0];
  let current = "";
  const headTexts = layout.headRows.map((row) => textsOf(table, row).join("|"));

  for (let row = start; row < table.rows.length; row++) {
    const filled = (table.rows[row] ?? []).flatMap((_, column) =>
      text(row, column) !== "" && table.mark(row, column) !== "down" ? [column] : [],
    );
    const named = text(row, name);
    const own = text(row, district);
    if (filled.length === 0 && named === "") {
      ignored.blank += 1;
      continue;
    }
    const labels = filled.filter((column) => column !== number && !valueColumns.includes(column));
    if (headTexts.includes(textsOf(table, row).join("|"))) {
      ignored.heads += 1;
      continue;
    }
    if (labels.some((column) => TOTAL.test(text(row, column)))) {
      ignored.totals += 1;
      continue;
    }
    const heading = headingOf(
      row,
      labels.map((column) => text(row, column)),
    );
    if (heading !== null) {
      current = heading;
      ignored.headings += 1;
      continue;
    }
    const isCarried = district >= 0 && own === "" && current !== "";
    if (own !== "") current = own.replace(DISTRICT, "");
    const isMerged = district >= 0 && table.mark(row, district) === "down";
    const isNote = text(row, code) === "" && !hasValue(row);
    const isStray = lastValue >= 0 && (places.isKnown ? !places.isNamed(named) : row > lastValue);
    if (isNote && (named === "" || isStray)) {
      ignored.notes += 1;
      continue;
    }
    if (table.hiddenRows.has(row)) hiddenRows += 1;
    if (table.hiddenRows.has(row) && !withHidden) {
      ignored.hidden += 1;
      continue;
    }
    if (isCarried || isMerged) carried += 1;
    if (valueColumns.some((column) => table.mark(row, column) === "formula")) formulas += 1;
    rows.push({ row, village: villageOf(row, named), isHidden: table.hiddenRows.has(row) });
  }
  return { rows, faults, ignored, carried, formulas, hiddenRows };

  /** The kecamatan that a row is the heading of. */
  function headingOf(row: number, labels: readonly string[]): string | null {
    const [named, own] = [text(row, name), text(row, district)];
    const [first = "", ...others] = labels;
    if (isBps && isBpsDistrict(text(row, code))) return named === "" ? own : named;
    if (text(row, code) !== "") return null;
    // No village is called "Kecamatan …"; its heading may stand beside its sums.
    const titled = [named, named === "" ? first : ""].find((label) => DISTRICT.test(label));
    if (titled !== undefined) return titled.replace(DISTRICT, "");
    if (others.length > 0 || hasValue(row) || first === "") return null;
    if (district >= 0) return named === "" && own !== "" ? own : null;
    const known = places.districtOf(first);
    return known && keyOf(known.name) === keyOf(first) ? first : null;
  }

  function fault(row: number, column: number, what: RowFault): void {
    faults.push({ cell: placeOf(row, column), row, fault: what, text: shownOf(text(row, column)) });
  }

  function villageOf(row: number, named: string): Village {
    const read = (column: number, reading: CellReading): string | undefined => {
      if (reading.is === "fault") fault(row, column, reading.fault);
      return reading.is === "given" ? reading.text : undefined;
    };
    const cell = (column: number) => table.rows[row]?.[column] ?? null;
    const mark = (column: number) => table.mark(row, column);
    const whole = (column: number, kind: "people" | "money" | "months") =>
      read(column, readWhole(cell(column), mark(column), kind, thousands));
    const village: { -readonly [key in keyof Village]: Village[key] } = { name: named, counts: [], ceilings: [] };
    if (current !== "") village.district = current;
    let months: string | undefined;
    let monthsAt = 0;
    for (const [column, meaning] of meanings.entries()) {
      const [kind, place, year] = meaning.split(":");
      if (kind === "code") put("code", read(column, readCode(cell(column), mark(column))));
      else if (kind === "residents") {
        const residents = whole(column, "people");
        if (residents === "0") fault(row, column, "noResidents");
        put("residents", residents);
      } else if (kind === "firstMonth" || kind === "lastMonth") {
        const month = read(column, readMonth(cell(column), mark(column), yearsOf(facts)));
        if (month !== undefined && (month < facts.firstMonth || month > facts.lastMonth))
          fault(row, column, "monthOutsidePlan");
        put(kind, month);
      } else if (kind === "months") [months, monthsAt] = [whole(column, "months"), column];
      else if (kind === "people") {
        const [people, segment] = [whole(column, "people"), facts.segments[Number(place)]];
        if (people !== undefined && segment) count(column, segment.id, people);
      } else if (kind === "ceiling") {
        const [rupiah, fund] = [whole(column, "money"), facts.funds[Number(place)]];
        if (rupiah !== undefined && fund && year)
          village.ceilings = [...village.ceilings, { fund: fund.id, year, rupiah }];
      }
    }
    if (months !== undefined) {
      const last = countedMonths(village.firstMonth ?? facts.firstMonth, months);
      if (last === null || last > facts.lastMonth) fault(row, monthsAt, "monthOutsidePlan");
      else put("lastMonth", last);
    }
    const { firstMonth = "", lastMonth } = village;
    if (lastMonth !== undefined && lastMonth < firstMonth)
      fault(row, Math.max(columnOf("lastMonth"), columnOf("firstMonth")), "endsBeforeStart");
    if (named === "" && village.code === undefined) fault(row, Math.max(0, name), "nameMissing");
    return village;

    /** Several columns of one group are its parts: the reader has said so. */
    function count(column: number, segment: string, people: string): void {
      const before = village.counts.find((one) => one.segment === segment);
      const sum = before ? read(column, summed(before.people, people)) : people;
      const others = village.counts.filter((one) => one !== before);
      if (sum !== undefined) village.counts = [...others, { segment, people: sum }];
    }

    function put(key: "code" | "residents" | "firstMonth" | "lastMonth", value: string | undefined): void {
      if (value !== undefined) village[key] = value;
    }
  }
}

const textsOf = (table: RawTable, row: number) =>
  (table.rows[row] ?? []).map((_, column) => textAt(table, row, column));
