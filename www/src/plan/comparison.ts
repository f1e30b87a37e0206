/** Compares the saved plans with each other and with the form, debounced. */
import { computed } from "@preact/signals-core";
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

export const compared = debounced(
  () => {
    const running = engine.value;
    return plans.value.length > 1 && typeof running !== "string" ? { running, plans: plans.value } : null;
  },
  ({ running, plans }) => running.compare(plans.map(({ scenario }) => scenario)),
);
