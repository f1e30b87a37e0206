// The words of a code, for a caller who may hand over anything.
import { readable, refuse } from "./error.js";
import { type Language, sentence } from "./sentence.js";
import type { Params } from "./types.js";

/**
 * The sentence of a code (problem, notice, or `explain.<rule>`) with its params filled in;
 * numbers are grouped as the language does (1.200 or 1,200). An unknown code is answered with itself.
 *
 * @throws {CakupanError} where the item is no object or its code no text.
 *
 * @example
 * say("id", { code: "fundShort", params: { fund: "APBD", year: "2027", rupiah: 12500000 } })
 */
export function say(language: Language, item: { readonly code: string; readonly params: Params }): string {
  const given: unknown = item;
  if (typeof given !== "object" || given === null)
    return refuse({ code: given == null ? "missing" : "notAnObject", path: "item", params: {} });
  const spoken = language === "id" ? "id" : "en";
  const said = readable("item", () => {
    const { code, params } = item;
    return typeof code === "string" ? sentence(spoken, code, params ?? {}) : null;
  });
  return said ?? refuse({ code: "notText", path: "item.code", params: { example: "fundShort" } });
}
