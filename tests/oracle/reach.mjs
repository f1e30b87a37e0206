// How many people ceilings pay for, by trying every number: section 9 of docs/method.md.

import { add, max, monthsOf } from "./exact.mjs";
import { paymentsOf, pricesOf } from "./funds.mjs";
import { rollCall } from "./people.mjs";
import { ceilingOf, chainOf } from "./price.mjs";

/**
 * A function from the people of the filled segments to what each fund with a ceiling is asked for; other segments
 * have the heads of the plan.
 */
export function askedBy(scenario) {
  const months = monthsOf(scenario.period);
  const roll = new Map(rollCall(scenario, months).map((row) => [row.month, row]));
  const priceOf = pricesOf(scenario);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const limits = scenario.funds
    .filter(({ next }) => next == null)
    .flatMap((fund) =>
      years
        .filter((year) => ceilingOf(fund, year) !== null)
        .map((year) => ({ fund: fund.id, year, ceiling: BigInt(ceilingOf(fund, year).rupiah) })),
    );
  const sumsOf = (plan, people) => {
    const headsOf = (id, month) => people.get(id) ?? roll.get(month).heads(id);
    const { payments } = paymentsOf(plan, months, headsOf, priceOf);
    return limits.map(({ fund, year }) =>
      add(
        payments
          .filter((payment) => payment.fund === fund && payment.month.startsWith(year))
          .map(({ rupiah }) => rupiah),
      ),
    );
  };
  // Without an order of use bills do not depend on each other, and each is added once.
  const isApart = scenario.funds.every(({ next }) => next == null);
  const known = new Map();
  const ofSegment = (segment, people) => {
    const key = `${segment.id} ${people.get(segment.id)}`;
    if (!known.has(key)) known.set(key, sumsOf({ ...scenario, segments: [segment] }, people));
    return known.get(key);
  };
  return (people) => {
    const sums = isApart ? scenario.segments.map((segment) => ofSegment(segment, people)) : [sumsOf(scenario, people)];
    return limits.map((limit, index) => ({ ...limit, rupiah: add(sums.map((row) => row[index])) }));
  };
}

const isAbove = ({ rupiah, ceiling }) => rupiah > ceiling;

/** Most planned heads of a month, by segment. */
export function plannedHeads(scenario) {
  const roll = rollCall(scenario, monthsOf(scenario.period));
  return new Map(scenario.segments.map(({ id }) => [id, roll.map(({ heads }) => heads(id)).reduce(max, 0n)]));
}

/**
 * Most people by segment, one segment after another; `null` where none up to `most` is too many, which is possible
 * only beyond the plan. 0 where not even 0 fits.
 */
export function reachByHand(scenario, ids, beyondPlan = false, most = 200) {
  const asked = askedBy(scenario);
  const planned = plannedHeads(scenario);
  const people = new Map(ids.map((id) => [id, 0n]));
  return ids.map((id) => {
    const { eligible } = scenario.segments.find((segment) => segment.id === id).enrolment;
    const limit = eligible == null ? (beyondPlan ? null : planned.get(id)) : BigInt(eligible);
    let count = limit ?? BigInt(most);
    const segment = scenario.segments.find((entry) => entry.id === id);
    const paying = new Set(
      [...segment.payers, ...(segment.workerPayers ?? [])]
        .filter(({ percent }) => percent > 0)
        .flatMap(({ fund }) => chainOf(scenario, fund).map((entry) => entry.id)),
    );
    const isExceeded = (limit) => paying.has(limit.fund) && isAbove(limit);
    const fits = (number) => !asked(new Map([...people, [id, number]])).some(isExceeded);
    while (count > 0n && !fits(count)) count -= 1n;
    people.set(id, count);
    const next = asked(new Map([...people, [id, count + 1n]])).filter(isExceeded);
    return {
      segment: id,
      people: limit === null && count === BigInt(most) ? null : Number(count),
      planned: Number(planned.get(id)),
      leftOut: limit === null ? null : Number(max(0n, limit - count)),
      limit: limit === null || count < limit ? "ceiling" : eligible == null ? "planned" : "eligible",
      next,
    };
  });
}
