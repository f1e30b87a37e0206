// What may happen to a random plan: a realisation for the comparison of engine and oracle.
import { diceFrom } from "./generate.mjs";

/** The most people that a row may name, so that none is refused. */
function mostOf(scenario, segment, month) {
  const own = segment.enrolment.eligible;
  if (own != null) return own;
  const { workforce } = scenario;
  if (workforce == null || workforce.growthPercent != null) return Number.POSITIVE_INFINITY;
  return workforce.eligible.findLast(({ from }) => from <= month)?.people ?? Number.POSITIVE_INFINITY;
}

/** Figures of a row near the plan: nearly as many people, sometimes none, sometimes only rupiah. */
function figures(dice, planned, most, month) {
  const near = () =>
    Math.min(most, dice.chance(0.1) ? 0 : Math.floor(planned * (0.8 + dice.int(0, 30) / 100)) + dice.int(0, 2));
  const row = {};
  const [low, middle, high] = [near(), near(), near()].sort((a, b) => a - b);
  if (dice.chance(0.4)) row.quota = high;
  if (dice.chance(0.5)) row.verified = middle;
  if (dice.chance(0.6))
    row.paid = row.verified === undefined ? Math.min(middle, row.quota ?? middle) : dice.pick([low, middle]);
  if (dice.chance(0.2)) row.billedRupiah = dice.spread(1, 5_000_000_000);
  if (dice.chance(0.3)) row.paidRupiah = dice.chance(0.3) ? 0 : dice.spread(1, 5_000_000_000);
  if (dice.chance(0.4)) row.paidOn = dice.pick([month, `${month}-28`, `${Number(month.slice(0, 4)) + 1}-03`]);
  return row;
}

/** A realisation of a scenario whose projection is known; `null` where no month was drawn. */
export function randomRealisation(seed, scenario, { months, monthly }) {
  const dice = diceFrom(seed + 6_000_000_011);
  const first = dice.int(0, months.length - 1);
  const last = Math.min(months.length - 1, first + dice.int(0, 23));
  const rows = [];
  for (let column = first; column <= last; column += 1) {
    const month = months[column];
    scenario.segments.forEach((segment, index) => {
      const planned = monthly.segments[index].heads[column];
      // Where nobody is billed there may be no price.
      if (dice.chance(0.15) || planned === 0) return;
      const most = mostOf(scenario, segment, month);
      const villages = (scenario.villages ?? []).filter(
        ({ name }) => scenario.villages.filter((one) => one.name === name).length === 1,
      );
      if (segment.enrolment.kind === "villages" && villages.length > 0 && dice.chance(0.7)) {
        const share = Math.floor(most / villages.length);
        for (const village of villages) {
          const people = (village.counts ?? []).find((one) => one.segment === segment.id)?.people ?? 0;
          if (dice.chance(0.85))
            rows.push({ month, segment: segment.id, village: village.name, ...figures(dice, people, share, month) });
        }
      } else rows.push({ month, segment: segment.id, ...figures(dice, planned, most, month) });
    });
  }
  if (rows.length === 0) return null;
  const realisation = { rows: dice.sample(rows, rows.length) };
  if (dice.chance(0.3)) realisation.until = months[dice.int(last, months.length - 1)];
  return realisation;
}
