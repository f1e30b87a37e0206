// The words of codes in two languages, filled with their params.
import { en, id } from "./words.js";

const CATALOGUE = { id, en };

function grouped(number, language) {
  const [group, point] = language === "id" ? [".", ","] : [",", "."];
  const [whole, decimals] = String(Math.abs(number)).split(".");
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

function sentence(catalogue, code) {
  const [section, name] = code.startsWith("explain.") ? ["explain", code.slice(8)] : ["", code];
  const sections = section
    ? [section]
    : ["problem", "notice", "missing", "unused", "reason", "notCounted", "failure", "term"];
  for (const key of sections) if (Object.hasOwn(catalogue[key], name)) return catalogue[key][name];
  return null;
}

/** The sentences of codes taken apart, once each: text, and places with a name and a form. */
const taken = { id: new Map(), en: new Map() };

function parts(language, code) {
  const known = taken[language].get(code);
  if (known) return known;
  const words = sentence(CATALOGUE[language], code);
  if (words === null) return [code];
  const all = words.split(/(\{[a-zA-Z]+(?::[a-z]+)?\})/).map((part, index) => {
    if (index % 2 === 0) return part;
    const [name, form] = part.slice(1, -1).split(":");
    return { name, form };
  });
  taken[language].set(code, all);
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
  const spoken = Object.hasOwn(CATALOGUE, language) ? language : "en";
  let said = "";
  for (const part of parts(spoken, code))
    said += typeof part === "string" ? part : filled(part, params, spoken, CATALOGUE[spoken]);
  return said;
}

/** A problem or notice with its message in both languages. */
export function told(item) {
  return { ...item, message: { id: say("id", item), en: say("en", item) } };
}
