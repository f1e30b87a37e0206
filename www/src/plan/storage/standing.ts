/** State of the storage, shown by the page; `workspace.ts` sets it. */
import { signal } from "@preact/signals-core";
import type { Copy } from "./store.js";

/** Whether the plan is stored: in another page only if its host asks for it. */
export const keeping = signal(false);

/** The time of the last saving. */
export const savedAt = signal<string | null>(null);

export type Trouble =
  /** The browser stores nothing. */
  | "refused"
  /** No room on the device. */
  | "full"
  /** A newer build stores in another form. */
  | "newer"
  /** The host has filled its room. */
  | "noRoom"
  /** The storage was emptied under the open page, which has stored the plan again. */
  | "cleared";

export function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : "";
  return name === "QuotaExceededError" ? "full" : name === "VersionError" ? "newer" : "refused";
}

export const trouble = signal<Trouble | null>(null);

/** Plans that were put aside so that nothing is lost, the newest first. */
export const copies = signal<readonly Copy[]>([]);

/** The copy last deleted: it can be put back. */
export const discarded = signal<Copy | null>(null);
