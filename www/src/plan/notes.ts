/** Notes beside fields: problems, inputs without effect, and parts that do not count while they are empty. */
import { computed } from "@preact/signals-core";
import type { UnusedInput } from "cakupan";
import { blanks, type Fault, faultsByPath, unusedByPath } from "./answer.js";
import { touched, typing } from "./current.js";

interface Note {
  readonly faults: readonly Fault[];
  readonly unused: readonly UnusedInput[];
  /** The field belongs to a part that was opened and is still empty. */
  readonly blank: boolean;
}

/** By the path of the field; a field of which nothing is said has none. */
export interface Notes {
  readonly [path: string]: Note;
}

const NONE: Note = { faults: [], unused: [], blank: false };

export const notes = computed<Notes>(() => {
  const found: { [path: string]: Note } = {};
  const add = (path: string, what: Partial<Note>) => {
    found[path] = { ...NONE, ...found[path], ...what };
  };
  for (const [path, all] of faultsByPath.value) {
    const faults = shown(path, all);
    if (faults.length) add(path, { faults });
  }
  for (const [path, unused] of unusedByPath.value) add(path, { unused });
  const parts = [...blanks.value];
  for (const path of touched.value) if (parts.some((part) => path.startsWith(`${part}.`))) add(path, { blank: true });
  return found;
});

/** Faults that are shown: of an empty field after it was visited, of a field being typed in after it is left. */
function shown(path: string, faults: readonly Fault[]): readonly Fault[] {
  if (touched.value.has(path)) return faults;
  return typing.value === path ? [] : faults.filter(({ absent }) => !absent);
}

export function noteAt(notes: Notes, path: string): Note {
  return notes[path] ?? NONE;
}

/** The notes of these parts of the plan: `"segments"`, `"segments[0]"`. */
export function notesUnder(notes: Notes, parts: readonly string[]): Notes {
  return Object.fromEntries(Object.entries(notes).filter(([path]) => parts.some((part) => isUnder(path, part))));
}

export function isUnder(path: string, part: string): boolean {
  return path.startsWith(part) && /^($|[.[])/.test(path.slice(part.length));
}
