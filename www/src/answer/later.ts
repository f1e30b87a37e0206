/** The parts of the answer that the first one does not need; `null` until `pages/later.ts` has loaded them. */
import { signal } from "@preact/signals-core";

export type Later = typeof import("./later-parts.js");

export const later = signal<Later | null>(null);
