/** The villages of the plan: the table and what works them out are loaded when a plan has some, or when asked for. */
import { effect, signal } from "@preact/signals-core";
import { nothing } from "lit-html";
import { closedView } from "../form/villages.js";
import { done, draft } from "../plan/current.js";
import { focusSoon } from "../ui/focus.js";
import { section } from "../ui/section.js";
import { words } from "../words/current.js";

const parts = signal<typeof import("./village-sections.js") | null>(null);

async function load(): Promise<void> {
  const loaded = await import("./village-sections.js").catch(() => null);
  if (loaded) parts.value = loaded;
  else done.value = words.value.partFailed;
}

async function open(): Promise<void> {
  await load();
  focusSoon("villages-heading");
}

effect(() => {
  if (draft.value.villages?.length && parts.peek() === null) void load();
});

export const villagesSection = section(parts, (loaded) => loaded?.villagesSection ?? closedView(() => void open()));
export const villageAnswerSection = section(parts, (loaded) => loaded?.villageAnswerSection ?? nothing);
