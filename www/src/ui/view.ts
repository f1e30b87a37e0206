/** Types of the views: what one returns, and an option of a choice. */
import type { nothing, TemplateResult } from "lit-html";

export type View = TemplateResult | typeof nothing;

export interface Choice {
  readonly value: string;
  readonly text: string;
}
