/** Which sheets of villages are shown, and the rows of each village alone. */
import type { VillagesAnswer } from "cakupan/batch";
import type { Scenario, Village } from "cakupan";
import { rka } from "cakupan/sheets";
import type { VillageSheet } from "../../report/villages.js";

/** More sheets than these are no document to look at. */
export const MOST_SHEETS = 500;

/** `which`: as in the settings. Positions in the scenario, and how many were left out because nobody is counted there. */
export function chosenVillages(
  { villages, districtOf }: VillagesAnswer,
  count: number,
  which: string,
): { readonly places: readonly number[]; readonly empty: number } {
  const wanted = Array.from({ length: count }, (_, place) => place).filter((place) => {
    if (which === "") return true;
    if (which === "over") return villages.years.some(({ short }) => (short[place] ?? 0) > 0);
    return String(districtOf[place]) === which;
  });
  const places = wanted.filter((place) => villages.people.some(({ people }) => (people[place] ?? 0) > 0));
  return { places, empty: wanted.length - places.length };
}

/** `known`: sheets that were made before; of hundreds each takes a moment, and a typed date changes none. */
export function sheetsOf(
  scenario: Scenario,
  places: readonly number[],
  known: Map<number, VillageSheet>,
): readonly VillageSheet[] {
  return places.flatMap((place) => {
    const village = scenario.villages?.[place];
    if (!village) return [];
    const sheet = known.get(place) ?? sheetOf(scenario, village, place);
    known.set(place, sheet);
    return [sheet];
  });
}

function sheetOf(scenario: Scenario, village: Village, place: number): VillageSheet {
  const only = alone(scenario, village);
  // A plan without any group is none.
  return { village, place, rka: only.segments.length > 0 ? rka(only) : [] };
}

/**
 * The plan with this village and the groups that have people there, without what changes no contribution, and without
 * ceilings: those of the plan hold for all villages together.
 */
function alone(scenario: Scenario, village: Village): Scenario {
  const { schema, region, period, rounding, reliefs, permissions, lawPacks, overrides, assumptions, lawDate } =
    scenario;
  const here = new Set(village.counts?.flatMap(({ segment, people }) => (people > 0 ? [segment] : [])));
  return {
    schema,
    region,
    period,
    segments: scenario.segments.filter(({ id, enrolment }) => enrolment.kind === "villages" && here.has(id)),
    funds: scenario.funds.map(({ ceilings: _, ...fund }) => fund),
    villages: [{ ...village, counts: village.counts?.filter(({ segment }) => here.has(segment)) ?? [] }],
    ...(rounding && { rounding }),
    ...(reliefs && { reliefs }),
    ...(permissions && { permissions }),
    ...(lawPacks && { lawPacks }),
    ...(overrides && { overrides }),
    ...(assumptions && { assumptions }),
    ...(lawDate && { lawDate }),
  };
}
