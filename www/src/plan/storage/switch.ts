/** Goes from one plan of this device to another, in this tab. What is not stored yet is never left behind. */
import { before, done, draft, editable, restore } from "../current.js";
import { newPlan } from "../draft.js";
import { rememberPlace, FURTHER } from "./places.js";
import { currentPlace, show, Workspace } from "./workspace.js";

/** An id that no plan has. Pages without https have no `randomUUID`. */
export function newPlace(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return FURTHER + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** False where the browser could not store the plan that is open: then that one stays open. */
export async function goTo(id: string): Promise<boolean> {
  const here = currentPlace();
  if (here?.id === id) return true;
  if (here && !(await here.isStored())) return false;
  await here?.close();
  // Nothing is typed into a plan that is about to go.
  editable.value = false;
  const there = await Workspace.open(id);
  show(there.kept ?? { draft: newPlan(), before: null, shelf: [], past: [], future: [] });
  rememberPlace(id);
  // A new plan is stored at once, or a reload would not find it.
  there.begin(there.kept !== null);
  return true;
}

/** Begins a plan of its own with what `put` puts into the form; nothing of the way there can be taken back. */
export async function beginWith(put: () => void): Promise<boolean> {
  if (!(await goTo(newPlace()))) return false;
  put();
  const said = done.value;
  before.value = null;
  restore({ draft: draft.value, past: [], future: [] });
  done.value = said;
  return true;
}
