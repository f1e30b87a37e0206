/** The section below the name of the region: what it is given to show from the register and the law. */
import { effect } from "@preact/signals-core";
import type { PrintedTarget } from "cakupan";
import { anyWage, law, ownWage, standingOf } from "../engine/law.js";
import { type Place, placeView } from "../form/place.js";
import { draft, typing } from "../plan/current.js";
import type { Draft } from "../plan/draft.js";
import { readNumber } from "../plan/numbers.js";
import { known, loadRegister, offered, register } from "../plan/place.js";
import { byContent, section } from "../ui/section.js";

/** The minimum wage of the region: of the first month of the plan, or the last that is set before it. */
function wageNow(): Place["wage"] {
  const { region, period, lawPacks } = draft.value;
  const of = { code: region.code ?? "", name: region.name };
  const wage = ownWage(of, period.firstMonth, lawPacks) ?? anyWage(of);
  if (!wage) return null;
  const brought = packedValue(lawPacks, wage.key, period.firstMonth);
  if (brought) return { name: wage.title, ...brought, holds: true };
  const inForce = standingOf(wage.key, period.firstMonth)?.inForce;
  const value = inForce ?? wage.values.filter(({ from }) => from <= period.firstMonth).at(-1);
  if (typeof value?.value !== "number") return null;
  return { name: wage.title, rupiah: value.value, since: value.from, holds: Boolean(inForce) };
}

/** The value that a law pack has in a month; of several the last, as in the engine. */
function packedValue(packs: Draft["lawPacks"], key: string, month: string) {
  const values = (packs ?? []).flatMap((pack) => pack.values);
  const holds = values.filter(({ parameter, from, to }) => parameter === key && from <= month && (!to || month <= to));
  const value = holds.at(-1);
  const read = readNumber(value?.value ?? "", "decimal");
  return value && read.is === "number" ? { rupiah: read.value, since: value.from } : null;
}

/** Targets printed for the region, or for the province that it lies in. */
function targetsNow(): readonly PrintedTarget[] {
  const code = draft.value.region.code ?? "";
  return law.targets.filter(({ region }) => region !== null && (region === code || region === code.slice(0, 2)));
}

function placeNow(): Place {
  const { workforce, target, otherTargets } = draft.value;
  const isKnown = known.value !== null;
  const more = (otherTargets ?? []).length < 4;
  return {
    offered: offered.value,
    isKnown,
    hasFailed: register.value === "failed",
    wage: isKnown ? wageNow() : null,
    targets: isKnown ? targetsNow() : [],
    targetAs: !workforce ? null : !target ? "target" : more ? "otherTarget" : null,
    onAgain: () => void loadRegister(),
  };
}

/** The register is fetched once somebody types the name or the code of a region. */
effect(() => {
  if (typing.value === "region.name" || typing.value === "region.code") void loadRegister();
});

const place = byContent(placeNow);
export const placeSection = section(place, placeView);
