/** Gives the reader the plan as a file, and loads what opens plans when it is asked for. */
import { words } from "../words/current.js";
import { done, draft } from "./current.js";
import { download, fileName, packed } from "./file.js";

export function savePlan(): void {
  const { region, period } = draft.value;
  const name = fileName(region.name, period.firstMonth);
  download(name, packed(draft.value));
  done.value = words.value.kept.downloaded(name);
}

/** A stored copy, in the form in which it was stored. */
export function saveCopy(name: string, content: unknown): void {
  download(name, content);
  done.value = words.value.kept.downloaded(name);
}

/** The part of the page that opens plans is loaded when it is asked for. */
export async function opening(act: (parts: typeof import("./open.js")) => void): Promise<void> {
  const parts = await import("./open.js").catch(() => null);
  if (parts) act(parts);
  else done.value = words.value.partFailed;
}
