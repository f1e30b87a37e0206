/** Reads numbers as planners in Indonesia type them, and never guesses: what has two meanings is asked back. */

export type NumberKind = "people" | "money" | "percent" | "months" | "year" | "decimal";

export type Reading =
  | { readonly is: "empty" }
  | { readonly is: "number"; readonly value: number }
  /** Two numbers are possible; the reader must choose. */
  | { readonly is: "unclear"; readonly choices: readonly [number, number] }
  /** Not a number; the engine answers with its own sentence. */
  | { readonly is: "text"; readonly raw: string };

const ZEROS: { readonly [word: string]: number } = {
  rb: 3,
  ribu: 3,
  thousand: 3,
  jt: 6,
  juta: 6,
  million: 6,
  miliar: 9,
  milyar: 9,
  billion: 9,
  triliun: 12,
  trilyun: 12,
  trillion: 12,
};

const SCALE = `(${Object.keys(ZEROS).join("|")})?`;
const PER = "(?:\\s*(?:per|\\/)\\s*[a-z]+)*";

/** What may stand after the digits; a percent sign behind people is no number of people. */
const UNIT: { readonly [kind in NumberKind]: RegExp } = {
  people: /^(?:orang|jiwa|pekerja|peserta|people|workers?)?$/,
  money: new RegExp(`^${SCALE}\\s*(?:rupiah)?${PER}$`),
  percent: /^(?:%|persen|percent)?$/,
  months: /^(?:bulan|bln|months?)?$/,
  year: /^$/,
  decimal: new RegExp(`^(?:%|persen|percent|${SCALE}\\s*(?:rupiah)?${PER})$`),
};

const SHAPE = /^(-?)\s*(rp\.?)?\s*(-?)\s*(\d(?:[\d.,\s]*\d)?)(?:,-+)?\s*(.*)$/;

/** Longer than any number; reading what is longer could take for ever. */
const MOST_LETTERS = 200;

export function readNumber(raw: string, kind: NumberKind): Reading {
  if (raw.length > MOST_LETTERS) return { is: "text", raw };
  const text = raw
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim()
    .toLowerCase();
  if (text === "") return { is: "empty" };
  const parts = SHAPE.exec(text);
  const money = kind === "money" || kind === "decimal";
  if (!parts || (parts[2] && !money) || (parts[1] && parts[3])) return { is: "text", raw };
  const unit = UNIT[kind].exec(parts[5] ?? "");
  if (!unit) return { is: "text", raw };
  const sign = parts[1] || parts[3] ? "-" : "";
  const zeros = ZEROS[unit[1] ?? ""] ?? 0;
  // The exponent is joined as text, so that "1,1 miliar" is exactly 1100000000.
  const [first, second] = readDigits(parts[4] ?? "").map((digits) => Number(`${sign}${digits}e${zeros}`));
  if (first === undefined) return { is: "text", raw };
  // No percentage has four digits before the comma: "33,333" can only be a third.
  const one = second === undefined || (kind === "percent" && second >= 1000);
  return one ? { is: "number", value: first } : { is: "unclear", choices: [first, second] };
}

/** Every meaning that a run of digits and separators can have, as plain decimals: none, one or two. */
function readDigits(text: string): readonly string[] {
  const marks = text.replace(/\d/g, "");
  if (marks === "") return [text];
  if (/\s/.test(marks)) return /^\d{1,3}(\s\d{3})+(,\d+)?$/.test(text) ? [plain(text, /\s/g, ",")] : [];
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) return [plain(text, /\./g, ",")];
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) return [plain(text, /,/g, ".")];
  if (marks.length > 1) return [];
  const [whole = "", after = ""] = text.split(marks);
  const decimal = `${whole}.${after}`;
  const grouped = whole + after;
  if (whole === "0") return [decimal];
  const threes = after.length === 3 && whole.length <= 3;
  if (marks === ".") return threes ? [grouped] : [decimal, grouped];
  return threes ? [decimal, grouped] : [decimal];
}

function plain(text: string, groups: RegExp, comma: string): string {
  return text.replace(groups, "").replace(comma, ".");
}

const GROUPED = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 4 });
const FOUR = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 4, maximumFractionDigits: 20 });

/** A number as it stands in a field, and is read there: "1,2340" where "1,234" could be more than a thousand. */
export function writeNumber(value: number, kind: NumberKind): string {
  if (kind === "year") return String(value);
  const text = GROUPED.format(value);
  const again = readNumber(text, kind);
  return again.is === "number" && again.value === value ? text : FOUR.format(value);
}

/** The typed text in tidy form; text that is unclear, no number, or too fine to be written out stays as it is. */
export function tidyNumber(raw: string, kind: NumberKind): string {
  const reading = readNumber(raw, kind);
  if (reading.is !== "number") return raw;
  const tidy = writeNumber(reading.value, kind);
  const again = readNumber(tidy, kind);
  return again.is === "number" && again.value === reading.value ? tidy : raw;
}
