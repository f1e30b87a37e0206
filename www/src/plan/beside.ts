/** A plan from elsewhere beside the one that is open: as a plan of its own, or in the comparison. */
import { done, mayChange } from "./current.js";
import { isDraft, withTexts } from "./draft.js";
import { unpacked } from "./file.js";
import { openPlan } from "./open.js";
import { MOST, savedPlans } from "./put-aside.js";
import { besideWords } from "./beside-words.js";
import { beginWith } from "./storage/switch.js";
import { openWords } from "./open-words.js";

/** The plan that was open stays as it is, in the list of plans. */
export async function openAsOwn(content: unknown): Promise<void> {
  const outcomes = { ...openWords().copy, loaded: besideWords().opened };
  if (!(await beginWith(() => openPlan(content, outcomes)))) done.value = besideWords().notStored;
}

/** Puts the plan among those that are compared; the form keeps its own. */
export function compareWith(content: unknown): void {
  const w = besideWords();
  const found = unpacked(content);
  const plan = found === "newer" ? null : found.plan;
  if (found === "newer") done.value = openWords().newerFile;
  else if (!isDraft(plan)) done.value = w.notComparable;
  else if (savedPlans.value.length >= MOST) done.value = w.full;
  else if (mayChange()) {
    savedPlans.value = [...savedPlans.value, withTexts(plan)];
    done.value = w.beside;
    document.getElementById("compare")?.scrollIntoView();
  }
}
