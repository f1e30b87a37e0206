/** The groups of the plan: fields of each below one another, or a table that is loaded when there are many. */
import { computed, effect, signal } from "@preact/signals-core";
import { nothing } from "lit-html";
import { done, draft } from "../plan/current.js";
import { focusSoon } from "../ui/focus.js";
import { section } from "../ui/section.js";
import { words } from "../words/current.js";

const parts = signal<typeof import("./groups/sections.js") | null>(null);
const isTable = signal(false);

/**
 * Groups up to which a plan that is opened shows the fields of all: with four they fill a screen, on a phone with one.
 * Tests of what sections are given have no window.
 */
const mostInFull = () => (globalThis.matchMedia?.("(max-width: 47.999rem)").matches ? 1 : 4);

async function load(): Promise<void> {
  const loaded = await import("./groups/sections.js").catch(() => null);
  if (loaded) parts.value = loaded;
  else {
    isTable.value = false;
    done.value = words.value.partFailed;
  }
}

/** What the reader asked for; it holds until another plan is opened. */
export async function showAsTable(on: boolean): Promise<void> {
  if (on && parts.value === null) await load();
  isTable.value = on && parts.value !== null;
  focusSoon(isTable.value ? "segments:cards" : "segments:table");
}

let before: ReadonlySet<string> = new Set();
// A plan that grows group by group stays as it is shown. Another plan has other groups, or many more at once.
effect(() => {
  const ids = draft.value.segments.map(({ id }) => id);
  const isOther = !ids.some((id) => before.has(id)) || ids.length > before.size + 1;
  before = new Set(ids);
  if (isOther) isTable.value = ids.length > mostInFull();
});

effect(() => {
  if (isTable.value && parts.peek() === null) void load();
});

const shown = computed(() => (isTable.value ? (parts.value ?? "loading") : "fields"));

/** `fields`: the section with the fields of all groups. */
export const groupsSection = (fields: unknown) =>
  section(shown, (now) => (now === "fields" ? fields : now === "loading" ? nothing : now.groupsSection));
