/** What the villages of the plan come to. They are worked out beside the page, in a worker that begins with the first. */
import { computed, effect, signal } from "@preact/signals-core";
import { apportion, start, type VillagesAnswer } from "cakupan/batch";
import type { Scenario } from "cakupan";
import { answer } from "./answer.js";
import { latest } from "./latest.js";
import { villagesOf } from "./village-work.js";

export interface VillageAnswer {
  readonly scenario: Scenario;
  readonly outcome: VillagesAnswer;
}

/** Of the last answer; `null` while it has no villages. `"failed"`: the module could not be fetched. */
export const villageAnswer = signal<VillageAnswer | "failed" | null>(null);

/** Villages that are being worked out, once that takes long enough to be said; 0 else. */
export const workedOn = signal(0);

/**
 * Of what is typed now; `null` while something is wrong or not worked out yet: the rows of an earlier answer may be others.
 */
export const freshVillages = computed<VillageAnswer | null>(() => {
  const [now, { last, fresh }] = [villageAnswer.value, answer.value];
  return now !== null && now !== "failed" && fresh && now.scenario === last?.scenario ? now : null;
});

const worked = latest(
  villagesOf,
  (scenario, outcome) => {
    villageAnswer.value = outcome === "failed" ? outcome : { scenario, outcome };
  },
  (isSlow) => {
    workedOn.value = isSlow ? (answer.peek().last?.scenario.villages?.length ?? 0) : 0;
  },
);

/** Works out the villages whenever the answer to the plan has changed. */
export function followAnswer(): void {
  effect(() => {
    const scenario = answer.value.last?.scenario;
    if (scenario?.villages?.length) worked.ask(scenario);
    else {
      worked.drop();
      villageAnswer.value = null;
    }
  });
}

let starting: Promise<void> | null = null;

/** People over the villages of the plan, in equal numbers or by size; the engine divides them, or throws why it cannot. */
export async function divided(people: number, sizes: readonly number[]): Promise<Float64Array> {
  starting ??= start().catch((error: unknown) => {
    starting = null;
    throw error;
  });
  await starting;
  return apportion(people, sizes);
}
