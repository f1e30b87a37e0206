/** Opens plans from outside: by link, from a file, from a copy, or kept by a build that knew other fields. */

import { engine } from "../engine/current.js";
import type { Engine } from "../engine/start.js";
import { words } from "../words/current.js";
import { done, draft, mayChange } from "./current.js";
import { unpacked } from "./file.js";
import { type Outcomes, putInForm } from "./foreign.js";
import { type Repaired, repairedTyped } from "./repair.js";
import { parsed } from "./storage/saved.js";
import type { Copy } from "./storage/store.js";

/** Puts a plan in the form, one step back from what was there; what of it cannot be used is said. */
export function openPlan(content: unknown, text: Outcomes): void {
  const running = engine.value;
  const found = unpacked(content);
  if (typeof running === "string") done.value = words.value.kept.noEngine;
  else if (found === "newer") done.value = words.value.kept.newerFile;
  else putInForm(repairedOrNone(found.plan, running), text, found.made);
}

/** A value nested too deeply for the call stack is no plan. */
function repairedOrNone(plan: unknown, running: Engine): Repaired {
  try {
    return repairedTyped(plan, running);
  } catch {
    return { draft: null, problems: [], lost: [] };
  }
}

// ───────────────────────────── files ─────────────────────────────

/** Largest file in bytes; plans of the form are far smaller. */
const MOST_OF_FILE = 5_000_000;

/** Asks the reader for a file and opens the plan in it. */
export function openFile(): void {
  if (!mayChange()) return;
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void readFile(file);
  });
  input.click();
}

async function readFile(file: File): Promise<void> {
  const { file: text } = words.value.kept;
  if (file.size > MOST_OF_FILE) done.value = text.notLoaded;
  else openPlan(parsed(await file.text().catch(() => "")), text);
}

// ───────────────────────────── what was kept ─────────────────────────────

export function openCopy({ content }: Copy): void {
  openPlan(typeof content === "string" ? parsed(content) : content, words.value.kept.copy);
}

/** Opens what this build can use of a plan that was kept by another. */
export function openKept(): void {
  openPlan(draft.value, words.value.kept.foreign);
}
