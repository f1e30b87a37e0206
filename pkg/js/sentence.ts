// Sentences of codes in two languages, with their params.
import type { Params, Words } from "./types.js";
import { en, id } from "./words.js";

/** Languages of the catalogue. */
export type Language = "id" | "en";

type Catalogue = typeof id;
const CATALOGUE: { readonly [language in Language]: Catalogue } = { id, en };

function grouped(number: number, language: Language): string {
  const [group, point] = language === "id" ? [".", ","] : [",", "."];
  const written = String(Math.abs(number));
  const dot = written.indexOf(".");
  const end = dot < 0 ? written.length : dot;
  // NaN, infinity and exponents get no separators.
  if (!Number.isSafeInteger(number) && !/^\d+(\.\d+)?$/.test(written)) return String(number);
  let text = written.slice(Math.max(0, end - 3), end);
  for (let at = end - 3; at > 0; at -= 3) text = written.slice(Math.max(0, at - 3), at) + group + text;
  return (number < 0 ? "-" : "") + text + (dot < 0 ? "" : point + written.slice(dot + 1));
}

function month(text: string, language: Language): string {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const name = CATALOGUE[language].months[Number(number) - 1];
  return name === undefined ? text : `${name} ${year}`;
}

function day(text: string, language: Language): string {
  const [, before, number] = /^(\d{4}-\d{2})-(\d{2})$/.exec(text) ?? [];
  return before === undefined ? text : `${Number(number)} ${month(before, language)}`;
}

/** Forms of a term: `["person", "people"]`. */
function forms({ term }: Catalogue, word: string): readonly string[] {
  return ((Object.hasOwn(term, word) ? term[word] : undefined) ?? word).split("|");
}

/** Sections that are searched for a code without prefix. */
const SECTIONS = ["problem", "notice", "missing", "unused", "reason", "notCounted", "failure"];

function wordsOf(catalogue: Catalogue, code: string): string | null {
  const explains = code.startsWith("explain.");
  const name = explains ? code.slice("explain.".length) : code;
  for (const key of explains ? ["explain"] : SECTIONS) {
    const section = catalogue[key];
    if (section !== undefined && Object.hasOwn(section, name)) return section[name] ?? null;
  }
  return Object.hasOwn(catalogue.term, code) ? (forms(catalogue, code).at(-1) ?? null) : null;
}

/** Parsed sentences, each parsed once: text and params. */
const taken: { readonly [language in Language]: Map<string, readonly Piece[]> } = { id: new Map(), en: new Map() };

/** A part of a sentence: text, or a param with its format. */
type Piece = string | Place;
interface Place {
  readonly name: string;
  readonly form: string | undefined;
  readonly count: readonly string[] | undefined;
}

function parts(language: Language, code: string): readonly Piece[] {
  const known = taken[language].get(code);
  if (known) return known;
  const words = wordsOf(CATALOGUE[language], code);
  if (words === null) return [code];
  const all = words.split(/(\{[a-zA-Z]+(?::[a-z]+|\|[^{}]*)?\})/).map((part, index): Piece => {
    if (index % 2 === 0) return part;
    const [, name = "", form, count] = /^\{(\w+)(?::(\w+))?(?:\|(.*))?\}$/.exec(part) ?? [];
    return { name, form, count: count?.split("|") };
  });
  taken[language].set(code, all);
  return all;
}

/** A number and its word: "1 person", "1,200 people". */
function counted(number: string, [one = "", others = one]: readonly string[]): string {
  return `${number} ${number === "1" ? one : others}`;
}

/** A param as text: a number, a text, or words in both languages; anything else is empty. */
function written(value: unknown, language: Language): string {
  if (typeof value === "number") return grouped(value, language);
  const text: unknown = typeof value === "object" && value !== null ? (value as Partial<Words>)[language] : value;
  return typeof text === "string" ? text : "";
}

function filled({ name, form, count }: Place, params: Params, language: Language): string {
  const catalogue = CATALOGUE[language];
  const param = (key: string) => written(Object.hasOwn(params, key) ? params[key] : "", language);
  const text = param(name);
  if (count) return counted(text, count);
  if (form === "unit") return counted(text, forms(catalogue, param("unit")));
  if (form === "month") return month(text, language);
  if (form === "day") return day(text, language);
  if (form === "term") return forms(catalogue, text).at(-1) ?? text;
  return text;
}

/**
 * The sentence of a code: `{people}`, `{people|person|people}` (number and its word), `{from:month}`, `{payer:term}`,
 * `{own:unit}`; the same rules as in src/words.rs.
 */
export function sentence(language: Language, code: string, params: Params): string {
  let said = "";
  for (const part of parts(language, code)) said += typeof part === "string" ? part : filled(part, params, language);
  return said;
}

/** A problem, a notice or another item with a code, before its sentences are added. */
interface Said<Code, Grade> {
  readonly code: Code;
  readonly grade: Grade;
  readonly path: string;
  readonly params: Params;
}

/** Adds the message in both languages. Fields are named, because copying unknown ones takes as long as the sentences. */
export function told<Code extends string, Grade>(
  item: Said<Code, Grade>,
): Said<Code, Grade> & { readonly message: Words } {
  const { code, grade, path, params } = item;
  return { code, grade, path, params, message: { id: sentence("id", code, params), en: sentence("en", code, params) } };
}
