/** Keeps what was typed on this device, and only there. */
import { type Draft, isDraft } from "./draft.js";

/** Where the calculator keeps its work; a calculator on another page has a place of its own. */
export const OWN = "cakupan.draft";

export interface Saved {
  readonly draft: Draft;
  /** What a loaded example replaced. */
  readonly before: Draft | null;
  /** Plans put aside to be compared. */
  readonly shelf: readonly Draft[];
}

/** Where a host keeps its work of one region; an origin has no space in it. */
export const placeOf = (host: string, region: string) => `cakupan.embed ${host} ${region}`;

/** Letters that a host may keep in all its regions, so that none takes the room of the others. */
const MOST = 1_000_000;

/** Whether there is room for a text; only hosts are counted, by what they keep in other places. */
function fits(text: string, place: string): boolean {
  const [, host] = place.split(" ");
  if (host === undefined) return true;
  const others = Object.entries(localStorage).filter(([key]) => key !== place && key.startsWith(placeOf(host, "")));
  return others.reduce((sum, [key, kept]) => sum + key.length + kept.length, text.length) <= MOST;
}

/** False where the browser refuses (private windows, full disks) or a host has no room left: the page goes on without it. */
export function save(saved: Saved, place: string): boolean {
  try {
    const text = JSON.stringify(saved);
    if (!fits(text, place)) return false;
    localStorage.setItem(place, text);
    return true;
  } catch {
    return false;
  }
}

export function load(place: string): Saved | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(place) ?? "null");
    if (typeof saved !== "object" || saved === null || !("draft" in saved) || !isDraft(saved.draft)) return null;
    const before = "before" in saved && isDraft(saved.before) ? saved.before : null;
    const shelf = "shelf" in saved && Array.isArray(saved.shelf) ? saved.shelf.filter(isDraft) : [];
    return { draft: saved.draft, before, shelf };
  } catch {
    return null;
  }
}

export function forget(place: string): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Where nothing can be kept, nothing was.
  }
}

export function saveLanguage(language: string): void {
  try {
    localStorage.setItem("cakupan.language", language);
  } catch {
    // The language is chosen again on the next visit.
  }
}

export function loadLanguage(): string | null {
  try {
    return localStorage.getItem("cakupan.language");
  } catch {
    return null;
  }
}
