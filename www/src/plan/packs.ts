/** Law packs of the plan: statutory values from a file, such as the minimum wages of a coming year. */
import type { Scenario } from "cakupan";
import { askForFile } from "../ui/file.js";
import { number } from "../words/format.js";
import { done, mayChange, update } from "./current.js";
import { type Draft, toDraft } from "./draft.js";
import { parsed } from "./storage/saved.js";

export type PackDraft = NonNullable<Draft["lawPacks"]>[number];

/** Largest file in bytes: all minimum wages of a year are a tenth of it. */
const MOST_BYTES = 2_000_000;

/** The pack in a file, as far as it has the parts of one; the engine checks its values as those of any input. */
async function packIn(file: File): Promise<PackDraft | null> {
  if (file.size > MOST_BYTES) return null;
  const content = parsed(await file.text().catch(() => ""));
  if (typeof content !== "object" || content === null || !("values" in content)) return null;
  const { name, version, values, ...more }: { name?: unknown; version?: unknown; values: unknown } = content;
  if (typeof name !== "string" || typeof version !== "string" || !isListOfObjects(values)) return null;
  const wages = "minimumWages" in more ? more.minimumWages : null;
  if (wages !== null && !isListOfObjects(wages)) return null;
  // Only these parts: whatever else a file holds is not for the plan.
  const pack = { name, version, ...(wages && { minimumWages: wages }), values };
  return toDraft({ lawPacks: [pack] } as unknown as Scenario).lawPacks?.[0] ?? null;
}

function isListOfObjects(values: unknown): values is readonly object[] {
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  return Array.isArray(values) && values.length > 0 && values.every(isObject);
}

/** The plan with a pack; one of the same name is replaced, so that a newer version does not stand beside the older. */
function withPack(plan: Draft, pack: PackDraft): Draft {
  const others = (plan.lawPacks ?? []).filter(({ name }) => name !== pack.name);
  return { ...plan, lawPacks: [...others, pack] };
}

/** What is said after a file was asked for. */
interface Texts {
  readonly refused: string;
  loaded(name: string, values: string): string;
}

/** Asks for a file; the pack in it becomes a part of the plan, in one step. */
export function askForPack(texts: Texts): void {
  if (!mayChange()) return;
  askForFile(".json,application/json", (file) => void load(file, texts));
}

async function load(file: File, texts: Texts): Promise<void> {
  const pack = await packIn(file);
  if (pack) update((plan) => withPack(plan, pack), texts.loaded(pack.name, number(pack.values.length)));
  else done.value = texts.refused;
}
