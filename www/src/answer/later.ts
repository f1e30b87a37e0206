/** The parts of the answer that the first one does not need; `null` until `pages/later.ts` has loaded them. */
import { signal } from "@preact/signals-core";

export const later = signal<typeof import("./later-parts.js") | null>(null);
