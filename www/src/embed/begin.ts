/** Applies the settings of the host in order, and only those that changed, so that nothing typed is undone. */
import { signal } from "@preact/signals-core";
import type { Params } from "cakupan";
import type { EmbedMode, EmbedSettings, RefusalCode } from "cakupan/embed";
import type { Engine } from "../engine/start.js";
import { before, draft, past, restore } from "../plan/current.js";
import { newPlan } from "../plan/draft.js";
import { caseOf, isWork, loadCase, replace } from "../plan/examples.js";
import { putInForm } from "../plan/foreign.js";
import { useLanguage } from "../plan/language.js";
import { savedPlans } from "../plan/put-aside.js";
import { repaired } from "../plan/repair.js";
import { mayHold, placeOf } from "../plan/storage/places.js";
import type { Workspace } from "../plan/storage/workspace.js";
import { language } from "../words/current.js";
import { isEcho, send } from "./exchange.js";
import { useTheme } from "./theme.js";
import { embedWords } from "./words.js";

export const mode = signal<EmbedMode>("compact");

let last: EmbedSettings = {};
/** Where what is typed is being kept. */
let keeping: Workspace | null = null;
let queue: Promise<void> = Promise.resolve();

/** `host` is `null` for the settings in the address. The engine is waited for only where a scenario must be read. */
export function follow(settings: EmbedSettings, host: string | null, engine: Promise<Engine>): void {
  queue = queue.then(() => step(settings, host, engine)).catch(() => undefined);
}

/** When all settings so far have been followed. */
export function followed(): Promise<void> {
  return queue;
}

async function step(settings: EmbedSettings, host: string | null, engine: Promise<Engine>): Promise<void> {
  const changed = (name: keyof EmbedSettings) =>
    JSON.stringify(settings[name] ?? null) !== JSON.stringify(last[name] ?? null);
  const echoed = settings.scenario ? isEcho(settings.scenario) : false;
  const begins = (changed("scenario") && !echoed) || changed("region");
  const [hasTheme, hasLanguage] = [changed("theme"), changed("language")];
  last = settings;
  mode.value = settings.mode ?? "compact";
  if (hasTheme)
    useTheme(settings.theme ?? {}, (refused) => {
      for (const { setting, ...params } of refused) refuse("lowContrast", { setting: `theme.${setting}`, ...params });
    });
  if (hasLanguage && (settings.language ?? "id") !== language.value) await useLanguage(settings.language ?? "id");
  // Stored by host and region: one page may hold calculators of several regions.
  if (host !== null && (await keep(placeOf(host, settings.region ?? ""), settings.keep ?? false))) return;
  if (!begins) return;
  if (settings.scenario && !echoed) putInForm(repaired(settings.scenario, await engine), embedWords());
  else if (settings.region) await begin(settings.region);
}

function refuse(code: RefusalCode, params: Params): void {
  send({ cakupan: 1, kind: "refused", code, params });
}

/** Keeps what is typed at this place, or forgets it; true where something kept came back. */
async function keep(id: string, wanted: boolean): Promise<boolean> {
  if (wanted && keeping?.id === id) return false;
  const other = keeping?.id;
  await keeping?.close();
  keeping = null;
  if (!wanted && !(await mayHold())) return false;
  const { Workspace, forget, show } = await import("../plan/storage/workspace.js");
  if (!wanted) {
    for (const at of [id, other]) if (at !== undefined) await forget(at);
    return false;
  }
  const place = await Workspace.open(id);
  keeping = place;
  const { kept, editing } = place;
  // A plan stored for another region stays there; a plan that is not stored yet is taken along.
  const along = other === undefined;
  const stored = !along || !isWork();
  if (!editing) {
    // Another tab edits it; this one shows the plan of that tab.
    if (!stored) await place.setAside();
    if (kept) show(kept);
    place.begin();
    return true;
  }
  savedPlans.value = [...(kept?.shelf ?? []), ...(along ? savedPlans.value : [])];
  if (kept) {
    restore({ draft: draft.value, past: [...kept.past, ...past.value], future: [] });
    replace(kept.draft, embedWords().kept);
    before.value ??= kept.before;
  }
  place.begin(stored);
  return kept !== null;
}

async function begin(region: string): Promise<void> {
  const found = caseOf(region);
  if (found) return loadCase(found);
  refuse("unknownRegion", { region: region.slice(0, 200) });
  const empty = newPlan();
  // The name of an unknown region is put into an empty plan; a code alone is not.
  if (/\p{L}/u.test(region)) replace({ ...empty, region: { ...empty.region, name: region } }, "");
}
