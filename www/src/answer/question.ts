/** The figure whose reasons the reader asked for, and what it is called. */
import { signal } from "@preact/signals-core";
import type { Question } from "cakupan";

export interface Asked {
  readonly ask: Question;
  readonly about: string;
}

export const question = signal<Asked | null>(null);

/** Opens the dialog "Dari mana angka ini?" for a figure. */
export function askWhy(ask: Question, about: string): void {
  question.value = { ask, about };
}
