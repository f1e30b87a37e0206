/** The plan as it is typed, with its history. */
import { batch, computed, signal } from "@preact/signals-core";
import type { Problem } from "cakupan";
import { words } from "../words/current.js";
import { type Draft, getAt, isSame, type Json, kindOf, newPlan, setAt } from "./draft.js";
import type { Made } from "./file.js";
import { tidyNumber } from "./numbers.js";

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
export const foreign = signal<{
  readonly problems: readonly Problem[];
  readonly lost: readonly Problem[];
  readonly draft: Draft | null;
  /** With what it was made, where that is known. */
  readonly made: Made | null;
}>({ problems: [], lost: [], draft: null, made: null });

// ───────────────────────────── history ─────────────────────────────

/** The oldest first. */
export const past = signal<readonly Draft[]>([]);
/** The next one last. */
export const future = signal<readonly Draft[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
/** Path of the field being typed in: all its keystrokes are one step back. `""` where no change is going on. */
export const typing = signal("");
/** The plan before the last change; `null` where the last step was no change but an undo, a redo or an opened plan. */
export const changedFrom = signal<Draft | null>(null);

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
    changedFrom.value = null;
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

/** Changes the current plan. Views use it, because the plan may have changed since they were drawn. */
export function update(next: (plan: Draft) => Draft, what: string | null = null): void {
  change(next(draft.value), what);
}

/** Puts a value at a path of the plan. */
export function put(path: string, value: Json, what: string | null = null): void {
  update((plan) => setAt(plan, path, value), what);
}

function record(next: Draft): void {
  batch(() => {
    past.value = [...past.value.slice(-99), draft.value];
    future.value = [];
    changedFrom.value = draft.value;
    draft.value = next;
  });
}

/** The field that was typed in last and is not left yet. */
let typed = "";

/** One field as it is being typed. */
export function type(path: string, text: Json): void {
  typed = path;
  // Compared with the value before the typing began: the old number typed again leaves its source unmarked.
  const start = path === typing.value ? (past.value.at(-1) ?? draft.value) : draft.value;
  adjust(path, () => setAt(start, path, text, isSame(path, getAt(start, path), text)));
}

/** A change by several keystrokes or slider moves; until the field is left they are one step of the history. */
export function adjust(field: string, next: (plan: Draft) => Draft): void {
  if (!mayChange()) return;
  batch(() => {
    if (field === typing.value) draft.value = next(draft.value);
    else record(next(draft.value));
    typing.value = field;
    done.value = null;
  });
}

/** What else follows from a field that was typed in, as one step with it; set by a part that is loaded later. */
export const following = signal<(plan: Draft, path: string) => { readonly plan: Draft; readonly said: string } | null>(
  () => null,
);

/** A field is left: its number is written out, what follows from it is filled in, and it may complain from now on. */
export function leave(path: string): void {
  const kind = kindOf(path);
  const text = getAt(draft.value, path);
  const tidy = kind && typeof text === "string" ? tidyNumber(text, kind) : text;
  batch(() => {
    // Not `typing`: the press that leaves the field may have changed the plan already.
    const isTyped = typed === path;
    if (isTyped) typed = "";
    typing.value = "";
    touched.value = new Set(touched.value).add(path);
    if (!editable.value) return;
    if (tidy !== text) draft.value = setAt(draft.value, path, tidy, true);
    const more = isTyped ? following.value(draft.value, path) : null;
    if (more) [draft.value, done.value] = [more.plan, more.said];
  });
}

/** Forgets which fields of a list were visited: the marks are by position, and positions change. */
export function forgetVisits(list: string): void {
  touched.value = new Set([...touched.value].filter((path) => !path.startsWith(`${list}[`)));
}

export function undo(): void {
  const last = past.value.at(-1);
  if (!last || !mayChange()) return;
  batch(() => {
    future.value = [...future.value, draft.value];
    past.value = past.value.slice(0, -1);
    changedFrom.value = null;
    draft.value = last;
    done.value = null;
    typing.value = "";
  });
}

export function redo(): void {
  const next = future.value.at(-1);
  if (!next || !mayChange()) return;
  batch(() => {
    past.value = [...past.value, draft.value];
    future.value = future.value.slice(0, -1);
    changedFrom.value = null;
    draft.value = next;
    typing.value = "";
  });
}
