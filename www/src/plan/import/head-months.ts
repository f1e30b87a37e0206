/** A month in the head of a column: "Jan-26", "Peserta Januari 2026", "01/2026", and the date of a workbook. */
import { readDate } from "../dates.js";

/** Names of months in full and cut, in Indonesian and English; "Desa 2026" is none. */
const NAME =
  "jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|" +
  "agu(?:stus)?|ag[ts]|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?";
const NAMED = new RegExp(`\\b(${NAME})\\b[ .'/-]*(20\\d\\d|\\d\\d)\\b`, "i");
const ALONE = new RegExp(`^(${NAME})[ .'/-]*(\\d\\d)$`, "i");
const IN_DIGITS = /\b(\d{1,2})[/-](20\d\d)\b/;
const ISO = /\b(20\d\d)-(\d\d)(?:-\d\d)?\b/;

export interface HeadMonth {
  /** `"2026-01"`; `null`: the head names no month. */
  readonly month: string | null;
  /** The other words. */
  readonly rest: string;
}

export function monthIn(head: string): HeadMonth {
  const [named, digits, iso] = [NAMED.exec(head), IN_DIGITS.exec(head), ISO.exec(head)];
  const found = iso ?? named ?? digits;
  const month = iso
    ? readDate(`${iso[1]}-${iso[2]}`)
    : named
      ? monthOfName(named[1], named[2])
      : digits && readDate(`${digits[1]}/${digits[2]}`);
  if (!found || !month) return { month: null, rest: head };
  const rest = `${head.slice(0, found.index)} ${head.slice(found.index + found[0].length)}`;
  return { month, rest: rest.replace(/\s+/g, " ").trim() };
}

/** The month of a text that is nothing else; two digits of a year are those of this century: "Jan-26" is January 2026. */
export function shortMonth(text: string): string | null {
  const [, name, year] = ALONE.exec(text) ?? [];
  return name === undefined ? null : monthOfName(name, year);
}

const monthOfName = (name = "", year = "") => readDate(`${name} ${year.length === 2 ? `20${year}` : year}`);
