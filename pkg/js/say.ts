// The sentence of a code, for callers that may pass anything.
import { readable, refuse } from "./error.js";
import { type Language, sentence } from "./sentence.js";
import type { Params } from "./types.js";

/**
 * The sentence of a code (problem, notice, or `explain.<rule>`) with its params; numbers have the separators of the
 * language (1.200 or 1,200). For an unknown code it returns the code.
 *
 * @throws {CakupanError} where the item is not an object or its code not a text.
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
