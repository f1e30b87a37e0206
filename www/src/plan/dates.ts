/** Reads a day, a month or a year as people in Indonesia write it: "17-03-2025", "Maret 2025", "2025". */

/** The first three letters of a month in Indonesian and English, and two usual short forms of August. */
const MONTHS: { readonly [letters: string]: number } = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  mei: 5,
  may: 5,
  jun: 6,
  jul: 7,
  agu: 8,
  agt: 8,
  ags: 8,
  aug: 8,
  sep: 9,
  okt: 10,
  oct: 10,
  nov: 11,
  des: 12,
  dec: 12,
};

/** Longer texts are no dates; a plan from outside may hold any text. */
const MOST_LETTERS = 40;

/** `"2025-03-17"`, `"2025-03"` or `"2025"`; `null` for what is no such date, `"30-02-2025"` included. */
export function readDate(typed: string): string | null {
  if (typed.length > MOST_LETTERS) return null;
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (iso) return written(iso[1], iso[2], iso[3]);
  const digits = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (digits) return written(digits[3], digits[2], digits[1]);
  const named = /^(?:(\d{1,2})[- ])?([a-z]{3,9})\.?[-, ] ?(\d{4})$/.exec(text);
  const month = named && MONTHS[named[2]?.slice(0, 3) ?? ""];
  return named && month ? written(named[3], String(month), named[1]) : null;
}

function written(year = "", month?: string, day?: string): string | null {
  if (Number(year) < 1900 || Number(year) > 2199) return null;
  if (month === undefined) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day ?? 1);
  const parts = [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])];
  return real ? parts.join("-") : null;
}
