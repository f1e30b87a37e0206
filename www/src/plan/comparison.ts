/** Compares the saved plans with each other and with the form, debounced. */
import { computed, signal } from "@preact/signals-core";
import type { Scenario } from "cakupan";
import { engine } from "../engine/current.js";
import { debounced } from "../engine/debounced.js";
import { words } from "../words/current.js";
import { answer } from "./answer.js";
import { withoutBlank } from "./blank.js";
import { draft } from "./current.js";
import { type Draft, toScenario } from "./draft.js";
import { MOST, savedPlans } from "./put-aside.js";

export interface ComparedPlan {
  readonly letter: string;
  readonly name: string;
  readonly scenario: Scenario;
}

/** The saved plans, and the form beside them while there is room and it is another one. */
export const plans = computed<readonly ComparedPlan[]>(() => {
  const w = words.value.compare;
  const titled = (plan: Draft, place: number) => ({
    letter: String.fromCharCode(65 + place),
    name: plan.name || plan.region.name || w.unnamed,
  });
  const saved = savedPlans.value.map((plan, place) => ({
    ...titled(plan, place),
    scenario: toScenario(withoutBlank(plan).plan).scenario as Scenario,
  }));
  const { last } = answer.value;
  const other = last && saved.length > 0 && saved.length < MOST && !savedPlans.value.includes(draft.value);
  const same = other && saved.some(({ scenario }) => JSON.stringify(scenario) === JSON.stringify(last.scenario));
  if (!other || same) return saved;
  const { letter, name } = titled(draft.value, saved.length);
  return [...saved, { letter, name: `${name} ${w.now}`, scenario: last.scenario }];
});

const chosen = signal(0);

/** Place of the plan that the others are compared with: the first one, if the chosen one was taken off. */
export const base = computed(() => (chosen.value < plans.value.length ? chosen.value : 0));

export function compareWithPlan(place: number): void {
  chosen.value = place;
}

export const compared = debounced(
  () => {
    const running = engine.value;
    if (plans.value.length < 2 || typeof running === "string") return null;
    // The engine compares with the first one.
    const first = plans.value.filter((_, place) => place === base.value);
    return { running, plans: [...first, ...plans.value.filter((_, place) => place !== base.value)] };
  },
  ({ running, plans }) => running.compare(plans.map(({ scenario }) => scenario)),
);
