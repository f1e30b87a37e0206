/** Reads numbers as planners in Indonesia type them. A text with two readings is asked about, never guessed. */

/** `part`: a percentage that is hardly ever below 1, such as a coverage; `decimal`: a rate or rupiah, by its field. */
export type NumberKind = "people" | "money" | "percent" | "part" | "months" | "year" | "decimal";

/** Why a typed number has to be confirmed. */
export type Doubt =
  /** Its dots or commas can be read in two ways. */
  | "marks"
  /** Only as another number than the typed one is it a whole number. */
  | "whole"
  /** It counts households, and people are wanted. */
  | "households"
  /** It looks like a fraction, and a percentage is wanted. */
  | "fraction";

export type Reading =
  | { readonly is: "empty" }
  | { readonly is: "number"; readonly value: number }
  /** The reader must choose, or type again. */
  | { readonly is: "unclear"; readonly why: Doubt; readonly choices: readonly number[] }
  /** Not a number; the engine answers with its own sentence. */
  | { readonly is: "text"; readonly raw: string };

/** Powers of ten. In Indonesia M is miliar, a thousand millions; it never means a million. */
const COUNTS: { readonly [word: string]: number } = { rb: 3, ribu: 3, thousand: 3, jt: 6, juta: 6, million: 6 };
const SUMS: { readonly [word: string]: number } = {
  ...COUNTS,
  m: 9,
  miliar: 9,
  milyar: 9,
  billion: 9,
  t: 12,
  triliun: 12,
  trilyun: 12,
  trillion: 12,
};

const oneOf = (words: { readonly [word: string]: number }) => `(?<scale>${Object.keys(words).join("|")})?`;
const PER = "(?:\\s*(?:per|\\/)\\s*[a-z]+)*";
const MONEY = `${oneOf(SUMS)}\\s*(?:rupiah|idr)?${PER}`;
const SIGN = "(?<sign>%|persen|percent)";
const PEOPLE = "orang|org|jiwa|pekerja|peserta|people|persons?|workers?|members?";
const HOUSEHOLDS = "(?<households>kk|(?:kepala )?keluarga|rumah tangga|households?)";

/** Units allowed after the digits, by kind. "50 %" is refused where people are wanted. */
const UNIT: { readonly [kind in NumberKind]: RegExp } = {
  people: new RegExp(`^${oneOf(COUNTS)}\\s*(?:${PEOPLE}|${HOUSEHOLDS})?$`),
  money: new RegExp(`^${MONEY}$`),
  percent: new RegExp(`^${SIGN}?$`),
  part: new RegExp(`^${SIGN}?$`),
  months: /^(?:bulan|bln|months?)?$/,
  year: /^$/,
  decimal: new RegExp(`^(?:${SIGN}|${MONEY})$`),
};

const WHOLE: ReadonlySet<NumberKind> = new Set<NumberKind>(["people", "months", "year"]);

/** Below this a percentage without its sign is asked about: no rate of the law is less than 0.01 %. */
const LEAST: { readonly [kind in NumberKind]?: number } = { percent: 0.01, decimal: 0.01, part: 1 };

const SHAPE = /^(-?)\s*(rp\.?|idr)?\s*(-?)\s*(\d(?:[\d., ]*\d)?)(?:,-+)?\s*(.*)$/;

/** As spreadsheets and databases write what is too wide for their column: 1.2e+006. */
const EXPORTED = /^(-?\d+)(?:[.,](\d+))?e([+-]\d{1,3})$/;

/** Marks without width, which come along when text is copied. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Marks of footnotes and fractions, which would be taken for digits: 100² is not 1002. */
const RAISED = /\p{No}/u;

/** Letters of a number at most; the expressions below would take too long for longer texts. */
const MOST_LETTERS = 200;

export function readNumber(raw: string, kind: NumberKind): Reading {
  if (raw.length > MOST_LETTERS || RAISED.test(raw)) return { is: "text", raw };
  const text = raw
    .replace(UNSEEN, "")
    .normalize("NFKC")
    .replace(/\u2212/g, "-")
    .trim()
    .toLowerCase();
  // A dash in a copied table means an empty cell.
  if (/^[-\u2013\u2014]*$/.test(text)) return { is: "empty" };
  const found = exported(text) ?? typed(text, kind);
  if (!found?.digits.length) return { is: "text", raw };
  return judged(found, kind);
}

interface Found {
  /** Every meaning that the digits can have, in plain decimals: one or two. */
  readonly digits: readonly string[];
  readonly zeros: number;
  /** A percent sign, or a word for households. */
  readonly signed: boolean;
  readonly households: boolean;
}

function exported(text: string): Found | null {
  const [found, whole, after = "", zeros] = EXPORTED.exec(text) ?? [];
  return found ? { digits: [`${whole}.${after}`], zeros: Number(zeros), signed: false, households: false } : null;
}

function typed(text: string, kind: NumberKind): Found | null {
  const parts = SHAPE.exec(text);
  const money = kind === "money" || kind === "decimal";
  if (!parts || (parts[2] && !money) || (parts[1] && parts[3])) return null;
  const unit = UNIT[kind].exec(parts[5] ?? "");
  if (!unit) return null;
  const { scale, sign, households } = unit.groups ?? {};
  const zeros = SUMS[scale ?? ""] ?? 0;
  // "44.259 ribu" people is printed for 44.259 people, and "1.008 miliar" for Rp 1,008 miliar.
  const digits = readDigits(parts[4] ?? "", kind === "people" ? zeros > 0 : zeros >= 9);
  const minus = parts[1] || parts[3] ? "-" : "";
  return {
    digits: digits.map((each) => minus + each),
    zeros,
    signed: sign !== undefined,
    households: households !== undefined,
  };
}

function judged({ digits, zeros, signed, households }: Found, kind: NumberKind): Reading {
  // The exponent is joined as text, so that "1,1 miliar" is exactly 1100000000.
  const numbers = digits.map((each) => Number(`${each}e${zeros}`));
  const [first = 0, second] = numbers;
  if (households && wholes(numbers).length > 0) return { is: "unclear", why: "households", choices: wholes(numbers) };
  // A percentage has at most three digits before the comma, so "33,333" has one reading.
  const percent = kind === "percent" || kind === "part";
  if (second !== undefined && !(percent && second >= 1000)) {
    const able = WHOLE.has(kind) ? wholes(numbers) : numbers;
    if (able.length > 0) return { is: "unclear", why: able.length > 1 ? "marks" : "whole", choices: able };
  }
  if (!signed && first > 0 && first < (LEAST[kind] ?? 0))
    return { is: "unclear", why: "fraction", choices: [first, Number(`${digits[0]}e${zeros + 2}`)] };
  return { is: "number", value: first };
}

const wholes = (numbers: readonly number[]) => numbers.filter((number) => Number.isInteger(number));

/**
 * Every meaning that a run of digits and separators can have, as plain decimals: none, one or two. `doubted`: a dot
 * before three digits may also be the decimal point of English.
 */
function readDigits(text: string, doubted: boolean): readonly string[] {
  const marks = text.replace(/\d/g, "");
  if (marks === "") return [text];
  if (marks.includes(" ")) return /^\d{1,3}( \d{3})+(,\d+)?$/.test(text) ? [plain(text, / /g, ",")] : [];
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) return [plain(text, /\./g, ",")];
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(,\d{3}){2,}$/.test(text)) return [plain(text, /,/g, ".")];
  if (marks.length > 1) return [];
  const [before = "", after = ""] = text.split(marks);
  const decimal = `${before}.${after}`;
  const grouped = before + after;
  if (before === "0") return [decimal];
  const threes = after.length === 3 && before.length <= 3;
  if (marks === ".") return threes && !doubted ? [grouped] : [decimal, grouped];
  return threes ? [decimal, grouped] : [decimal];
}

function plain(text: string, groups: RegExp, comma: string): string {
  return text.replace(groups, "").replace(comma, ".");
}

const GROUPED = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 4 });
const FOUR = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 4, maximumFractionDigits: 20 });

/**
 * A number as it stands in a field, and is read there: "1,2340" where "1,234" could be more than a thousand, and
 * "0,0024 %" where 0,0024 could be a fraction.
 */
export function writeNumber(value: number, kind: NumberKind): string {
  if (kind === "year") return String(value);
  const [text, exact] = [GROUPED.format(value), FOUR.format(value)];
  const readAs = (each: string) => {
    const reading = readNumber(each, kind);
    return reading.is === "number" && reading.value === value;
  };
  return [text, exact, `${text} %`, `${exact} %`].find(readAs) ?? exact;
}

/** The typed text in tidy form; text that is unclear, no number, or too fine or too long to be exact stays as it is. */
export function tidyNumber(raw: string, kind: NumberKind): string {
  const reading = readNumber(raw, kind);
  if (reading.is !== "number" || Math.abs(reading.value) > Number.MAX_SAFE_INTEGER) return raw;
  const tidy = writeNumber(reading.value, kind);
  const again = readNumber(tidy, kind);
  return again.is === "number" && again.value === reading.value ? tidy : raw;
}
