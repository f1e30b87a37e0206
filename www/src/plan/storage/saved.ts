/** The stored form of a plan, and reading it: this build may not know all of its fields. */
import { type Draft, isDraft, withTexts } from "../draft.js";

export interface Saved {
  readonly draft: Draft;
  /** What a loaded example replaced. */
  readonly before: Draft | null;
  /** Plans saved to be compared with. Stored under this name since the first release: another one would lose them. */
  readonly shelf: readonly Draft[];
}

/** The steps that can be taken back, oldest first, and those that can be taken again, next one last. */
export interface Steps {
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
}

export type KeptPlan = Saved & Steps;

export interface Reading {
  /** `null` where not even the plan itself can be shown. */
  readonly saved: Saved | null;
  /** False where a part cannot be read; the original must then be kept as well. */
  readonly whole: boolean;
}

export function readSaved(content: unknown): Reading {
  if (typeof content !== "object" || content === null || !("draft" in content) || !isDraft(content.draft))
    return { saved: null, whole: false };
  const before = "before" in content ? content.before : null;
  const shelf = "shelf" in content ? content.shelf : [];
  const plans: readonly unknown[] = Array.isArray(shelf) ? shelf : [];
  const readable = plans.filter(isDraft);
  return {
    saved: {
      draft: withTexts(content.draft),
      before: isDraft(before) ? withTexts(before) : null,
      shelf: readable.map(withTexts),
    },
    whole: (before === null || isDraft(before)) && Array.isArray(shelf) && readable.length === plans.length,
  };
}

/** A kept text that may be broken: as data, or else as the text that it is. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The steps this build can read: where one cannot be read, those beyond it are out of reach too. */
export function readSteps(past: unknown, future: unknown): Steps {
  return { past: readableEnd(past), future: readableEnd(future) };
}

function readableEnd(list: unknown): readonly Draft[] {
  if (!Array.isArray(list)) return [];
  let place = list.length;
  while (place > 0 && isDraft(list[place - 1])) place -= 1;
  return list.slice(place) as readonly Draft[];
}

/** The nearest steps that have room in so many letters; what steps share is stored once. */
export function within({ past, future }: Steps, room: number): Steps {
  const seen = new Set<object>();
  let left = room;
  const nearest = (steps: readonly Draft[]): readonly Draft[] => {
    let place = steps.length;
    while (place > 0) {
      left -= letters(steps[place - 1], seen);
      if (left < 0) break;
      place -= 1;
    }
    return steps.slice(place);
  };
  return { past: nearest(past), future: nearest(future) };
}

/** Letters of a value without the objects already counted; what is no text counts as eight. */
export function letters(value: unknown, seen: Set<object> = new Set()): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 8;
  if (seen.has(value)) return 0;
  seen.add(value);
  return Object.entries(value).reduce((sum, [name, item]) => sum + name.length + letters(item, seen), 0);
}
