/** The parts of the form that no first answer needs; `null` until `pages/later.ts` has loaded them. */
import { signal } from "@preact/signals-core";

export type Later = typeof import("./later-parts.js");

export const later = signal<Later | null>(null);
