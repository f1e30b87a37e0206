// The words of codes in two languages, filled with their params.
import type { Params, Words } from "./types.js";
import { en, id } from "./words.js";

/** The languages of the catalogue. */
export type Language = "id" | "en";

const CATALOGUE = { id, en };

function grouped(number: number, language: Language): string {
  const [group, point] = language === "id" ? [".", ","] : [",", "."];
  const [whole = "", decimals] = String(Math.abs(number)).split(".");
  let text = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3) text = whole.slice(Math.max(0, end - 3), end) + group + text;
  return (number < 0 ? "-" : "") + (decimals === undefined ? text : text + point + decimals);
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

/** Sections that are searched for a code without a prefix. */
const SECTIONS = ["problem", "notice", "missing", "unused", "notCounted", "failure", "term"];

function sentence(language: Language, code: string): string | null {
  const explains = code.startsWith("explain.");
  const name = explains ? code.slice("explain.".length) : code;
  for (const key of explains ? ["explain"] : SECTIONS) {
    const section = CATALOGUE[language][key];
    if (section !== undefined && Object.hasOwn(section, name)) return section[name] ?? null;
  }
  return null;
}

/** A part of a sentence: text, or a place for a param with how it is written. */
type Piece = string | { readonly name: string; readonly form: string | undefined };

/** The sentences of codes taken apart, once each. */
const taken: { readonly [language in Language]: Map<string, readonly Piece[]> } = { id: new Map(), en: new Map() };

function pieces(language: Language, code: string): readonly Piece[] {
  const known = taken[language].get(code);
  if (known) return known;
  const words = sentence(language, code);
  if (words === null) return [code];
  const all = words.split(/(\{[a-zA-Z]+(?::[a-z]+)?\})/).map((part, index): Piece => {
    if (index % 2 === 0) return part;
    const [name = "", form] = part.slice(1, -1).split(":");
    return { name, form };
  });
  taken[language].set(code, all);
  return all;
}

function filled(name: string, form: string | undefined, params: Params, language: Language): string {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return grouped(value, language);
  if (typeof value === "object") return value[language] ?? "";
  if (form === "month") return month(value, language);
  if (form === "day") return day(value, language);
  if (form === "term") return CATALOGUE[language].term?.[value] ?? value;
  return value;
}

/**
 * The sentence of a code (problem, notice, or `explain.<rule>`) with its params filled in;
 * numbers are grouped as the language does (1.200 or 1,200).
 *
 * @example
 * say("id", { code: "fundShort", params: { fund: "APBD", year: "2027", rupiah: 12500000 } })
 */
export function say(language: Language, { code, params }: { readonly code: string; readonly params: Params }): string {
  const spoken = Object.hasOwn(CATALOGUE, language) ? language : "en";
  let said = "";
  for (const piece of pieces(spoken, code))
    said += typeof piece === "string" ? piece : filled(piece.name, piece.form, params, spoken);
  return said;
}

/** A problem or notice with its message in both languages. */
export function told<Item extends { readonly code: string; readonly params: Params }>(
  item: Item,
): Item & { readonly message: Words } {
  return { ...item, message: { id: say("id", item), en: say("en", item) } };
}
