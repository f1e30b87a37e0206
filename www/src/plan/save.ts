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

/** What a part does that is loaded when it is asked for; the page says where it cannot be. */
export async function withPart<T>(loading: Promise<T>, act: (part: T) => unknown): Promise<void> {
  const part = await loading.catch(() => null);
  if (part) await act(part);
  else done.value = words.value.partFailed;
}

/** Calls the part of the page that opens plans. */
export const opening = (act: (parts: typeof import("./open.js")) => unknown): Promise<void> =>
  withPart(import("./open.js"), act);
