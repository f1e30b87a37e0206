/**
 * Stores the plan on this device. One tab edits it and the others follow, by a Web Lock and a channel. No edit is lost
 * where two tabs write nevertheless: each save checks the stored revision, and a late one becomes a copy.
 */
import { batch, effect, untracked } from "@preact/signals-core";
import { words } from "../../words/current.js";
import { before, done, draft, editable, future, past, restore } from "../current.js";
import { newPlan } from "../draft.js";
import { savedPlans, taken } from "../put-aside.js";
import { aside, type Found, load } from "./load.js";
import { Lock } from "./lock.js";
import { dropAll, dropNote, dropOld, type Note, notesOf, writeNote } from "./note.js";
import { hasDatabase, isOwn } from "./places.js";
import { type KeptPlan, letters, type Saved, type Steps } from "./saved.js";
import { copies, discarded, keeping, savedAt, type Trouble, trouble, troubleOf } from "./standing.js";
import { type Copy, putAside, remove, removeAll, whenLost, write } from "./store.js";
import { hear, type Message, tab, broadcast } from "./tabs.js";

/** Milliseconds that another tab has to store its changes before its plan is taken. */
const HANDOVER = 2000;

/** Milliseconds after which storage that the browser emptied is written again. */
const BUSY = 500;
/** Milliseconds after which a failed save is tried again, also without a further change. */
const LATER = 10_000;

const pause = (milliseconds: number) => new Promise<void>((over) => setTimeout(over, milliseconds));

/** The plan that this page keeps. */
let current: Workspace | null = null;
/** Number of changes in this tab; it orders notes and saves. */
let turn = 0;

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  hear((message) => current?.hear(message));
  whenLost(() => current?.lost());
  addEventListener("pagehide", ({ persisted }) => persisted && current?.rest());
  addEventListener("pageshow", ({ persisted }) => persisted && current?.wake());
  addEventListener("visibilitychange", () => current?.again());
}

// ───────────────────────────── one plan ─────────────────────────────

const snapshot = (): KeptPlan => ({
  draft: draft.value,
  before: before.value,
  shelf: savedPlans.value,
  past: past.value,
  future: future.value,
});

const savedOf = ({ draft, before, shelf }: Saved): Saved => ({ draft, before, shelf });

function same(a: KeptPlan, b: KeptPlan): boolean {
  return (Object.keys(a) as readonly (keyof KeptPlan)[]).every((name) => a[name] === b[name]);
}

/** Puts a stored plan and its history on the page, without adding a step. */
export function show(kept: KeptPlan): void {
  batch(() => {
    restore(kept);
    before.value = kept.before;
    savedPlans.value = kept.shelf;
  });
}

export class Workspace {
  /** What was kept when the page came, or was last taken over from another tab. */
  kept: KeptPlan | null = null;
  /** False while another tab edits the plan. */
  editing = false;
  private readonly lock: Lock;
  /** The stored revision from which the page went on. */
  private base = 0;
  /** The last plan that was handed to storage, or came from another tab. */
  private last: KeptPlan | null = null;
  /** The steps that are stored. */
  private steps: Steps | null = null;
  /** Whether something is not stored yet. */
  private dirty = false;
  private writing: Promise<void> | null = null;
  private following: Promise<void> | null = null;
  private missed = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  /** The note of another tab that this tab started from; deleted when this tab has written its own. */
  private inherited: Pick<Note, "tab" | "id"> | null = null;
  private stop: () => void = () => undefined;
  private onYielded: () => void = () => undefined;

  private constructor(readonly id: string) {
    this.lock = new Lock(id, () => this.leave());
  }

  /** Reads what is kept at a place; the page shows it, or not, before it calls `begin`. */
  static async open(id: string): Promise<Workspace> {
    listen();
    const place = new Workspace(id);
    place.editing = await place.lock.try();
    const found = await place.load();
    place.base = found.base;
    place.kept = found.kept;
    place.inherited = found.note;
    copies.value = found.copies;
    return place;
  }

  /** Keeps every change from now on; `stored`: what the page shows now needs no keeping. */
  begin(stored = true): void {
    current = this;
    keeping.value = true;
    editable.value = this.editing;
    if (!this.editing) this.queue();
    this.last = stored && !this.inherited ? snapshot() : null;
    this.stop = effect(() => {
      const now = snapshot();
      untracked(() => this.changed(now));
    });
  }

  /** Whether all is stored that was changed here. */
  async isStored(): Promise<boolean> {
    await this.flush();
    return !this.dirty;
  }

  /** Keeps nothing any more; what is stored stays. */
  async close(): Promise<void> {
    this.stop();
    await this.flush();
    clearTimeout(this.retry);
    this.lock.giveBack();
    current = null;
    batch(() => {
      keeping.value = false;
      editable.value = true;
      savedAt.value = null;
      trouble.value = null;
      copies.value = [];
    });
  }

  // ───────────────────────────── saving ─────────────────────────────

  private changed(now: KeptPlan): void {
    if (this.last && same(this.last, now)) return;
    this.last = now;
    if (!this.editing) return;
    this.dirty = true;
    turn += 1;
    const { id, base } = this;
    const noted = writeNote({ tab, id, base, turn, at: Date.now(), content: savedOf(now) });
    if (noted) this.dropInherited();
    void this.flush();
  }

  private dropInherited(): void {
    if (this.inherited) dropNote(this.inherited);
    this.inherited = null;
  }

  /** Stores what is not stored yet, one save after the other. */
  private flush(): Promise<void> {
    this.writing ??= this.save().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async save(): Promise<void> {
    while (this.dirty && this.last) {
      this.dirty = false;
      const { id, base, last, steps } = this;
      const known = steps?.past === last.past && steps.future === last.future;
      const outcome = await write({ id, tab, turn, base, content: savedOf(last), steps: known ? null : last }).catch(
        (error: unknown) => ({ is: troubleOf(error) }),
      );
      if (outcome.is === "written") this.written(outcome, last);
      else if (outcome.is !== "late") return this.failed(outcome.is);
      // Changes typed meanwhile go into the same copy: a tab that came too late has one.
      if (this.dirty) continue;
      dropNote({ tab, id });
      if (outcome.is === "late") await this.overtaken();
    }
  }

  private written({ revision, absent }: { readonly revision: number; readonly absent: boolean }, what: KeptPlan): void {
    if (absent && this.base > 0) trouble.value = "cleared";
    else if (trouble.value !== "cleared") trouble.value = null;
    this.base = revision;
    this.steps = what;
    this.dropInherited();
    savedAt.value = new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
    broadcast({ kind: "saved", id: this.id });
  }

  private failed(why: Trouble): void {
    this.dirty = true;
    savedAt.value = null;
    trouble.value = why;
    // The limit of a host holds for localStorage too.
    if (why === "noRoom") dropNote({ tab, id: this.id });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.again(), LATER);
  }

  /** Another tab had saved before: its plan is shown, what was typed here is a copy. */
  private async overtaken(): Promise<void> {
    await this.follow();
    done.value = words.value.kept.late;
  }

  /** Tries again to store what could not be stored. */
  again(): void {
    if (this.dirty) void this.flush();
  }

  /** The browser removed the data while the page is open: the plan is stored again, and a notice is shown. */
  async lost(): Promise<void> {
    if (!this.editing || this.base === 0) return;
    this.dirty = true;
    this.steps = null;
    // The browser is still deleting.
    await pause(BUSY);
    this.again();
  }

  // ───────────────────────────── reading ─────────────────────────────

  private load(): Promise<Found> {
    return load(this.id, this.editing, {
      failed: (error) => {
        trouble.value = troubleOf(error);
      },
      slow: () => {
        trouble.value = null;
        void this.follow();
      },
    });
  }

  /** What the page shows is kept as a copy, because another tab edits the plan of this place. */
  async setAside(): Promise<void> {
    const content = savedOf(snapshot());
    const copy: Copy = { plan: this.id, why: "late", tab, base: -1, size: letters(content), at: Date.now(), content };
    await putAside(copy, false).catch((error: unknown) => {
      trouble.value = troubleOf(error);
    });
    copies.value = [copy, ...copies.value];
    broadcast({ kind: "saved", id: this.id });
  }

  /** The page could not show what is kept: it stays as it is, and the page begins anew. */
  async refuse(): Promise<void> {
    await this.keepOriginal(true);
    this.kept = null;
  }

  /** Keeps as it is what this build cannot use as a whole; `instead`: not in the place of the plan. */
  async keepOriginal(instead = false): Promise<void> {
    const { id, kept, base } = this;
    if (!kept || !this.editing) return;
    await aside(id, tab, base, savedOf(kept), instead).catch((error: unknown) => {
      trouble.value = troubleOf(error);
    });
    const found = await this.load();
    if (instead) this.base = found.base;
    copies.value = found.copies;
  }

  /** Shows what another tab has stored, unless there is something here that it has not. */
  private follow(): Promise<void> {
    this.missed = true;
    this.following ??= this.catchUp().finally(() => {
      this.following = null;
    });
    return this.following;
  }

  private async catchUp(): Promise<void> {
    while (this.missed) {
      this.missed = false;
      const shown = this.last;
      const { base, kept, copies: all, refused } = await this.load();
      // What was typed meanwhile is newer, and is stored or kept as a copy by its own save.
      if (this.dirty || this.last !== shown) return;
      copies.value = all;
      if (kept || refused) this.base = base;
      if (!kept) continue;
      this.kept = kept;
      this.adopt(kept);
      this.steps = kept;
    }
  }

  // ───────────────────────────── who edits ─────────────────────────────

  /** Takes the plan over from another tab, which gets `HANDOVER` to store its changes. */
  async takeOver(): Promise<void> {
    if (this.editing) return;
    const handed = new Promise<void>((yes) => {
      this.onYielded = yes;
    });
    broadcast({ kind: "yield", id: this.id, tab });
    await Promise.race([handed, pause(HANDOVER)]);
    if (await this.lock.take()) await this.enter();
  }

  private queue(): void {
    this.lock.wait(() => void this.enter());
  }

  private async enter(): Promise<void> {
    this.editing = true;
    await this.flush();
    await this.follow();
    editable.value = this.editing;
    done.value = words.value.kept.entered;
  }

  /** The lock was taken by a tab that did not wait. */
  private leave(): void {
    if (!this.editing) return;
    this.editing = false;
    editable.value = false;
    this.queue();
    void this.flush().then(() => this.follow());
  }

  private async handOver(to: string): Promise<void> {
    if (!this.editing) return;
    this.editing = false;
    editable.value = false;
    await this.flush();
    broadcast({ kind: "yielded", id: this.id, tab: to });
    this.lock.giveBack();
    this.queue();
  }

  /** Gives the lock back while the page is in the back/forward cache. */
  rest(): void {
    this.editing = false;
    editable.value = false;
    this.lock.giveBack();
  }

  async wake(): Promise<void> {
    if (await this.lock.try()) return this.enter();
    this.queue();
    return this.follow();
  }

  hear(message: Message): void {
    const mine = message.id === this.id;
    if (message.kind === "removed" && (mine || message.id === null)) void this.emptied();
    if (message.kind === "saved" && mine) void this.follow();
    if (message.kind === "yield" && mine) void this.handOver(message.tab);
    if (message.kind === "yielded" && mine && message.tab === tab) this.onYielded();
  }

  /** The stored plan was deleted. The calculator in another page keeps showing its plan. */
  async emptied(): Promise<void> {
    this.dirty = false;
    if (this.writing) {
      await this.writing;
      await remove(this.id).catch(() => undefined);
    }
    clearTimeout(this.retry);
    this.dirty = false;
    this.base = 0;
    this.steps = null;
    this.inherited = null;
    dropNote({ tab, id: this.id });
    if (isOwn(this.id)) this.reset();
  }

  /** Shows what needs no saving. */
  private adopt(kept: KeptPlan): void {
    this.last = kept;
    show(kept);
  }

  private reset(): void {
    this.adopt({ draft: newPlan(), before: null, shelf: [], past: [], future: [] });
    taken.value = null;
    copies.value = [];
    discarded.value = null;
    savedAt.value = null;
    trouble.value = null;
    done.value = words.value.kept.wiped;
  }
}

// ───────────────────────────── what the reader asks for ─────────────────────────────

/** The plan that this page keeps; `null` before it keeps one. */
export function currentPlace(): Workspace | null {
  return current;
}

/** Lets this tab edit the plan that another tab edits. */
export async function takeOver(): Promise<void> {
  await current?.takeOver();
}

/** Deletes all that the calculator keeps in this browser; false where the browser does not let it. */
export async function wipe(): Promise<boolean> {
  dropAll();
  const gone = await removeAll().then(
    () => true,
    () => false,
  );
  broadcast({ kind: "removed", id: null });
  await current?.emptied();
  return gone;
}

/** Deletes what is kept at one place. */
export async function forget(id: string): Promise<void> {
  for (const note of notesOf(id)) dropNote(note);
  dropOld(id);
  // Opening a database that does not exist would create it.
  if (await hasDatabase()) await remove(id).catch(() => undefined);
  broadcast({ kind: "removed", id });
}
