/** Opens plans from outside: by link, from a file, from a copy, or kept by a build that knew other fields. */

import { engine } from "../engine/current.js";
import type { Engine } from "../engine/start.js";
import { askForFile } from "../ui/file.js";
import { language, words } from "../words/current.js";
import { done, draft, mayChange } from "./current.js";
import { unpacked } from "./file.js";
import { openWords } from "./open-words.js";
import { type Outcomes, putInForm } from "./foreign.js";
import { type Repaired, repairedTyped } from "./repair.js";
import { parsed } from "./storage/saved.js";
import type { Copy } from "./storage/store.js";
import type { Returned } from "./workbook.js";

/** Puts a plan in the form, one step back from what was there; what of it cannot be used is said. */
export function openPlan(content: unknown, text: Outcomes): void {
  const running = engine.value;
  const found = unpacked(content);
  if (typeof running === "string") done.value = openWords().noEngine;
  else if (found === "newer") done.value = openWords().newerFile;
  else putInForm(repairedOrNone(found.plan, running), text, found.made);
}

/** A value nested too deeply for the call stack is no plan. */
export function repairedOrNone(plan: unknown, running: Engine): Repaired {
  try {
    return repairedTyped(plan, running);
  } catch {
    return { draft: null, problems: [], lost: [] };
  }
}

// ───────────────────────────── files ─────────────────────────────

/** Largest file in bytes, as the module of workbooks reads them. A plan of 10,000 villages is saved as 6 MB. */
const MOST_BYTES = 32_000_000;

/** How a workbook begins (a zip), and how one does that the module refuses with its reason: an old .xls, a password. */
const SHEETS = ["PK", "\u00d0\u00cf\u0011\u00e0"];

/** Asks the reader for a file and opens the plan in it; `askChanges` for a workbook in which cells were changed. */
export function openFile(askChanges: (returned: Returned) => void): void {
  if (!mayChange()) return;
  askForFile(".json,application/json,.xlsx", (file) => void readFile(file, askChanges));
}

async function readFile(file: File, askChanges: (returned: Returned) => void): Promise<void> {
  const { file: text } = openWords();
  const start = await file
    .slice(0, 4)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  const sign = String.fromCharCode(...new Uint8Array(start));
  const isWorkbook = SHEETS.some((sheet) => sign.startsWith(sheet));
  if (file.size > MOST_BYTES) done.value = openWords().tooLarge;
  else if (isWorkbook) await openWorkbook(file, askChanges);
  else openPlan(parsed(await file.text().catch(() => "")), text);
}

async function openWorkbook(file: File, askChanges: (returned: Returned) => void): Promise<void> {
  try {
    const { readWorkbook, withChanges } = await import("./workbook.js");
    const found = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
    if ("refused" in found) done.value = found.refused[language.value];
    else if (found.changes.length > 0) askChanges(found);
    else openPlan(withChanges(found, []), openWords().file);
  } catch {
    done.value = words.value.partFailed;
  }
}

// ───────────────────────────── what was kept ─────────────────────────────

export function openCopy({ content }: Copy): void {
  openPlan(typeof content === "string" ? parsed(content) : content, openWords().copy);
}

/** Opens what this build can use of a plan that was kept by another. */
export function openKept(): void {
  openPlan(draft.value, openWords().foreign);
}
