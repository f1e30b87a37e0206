/** The plan against what happened: worked out beside the page, in a worker that begins with the first. */
import { computed, effect, signal } from "@preact/signals-core";
import type { Scenario } from "cakupan";
import type { Realisation } from "cakupan/monitor";
import { answer } from "./answer.js";
import { draft } from "./current.js";
import type { RealisedDraft } from "./draft.js";
import { latest } from "./latest.js";
import { type MonitorAnswer, packed } from "./monitor-answer.js";
import { monitorOf } from "./monitor-work.js";
import { realisedOf, toRealisation } from "./realisation.js";

interface Asked {
  readonly scenario: Scenario;
  readonly realisation: readonly RealisedDraft[];
}

/** Of what it is; `null` where nothing is known yet. */
export type Happened = (MonitorAnswer & Asked) | null;

/** The last that was worked out. `"failed"`: the module could not be fetched, which is tried again with the next change. */
const outcome = signal<Happened | "failed">(null);

export const isFailed = computed(() => outcome.value === "failed");

/** Whether it is being worked out, once that takes long enough to be said. */
export const isWorking = signal(false);

export const happened = computed<Happened>(() => (outcome.value === "failed" ? null : outcome.value));

/** Whether that is of all that is typed. */
export const isFresh = computed(() => {
  const { last, fresh } = answer.value;
  const now = happened.value;
  return fresh && now?.scenario === last?.scenario && now?.realisation === realisedOf(draft.value);
});

const worked = latest<Asked, MonitorAnswer>(
  ({ scenario, realisation }, ending) => monitorOf(scenario, packed(realisation), ending),
  (asked, found) => {
    outcome.value = found === "failed" ? found : { ...found, ...asked };
  },
  (isSlow) => {
    isWorking.value = isSlow;
  },
);

/** Works it out whenever the answer to the plan, or what happened, has changed. */
export function followRealisation(): void {
  effect(() => {
    const scenario = answer.value.last?.scenario;
    const realisation = realisedOf(draft.value);
    if (scenario && realisation.length > 0) worked.ask({ scenario, realisation });
    else {
      worked.drop();
      outcome.value = null;
    }
  });
}

/** What happened as the engine was asked of it, for a file; `null`: nothing is typed. `"wrong"`: not all of it can be used. */
export function happenedForFile(): Realisation | null | "wrong" {
  const rows = realisedOf(draft.value);
  if (rows.length === 0) return null;
  if (!isFresh.value || !happened.value?.monitored) return "wrong";
  return { rows: toRealisation(rows).rows } as Realisation;
}
