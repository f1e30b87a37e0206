/** Reads lists of NIK (16 digits) as offices keep them. A damaged number is flagged: repaired, it could be another person's. */
import { cellsOf } from "../../ui/cells.js";

export type Damage =
  /** "3,516E+15": a spreadsheet kept it as a number. */
  | "exponent"
  /** Ends in 0000, which no NIK does: a spreadsheet keeps 15 digits of a number. */
  | "rounded"
  | "tooShort"
  | "tooLong"
  | "zero"
  | "letters";

export const DAMAGES: readonly Damage[] = ["exponent", "rounded", "tooShort", "tooLong", "zero", "letters"];

export type NikReading =
  | { readonly is: "nik"; readonly digits: string }
  | { readonly is: "blank" }
  | { readonly is: "damaged"; readonly why: Damage };

const DIGITS = 16;
const EXPONENT = /^\d+(?:[.,]\d+)?e\+?\d+$/i;
/** Written between the digits, before them by spreadsheets (an apostrophe), or without width. */
const BETWEEN = /[\s.\-'’`\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff]/g;

export function readNik(cell: string): NikReading {
  const damaged = (why: Damage): NikReading => ({ is: "damaged", why });
  if (EXPONENT.test(cell.trim())) return damaged("exponent");
  const digits = cell.replace(BETWEEN, "");
  if (digits === "") return { is: "blank" };
  if (!/^\d+$/.test(digits)) return damaged("letters");
  if (/^0+$/.test(digits)) return damaged("zero");
  if (digits.length !== DIGITS) return damaged(digits.length < DIGITS ? "tooShort" : "tooLong");
  return digits.endsWith("0000") ? damaged("rounded") : { is: "nik", digits };
}

export interface NikList {
  /** Rows that are not blank, without the heading. */
  readonly rows: number;
  readonly niks: readonly string[];
  /** `row`: counted from 1 in what was pasted. */
  readonly damaged: readonly { readonly row: number; readonly why: Damage }[];
}

/** From so many numbers on, all of which end in 0, the last digit was cut off: by chance one in ten ends so. */
const SUSPICIOUS = 10;

/** The list in a pasted text of one or more columns; says why where there is none. */
export function readList(text: string): NikList | "empty" | "twoColumns" {
  const rows = cellsOf(text);
  const column = columnOf(rows);
  if (typeof column === "string") return column;
  const niks: string[] = [];
  const damaged: { row: number; why: Damage }[] = [];
  const read = rows.map((row) => readNik(row[column] ?? ""));
  // A first cell without any digit is the heading of its column.
  const from = /\d/.test(rows[0]?.[column] ?? "") ? 0 : 1;
  const all = read.flatMap((reading) => (reading.is === "nik" ? [reading.digits] : []));
  const areCut = all.length >= SUSPICIOUS && all.every((digits) => digits.endsWith("0"));
  for (const [place, reading] of read.entries()) {
    if (place < from || reading.is === "blank") continue;
    if (reading.is === "damaged") damaged.push({ row: place + 1, why: reading.why });
    else if (areCut) damaged.push({ row: place + 1, why: "rounded" });
    else niks.push(reading.digits);
  }
  return niks.length + damaged.length > 0 ? { rows: niks.length + damaged.length, niks, damaged } : "empty";
}

/** The column headed NIK, else the one with most numbers of 16 digits. Numbers of family cards (KK) look the same. */
function columnOf(rows: readonly (readonly string[])[]): number | "empty" | "twoColumns" {
  const headed = rows[0]?.findIndex((cell) => /\bnik\b/i.test(cell)) ?? -1;
  if (headed >= 0) return headed;
  const counts = (rows[0] ?? []).map((_, column) => {
    const readings = rows.map((row) => readNik(row[column] ?? ""));
    return readings.filter(
      (reading) => reading.is === "nik" || (reading.is === "damaged" && reading.why === "exponent"),
    ).length;
  });
  if (counts.length === 0) return "empty";
  if (counts.filter((count) => count > 0).length > 1) return "twoColumns";
  return counts.indexOf(Math.max(...counts));
}
