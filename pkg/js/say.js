// The words of a code, for a caller who may hand over anything.
import { readable, refuse } from "./error.js";
import { sentence } from "./sentence.js";

export function say(language, item) {
  if (typeof item !== "object" || item === null)
    refuse({ code: item == null ? "missing" : "notAnObject", path: "item", params: {} });
  const spoken = language === "id" ? "id" : "en";
  const said = readable("item", () => {
    const { code, params } = item;
    return typeof code === "string" ? sentence(spoken, code, params ?? {}) : null;
  });
  if (said === null) refuse({ code: "notText", path: "item.code", params: { example: "fundShort" } });
  return said;
}
