/** Which sheets of villages are shown, and the rows of each village alone. */
import type { VillagesAnswer } from "cakupan/batch";
import type { Scenario } from "cakupan";
import { rka } from "cakupan/sheets";
import type { VillageSheet } from "../../report/villages.js";

/** More sheets than these are no document to look at. */
export const MOST_SHEETS = 500;

/** `which`: as in the settings; positions in the scenario. */
export function chosenVillages(
  { villages, districtOf }: VillagesAnswer,
  count: number,
  which: string,
): readonly number[] {
  const all = Array.from({ length: count }, (_, place) => place);
  if (which === "") return all;
  if (which === "over") return all.filter((place) => villages.years.some(({ short }) => (short[place] ?? 0) > 0));
  return all.filter((place) => String(districtOf[place]) === which);
}

export function sheetsOf(scenario: Scenario, places: readonly number[]): readonly VillageSheet[] {
  return places.flatMap((place) => {
    const village = scenario.villages?.[place];
    return village ? [{ village, place, rka: rka(alone(scenario, place)) }] : [];
  });
}

/**
 * The plan with this village only, without what changes no contribution, and without ceilings: those of the plan hold for
 * all villages together.
 */
function alone(scenario: Scenario, place: number): Scenario {
  const { schema, region, period, rounding, reliefs, permissions, lawPacks, overrides, assumptions, lawDate } =
    scenario;
  const village = scenario.villages?.[place];
  return {
    schema,
    region,
    period,
    segments: scenario.segments.filter(({ enrolment }) => enrolment.kind === "villages"),
    funds: scenario.funds.map(({ ceilings: _, ...fund }) => fund),
    ...(village && { villages: [village] }),
    ...(rounding && { rounding }),
    ...(reliefs && { reliefs }),
    ...(permissions && { permissions }),
    ...(lawPacks && { lawPacks }),
    ...(overrides && { overrides }),
    ...(assumptions && { assumptions }),
    ...(lawDate && { lawDate }),
  };
}
