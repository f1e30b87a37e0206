/** The example cases, loaded when chosen. What was typed before can be brought back. */
import type { Region, Scenario } from "cakupan";
import { words } from "../words/current.js";
import type { Catalogue } from "../words/id.js";
import { before, change, done, draft, mayChange, touched } from "./current.js";
import { type Draft, newPlan, toDraft } from "./draft.js";

export type CaseName = keyof Catalogue["cases"]["list"];

/** Where the case files lie, as the keys of these imports name them. */
const CASES = "../../../cases";
const files = import.meta.glob<Scenario>("../../../cases/*.json", { import: "default" });

export const caseNames: readonly CaseName[] = ["makassar", "sulawesi-selatan", "sidrap", "majene", "maros"];

/** What of every case is known before it is loaded; vite.config.ts takes it out of the files. */
const regions = import.meta.glob<Region>("../../../cases/*.json", { query: "?region", import: "default", eager: true });
const regionOf = (name: CaseName): Region | undefined => regions[`${CASES}/${name}.json`];

/** The Kemendagri code of a case. */
export const codeOf = (name: CaseName): string => regionOf(name)?.code ?? "";

/** The case of a region, by its code or its name. */
export function caseOf(region: string): CaseName | undefined {
  const wanted = region.trim().toLowerCase();
  return caseNames.find((name) => [regionOf(name)?.code, regionOf(name)?.name.toLowerCase()].includes(wanted));
}

export async function loadCase(name: CaseName): Promise<void> {
  const w = words.value.cases;
  try {
    const scenario = await files[`${CASES}/${name}.json`]?.();
    if (scenario) replace(toDraft(scenario), w.loaded(w.list[name].name));
    else done.value = w.failed;
  } catch {
    done.value = w.failed;
  }
}

export function startOver(): void {
  replace(newPlan(), words.value.cases.cleared);
}

export function restoreBefore(): void {
  const kept = before.value;
  if (!kept || !mayChange()) return;
  before.value = null;
  replace(kept, words.value.cases.restored);
}

/** The last example or empty form that was put in place; replacing it unchanged loses no work. */
let untouched = draft.value;

export function isWork(): boolean {
  return draft.value !== untouched;
}

/** The replaced work stays at hand, also after the page is closed. */
export function replace(next: Draft, what: string): void {
  if (!mayChange()) return;
  if (isWork()) before.value = draft.value;
  untouched = next;
  touched.value = new Set();
  change(next, what);
}
