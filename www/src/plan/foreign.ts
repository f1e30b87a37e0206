/** Puts a plan from outside (link, file, host) into the form, and says what of it could not be used. */

import { number } from "../words/format.js";
import { done, draft, foreign, mayChange } from "./current.js";
import { replace } from "./examples.js";
import type { Made } from "./file.js";
import { type Repaired, MOST_PROBLEMS } from "./repair.js";

/** What is said of a plan that was opened. */
export interface Outcomes {
  readonly loaded: string;
  partly(count: number): string;
  readonly notLoaded: string;
  tooBroken(count: string): string;
}

/** What was typed before can be brought back. `made`: the versions that made the plan, where it names them. */
export function putInForm({ draft: plan, problems, lost }: Repaired, text: Outcomes, made: Made | null = null): void {
  if (!mayChange()) return;
  if (plan) replace(plan, lost.length > 0 ? text.partly(lost.length) : text.loaded);
  else done.value = problems.length > MOST_PROBLEMS ? text.tooBroken(number(problems.length)) : text.notLoaded;
  foreign.value = { problems, lost: plan ? lost : [], draft: draft.value, made: plan && made };
}
