/** A plan from outside, by link or from a host, goes into the form; what of it could not be used is said. */
import { replace } from "./cases.js";
import { number } from "./format.js";
import { MOST_PROBLEMS, type Mended } from "./mend.js";
import type { Made } from "./plan/file.js";
import { done, draft, mayChange, strange } from "./state.js";

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
  strange.value = { problems, lost: plan ? lost : [], draft: draft.value, made: plan && made };
}
