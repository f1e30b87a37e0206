/** The answer to the current plan, or to the last plan of the history that has one; derived from these alone. */
import { computed } from "@preact/signals-core";
import type { Problem, Projection, Scenario, UnusedInput } from "cakupan";
import { engine } from "../engine/current.js";
import type { Engine, Outcome } from "../engine/start.js";
import { withoutBlank } from "./blank.js";
import { changedFrom, draft, past, typing } from "./current.js";
import { type Draft, steps, toScenario, type Unclear } from "./draft.js";
import { type Reason, reasonOf } from "./no-effect.js";

export interface Answer {
  readonly projection: Projection;
  readonly scenario: Scenario;
}

// ───────────────────────────── one plan ─────────────────────────────

interface Asked {
  /** Parts that were opened and are still blank; they count as absent. */
  readonly blank: readonly string[];
  readonly unclear: readonly Unclear[];
  /** `null` where no engine runs. */
  readonly outcome: Outcome | null;
  readonly aside: Aside | null;
}

/** The answer without the parts that are wrong, where only such parts are. */
interface Aside {
  readonly last: Answer;
  readonly parts: readonly string[];
}

/** Parts that change no contribution: where one of them is wrong, the cost is calculated without it. */
const ASIDE: ReadonlySet<string> = new Set(["workforce", "target", "otherTargets", "totals", "published", "stage"]);

function ask(plan: Draft, running: Engine | "loading" | "failed"): Asked {
  const { plan: filled, blank } = withoutBlank(plan);
  const { scenario, unclear } = toScenario(filled);
  if (typeof running === "string") return { blank, unclear, outcome: null, aside: null };
  const outcome = running.run(scenario);
  const wrong = [...unclear, ...("problems" in outcome ? outcome.problems : [])].map(({ path }) => path);
  return { blank, unclear, outcome, aside: wrong.length ? aside(scenario as Scenario, wrong, running) : null };
}

function aside(scenario: Scenario, wrong: readonly string[], { run }: Engine): Aside | null {
  const parts = new Set(wrong.map((path) => String(steps(path)[0] ?? "")));
  // A target is a share of the workforce.
  if (parts.has("workforce")) for (const part of ["target", "otherTargets"]) parts.add(part);
  if (![...parts].every((part) => ASIDE.has(part))) return null;
  const left = Object.fromEntries(Object.entries(scenario).filter(([part]) => !parts.has(part)));
  const outcome: Outcome = run(left);
  return "projection" in outcome
    ? { last: outcome, parts: Object.keys(scenario).filter((part) => parts.has(part)) }
    : null;
}

/** The answer to the whole plan, or without the parts set aside; `null` where neither can be calculated. */
function answerOf({ unclear, outcome, aside }: Asked): Aside | null {
  if (unclear.length === 0 && outcome !== null && "projection" in outcome) return { last: outcome, parts: [] };
  return aside;
}

/** Cache by plan, so that the history is not calculated again with every keystroke. */
const known = computed(() => ({ running: engine.value, asked: new WeakMap<Draft, Asked>() }));

function askedOf(plan: Draft): Asked {
  const { running, asked } = known.value;
  const found = asked.get(plan) ?? ask(plan, running);
  asked.set(plan, found);
  return found;
}

// ───────────────────────────── the plan on the page ─────────────────────────────

const asked = computed(() => askedOf(draft.value));

export const blanks = computed<ReadonlySet<string>>(() => new Set(asked.value.blank));

/** A field that keeps the answer from being renewed. */
export interface Fault {
  readonly path: string;
  readonly problem: Problem | null;
  readonly unclear: Unclear | null;
  /** The field is empty (`missing`, `empty`): shown less strongly than an error. */
  readonly absent: boolean;
}

export const faults = computed<readonly Fault[]>(() => {
  const { unclear, outcome } = asked.value;
  const asking = unclear.map((item) => ({ path: item.path, problem: null, unclear: item, absent: false }));
  const problems = outcome && "problems" in outcome ? outcome.problems : [];
  const refused = problems
    .filter((problem) => !unclear.some((item) => item.path === problem.path))
    .map((problem) => ({
      path: problem.path,
      problem,
      unclear: null,
      absent: problem.code === "missing" || problem.code === "empty",
    }));
  return [...asking, ...refused];
});

export const faultsByPath = computed<ReadonlyMap<string, readonly Fault[]>>(() => byPath(faults.value));

interface Standing {
  readonly last: Answer | null;
  /** Whether it is the answer to all that is typed, but for what was set aside. */
  readonly fresh: boolean;
  /** Parts that were left out because something in them is wrong; the cost does not depend on them. */
  readonly aside: readonly string[];
}

/** Answer of the newest step of the history that has one. Keystrokes within a field are no steps. */
function lastGood(): Answer | null {
  for (const plan of [...past.value].reverse()) {
    const found = answerOf(askedOf(plan));
    if (found) return found.last;
  }
  return null;
}

export const answer = computed<Standing>(() => {
  const found = answerOf(asked.value);
  return found ? { last: found.last, fresh: true, aside: found.parts } : { last: lastGood(), fresh: false, aside: [] };
});

/** Why the last change left every figure as it was; `null` where it did not, or is still going on. */
export const unchanged = computed<Reason | null>(() => {
  const { last, fresh } = answer.value;
  if (typing.value !== "" || changedFrom.value === null || !last || !fresh) return null;
  const before = answerOf(askedOf(changedFrom.value))?.last ?? lastGood();
  return before && reasonOf(before, last);
});

/** What the engine says of inputs that change nothing, by the path of the input. */
export const unusedByPath = computed<ReadonlyMap<string, readonly UnusedInput[]>>(() => {
  const { last, fresh } = answer.value;
  return byPath(last && fresh ? last.projection.unused : []);
});

function byPath<T extends { readonly path: string }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) map.set(item.path, [...(map.get(item.path) ?? []), item]);
  return map;
}
