/** Turns a catalogue of names into the options of a choice. */
import type { Choice } from "./view.js";

/** `standard` is what an absent value means: it is stored as nothing. */
export function choices(names: { readonly [value: string]: string }, standard?: string): readonly Choice[] {
  return Object.entries(names).map(([value, text]) => ({ value: value === standard ? "" : value, text }));
}
