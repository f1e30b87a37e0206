/** The input whose source is being written: its path, and what it is called. */
import { signal } from "@preact/signals-core";

export const sourced = signal<{ readonly path: string; readonly about: string } | null>(null);
