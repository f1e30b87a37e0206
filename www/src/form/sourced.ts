/** The input whose source is being written: its path, and what it is called. */
import { signal } from "@preact/signals-core";

export interface Sourced {
  readonly path: string;
  /** `null`: by the name of the field. */
  readonly about: string | null;
}

export const sourced = signal<Sourced | null>(null);

/** Opens the dialog in which the source of an input is named. */
export function askSource(path: string, about: string | null = null): void {
  sourced.value = { path, about };
}
