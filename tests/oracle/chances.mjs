// What members may receive and how far a plan may differ: sections on benefits and ranges of docs/method.md.

import { isGuessed } from "./guesses.mjs";
import { BESIDE, CLAIMS } from "./book.mjs";
import { WHOLE, add, asPercent, inSpan, isBilled, min, monthNumber, monthsOf, safe } from "./exact.mjs";
import { projectByHand } from "./oracle.mjs";
import { rollCall } from "./people.mjs";
import { insuredWage, isKnown, monthsAt } from "./price.mjs";

/** Half up. */
const nearest = (numerator, denominator) => (2n * numerator + denominator) / (2n * denominator);

// ── benefits ──

const amountAt = (scenario, key, month) => {
  const found = BESIDE[`benefit.${key}`].find((entry) => isKnown(scenario, entry) && inSpan(month, entry));
  return found === undefined ? null : BigInt(found.value);
};

/** The sum of all; `null` where one is not known. */
const together = (amounts) => (amounts.includes(null) ? null : add(amounts));

/** What one case pays in a month. */
export function casesPay(scenario, segment, month) {
  const at = (key) => amountAt(scenario, key, month);
  const has = (programme) => segment.programmes.includes(programme);
  const wage = has("JKK") ? insuredWage(scenario, segment, month) : null;
  const wages = (key) => {
    const times = at(key);
    return times === null || wage === null ? null : nearest(times * wage, 1000n * WHOLE);
  };
  const waits = segment.class === "BPU" && waitingAt(scenario, month) !== null;
  return {
    jkmDeath: has("JKM") ? together(["jkm.santunan", "jkm.berkala", "jkm.pemakaman"].map(at)) : null,
    jkmNewcomerDeath: has("JKM") && waits ? at("jkm.pemakamanNewcomer") : null,
    jkkDeath: wage === null ? null : together([wages("jkk.deathWages"), at("jkk.berkala"), at("jkk.pemakaman")]),
    jkkDisability: wage === null ? null : wages("jkk.disabilityWages"),
  };
}

const waitingAt = (scenario, month) => monthsAt(scenario, "jkm.bpu.waitingMonths", month, BESIDE);

/** Billed months of a segment: heads, and how many of them wait for the full benefit. */
function waiters(scenario, segment, roll) {
  const { enrolment, flows } = segment;
  const before = BigInt(enrolment.members ?? 0);
  const wasThere = enrolment.kind === "fixed" && enrolment.counts[0].from < scenario.period.firstMonth;
  const billed = [];
  let joined = 0n;
  for (const { month, people } of roll) {
    const row = people.get(segment.id);
    if (!flows?.billedFromNext) joined += row.joined;
    if (row.heads > 0n) {
      const last = billed.at(-1);
      const lapse = last && monthsAt(scenario, "membership.bpu.lapseMonths", last.month);
      const unpaid = last && monthNumber(month) - monthNumber(last.month) - 1;
      const begins = !last || (unpaid > 0 && lapse !== null && unpaid > lapse);
      let fresh = min(joined, row.heads);
      if (!last) fresh = row.heads > before ? row.heads - before : 0n;
      else if (begins) fresh = row.heads;
      if (!last && wasThere && month === scenario.period.firstMonth) fresh = 0n;
      billed.push({ month, heads: row.heads, fresh, cover: begins ? billed.length : last.cover });
      joined = 0n;
    }
    if (flows?.billedFromNext) joined += row.joined;
  }
  return billed.map(({ month, heads, cover }, index) => {
    const wait = segment.class === "BPU" ? waitingAt(scenario, month) : null;
    const from = Math.max(cover, index + 1 - (wait ?? 0));
    const recent = billed.slice(from, index + 1).map(({ fresh }) => fresh);
    return { month, heads, waiting: min(add(recent), heads) };
  });
}

/** Cases and rupiah of every report, by segment with JKK or JKM. */
export function benefitByHand(scenario) {
  const roll = rollCall(scenario, monthsOf(scenario.period));
  const paying = scenario.segments.filter(({ programmes }) => programmes.includes("JKK") || programmes.includes("JKM"));
  return paying.map((segment) => {
    const months = waiters(scenario, segment, roll);
    const all = add(months.map(({ heads }) => heads));
    const waiting = add(months.map((month) => month.waiting));
    const rows = (programme, rupiahOf) =>
      segment.programmes.includes(programme)
        ? CLAIMS.filter((claims) => claims.programme === programme).map((claims) => {
            const { report, cases, members, time, ofYear } = claims;
            const among = BigInt(members) * BigInt(time) * 12n;
            const of = (people) => Number(nearest(people * BigInt(cases) * BigInt(ofYear) * 1000n, among)) / 1000;
            const rupiah = rupiahOf(claims, among);
            return {
              report,
              cases: of(all),
              newcomerCases: programme === "JKM" ? of(waiting) : 0,
              rupiah: rupiah === null ? null : safe(rupiah),
            };
          })
        : null;
    const pays = months.flatMap(({ month, heads, waiting: few }) => {
      const { jkmDeath, jkmNewcomerDeath } = casesPay(scenario, segment, month);
      return [
        [heads - few, jkmDeath],
        [few, jkmNewcomerDeath],
      ].filter(([people]) => people > 0n);
    });
    const unknown = pays.some(([, rupiah]) => rupiah === null);
    return {
      segment: segment.id,
      personMonths: safe(all),
      newcomerPersonMonths: safe(waiting),
      jkm: rows("JKM", ({ cases, ofYear }, among) =>
        unknown
          ? null
          : nearest(add(pays.map(([people, rupiah]) => people * rupiah)) * BigInt(cases) * BigInt(ofYear), among),
      ),
      jkk: rows("JKK", ({ rupiah, ofYear }, among) =>
        rupiah === null ? null : nearest(BigInt(rupiah) * all * BigInt(ofYear), among),
      ),
      months: months.map(({ month }) => ({ month, pays: casesPay(scenario, segment, month) })),
    };
  });
}

// ── ranges ──

const U64 = (1n << 64n) - 1n;

/** The n-th number of SplitMix64, from 0. */
export function splitMix(seed, n) {
  let state = (seed + 0x9e3779b97f4a7c15n * (n + 1n)) & U64;
  state = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & U64;
  state = ((state ^ (state >> 27n)) * 0x94d049bb133111ebn) & U64;
  return state ^ (state >> 31n);
}

/** The value of a number in a draw, in the smallest unit of the number. */
function drawn({ low, plan, high, shape }, seed, first) {
  const take = (place, limit) => (splitMix(seed, first + BigInt(place)) * limit) >> 64n;
  if (shape === "uniform") return low + take(0, high - low + 1n);
  if (high === low) return low;
  const isLeft = take(0, high - low) < plan - low;
  const side = isLeft ? plan - low : high - plan;
  const [one, other] = [take(1, side + 1n), take(2, side + 1n)];
  const far = one > other ? one : other;
  return isLeft ? low + far : high - far;
}

const steps = (path) => path.split(/[.[\]]/).filter((step) => step !== "");

/** A copy of the scenario with a number at a path. */
export function withNumber(scenario, path, number) {
  const copy = structuredClone(scenario);
  const way = steps(path);
  const last = way.pop();
  way.reduce((at, step) => at[step], copy)[last] = number;
  return copy;
}

export const numberAt = (scenario, path) => steps(path).reduce((at, step) => at[step], scenario);

function figuresOf(scenario) {
  const { total, years, monthly } = projectByHand(scenario);
  const last = (list) => list.at(-1);
  const limited = scenario.funds.some((fund) => {
    const known = (fund.ceilings ?? []).map(({ year }) => year);
    return years.some(({ year }) => known.includes(year));
  });
  const { coverage } = last(years);
  const ceilings = scenario.funds.flatMap((_, at) =>
    years.flatMap(({ year, funds }) => {
      const { fund, ceilingRupiah, shortRupiah } = funds[at];
      return ceilingRupiah === null ? [] : [{ fund, year, ceilingRupiah, within: shortRupiah === 0 }];
    }),
  );
  return {
    ceilings,
    rupiah: total.rupiah,
    members: coverage === null ? null : coverage.members,
    coveragePercent: monthly.coverage === null ? null : last(monthly.coverage.percent),
    withinCeilings: limited ? years.every(({ unpaidRupiah }) => unpaidRupiah === 0) : null,
    targetReached: coverage?.targetMembers == null ? null : coverage.members >= coverage.targetMembers,
  };
}

function spreadOf(values) {
  if (values.includes(null)) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (percent) => sorted[Math.ceil((sorted.length * percent) / 100) - 1];
  return { least: sorted[0], p10: rank(10), p50: rank(50), p90: rank(90), most: sorted.at(-1) };
}

function chanceOf(values) {
  if (values.includes(null)) return null;
  const draws = values.filter(Boolean).length;
  return { draws, percent: asPercent(nearest(BigInt(draws) * WHOLE, BigInt(values.length))) };
}

/** `inputs` have the decimals of their numbers besides. */
export function riskByHand(scenario, { inputs, draws, seed }) {
  const exact = ({ path, low, high, decimals, shape }) => {
    const unit = (number) => BigInt(Math.round(number * 10 ** decimals));
    return { low: unit(low), high: unit(high), plan: unit(numberAt(scenario, path)), shape: shape ?? "triangular" };
  };
  const at = ({ path, decimals }, value) => [path, Number(value) / 10 ** decimals];
  const { ceilings, ...plan } = figuresOf(scenario);
  const ends = inputs.map((input) => {
    const end = (value) => {
      const { ceilings: _, ...figures } = figuresOf(withNumber(scenario, input.path, value));
      return { value, ...figures };
    };
    return { path: input.path, low: end(input.low), high: end(input.high) };
  });
  const all = Array.from({ length: draws }, (_, draw) => {
    const changed = inputs.map((input, index) =>
      at(input, drawn(exact(input), BigInt(seed), BigInt((draw * inputs.length + index) * 3))),
    );
    return figuresOf(changed.reduce((plan, [path, number]) => withNumber(plan, path, number), scenario));
  });
  const column = (name) => all.map((figures) => figures[name]);
  return {
    plan,
    ends,
    guesses: guessesOf(scenario, plan.rupiah),
    draws: {
      rupiah: spreadOf(column("rupiah")),
      members: spreadOf(column("members")),
      coveragePercent: spreadOf(column("coveragePercent")),
      withinCeilings: chanceOf(column("withinCeilings")),
      targetReached: chanceOf(column("targetReached")),
    },
    ceilings: ceilings.map(({ within: _, ...ceiling }, at) => ({
      ...ceiling,
      ...chanceOf(all.map((figures) => figures.ceilings[at].within)),
    })),
  };
}

/** The cost of the segments that rest on guesses, and its part of the whole, cut to four decimals. */
function guessesOf(scenario, whole) {
  const { segments } = projectByHand(scenario).total;
  const weak = scenario.segments.filter((segment) => isGuessed(scenario, segment)).map(({ id }) => id);
  const rupiah = segments
    .filter(({ segment }) => weak.includes(segment))
    .reduce((sum, { rupiah }) => sum + BigInt(rupiah), 0n);
  const percent = whole === 0 ? null : asPercent((rupiah * WHOLE) / BigInt(whole));
  return { rupiah: safe(rupiah), percent };
}

// ── after the subsidy ──

/** Members of BPU segments after the plan; exits by cause with the rest carried. */
export function retentionByHand(scenario, { months, stayPercent, rejoinPercent, rejoinAfterMonths, exits }) {
  const roll = rollCall(scenario, monthsOf(scenario.period));
  const share = (people, percent) => (people * BigInt(Math.round(percent * 10_000))) / WHOLE;
  const ways = scenario.segments
    .filter((segment) => segment.class === "BPU")
    .map((segment) => {
      const bill = roll.findLast(({ month, people }) => people.get(segment.id).heads > 0n && isBilled(segment, month));
      const heads = bill ? bill.people.get(segment.id).heads : 0n;
      const paying = share(heads, stayPercent);
      const lapse = bill ? monthsAt(scenario, "membership.bpu.lapseMonths", bill.month) : null;
      const last = bill ? monthNumber(bill.month) : null;
      return { paying, others: heads - paying, again: share(heads - paying, rejoinPercent), last, lapse };
    });
  const end = monthNumber(roll.at(-1).month);
  for (const way of ways) Object.assign(way, { carried: exits.map(() => 0n), replaces: 0n });
  return Array.from({ length: months }, (_, index) => {
    const month = end + index + 1;
    const sums = { paying: 0n, notLapsed: 0n, rejoined: 0n, replaced: 0n, left: exits.map(() => 0n) };
    for (const way of ways) {
      const rejoined = way.last !== null && month >= way.last + rejoinAfterMonths ? way.again : 0n;
      if (rejoined > 0n) way.again = 0n;
      way.others -= rejoined;
      const replaced = way.replaces;
      way.replaces = 0n;
      way.paying += rejoined + replaced;
      exits.forEach(({ percentAYear, replacedPercent }, at) => {
        const carry = way.carried[at] + way.paying * BigInt(Math.round(percentAYear * 10_000));
        const gone = min(carry / (12n * WHOLE), way.paying);
        way.carried[at] = carry % (12n * WHOLE);
        way.paying -= gone;
        way.replaces += share(gone, replacedPercent);
        sums.left[at] += gone;
      });
      sums.paying += way.paying;
      if (way.lapse !== null && month - way.last <= way.lapse) sums.notLapsed += way.others;
      sums.rejoined += rejoined;
      sums.replaced += replaced;
    }
    const { paying, notLapsed, rejoined, replaced, left } = sums;
    return {
      members: safe(paying + notLapsed),
      paying: safe(paying),
      notLapsed: safe(notLapsed),
      rejoined: safe(rejoined),
      replaced: safe(replaced),
      left: left.map(safe),
    };
  });
}
