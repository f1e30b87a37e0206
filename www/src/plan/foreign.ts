/** A plan from outside, by link or from a host, goes into the form; what of it could not be used is said. */

import { number } from "../words/format.js";
import { done, draft, foreign, mayChange } from "./current.js";
import { replace } from "./examples.js";
import type { Made } from "./file.js";
import { type Mended, MOST_PROBLEMS } from "./repair.js";

export interface Told {
  readonly loaded: string;
  partly(count: number): string;
  readonly notLoaded: string;
  tooBroken(count: string): string;
}

/** What was typed before stays at hand. `made`: with what the plan was made, where it says so. */
export function take({ draft: plan, problems, lost }: Mended, told: Told, made: Made | null = null): void {
  if (!mayChange()) return;
  if (plan) replace(plan, lost.length > 0 ? told.partly(lost.length) : told.loaded);
  else done.value = problems.length > MOST_PROBLEMS ? told.tooBroken(number(problems.length)) : told.notLoaded;
  foreign.value = { problems, lost: plan ? lost : [], draft: draft.value, made: plan && made };
}
