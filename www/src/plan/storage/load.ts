/** Loads a plan from IndexedDB, notes in localStorage and older builds. What cannot be read is left as it is. */
import type { Draft } from "../draft.js";
import { dropNote, dropOld, type Note, notesOf, oldText } from "./note.js";
import { hasDatabase, openPlace } from "./places.js";
import { type KeptPlan, letters, parsed, readSaved, readSteps } from "./saved.js";
import { type Copy, putAside, read, write } from "./store.js";
import { tab } from "./tabs.js";

export interface Found {
  /** The stored revision that the plan is based on; 0 where none is stored. */
  readonly base: number;
  readonly kept: KeptPlan | null;
  readonly copies: readonly Copy[];
  /** What stood there could not be read, and has been put aside. */
  readonly refused: boolean;
  /** The plan is that of a note that could not be stored. */
  readonly note: Note | null;
}

const NOTHING: Found = { base: 0, kept: null, copies: [], refused: false, note: null };

/** Milliseconds to wait for the database; some browsers never answer. */
const PATIENCE = 3000;

interface Heard {
  /** Why nothing can be stored, or read. */
  failed(error: unknown): void;
  /** The database answered, but only after the timeout. */
  slow(): void;
}

/** `mine`: this tab edits the plan, so it may store what others left. */
export function load(id: string, mine: boolean, { failed, slow }: Heard): Promise<Found> {
  const finding = find(id, mine);
  const late = new Promise<never>((_, fail) => setTimeout(() => fail(new Error("The database is silent.")), PATIENCE));
  late.catch(() => undefined);
  return Promise.race([finding, late]).catch((error: unknown) => {
    failed(error);
    finding.then(slow, () => undefined);
    return fromNotes(id);
  });
}

/** Where the database does not answer: the newest note, or else the plan of an older build. */
function fromNotes(id: string): Found {
  const steps = { past: [], future: [] };
  for (const note of notesOf(id)) {
    const { saved } = readSaved(note.content);
    if (saved) return { ...NOTHING, base: note.base, kept: { ...saved, ...steps }, note };
  }
  const { saved } = readSaved(parsed(oldText(id) ?? ""));
  return { ...NOTHING, kept: saved && { ...saved, ...steps } };
}

/** The plan of the calculator as it is kept, for a page that only reads it. */
export async function keptDraft(): Promise<Draft | null> {
  const id = openPlace();
  const [note] = notesOf(id);
  const { kept } = (await hasDatabase())
    ? await load(id, false, { failed: () => undefined, slow: () => undefined })
    : fromNotes(id);
  return readSaved(note?.content).saved?.draft ?? kept?.draft ?? fromNotes(id).kept?.draft ?? null;
}

async function find(id: string, mine: boolean): Promise<Found> {
  if (mine) await bringIn(id);
  let stored = await read(id);
  let refused = false;
  if (mine && stored.plan && !readSaved(stored.plan.content).whole) {
    const { content, revision } = stored.plan;
    const { saved } = readSaved(content);
    await aside(id, tab, revision, content, saved === null);
    // The readable part is used.
    if (saved) await write({ id, tab, turn: 0, base: revision, content: saved, steps: null });
    stored = await read(id);
    refused = saved === null;
  }
  const { plan, steps, copies } = stored;
  const { saved } = readSaved(plan?.content);
  const kept = saved && { ...saved, ...readSteps(steps?.past, steps?.future) };
  return { base: plan?.revision ?? 0, kept, copies, refused, note: null };
}

/** From localStorage: notes of tabs that were closed before they had stored, and the plan of builds before IndexedDB. */
async function bringIn(id: string): Promise<void> {
  for (const note of [...notesOf(id)].reverse()) {
    if (note.tab === tab) continue;
    await bring(note);
    dropNote(note);
  }
  const old = oldText(id);
  if (old === null) return;
  const content = parsed(old);
  const whole = readSaved(content).whole;
  await bring({ id, tab: `${tab} old`, base: 0, turn: 0, at: 0, content: whole ? content : old });
  dropOld(id);
}

/** Stores the note of a closed tab: as the plan if it is based on the stored revision, else as a copy. */
async function bring({ id, tab: by, base, turn, content }: Note): Promise<void> {
  const { saved, whole } = readSaved(content);
  if (!whole) await aside(id, by, base, content, false);
  if (!saved) return;
  const { plan, steps } = await read(id);
  const same = plan?.tab === by;
  if (same && plan.turn >= turn) return;
  const from = same ? plan.revision : base;
  const stored = plan?.revision === from ? readSaved(plan.content).saved : null;
  const { past } = readSteps(steps?.past, null);
  const back = stored && { past: [...past, stored.draft], future: [] };
  await write({ id, tab: by, turn, base: from, content: saved, steps: back });
}

/** Keeps as it is what cannot be read; `instead`: it stood in the place of the plan. */
export function aside(id: string, by: string, base: number, content: unknown, instead: boolean): Promise<unknown> {
  const size = letters(content);
  return putAside({ plan: id, why: "unreadable", tab: by, base, size, at: Date.now(), content }, instead);
}
