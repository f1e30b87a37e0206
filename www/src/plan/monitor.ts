/** The plan against what happened. The module for it is fetched when a plan has a realisation. */
import { computed, effect, signal } from "@preact/signals-core";
import { CakupanError, monitor, type Monitored, type Realisation, start } from "cakupan/monitor";
import type { Problem } from "cakupan";
import { answer } from "./answer.js";
import { draft } from "./current.js";
import { toRealisation, type UnclearCell } from "./realisation.js";

export const module = signal<"loading" | "ready" | "failed">("loading");

let isStarting = false;

/** Starts the module where something happened; a failure is tried again with the next change. */
export function followRealisation(): void {
  effect(() => {
    if (!draft.value.realisation?.length || module.peek() === "ready") return;
    if (isStarting) return;
    isStarting = true;
    void start().then(
      () => {
        module.value = "ready";
      },
      () => {
        isStarting = false;
        module.value = "failed";
      },
    );
  });
}

export interface Happened {
  /** `null` where nothing is known yet, or where something in it is wrong. */
  readonly monitored: Monitored | null;
  readonly problems: readonly Problem[];
  readonly unclear: readonly UnclearCell[];
}

const NOTHING: Happened = { monitored: null, problems: [], unclear: [] };

/** Of the last answer to the plan and what is typed now. */
export const happened = computed<Happened>(() => {
  const scenario = answer.value.last?.scenario;
  const { rows, unclear } = toRealisation(draft.value);
  if (!scenario || module.value !== "ready" || rows.length === 0) return NOTHING;
  if (unclear.length > 0) return { ...NOTHING, unclear };
  try {
    return { monitored: monitor(scenario, { rows } as Realisation), problems: [], unclear };
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0) return { ...NOTHING, problems: error.problems };
    throw error;
  }
});
