/** What the section of the answer is given to show of the villages. */
import type { VillageColumns } from "cakupan/batch";
import type { VillagesShown } from "../../answer/villages.js";
import { answer } from "../../plan/answer.js";
import { villageAnswer } from "../../plan/village-answer.js";

/** Villages above their ceiling that are named. */
const MOST = 20;

export function shownNow(): VillagesShown | "failed" | null {
  const now = villageAnswer.value;
  if (now === null || now === "failed") return now;
  const { scenario, outcome } = now;
  const { byDistrict, total, districts } = outcome;
  const rowOf = (columns: VillageColumns, district: string, place: number) => ({
    district,
    people: columns.people.map(({ people }) => people[place] ?? Number.NaN),
    rupiah: columns.years.map(({ rupiah }) => rupiah[place] ?? Number.NaN),
  });
  const gaps = (scenario.villages ?? []).flatMap(({ name, district }, place) =>
    outcome.villages.years.flatMap(({ year, short }) => {
      const gap = short[place] ?? 0;
      return gap > 0 ? [{ place, name, district: district ?? "", year, short: gap }] : [];
    }),
  );
  // A village may be above its ceiling in several years: it is one village with several lines.
  const named = [...gaps].sort((one, other) => other.short - one.short).slice(0, MOST);
  const count = (lines: typeof gaps) => new Set(lines.map(({ place }) => place)).size;
  const names = new Map(scenario.segments.map(({ id, name }) => [id, name]));
  const funds = new Map(scenario.funds.map(({ id, name }) => [id, name]));
  return {
    fresh: answer.value.fresh,
    groups: total.people.map(({ segment }) => names.get(segment) ?? segment),
    years: total.years.map(({ year }) => year),
    rows: [...districts.map((district, place) => rowOf(byDistrict, district, place)), rowOf(total, "", 0)],
    villages: scenario.villages?.length ?? 0,
    hasCeilings: (scenario.villages ?? []).some(({ ceilings }) => ceilings?.length),
    money: outcome.ceilings.map((use) => ({ ...use, fund: funds.get(use.fund) ?? use.fund })),
    over: named,
    overCount: count(gaps),
    unnamed: count(gaps) - count(named),
  };
}
