/** The example cases: loaded when chosen, and never at the cost of what was typed before. */
import type { Scenario } from "cakupan";
import { type Draft, emptyDraft, toDraft } from "./draft.js";
import { before, change, done, draft, touched, words } from "./state.js";
import { type Catalogue, id } from "./words/id.js";

export type CaseName = keyof Catalogue["cases"]["list"];

const files = import.meta.glob<Scenario>("../../cases/*.json", { import: "default" });

export const caseNames: readonly CaseName[] = ["makassar", "sulawesi-selatan", "sidrap", "majene", "maros"];

/** The Kemendagri codes of the regions. */
export const CODES: ReadonlyMap<string, CaseName> = new Map([
  ["73.71", "makassar"], ["73", "sulawesi-selatan"], ["73.14", "sidrap"], ["76.05", "majene"], ["73.09", "maros"],
]);

/** The case of a region, by its code or its name. */
export function caseOf(region: string): CaseName | undefined {
  const wanted = region.trim().toLowerCase();
  return CODES.get(wanted) ?? caseNames.find(name => id.cases.list[name].name.toLowerCase() === wanted);
}

export async function loadCase(name: CaseName): Promise<void> {
  const w = words.value.cases;
  try {
    const scenario = await files[`../../cases/${name}.json`]?.();
    if (scenario) replace(toDraft(scenario), w.loaded(w.list[name].name));
    else done.value = w.failed;
  } catch {
    done.value = w.failed;
  }
}

export function startOver(): void {
  replace(emptyDraft(new Date().getFullYear()), words.value.cases.cleared);
}

export function restoreBefore(): void {
  const kept = before.value;
  if (!kept) return;
  before.value = null;
  replace(kept, words.value.cases.restored);
}

/** An example or an empty form as it was put there: no work is lost with it. */
let untouched = draft.value;

export function isWork(): boolean {
  return draft.value !== untouched;
}

/** The replaced work stays at hand, also after the page is closed. */
export function replace(next: Draft, what: string): void {
  if (isWork()) before.value = draft.value;
  untouched = next;
  touched.value = new Set();
  change(next, what);
}
