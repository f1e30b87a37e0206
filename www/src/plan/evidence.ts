/** The source of an input: as it is being written in the form, and as the engine is given it. */
import type { Evidence } from "cakupan";
import { readDate } from "./dates.js";
import { QUALITIES } from "./fields.js";

/** Any part may still be empty; the date is as it was typed. */
export interface EvidenceDraft {
  readonly quality?: Evidence["quality"] | "" | null;
  readonly source?: string | null;
  readonly date?: string | null;
  readonly note?: string | null;
  /** The input was changed after this source was named. */
  readonly changed?: boolean | null;
}

/** Source or quality is still empty. The engine does not get it then, and the answer does not wait for it. */
export function isBegun({ quality, source }: EvidenceDraft): boolean {
  const empty = (text: unknown) => text === undefined || text === null || String(text).trim() === "";
  return empty(quality) || empty(source);
}

export function isDateUnread({ date }: EvidenceDraft): boolean {
  return typeof date === "string" && date.trim() !== "" && readDate(date) === null;
}

/** The source as the engine gets it, without a date that cannot be read; `null` where it is incomplete. */
export function usable(evidence: EvidenceDraft): EvidenceDraft | null {
  if (isBegun(evidence)) return null;
  if (typeof evidence.date !== "string") return evidence;
  const { date, ...rest } = evidence;
  const read = readDate(date);
  return read === null ? rest : { ...rest, date: read };
}

const TEXTS: readonly string[] = ["source", "date", "note"];

/** Whether it is what the form writes; a plan from outside may hold anything. */
export function isTyped(value: unknown): value is EvidenceDraft {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).every(
    ([name, item]) =>
      item === null ||
      (TEXTS.includes(name) && typeof item === "string") ||
      (name === "changed" && typeof item === "boolean") ||
      (name === "quality" && (item === "" || QUALITIES.includes(item))),
  );
}
