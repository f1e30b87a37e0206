/** The plans on this device, in IndexedDB. Every change is one transaction that checks what is stored already. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { DATABASE, placeOf } from "./places.js";
import { letters, type Steps, within } from "./saved.js";

/** Letters of steps that are kept with one plan, so that they can be taken back after a reload. */
const MOST_STEPS = 1_000_000;
/** Letters that a host may store in all its regions, so that one host cannot fill the storage. */
const MOST_OF_HOST = 1_000_000;

export interface PlanRecord {
  readonly id: string;
  /** Revision, raised by each save. A save that starts from an older one is refused. */
  readonly revision: number;
  /** The tab that wrote it, and the number of its change. */
  readonly tab: string;
  readonly turn: number;
  readonly size: number;
  /** A `Saved`, as far as this build can read it. */
  readonly content: unknown;
  /** Milliseconds since 1970 of the last save; absent where an older build saved it. */
  readonly at?: number;
  /** Out of the way in the list of plans. */
  readonly archived?: boolean;
}

export interface StepsRecord {
  readonly id: string;
  readonly size: number;
  readonly past: unknown;
  readonly future: unknown;
}

/** `late`: another tab had saved before. `unreadable`: this build cannot show all of it. */
export type Why = "late" | "unreadable";

/** A plan that was put aside so that nothing is lost: by tab and revision, so that a late tab has one copy, not many. */
export interface Copy {
  readonly plan: string;
  readonly why: Why;
  readonly tab: string;
  readonly base: number;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** As it was kept: a `Saved`, or whatever else stood there. */
  readonly content: unknown;
}

/** A plan as it was at a time, kept by its reader with a note. */
export interface Version {
  readonly plan: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly note: string;
  /** As in a file: with the versions that made it, and its cost. */
  readonly content: unknown;
}

interface Schema extends DBSchema {
  plans: { key: string; value: PlanRecord };
  steps: { key: string; value: StepsRecord };
  copies: { key: [string, string, string, number]; value: Copy };
  versions: { key: [string, number]; value: Version };
}

type Database = IDBPDatabase<Schema>;

const STORES = ["plans", "steps", "copies", "versions"] as const;

// ───────────────────────────── the connection ─────────────────────────────

let opening: Promise<Database> | null = null;
let onLost: () => void = () => undefined;

/** `act` is called when the browser takes the data away while the page is open. */
export function whenLost(act: () => void): void {
  onLost = act;
}

function database(): Promise<Database> {
  opening ??= openDB<Schema>(DATABASE, 2, {
    upgrade(db, before) {
      if (before < 1) {
        db.createObjectStore("plans", { keyPath: "id" });
        db.createObjectStore("steps", { keyPath: "id" });
        db.createObjectStore("copies", { keyPath: ["plan", "why", "tab", "base"] });
      }
      db.createObjectStore("versions", { keyPath: ["plan", "at"] });
    },
    // A newer build in another tab must not wait for this one.
    blocking: (_current, _wanted, event) => {
      opening = null;
      (event.target as IDBDatabase).close();
    },
    terminated() {
      opening = null;
      onLost();
    },
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** A connection that went away in the meantime is opened once more. */
export async function using<T>(work: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await work(await database());
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
    opening = null;
    return work(await database());
  }
}

const begin = (db: Database) => db.transaction(STORES, "readwrite");
export type Transaction = ReturnType<typeof begin>;

/** All of `work` is stored, or nothing of it; throws what the browser says of the transaction, such as a full disk. */
export function change<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return using(async (db) => {
    const tx = begin(db);
    // Awaited below; this avoids an unhandled rejection until then.
    tx.done.catch(() => undefined);
    try {
      const result = await work(tx);
      await tx.done;
      return result;
    } catch (error) {
      throw await tx.done.then(
        () => error,
        (reason: unknown) => (reason instanceof DOMException && reason.name === "AbortError" ? error : reason),
      );
    }
  });
}

// ───────────────────────────── reading and writing ─────────────────────────────

export const copiesOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

export interface Stored {
  readonly plan: PlanRecord | undefined;
  readonly steps: StepsRecord | undefined;
  /** The newest first. */
  readonly copies: readonly Copy[];
}

export function read(id: string): Promise<Stored> {
  return using(async (db) => {
    const tx = db.transaction(STORES);
    const [plan, steps, copies] = await Promise.all([
      tx.objectStore("plans").get(id),
      tx.objectStore("steps").get(id),
      tx.objectStore("copies").getAll(copiesOf(id)),
      tx.done,
    ]);
    return { plan, steps, copies: copies.sort((a, b) => b.at - a.at) };
  });
}

interface Writing {
  readonly id: string;
  readonly tab: string;
  readonly turn: number;
  /** The revision that was changed; 0 where none was stored. */
  readonly base: number;
  /** A `Saved`, or what an older build left. */
  readonly content: unknown;
  /** `null` where the stored ones are still right. */
  readonly steps: Steps | null;
}

export type Written =
  /** `absent`: nothing was stored before. */
  | { readonly is: "written"; readonly revision: number; readonly absent: boolean }
  /** Another tab was first; this content is kept as a copy. */
  | { readonly is: "late" }
  /** The host has filled its room. */
  | { readonly is: "noRoom" };

/** Throws where the browser refuses; then nothing of it is stored. */
export function write({ id, tab, turn, base, content, steps }: Writing): Promise<Written> {
  return change(async (tx): Promise<Written> => {
    const plans = tx.objectStore("plans");
    const stored = await plans.get(id);
    const late = stored !== undefined && stored.revision !== base;
    if (late && JSON.stringify(stored.content) === JSON.stringify(content))
      return { is: "written", revision: stored.revision, absent: false };
    const size = letters(content);
    const room = await roomFor(id, tx);
    if (size > room) return { is: "noRoom" };
    if (late) {
      await tx.objectStore("copies").put({ plan: id, why: "late", tab, base, size, at: Date.now(), content });
      return { is: "late" };
    }
    const revision = base + 1;
    const near = steps && within(steps, Math.min(MOST_STEPS, room - size));
    await Promise.all([
      plans.put({ id, revision, tab, turn, size, content, at: Date.now(), archived: stored?.archived ?? false }),
      near && tx.objectStore("steps").put({ id, size: letters(near), ...near }),
    ]);
    return { is: "written", revision, absent: stored === undefined };
  });
}

/** Letters that a place may take: for hosts, what their other places leave of their room. */
async function roomFor(id: string, tx: Transaction): Promise<number> {
  const [, host] = id.split(" ");
  if (host === undefined) return Number.POSITIVE_INFINITY;
  const first = placeOf(host, "");
  const last = `${first}\uffff`;
  const [plans, steps, copies] = await Promise.all([
    tx.objectStore("plans").getAll(IDBKeyRange.bound(first, last)),
    tx.objectStore("steps").getAll(IDBKeyRange.bound(first, last)),
    tx.objectStore("copies").getAll(IDBKeyRange.bound([first], [last, []])),
  ]);
  const others = [...plans, ...steps].filter((record) => record.id !== id);
  return [...others, ...copies].reduce((left, { size }) => left - size, MOST_OF_HOST);
}

// ───────────────────────────── putting aside and deleting ─────────────────────────────

/** Keeps something as a copy; `instead`: the stored plan of that place goes, so that another can begin. */
export function putAside(copy: Copy, instead: boolean): Promise<unknown> {
  return change((tx) =>
    Promise.all([
      tx.objectStore("copies").put(copy),
      instead && tx.objectStore("plans").delete(copy.plan),
      instead && tx.objectStore("steps").delete(copy.plan),
    ]),
  );
}

export function removeCopy({ plan, why, tab, base }: Copy): Promise<unknown> {
  return change((tx) => tx.objectStore("copies").delete([plan, why, tab, base]));
}

/** All that is kept of one place. */
export function remove(id: string): Promise<unknown> {
  return change((tx) =>
    Promise.all([
      tx.objectStore("plans").delete(id),
      tx.objectStore("steps").delete(id),
      tx.objectStore("copies").delete(copiesOf(id)),
      tx.objectStore("versions").delete(copiesOf(id)),
    ]),
  );
}

export function removeAll(): Promise<unknown> {
  return change((tx) => Promise.all(STORES.map((name) => tx.objectStore(name).clear())));
}

/** How many plans are kept that belong to pages of others. */
export function countOfHosts(): Promise<number> {
  return using((db) => db.count("plans", IDBKeyRange.bound("cakupan.embed ", "cakupan.embed \uffff")));
}
