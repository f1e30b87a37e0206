/** One input of the plan in five steps: the plan is calculated with each, once that is asked. */
import { computed, signal } from "@preact/signals-core";
import type { Problem, Projection, Scenario } from "cakupan";
import { engine } from "../engine/current.js";
import { debounced } from "../engine/debounced.js";
import { answer } from "./answer.js";
import { type Draft, getAt, type Json, kindOf, setAt } from "./draft.js";
import { changedPaths, isCounted } from "./no-effect.js";
import { type NumberKind, readNumber, writeNumber } from "./numbers.js";

export const STEPS = 5;

/** Inputs that are offered; a plan of hundreds of villages has thousands. */
const MOST = 200;

const KINDS: ReadonlySet<NumberKind | undefined> = new Set<NumberKind>(["people", "money", "percent", "part"]);

interface Asked {
  readonly path: string;
  /** As typed. */
  readonly low: string;
  readonly high: string;
}

/** `null` while nothing is asked. */
export const asked = signal<Asked | null>(null);

/** Numbers of the calculated plan that figures depend on. */
export const inputs = computed<readonly string[]>(() => {
  const { last } = answer.value;
  if (!last) return [];
  const scenario = last.scenario as unknown as Json;
  // Against nothing, every leaf is listed.
  return changedPaths(undefined, scenario)
    .filter((path) => KINDS.has(kindOf(path)) && isCounted(path) && !path.startsWith("villages["))
    .slice(0, MOST);
});

/** Chooses an input, with a fifth less and a fifth more to begin with. */
export function askInput(path: string): void {
  const { last } = answer.value;
  const now = last && at(last.scenario, path);
  const kind = kindOf(path);
  if (typeof now !== "number" || kind === undefined) {
    asked.value = null;
    return;
  }
  const most = kind === "percent" || kind === "part" ? 100 : Number.MAX_SAFE_INTEGER;
  const write = (value: number) => writeNumber(inKind(Math.min(value, most), kind), kind);
  asked.value = { path, low: write(now * 0.8), high: write(now * 1.2) };
}

export function askRange(range: Partial<Pick<Asked, "low" | "high">>): void {
  if (asked.value) asked.value = { ...asked.value, ...range };
}

export function endWhatIf(): void {
  asked.value = null;
}

export interface Tried {
  readonly value: number;
  readonly isNow: boolean;
  readonly outcome:
    | { readonly projection: Projection; readonly scenario: Scenario }
    | { readonly problems: readonly Problem[] };
}

/** `null` where one end is not a number, or the first is not below the second. */
export const tried = debounced(
  () => {
    const { last } = answer.value;
    return last && asked.value && typeof engine.value !== "string"
      ? { last, asked: asked.value, running: engine.value }
      : null;
  },
  ({ last, asked: { path, low, high }, running }): readonly Tried[] | null => {
    const kind = kindOf(path);
    const now = at(last.scenario, path);
    if (kind === undefined || typeof now !== "number") return null;
    const [first, second] = [readNumber(low, kind), readNumber(high, kind)];
    if (first.is !== "number" || second.is !== "number" || first.value >= second.value) return null;
    const values = Array.from({ length: STEPS }, (_, step) =>
      inKind(first.value + ((second.value - first.value) * step) / (STEPS - 1), kind),
    );
    return [...new Set([...values, now])]
      .sort((one, other) => one - other)
      .map((value) => ({
        value,
        isNow: value === now,
        outcome: running.run(setAt(last.scenario as unknown as Draft, path, value)),
      }));
  },
);

function at(scenario: Scenario, path: string): Json {
  return getAt(scenario as unknown as Draft, path);
}

/** Whole people and rupiah; a percentage with two decimals. */
function inKind(value: number, kind: NumberKind): number {
  return kind === "people" || kind === "money" ? Math.round(value) : Math.round(value * 100) / 100;
}
