/**
 * The note of a plan that is not yet stored. localStorage writes at once, IndexedDB a moment later: a page that is
 * closed in that moment loses nothing, because the next one finds the note.
 */
import { parsed } from "./saved.js";

export interface Note {
  readonly tab: string;
  readonly id: string;
  /** The revision that was changed. */
  readonly base: number;
  /** Counts the changes of the tab. */
  readonly turn: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly content: unknown;
}

/** Longer ones would fill localStorage; they rely on IndexedDB alone. */
const MOST_LETTERS = 1_000_000;

const MARK = "cakupan.pending ";
const keyOf = (tab: string, id: string) => `${MARK}${tab} ${id}`;

/** False where localStorage is full or off, or the note is too long; an older note of this tab then stays. */
export function writeNote(note: Note): boolean {
  try {
    const text = JSON.stringify(note);
    if (text.length > MOST_LETTERS) return false;
    localStorage.setItem(keyOf(note.tab, note.id), text);
    return true;
  } catch {
    return false;
  }
}

export function dropNote({ tab, id }: Pick<Note, "tab" | "id">): void {
  try {
    localStorage.removeItem(keyOf(tab, id));
  } catch {
    // Without storage there is nothing to delete.
  }
}

/** The notes that tabs left of a plan, the newest first; the content of one that cannot be read is its text. */
export function notesOf(id: string): readonly Note[] {
  const found = keys().flatMap((key): readonly Note[] => {
    if (!key.startsWith(MARK)) return [];
    const [, tab = "", ...rest] = key.split(" ");
    if (rest.join(" ") !== id) return [];
    const text = localStorage.getItem(key) ?? "";
    const note = parsed(text);
    return [isNote(note) ? { ...note, tab, id } : { tab, id, base: 0, turn: 0, at: 0, content: text }];
  });
  return found.sort((a, b) => b.at - a.at);
}

function isNote(note: unknown): note is Note {
  if (typeof note !== "object" || note === null || !("content" in note)) return false;
  const { base, turn, at } = note as Partial<Note>;
  return [base, turn, at].every(Number.isInteger);
}

function keys(): readonly string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** What builds before IndexedDB kept of a plan, as text. */
export function oldText(id: string): string | null {
  try {
    return localStorage.getItem(id);
  } catch {
    return null;
  }
}

export function dropOld(id: string): void {
  try {
    localStorage.removeItem(id);
  } catch {
    // It stays and is read again on the next visit.
  }
}

/** Everything that any page of the calculator keeps in localStorage. */
export function dropAll(): void {
  for (const key of keys()) if (key.startsWith("cakupan.")) dropOld(key);
}
