/** What the villages of the plan come to. The module for many units is fetched when a plan has villages. */
import { computed, effect, signal } from "@preact/signals-core";
import { apportion, start, type VillagesAnswer, villages } from "cakupan/batch";
import type { Scenario } from "cakupan";
import { answer } from "./answer.js";

export interface VillageAnswer {
  readonly scenario: Scenario;
  readonly outcome: VillagesAnswer;
}

/** Of the last answer; `null` while it has no villages. `"failed"`: the module could not be fetched. */
export const villageAnswer = signal<VillageAnswer | "failed" | null>(null);

let starting: Promise<void> | null = null;

function started(): Promise<void> {
  starting ??= start().catch((error: unknown) => {
    starting = null;
    throw error;
  });
  return starting;
}

/**
 * Of what is typed now; `null` while something is wrong or not worked out yet: the rows of an earlier answer may be others.
 */
export const freshVillages = computed<VillageAnswer | null>(() => {
  const [now, { last, fresh }] = [villageAnswer.value, answer.value];
  return now !== null && now !== "failed" && fresh && now.scenario === last?.scenario ? now : null;
});

/** Works out the villages whenever the answer to the plan has changed. */
export function followAnswer(): void {
  effect(() => {
    const scenario = answer.value.last?.scenario;
    if (!scenario?.villages?.length) {
      villageAnswer.value = null;
      return;
    }
    void workOut(scenario);
  });
}

async function workOut(scenario: Scenario): Promise<void> {
  let found: VillageAnswer | "failed";
  try {
    await started();
    found = { scenario, outcome: villages(scenario) };
  } catch {
    found = "failed";
  }
  // A later answer has its own turn.
  if (answer.value.last?.scenario === scenario) villageAnswer.value = found;
}

/** People over the villages of the plan, in equal numbers or by size; the engine divides them, or throws why it cannot. */
export async function divided(people: number, sizes: readonly number[]): Promise<Float64Array> {
  await started();
  return apportion(people, sizes);
}
