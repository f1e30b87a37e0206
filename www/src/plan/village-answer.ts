/** What the villages of the plan come to. The module for many units is fetched when a plan has villages. */
import { effect, signal } from "@preact/signals-core";
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

/** Works out the villages whenever the answer to the plan has changed. */
export function followAnswer(): void {
  effect(() => {
    const scenario = answer.value.last?.scenario;
    if (!scenario?.villages?.length) {
      villageAnswer.value = null;
      return;
    }
    void started().then(
      () => {
        // A later answer has its own turn.
        if (answer.value.last?.scenario === scenario) villageAnswer.value = { scenario, outcome: villages(scenario) };
      },
      () => {
        villageAnswer.value = "failed";
      },
    );
  });
}

/** People over the villages of the plan, in equal numbers or by size; the engine divides them. */
export async function divided(people: number, sizes: readonly number[]): Promise<Float64Array> {
  await started();
  return apportion(people, sizes);
}
