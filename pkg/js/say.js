// The words of codes in two languages, filled with their params.
import { en, id } from "./words.js";

const CATALOGUE = { id, en };

function grouped(number, language) {
  const [whole, decimals] = String(number).split(".");
  const [group, point] = language === "id" ? [".", ","] : [",", "."];
  const text = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? text : text + point + decimals;
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

function sentence(catalogue, code) {
  const [section, name] = code.startsWith("explain.") ? ["explain", code.slice(8)] : ["", code];
  const sections = section ? [section] : ["problem", "notice", "missing", "unused", "notCounted", "failure", "term"];
  for (const key of sections) if (Object.hasOwn(catalogue[key], name)) return catalogue[key][name];
  return null;
}

/** Sentences taken apart, once each: text, and places with a name and a form. */
const taken = new Map();

function parts(sentence) {
  const known = taken.get(sentence);
  if (known) return known;
  const all = sentence.split(/(\{[a-zA-Z]+(?::[a-z]+)?\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const [name, form] = part.slice(1, -1).split(":");
    return { name, form };
  });
  taken.set(sentence, all);
  return all;
}

function filled({ name, form }, params, language, catalogue) {
  const value = Object.hasOwn(params, name) ? params[name] : "";
  if (typeof value === "number") return grouped(value, language);
  if (typeof value === "object" && value !== null) return value[language] ?? "";
  if (form === "month") return month(value, language);
  if (form === "day") return day(value, language);
  if (form === "term") return Object.hasOwn(catalogue.term, value) ? catalogue.term[value] : value;
  return value;
}

export function say(language, { code, params }) {
  const catalogue = CATALOGUE[language] ?? CATALOGUE.en;
  const said = (part) => (typeof part === "string" ? part : filled(part, params, language, catalogue));
  const words = sentence(catalogue, code);
  return words === null ? code : parts(words).map(said).join("");
}

/** A problem or notice with its message in both languages. */
export function told(item) {
  return { ...item, message: { id: say("id", item), en: say("en", item) } };
}
