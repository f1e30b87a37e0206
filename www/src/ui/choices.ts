/** Options of a choice from a catalogue of names. */
import type { Choice } from "./view.js";

/** The option `standard` has the value "": it is what an absent field means. */
export function choices(names: { readonly [value: string]: string }, standard?: string): readonly Choice[] {
  return Object.entries(names).map(([value, text]) => ({ value: value === standard ? "" : value, text }));
}
