/** Reads one cell: a number of people or rupiah, a month, the code of a village. What cannot be read says why. */
import type { CellMark } from "cakupan/sheets";
import { readDate } from "../dates.js";
import { shortMonth } from "./head-months.js";
import { type NumberKind, readNumber, writeNumber } from "../numbers.js";
import type { Cell } from "./table.js";

export type CellFault =
  | "notNumber"
  | "negative"
  | "notWhole"
  | "tooLarge"
  /** Written by a spreadsheet with lost digits: `3,516E+15`. */
  | "damaged"
  /** `1,234` has two readings. */
  | "unclear"
  | "households"
  | "formulaEmpty"
  | "error"
  /** One number for several villages. */
  | "merged"
  | "badMonth"
  | "badCode";

/** What the mark of thousands in a text is, where the reader has said so. */
export type Thousands = "." | ",";

export type CellReading =
  | { readonly is: "none" }
  | { readonly is: "given"; readonly text: string }
  | { readonly is: "fault"; readonly fault: CellFault };

const NONE: CellReading = { is: "none" };
const given = (text: string): CellReading => ({ is: "given", text });
const fault = (fault: CellFault): CellReading => ({ is: "fault", fault });

/** The most people, and the most rupiah that a number holds exactly. */
const MOST: { readonly [kind in "people" | "money" | "months"]: number } = {
  people: 300_000_000,
  money: Number.MAX_SAFE_INTEGER,
  months: 360,
};

export type WholeKind = keyof typeof MOST;

/** Marks that keep a cell from being read, whatever it holds. */
function marked(mark: CellMark | undefined): CellReading | null {
  switch (mark) {
    case "formulaEmpty":
    case "error":
      return fault(mark);
    case "down":
      return fault("merged");
    case "across":
      return NONE;
    case "formula":
    case undefined:
      return null;
  }
}

export function readWhole(
  cell: Cell,
  mark: CellMark | undefined,
  kind: WholeKind,
  thousands: Thousands | null,
): CellReading {
  const known = marked(mark);
  if (known || cell === null) return known ?? NONE;
  if (typeof cell === "number") return judged(cell, kind);
  if (/^-?\d+([.,]\d+)?e\+?\d+$/i.test(cell.trim())) return fault("damaged");
  const reading = readNumber(cell, kind);
  switch (reading.is) {
    case "empty":
      return NONE;
    case "text":
      return fault("notNumber");
    case "number":
      return judged(reading.value, kind);
    case "unclear": {
      if (reading.why === "households") return fault("households");
      const value = thousands === null ? undefined : asMarked(cell, thousands);
      return value === undefined || Number.isNaN(value) ? fault("unclear") : judged(value, kind);
    }
  }
}

/** The number that a text is by what its marks are; `NaN` where it has words besides, such as "1.234 miliar". */
function asMarked(text: string, thousands: Thousands): number {
  const digits = text
    .trim()
    .replace(/^rp\.?\s*/i, "")
    .replaceAll(thousands, "");
  return Number(digits.replace(",", "."));
}

/** Nearer to a whole number than any rounding of a spreadsheet it is that number. */
function judged(value: number, kind: WholeKind): CellReading {
  const whole = Math.round(value);
  if (value < 0) return fault("negative");
  if (Math.abs(value - whole) > 1e-6) return fault("notWhole");
  if (whole > MOST[kind]) return fault("tooLarge");
  return given(writeNumber(whole, kind satisfies NumberKind));
}

/** The sum of two numbers of people that were read. */
export function summed(one: string, other: string): CellReading {
  const [first, second] = [readNumber(one, "people"), readNumber(other, "people")];
  return first.is === "number" && second.is === "number"
    ? judged(first.value + second.value, "people")
    : fault("notNumber");
}

/** A month, in a year of the plan where it names none and there is only one. */
export function readMonth(cell: Cell, mark: CellMark | undefined, years: readonly number[]): CellReading {
  const reading = readDay(cell, mark, years);
  return reading.is === "given" ? given(reading.text.slice(0, 7)) : reading;
}

/** A day, or a month where no day is named. */
export function readDay(cell: Cell, mark: CellMark | undefined, years: readonly number[]): CellReading {
  const known = mark === "down" ? null : marked(mark);
  if (known || cell === null) return known ?? NONE;
  const text = typeof cell === "number" ? ofNumber(cell) : cell.trim();
  if (/^[-\u2013\u2014]?$/.test(text)) return NONE;
  const short = shortMonth(text);
  if (short) return given(short);
  const [year, ...others] = years;
  const named = /^[a-z]{3,9}\.?$/i.test(text) && others.length === 0 ? `${text.replace(".", "")} ${year}` : text;
  const date = readDate(named);
  // A year alone is no month.
  return date !== null && date.length > 4 ? given(date) : fault("badMonth");
}

/** Days since the end of 1899, which a date without its format is (46023 is 1 January 2026), and 202601. */
function ofNumber(cell: number): string {
  const [, year, month] = /^(20\d\d)(\d\d)$/.exec(String(cell)) ?? [];
  if (year !== undefined) return `${year}-${month}`;
  const isDay = cell >= FIRST_DAY && cell <= LAST_DAY;
  return isDay ? new Date(Date.UTC(1899, 11, 30 + Math.floor(cell))).toISOString().slice(0, 10) : String(cell);
}

/** 1 January 2000 and 31 December 2099. */
const [FIRST_DAY, LAST_DAY] = [36_526, 73_050];

/** The code of a village in any spelling, as `73.14.03.2005`. */
export function readCode(cell: Cell, mark: CellMark | undefined): CellReading {
  const known = marked(mark);
  if (known || cell === null) return known ?? NONE;
  const text = String(cell).trim();
  if (/^[-\u2013\u2014]?$/.test(text)) return NONE;
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^\d{10}$/.test(digits)) return fault("badCode");
  const [, ...groups] = /^(\d\d)(\d\d)(\d\d)(\d{4})$/.exec(digits) ?? [];
  return given(groups.join("."));
}
