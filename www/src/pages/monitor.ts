/** What happened to the plan: the table and what works it out are loaded when a plan has some, or when asked for. */
import { effect, signal } from "@preact/signals-core";
import { nothing } from "lit-html";
import { closedMonitor } from "../form/monitor.js";
import { done, draft } from "../plan/current.js";
import { focusSoon } from "../ui/focus.js";
import { section } from "../ui/section.js";
import { words } from "../words/current.js";

const parts = signal<typeof import("./monitor-sections.js") | null>(null);

async function load(): Promise<void> {
  const loaded = await import("./monitor-sections.js").catch(() => null);
  if (loaded) parts.value = loaded;
  else done.value = words.value.partFailed;
}

async function open(): Promise<void> {
  await load();
  focusSoon("monitor-heading");
}

effect(() => {
  if (draft.value.realisation?.length && parts.peek() === null) void load();
});

export const monitorSection = section(parts, (loaded) => loaded?.monitorSection ?? closedMonitor(() => void open()));
export const monitorAnswerSection = section(parts, (loaded) => loaded?.monitorAnswerSection ?? nothing);
