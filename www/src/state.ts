/** What the page knows: the draft with its history, the language, the engine, and the last answer. */
import { batch, computed, effect, signal } from "@preact/signals-core";
import type { Language, Problem, Projection, Question, Scenario, UnusedInput } from "cakupan";
import { withoutBlank } from "./blank.js";
import {
  type Draft,
  type Json,
  type Unclear,
  getAt,
  isSame,
  kindOf,
  newPlan,
  setAt,
  steps,
  toScenario,
} from "./draft.js";
import type { Engine, Outcome } from "./engine.js";
import { type Reason, reasonOf } from "./no-effect.js";
import { tidyNumber } from "./numbers.js";
import type { Made } from "./plan/file.js";
import { type Catalogue, id } from "./words/id.js";

export const language = signal<Language>("id");
export const words = signal<Catalogue>(id);
export const engine = signal<Engine | "loading" | "failed">("loading");

export const draft = signal<Draft>(newPlan());
/** False while another tab edits the plan: then nothing may be changed here. */
export const editable = signal(true);
/** What a loaded example replaced; it stays until it is taken back. */
export const before = signal<Draft | null>(null);
/** The last thing done that can be taken back, in words. */
export const done = signal<string | null>(null);
/** Fields that the reader has left at least once: only they complain about being empty. */
export const touched = signal<ReadonlySet<string>>(new Set());
/** What the engine said of a plan from outside, and what of it was left out or guessed; until the plan changes. */
export const strange = signal<{
  readonly problems: readonly Problem[];
  readonly lost: readonly Problem[];
  readonly draft: Draft | null;
  /** With what it was made, where that is known. */
  readonly made: Made | null;
}>({ problems: [], lost: [], draft: null, made: null });
export const question = signal<{ readonly ask: Question; readonly about: string } | null>(null);
/** The input whose source is being written: its path, and what it is called. */
export const sourced = signal<{ readonly path: string; readonly about: string } | null>(null);

// ───────────────────────────── history ─────────────────────────────

/** The oldest first. */
export const past = signal<readonly Draft[]>([]);
/** The next one last. */
export const future = signal<readonly Draft[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
/** The field being typed in: its keystrokes are one step back, and no change yet to remark on. */
const typing = signal("");

/** Says why not where nothing may be changed. */
export function mayChange(): boolean {
  if (!editable.value) done.value = words.value.kept.readOnly;
  return editable.value;
}

/** A plan as it was kept, with its steps. */
export function restore(kept: Readonly<Record<"past" | "future", readonly Draft[]>> & { readonly draft: Draft }): void {
  batch(() => {
    typing.value = "";
    past.value = kept.past;
    future.value = kept.future;
    draft.value = kept.draft;
    done.value = null;
  });
}

export function change(next: Draft, what: string | null = null): void {
  if (!mayChange()) return;
  batch(() => {
    typing.value = "";
    record(next);
    done.value = what;
  });
}

function record(next: Draft): void {
  settle();
  batch(() => {
    past.value = [...past.value.slice(-99), draft.value];
    future.value = [];
    draft.value = next;
  });
}

/** One field as it is being typed. */
export function type(path: string, text: Json): void {
  // Measured against what stood there before: who types the old number again has changed nothing.
  const start = path === typing.value ? (past.value.at(-1) ?? draft.value) : draft.value;
  adjust(path, setAt(start, path, text, isSame(path, getAt(start, path), text)));
}

/** A change that goes on, by key or by slider, until its field is left: one step back for all of it. */
export function adjust(field: string, next: Draft): void {
  if (!mayChange()) return;
  batch(() => {
    if (field === typing.value) draft.value = next;
    else record(next);
    typing.value = field;
    done.value = null;
  });
}

/** A field is left: its number is written out, and it may complain from now on. */
export function leave(path: string): void {
  const kind = kindOf(path);
  const text = getAt(draft.value, path);
  const tidy = kind && typeof text === "string" ? tidyNumber(text, kind) : text;
  batch(() => {
    typing.value = "";
    touched.value = new Set(touched.value).add(path);
    if (tidy !== text && editable.value) draft.value = setAt(draft.value, path, tidy, true);
  });
}

/** Marks of visited fields hang on places in a list, so they do not outlive a change of places. */
export function forgetVisits(list: string): void {
  touched.value = new Set([...touched.value].filter((path) => !path.startsWith(`${list}[`)));
}

export function undo(): void {
  const last = past.value.at(-1);
  if (!last || !mayChange()) return;
  settle();
  batch(() => {
    future.value = [...future.value, draft.value];
    past.value = past.value.slice(0, -1);
    draft.value = last;
    done.value = null;
    typing.value = "";
  });
}

export function redo(): void {
  const next = future.value.at(-1);
  if (!next || !mayChange()) return;
  settle();
  batch(() => {
    past.value = [...past.value, draft.value];
    future.value = future.value.slice(0, -1);
    draft.value = next;
    typing.value = "";
  });
}

// ───────────────────────────── the answer ─────────────────────────────

/** A field that keeps the answer from being renewed. */
export interface Fault {
  readonly path: string;
  readonly problem: Problem | null;
  readonly unclear: Unclear | null;
  /** Nothing was typed yet: no reason to shout. */
  readonly absent: boolean;
}

export interface Answer {
  readonly projection: Projection;
  readonly scenario: Scenario;
}

/** Parts that change no contribution of the others: where one of them is wrong, the cost stands without it. */
const ASIDE: ReadonlySet<string> = new Set(["workforce", "target", "otherTargets", "totals", "published", "stage"]);

const asked = computed(() => {
  const { plan, blank } = withoutBlank(draft.value);
  const { scenario, unclear } = toScenario(plan);
  const running = engine.value;
  if (typeof running === "string") return { blank, unclear, outcome: null, aside: null };
  const outcome = running.run(scenario);
  const wrong = [...unclear, ...("problems" in outcome ? outcome.problems : [])].map(({ path }) => path);
  return { blank, unclear, outcome, aside: wrong.length ? aside(scenario as Scenario, wrong, running) : null };
});

interface Aside {
  readonly last: Answer;
  readonly parts: readonly string[];
}

/** The answer without the parts that are wrong, where only such parts are. */
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

/** Parts that were opened and are still blank; they count as absent. */
export const blanks = computed<ReadonlySet<string>>(() => new Set(asked.value.blank));

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

export const faultsByPath = computed<ReadonlyMap<string, readonly Fault[]>>(() => {
  const map = new Map<string, Fault[]>();
  for (const fault of faults.value) map.set(fault.path, [...(map.get(fault.path) ?? []), fault]);
  return map;
});

/** The last good answer before the change that is being made: "1" on the way to "1,5" is no answer to keep. */
let settled: Answer | null = null;

function settle(): void {
  if (answer.value.fresh) settled = answer.value.last;
}

interface Standing {
  readonly last: Answer | null;
  /** Whether it is the answer to all that is typed, but for what was set aside. */
  readonly fresh: boolean;
  /** Parts that were set aside because something in them is wrong; the cost stands without them. */
  readonly aside: readonly string[];
}

/** The answer to the draft, or else the last good one. */
export const answer = computed<Standing>(() => {
  const { unclear, outcome, aside } = asked.value;
  if (unclear.length === 0 && outcome !== null && "projection" in outcome)
    return { last: outcome, fresh: true, aside: [] };
  return aside ? { last: aside.last, fresh: true, aside: aside.parts } : { last: settled, fresh: false, aside: [] };
});

// ───────────────────────────── a change without effect ─────────────────────────────

/** Why the last change left every figure as it was; `null` where it did not. */
export const unchanged = signal<Reason | null>(null);
/** The answer before the change. */
let committed: Answer | null = null;

effect(() => {
  const { last, fresh } = answer.value;
  if (typing.value !== "" || !last || !fresh) unchanged.value = null;
  else if (last !== committed) {
    unchanged.value = committed && reasonOf(committed, last);
    committed = last;
  }
});

// ───────────────────────────── inputs without effect ─────────────────────────────

/** What the engine says of inputs that change nothing, by the path of the input. */
export const unusedByPath = computed<ReadonlyMap<string, readonly UnusedInput[]>>(() => {
  const { last, fresh } = answer.value;
  const map = new Map<string, UnusedInput[]>();
  if (last && fresh)
    for (const item of last.projection.unused) map.set(item.path, [...(map.get(item.path) ?? []), item]);
  return map;
});
