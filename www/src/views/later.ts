/** What is not needed to see an answer comes after it: it would only delay it. */
import { signal } from "@preact/signals-core";

type Parts = typeof import("./later-parts.js");

export const later = signal<Parts | null>(null);

/** Says whether the parts are there now; without them nothing of the answer is lost. */
export async function loadLater(): Promise<boolean> {
  try {
    later.value ??= await import("./later-parts.js");
    return true;
  } catch {
    return false;
  }
}
