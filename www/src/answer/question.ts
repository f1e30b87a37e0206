/** The figure whose reasons the reader asked for, and what it is called. */
import { signal } from "@preact/signals-core";
import type { Question } from "cakupan";

export const question = signal<{ readonly ask: Question; readonly about: string } | null>(null);
