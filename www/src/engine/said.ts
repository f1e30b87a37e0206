/** The sentence of a code in the language of the page, with its numbers formatted as on the page. */
import type { Params } from "cakupan";
import { language } from "../words/current.js";
import { number } from "../words/format.js";
import { engine } from "./current.js";

export function said({ params }: { readonly params: Params }, code: string): string {
  const running = engine.value;
  if (typeof running === "string") return "";
  const written = Object.entries(params).map(
    ([name, value]) => [name, typeof value === "number" ? number(value) : value] as const,
  );
  return running.say(language.value, { code, params: Object.fromEntries(written) });
}
