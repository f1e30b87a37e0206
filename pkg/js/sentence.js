// The words of codes in two languages, filled with their params.
import { en, id } from "./words.js";

const CATALOGUE = { id, en };

function grouped(number, language) {
  const [group, point] = language === "id" ? [".", ","] : [",", "."];
  const written = String(Math.abs(number));
  // NaN, infinity, and powers of ten have no groups.
  if (!/^\d+(\.\d+)?$/.test(written)) return String(number);
  const [whole, decimals] = written.split(".");
  let text = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3) text = whole.slice(Math.max(0, end - 3), end) + group + text;
  return (number < 0 ? "-" : "") + (decimals === undefined ? text : text + point + decimals);
}

function month(text, language) {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  const name = CATALOGUE[language].months[Number(number) - 1];
  return name === undefined ? text : `${name} ${year}`;
}

function day(text, language) {
  const [, before, number] = /^(\d{4}-\d{2})-(\d{2})$/.exec(text) ?? [];
  return before === undefined ? text : `${Number(number)} ${month(before, language)}`;
}

/** The forms of a word of the model: `["person", "people"]`. */
function forms(catalogue, word) {
  return (Object.hasOwn(catalogue.term, word) ? catalogue.term[word] : word).split("|");
}

function wordsOf(catalogue, code) {
  const [section, name] = code.startsWith("explain.") ? ["explain", code.slice(8)] : ["", code];
  const sections = section ? [section] : ["problem", "notice", "missing", "unused", "reason", "notCounted", "failure"];
  for (const key of sections) if (Object.hasOwn(catalogue[key], name)) return catalogue[key][name];
  return Object.hasOwn(catalogue.term, code) ? forms(catalogue, code).at(-1) : null;
}

/** The sentences of codes taken apart, once each: text, and places with a name and a form. */
const taken = { id: new Map(), en: new Map() };

function parts(language, code) {
  const known = taken[language].get(code);
  if (known) return known;
  const words = wordsOf(CATALOGUE[language], code);
  if (words === null) return [code];
  const all = words.split(/(\{[a-zA-Z]+(?::[a-z]+|\|[^{}]*)?\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const [, name, form, count] = /^\{(\w+)(?::(\w+))?(?:\|(.*))?\}$/.exec(part);
    return { name, form, count: count?.split("|") };
  });
  taken[language].set(code, all);
  return all;
}

/** A number and the word that goes with it: "1 person", "1,200 people". */
function counted(number, [one, others = one]) {
  return `${number} ${number === "1" ? one : others}`;
}

/** A param as text; what is none of a number, a text, and words in both languages is left out. */
function written(value, language) {
  if (typeof value === "number") return grouped(value, language);
  const text = typeof value === "object" && value !== null ? value[language] : value;
  return typeof text === "string" ? text : "";
}

function filled({ name, form, count }, params, language, catalogue) {
  const param = (key) => written(Object.hasOwn(params, key) ? params[key] : "", language);
  const text = param(name);
  if (count) return counted(text, count);
  if (form === "unit") return counted(text, forms(catalogue, param("unit")));
  if (form === "month") return month(text, language);
  if (form === "day") return day(text, language);
  if (form === "term") return forms(catalogue, text).at(-1);
  return text;
}

/**
 * The sentence of a code, filled: `{people}`, `{people|person|people}` (a number and its word), `{from:month}`,
 * `{payer:term}`, `{own:unit}`; as src/words.rs of the engine does.
 */
export function sentence(language, code, params) {
  let said = "";
  for (const part of parts(language, code))
    said += typeof part === "string" ? part : filled(part, params, language, CATALOGUE[language]);
  return said;
}

/** A problem or notice with its message in both languages. */
export function told(item) {
  const { code, params } = item;
  return { ...item, message: { id: sentence("id", code, params), en: sentence("en", code, params) } };
}
