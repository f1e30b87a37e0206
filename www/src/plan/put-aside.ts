/** Plans saved for comparison: at most four, stored with the plan. */
import { batch, signal } from "@preact/signals-core";
import { words } from "../words/current.js";
import { answer } from "./answer.js";
import { change, done, draft, mayChange } from "./current.js";
import type { Draft } from "./draft.js";

export const MOST = 4;

export const savedPlans = signal<readonly Draft[]>([]);
/** The plan last taken off, and its place: it can be put back. */
export const taken = signal<{ readonly plan: Draft; readonly place: number } | null>(null);

export function putAside(): void {
  const w = words.value.compare;
  if (!answer.value.fresh || answer.value.aside.length > 0) {
    done.value = w.notReady;
    return;
  }
  if (savedPlans.value.length >= MOST || !mayChange()) return;
  batch(() => {
    savedPlans.value = [...savedPlans.value, draft.value];
    done.value = w.kept(draft.value.name || draft.value.region.name);
  });
}

export function takeOff(place: number): void {
  const plan = savedPlans.value[place];
  if (!plan || !mayChange()) return;
  batch(() => {
    savedPlans.value = savedPlans.value.filter((_, index) => index !== place);
    taken.value = { plan, place };
    done.value = words.value.form.removed(plan.name || plan.region.name);
  });
}

export function putBack(): void {
  const last = taken.value;
  if (!last || savedPlans.value.length >= MOST || !mayChange()) return;
  batch(() => {
    savedPlans.value = [...savedPlans.value.slice(0, last.place), last.plan, ...savedPlans.value.slice(last.place)];
    taken.value = null;
    done.value = null;
  });
}

/** Puts a saved plan into the form; undo brings the previous one back. */
export function open(place: number): void {
  const plan = savedPlans.value[place];
  if (plan) change(plan, words.value.compare.opened(plan.name || plan.region.name));
}
