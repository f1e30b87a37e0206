/** Ranges of numbers of the plan that are not known for sure, as they are typed, and what came of them. */
import { signal } from "@preact/signals-core";
import type { RangeShape, RiskRequest, Uncertainty } from "cakupan/monitor";
import type { Problem, Scenario } from "cakupan";
import { steps } from "./draft.js";
import { type Doubt, type NumberKind, readNumber } from "./numbers.js";
import { drawn } from "./risk-work.js";

/** The range of a number, by its key. */
export interface RangeText {
  readonly key: string;
  readonly low: string;
  readonly high: string;
  readonly shape: RangeShape;
}

export const ranges = signal<readonly RangeText[]>([]);
export const draws = signal("10.000");
export const seed = signal("1");

// ───────────────────────────── numbers of the plan ─────────────────────────────

/** What tells the entries of the lists on the way to a number apart: an id, a month, a year, or a cause. */
export function entriesOn(path: string, scenario: Scenario): readonly string[] {
  const found: string[] = [];
  let at: unknown = scenario;
  for (const step of steps(path)) {
    at = (at as { readonly [step: string]: unknown } | null)?.[step];
    if (typeof step !== "number") continue;
    const { id, from, year, cause } = (at ?? {}) as { readonly [name: string]: unknown };
    found.push(String(id ?? from ?? year ?? cause ?? step));
  }
  return found;
}

/** The name of a number that stays its own while rows are added, removed or moved: `segments[rentan].base.rupiah`. */
export function keyOf(path: string, scenario: Scenario): string {
  const entries = [...entriesOn(path, scenario)];
  return path.replace(/\[\d+\]/g, () => `[${entries.shift()}]`);
}

// ───────────────────────────── what is asked ─────────────────────────────

/** A typed number with two readings. */
export interface UnclearRange {
  /** As the engine names it: `inputs[0].low`. */
  readonly path: string;
  readonly typed: string;
  readonly why: Doubt;
  readonly choices: readonly number[];
}

export interface AskedRange extends RangeText {
  readonly path: string;
  readonly kind: NumberKind;
}

/** What the engine is asked. A text that is no number is handed on; the engine says what is wrong with it. */
export function requestOf(
  asked: readonly AskedRange[],
  { draws, seed }: { readonly draws: string; readonly seed: string },
): { readonly request: RiskRequest; readonly unclear: readonly UnclearRange[] } {
  const unclear: UnclearRange[] = [];
  const read = (path: string, typed: string, kind: NumberKind) => {
    const reading = readNumber(typed, kind);
    if (reading.is === "unclear") unclear.push({ path, typed, why: reading.why, choices: reading.choices });
    return reading.is === "number" ? reading.value : reading.is === "text" ? reading.raw : null;
  };
  const inputs = asked.map(({ path, kind, low, high, shape }, place) => ({
    path,
    low: read(`inputs[${place}].low`, low, kind),
    high: read(`inputs[${place}].high`, high, kind),
    shape,
  }));
  const request = { inputs, draws: read("draws", draws, "people"), seed: read("seed", seed, "people") };
  return { request: request as unknown as RiskRequest, unclear };
}

// ───────────────────────────── the work ─────────────────────────────

export interface Worked {
  readonly scenario: Scenario;
  readonly request: RiskRequest;
  readonly uncertainty: Uncertainty;
}

/** The last that was worked out. */
export const worked = signal<Worked | null>(null);
/** What was wrong with the last request. */
export const refused = signal<{ readonly request: RiskRequest; readonly problems: readonly Problem[] } | null>(null);
/** Draws that are made, of all; `null` while nothing is worked out. */
export const progress = signal<{ readonly done: number; readonly all: number } | null>(null);
export const failed = signal(false);

let stop: AbortController | null = null;

export function cancel(): void {
  stop?.abort();
  stop = null;
  progress.value = null;
}

/** Works it out; what is being worked out for an earlier request is ended. */
export async function work(scenario: Scenario, request: RiskRequest): Promise<void> {
  cancel();
  const own = new AbortController();
  stop = own;
  failed.value = false;
  refused.value = null;
  progress.value = { done: 0, all: request.draws ?? 0 };
  try {
    const outcome = await drawn({ scenario, request }, own.signal, (done, all) => {
      if (stop === own) progress.value = { done, all };
    });
    if (stop !== own) return;
    if ("problems" in outcome) refused.value = { request, problems: outcome.problems };
    else worked.value = { scenario, request, uncertainty: outcome.uncertainty };
  } catch {
    if (stop !== own) return;
    failed.value = true;
  }
  cancel();
}
