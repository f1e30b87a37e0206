/** The plans of this device as a list: named, copied, put away, deleted, with their versions. Loaded when it is opened. */
import type { Draft } from "../draft.js";
import { Lock } from "./lock.js";
import { dropNote, notesOf } from "./note.js";
import { isOwn } from "./places.js";
import { readSaved, type Saved } from "./saved.js";
import {
  change,
  type Copy,
  copiesOf,
  type PlanRecord,
  type StepsRecord,
  type Transaction,
  using,
  type Version,
} from "./store.js";
import { newPlace } from "./switch.js";
import { broadcast, tab } from "./tabs.js";

export interface Entry {
  readonly id: string;
  /** `null` where this build cannot read it; it is then opened as any unreadable plan is. */
  readonly plan: Draft | null;
  /** `null` where an older build stored it. */
  readonly at: number | null;
  readonly archived: boolean;
  /** The newest first. */
  readonly versions: readonly Version[];
}

/** The last changed first. */
export function entries(): Promise<readonly Entry[]> {
  return using(async (db) => {
    const tx = db.transaction(["plans", "versions"]);
    const [plans, versions] = await Promise.all([
      tx.objectStore("plans").getAll(),
      tx.objectStore("versions").getAll(),
      tx.done,
    ]);
    return plans
      .filter(({ id }) => isOwn(id))
      .map(({ id, content, at, archived }) => ({
        id,
        plan: readSaved(content).saved?.draft ?? null,
        at: at ?? null,
        archived: archived ?? false,
        versions: versions.filter(({ plan }) => plan === id).sort((a, b) => b.at - a.at),
      }))
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  });
}

/** Does what changes a plan that is not open here; false where another tab edits it. */
export async function whileFree(id: string, act: () => Promise<unknown>): Promise<boolean> {
  const lock = new Lock(id, () => undefined);
  if (!(await lock.try())) return false;
  try {
    await act();
  } finally {
    lock.giveBack();
  }
  broadcast({ kind: "saved", id });
  return true;
}

async function patch(id: string, to: (record: PlanRecord) => PlanRecord): Promise<void> {
  await change(async (tx) => {
    const stored = await tx.objectStore("plans").get(id);
    if (stored) await tx.objectStore("plans").put(to(stored));
  });
}

export function rename(id: string, name: string): Promise<void> {
  return patch(id, (record) => {
    const { saved } = readSaved(record.content);
    if (!saved) return record;
    const content: Saved = { ...saved, draft: { ...saved.draft, name } };
    return { ...record, revision: record.revision + 1, tab, turn: 0, content, at: Date.now() };
  });
}

/** Also of a plan that is open: it changes nothing in it. */
export function archive(id: string, archived: boolean): Promise<void> {
  return patch(id, (record) => ({ ...record, archived }));
}

/** The plan without its steps, as one of its own with this name. */
export async function duplicate(id: string, name: string): Promise<void> {
  await change(async (tx) => {
    const stored = await tx.objectStore("plans").get(id);
    const { saved } = readSaved(stored?.content);
    if (!stored || !saved) return;
    const content: Saved = { ...saved, draft: { ...saved.draft, name } };
    const copy: PlanRecord = { ...stored, id: newPlace(), revision: 1, tab, turn: 0, content, at: Date.now() };
    await tx.objectStore("plans").put({ ...copy, archived: false });
  });
}

// ───────────────────────────── deleting ─────────────────────────────

/** All that was kept of a plan, so that it can come back. */
export interface Removed {
  readonly plan: PlanRecord;
  readonly steps: StepsRecord | undefined;
  readonly copies: readonly Copy[];
  readonly versions: readonly Version[];
}

const allOf = async (tx: Transaction, id: string) => {
  const [plan, steps, copies, versions] = await Promise.all([
    tx.objectStore("plans").get(id),
    tx.objectStore("steps").get(id),
    tx.objectStore("copies").getAll(copiesOf(id)),
    tx.objectStore("versions").getAll(copiesOf(id)),
  ]);
  return plan ? { plan, steps, copies, versions } : null;
};

/** `null` where it was not there any more. */
export async function removePlan(id: string): Promise<Removed | null> {
  for (const note of notesOf(id)) dropNote(note);
  return change(async (tx) => {
    const removed = await allOf(tx, id);
    await Promise.all([
      tx.objectStore("plans").delete(id),
      tx.objectStore("steps").delete(id),
      tx.objectStore("copies").delete(copiesOf(id)),
      tx.objectStore("versions").delete(copiesOf(id)),
    ]);
    return removed;
  });
}

export async function putPlanBack({ plan, steps, copies, versions }: Removed): Promise<void> {
  await change((tx) =>
    Promise.all([
      tx.objectStore("plans").put(plan),
      steps && tx.objectStore("steps").put(steps),
      ...copies.map((copy) => tx.objectStore("copies").put(copy)),
      ...versions.map((version) => tx.objectStore("versions").put(version)),
    ]),
  );
}

// ───────────────────────────── versions ─────────────────────────────

export async function addVersion(version: Version): Promise<void> {
  await change((tx) => tx.objectStore("versions").put(version));
}

export function countOfVersions(): Promise<number> {
  return using((db) => db.count("versions"));
}

export async function removeVersion({ plan, at }: Version): Promise<void> {
  await change((tx) => tx.objectStore("versions").delete([plan, at]));
}
