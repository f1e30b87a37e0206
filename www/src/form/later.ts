/** The parts of the form that no first answer needs; `null` until `pages/later.ts` has loaded them. */
import { signal } from "@preact/signals-core";

export const later = signal<typeof import("./later-parts.js") | null>(null);
