/** What a table is taken for: its columns, its villages, the rows that are none, and every fault by its cell. */
import type { Monthly, Sum } from "./assign.js";
import { type Choices, type Meaning, NO_CHOICES, type PlanFacts } from "./facts.js";
import { layoutOf } from "./layout.js";
import type { Placed, Places } from "./places.js";
import { type Fault, type Ignored, type Row, walk } from "./rows.js";
import { letterOf, type RawTable, shownOf, textAt } from "./table.js";
import { keyOf, placeKeyOf, type Village } from "./village.js";

export interface Column {
  readonly letter: string;
  /** The words above it; "" without a head. */
  readonly head: string;
  readonly meaning: Meaning;
  /** What stands in its first row of a village. */
  readonly example: string;
}

export interface Found extends Row {
  readonly isFaulty: boolean;
  /** How its code was found: in the file, by its name, or by a name that is near. */
  readonly codeBy: "file" | "name" | "near" | "none";
}

/** What must be said of a row that is taken nevertheless. */
export interface Remark {
  readonly row: number;
  readonly remark: "unknownCode" | "codeOfOther" | "kelurahan" | "notInRegister" | "sameName";
  readonly village: Village;
  /** The village that has the code; of the same name the other kecamatan. */
  readonly other: string;
}

export interface Guess {
  readonly headRows: readonly number[];
  readonly columns: readonly Column[];
  readonly sums: readonly Sum[];
  readonly monthly: readonly Monthly[];
  readonly rows: readonly Found[];
  readonly faults: readonly Fault[];
  readonly remarks: readonly Remark[];
  readonly ignored: Ignored;
  readonly carried: number;
  readonly formulas: number;
  readonly hiddenRows: number;
}

export function guess(table: RawTable, facts: PlanFacts, places: Places, choices: Choices = NO_CHOICES): Guess {
  const layout = layoutOf(table, facts, choices, places);
  const walked = walk(table, layout, facts, places, choices.thousands, choices.withHidden);
  const { rows, remarks } = placed(walked.rows, places);
  const { meanings } = layout;
  const unclear = meanings.includes("bps") && !meanings.includes("code") ? ambiguous(rows, meanings, places) : [];
  const faults = [...walked.faults, ...duplicates(rows, meanings), ...unclear].sort((a, b) => a.row - b.row);
  const faulty = new Set(faults.map(({ row }) => row));
  return {
    ...walked,
    headRows: layout.headRows,
    sums: layout.sums,
    monthly: layout.monthly,
    columns: meanings.map((meaning, column) => ({
      letter: letterOf(column),
      head: shownOf(layout.heads[column] ?? ""),
      meaning,
      // Numbers of persons are not shown either.
      example: meaning === "nik" ? "" : shownOf(textAt(table, rows[0]?.row ?? layout.start, column)),
    })),
    rows: rows.map((row) => ({ ...row, isFaulty: faulty.has(row.row) })),
    faults,
    remarks: [...remarks, ...sameNames(rows)].sort((a, b) => a.row - b.row),
  };
}

type Located = Omit<Found, "isFaulty">;

/** Gives each row its place in the register: exact names first, so that a near one takes no village from them. */
function placed(rows: readonly Row[], places: Places): { rows: Located[]; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const used = new Set(rows.flatMap(({ village }) => village.code ?? []));
  const byRow = new Map<number, { readonly at: Placed; readonly codeBy: Found["codeBy"] }>();
  if (places.isKnown) {
    const open = rows.filter(({ village }) => village.code === undefined && village.name !== "");
    const isFree = (code: string) => !used.has(code);
    for (const codeBy of ["name", "near"] as const) {
      for (const { row, village } of open) {
        if (byRow.has(row)) continue;
        const { name, district = "" } = village;
        const at = codeBy === "name" ? places.exact(name, district) : places.near(name, district, isFree);
        if (at) {
          byRow.set(row, { at, codeBy });
          used.add(at.village.code);
        }
      }
    }
  }
  const located = rows.map((found): Located => {
    const { row, village } = found;
    const say = (remark: Remark["remark"], other = "") => remarks.push({ row, remark, village, other });
    const own = village.code === undefined ? undefined : places.byCode(village.code);
    const { at, codeBy } = byRow.get(row) ?? { at: own, codeBy: village.code === undefined ? "none" : "file" };
    const code = village.code ?? at?.village.code;
    if (places.isKnown && village.code !== undefined && !own) say("unknownCode");
    else if (own && village.name !== "" && keyOf(own.village.name) !== keyOf(village.name))
      say("codeOfOther", own.village.name);
    if (places.isKnown && codeBy === "none" && village.name !== "") say("notInRegister");
    if (/\.1\d{3}$/.test(code ?? "") || /^kel(urahan|\.)?\s/i.test(village.name)) say("kelurahan");
    const name = village.name === "" ? (at?.village.name ?? "") : village.name;
    const district = village.district ?? at?.district.name;
    const filled = { ...village, name, ...(code && { code }), ...(district && { district }) };
    return { ...found, village: filled, codeBy };
  });
  return { rows: located, remarks };
}

/** A village that stands twice: the first row is taken. */
function duplicates(rows: readonly Located[], meanings: readonly Meaning[]): Fault[] {
  const byCode = new Map<string, number>();
  const byName = new Map<string, Located>();
  const column = letterOf(Math.max(0, meanings.indexOf("name")));
  return rows.flatMap((located) => {
    const { row, village } = located;
    const { code } = village;
    // One without a name has a fault of its own.
    if (village.name === "" && code === undefined) return [];
    const named = byName.get(placeKeyOf(village));
    // Two of one name with two codes are two.
    const isSame = named && (code === undefined || named.village.code === undefined);
    const before = (code === undefined ? undefined : byCode.get(code)) ?? (isSame ? named.row : undefined);
    if (code !== undefined && !byCode.has(code)) byCode.set(code, row);
    if (!named) byName.set(placeKeyOf(village), located);
    if (before === undefined) return [];
    return [{ cell: `${column}${row + 1}`, row, fault: "duplicate" as const, text: String(before + 1) }];
  });
}

/** Names that the register has several times: without a code of Kemendagri nothing says which one is meant. */
function ambiguous(rows: readonly Located[], meanings: readonly Meaning[], places: Places): Fault[] {
  const column = letterOf(Math.max(0, meanings.indexOf("name")));
  return rows.flatMap(({ row, village: { name, district = "", code } }) => {
    const several = code === undefined ? places.named(name, district) : [];
    const text = several.map((placed) => placed.district.name).join(", ");
    return several.length > 1 ? [{ cell: `${column}${row + 1}`, row, fault: "ambiguous" as const, text }] : [];
  });
}

/** Villages of one name in several kecamatan: rightly so, but worth a look. */
function sameNames(rows: readonly Located[]): Remark[] {
  const byName = new Map<string, Located>();
  return rows.flatMap((located) => {
    const { row, village } = located;
    const key = keyOf(village.name);
    const other = byName.get(key);
    if (key !== "" && !other) byName.set(key, located);
    const isOther = other && keyOf(other.village.district ?? "") !== keyOf(village.district ?? "");
    return isOther ? [{ row, remark: "sameName" as const, village, other: other.village.district ?? "" }] : [];
  });
}
