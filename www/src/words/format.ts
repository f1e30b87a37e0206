/** Numbers, money and months as planners in Indonesia read them, in both languages of the page. */
import type { Month } from "cakupan";

const NBSP = "\u00a0";
const whole = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 3 });
const long = new Intl.NumberFormat("id-ID", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 4 });
const exact = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 6 });
const coarse = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

export function number(value: number): string {
  return whole.format(value);
}

/** With every decimal that an input may have. */
export function decimal(value: number): string {
  return exact.format(value);
}

export function rupiah(value: number): string {
  return value < 0 ? `-Rp${NBSP}${whole.format(-value)}` : `Rp${NBSP}${whole.format(value)}`;
}

const ENGLISH: { readonly [word: string]: string } = { juta: "million", miliar: "billion", triliun: "trillion" };

function compact(value: number, language: string): string {
  const text = long.format(value).replace(/\s/g, NBSP);
  return language === "en" ? text.replace(/[a-z]+$/, (word) => ENGLISH[word] ?? word) : text;
}

/** "± Rp 2,3 miliar"; nothing for amounts that are easily read in full. */
export function about(value: number, language: string): string {
  return Math.abs(value) < 1e6 ? "" : `±${NBSP}${short(value, language)}`;
}

/** "Rp 2,3 miliar"; in full what is easily read in full. */
export function short(value: number, language: string): string {
  return Math.abs(value) < 1e6 ? rupiah(value) : `Rp${NBSP}${compact(value, language)}`;
}

/** A part of a whole, both whole rupiah, rounded down to whole percent: for reading only. */
export function partOf(part: number, whole: number): string {
  return whole === 0 ? "" : `${(BigInt(part) * 100n) / BigInt(whole)}${NBSP}%`;
}

export function percent(value: number): string {
  return `${fine.format(value)}${NBSP}%`;
}

/** A target on its line between two dates has endless decimals; two are enough to read. */
export function percent2(value: number): string {
  return `${coarse.format(value)}${NBSP}%`;
}

/** A coverage with two decimals, rounded down like the engine's own, so that it never claims a target early. */
export function coverage(value: number): string {
  return `${coarse.format(Math.floor(value * 100 + 1e-6) / 100)}${NBSP}%`;
}

/** A formatter costs more to make than a hundred dates to write. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function monthFormatter(language: string, style: "long" | "short"): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
  formatters.set(key, made);
  return made;
}

export function monthName(month: number, language: string, style: "long" | "short" = "long"): string {
  return monthFormatter(language, style).format(Date.UTC(2024, month - 1, 1));
}

/** "Maret 2026". */
export function monthYear(month: Month, language: string, style: "long" | "short" = "long"): string {
  const [year = "", number = ""] = month.split("-");
  return `${monthName(Number(number), language, style)} ${year}`;
}

/** "Mar 2026", never broken. */
export function shortMonth(month: Month, language: string): string {
  return monthYear(month, language, "short").replace(" ", NBSP);
}

/** "22 Des 2025"; a date without a day is as long as it is known. */
export function day(date: string, language: string): string {
  const [year = "", month, day] = date.split("-");
  if (!month) return year;
  return (day ? Number(day) + NBSP : "") + shortMonth(date, language);
}

/** "27 Nov 2026, 14.05", of this device's clock. */
export function dateTime(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** "2025", or "Maret 2025 – Desember 2027". */
export function span(months: readonly Month[], language: string): string {
  const first = months[0] ?? "";
  const last = months[months.length - 1] ?? "";
  const year = first.slice(0, 4);
  if (first === `${year}-01` && last === `${year}-12`) return year;
  return first === last ? monthYear(first, language) : `${monthYear(first, language)} – ${monthYear(last, language)}`;
}

export function list(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(items);
}
