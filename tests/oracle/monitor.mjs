// A plan against what happened: section 10 of docs/method.md, as filters and sums over a flat list of rows.

import {
  WHOLE,
  add,
  apportion,
  asPercent,
  isBilled,
  max,
  monthNumber,
  monthsOf,
  percentUnits,
  safe,
} from "./exact.mjs";
import { projectByHand } from "./oracle.mjs";
import { contractBill, contribution, leviesOf } from "./price.mjs";

const big = (value) => (value == null ? null : BigInt(value));
const number = (value) => (value == null ? null : safe(value));
const signed = (value) => (value < 0n ? -safe(-value) : safe(value));
const isContract = ({ base }) => base?.kind === "contract";

/** Contribution of one head, both parts together; `null` where the law has no value. */
function priceOf(scenario, segment, month, months) {
  const bill = isContract(segment) ? contractBill : contribution;
  if (isContract(segment) && month !== months.find((one) => isBilled(segment, one))) return 0n;
  try {
    return add(leviesOf(segment).map((levy) => bill(scenario, segment, levy, month)));
  } catch (error) {
    if (error.message.startsWith("noLawValue")) return null;
    throw error;
  }
}

/** Rupiah of so many people; a contract is billed once. */
function worth(segment, price, people, month) {
  if (people === 0n) return 0n;
  if (price === null) throw new Error(`noLawValue ${segment.id} ${month}`);
  return isContract(segment) ? price : price * people;
}

const isHere = (village, month) => !(month < (village.firstMonth ?? "") || month > (village.lastMonth ?? "9999-12"));

/** Planned people of each village that counts a segment in a month. */
function villagesOf(scenario, segment, month, heads) {
  const here = (scenario.villages ?? []).flatMap((village, index) => {
    const count = (village.counts ?? []).find((one) => one.segment === segment.id);
    return count && isHere(village, month) ? [{ index, people: BigInt(count.people) }] : [];
  });
  const whole = add(here.map(({ people }) => people));
  if (whole === 0n) return new Map();
  const parts = apportion(
    heads,
    here.map(({ people }) => people),
    whole,
  );
  return new Map(here.map(({ index }, place) => [index, parts[place]]).filter(([, people]) => people > 0n));
}

const villageAt = (scenario, wanted) => {
  const byCode = scenario.villages.findIndex(({ code }) => code === wanted);
  return byCode >= 0 ? byCode : scenario.villages.findIndex(({ name }) => name === wanted);
};

/** From plan to payment in steps: people or months, price, timing; where nobody is named the first two are one. */
function stepsOf(plan, planPeople, people, expected, billed, paid) {
  const steps = { people: 0n, price: 0n, months: 0n, timing: paid - billed, undivided: 0n };
  if (people === null) steps.undivided = billed - plan;
  else {
    steps[people > 0n && planPeople > 0n ? "people" : "months"] = expected - plan;
    steps.price = billed - expected;
  }
  return steps;
}

/** A row of the comparison, from one of the realisation or from none. */
function rowOf(scenario, segment, month, months, planPeople, village, row) {
  const price = priceOf(scenario, segment, month, months);
  const of = (people) => (people === null ? null : worth(segment, price, people, month));
  const [quota, verified, paidPeople] = [big(row?.quota), big(row?.verified), big(row?.paid)];
  const people = verified ?? paidPeople;
  const plan = of(planPeople);
  const named = big(row?.billedRupiah);
  const billed = named ?? of(people) ?? big(row?.paidRupiah);
  const allPaid = named !== null && paidPeople !== null && paidPeople === people;
  const paid =
    big(row?.paidRupiah) ?? (allPaid ? named : null) ?? of(paidPeople) ?? (row?.paidOn == null ? null : billed);
  const isKnown = paid !== null;
  const money = { quota: of(quota), verified: of(verified), paid: of(paidPeople) };
  return {
    month,
    segment: segment.id,
    village,
    price,
    planPeople,
    plan,
    quota,
    verified,
    paidPeople,
    people,
    billed,
    paid,
    isKnown,
    paidIn: row?.paidOn?.slice(0, 7) ?? null,
    money,
    steps: isKnown ? stepsOf(plan, planPeople, people, of(people), billed, paid) : null,
    unspent: quota !== null && verified !== null ? max(0n, money.quota - money.verified) : 0n,
    members: !isKnown ? null : (paidPeople ?? (paid === 0n ? 0n : people)),
  };
}

function comparedOf(rows) {
  const known = rows.filter(({ isKnown }) => isKnown);
  const sum = (list, of) => add(list.map(of));
  const step = (field, people) => {
    const stated = rows.filter((row) => row[people] !== null);
    return {
      rows: stated.length,
      personMonths: safe(sum(stated, (row) => row[people])),
      rupiah: safe(sum(stated, (row) => row.money[field])),
    };
  };
  const part = (name) => signed(sum(known, ({ steps }) => steps[name]));
  return {
    planRupiah: safe(sum(rows, ({ plan }) => plan)),
    comparedRupiah: safe(sum(known, ({ plan }) => plan)),
    billedRupiah: safe(sum(known, ({ billed }) => billed)),
    paidRupiah: safe(sum(known, ({ paid }) => paid)),
    arrearsRupiah: safe(sum(known, ({ billed, paid }) => max(0n, billed - paid))),
    known: known.length,
    unknown: rows.length - known.length,
    deviation: {
      rupiah: signed(sum(known, ({ paid, plan }) => paid - plan)),
      people: part("people"),
      price: part("price"),
      months: part("months"),
      timing: part("timing"),
      undivided: part("undivided"),
    },
    quota: step("quota", "quota"),
    verified: step("verified", "verified"),
    paid: step("paid", "paidPeople"),
    unspentRupiah: safe(sum(rows, ({ unspent }) => unspent)),
  };
}

/** Rows of the latest month of which every row satisfies a condition. */
function latestOf(rows, isKnown) {
  const months = [...new Set(rows.map(({ month }) => month))];
  const month = months.findLast((one) => rows.filter((row) => row.month === one).every(isKnown));
  return month === undefined ? null : rows.filter((row) => row.month === month);
}

/** Rupiah of a segment by fund, in the proportions of its plan in the year. */
function dividedOf(scenario, ofYear, index, amount) {
  const { rupiah, funds } = ofYear.segments[index];
  const shares =
    rupiah > 0
      ? funds.map((one) => [one.fund, BigInt(one.rupiah)])
      : scenario.segments[index].payers.map((one) => [one.fund, percentUnits(one.percent)]);
  const parts = apportion(
    amount,
    shares.map(([, weight]) => weight),
    add(shares.map(([, weight]) => weight)),
  );
  return shares.map(([fund], place) => [fund, parts[place]]);
}

/** The numbers of an answer of `monitor`. Both inputs must be valid. */
export function monitorByHand(scenario, realisation) {
  const months = monthsOf(scenario.period);
  const plan = projectByHand(scenario);
  const last = realisation.rows.map(({ month }) => month).sort();
  const until = realisation.until ?? last.at(-1);
  const from = months.find((month) => month.slice(0, 4) === last[0].slice(0, 4));
  const compared = months.filter((month) => from <= month && month <= until);
  /** Planned people; of a contract one at least, in the month of its bill. */
  const plannedOf = (segment, index, month) => {
    const heads = BigInt(plan.monthly.segments[index].heads[months.indexOf(month)]);
    if (!isContract(segment)) return heads;
    return month === months.find((one) => isBilled(segment, one)) ? max(heads, 1n) : 0n;
  };
  const rows = compared.flatMap((month) =>
    scenario.segments.flatMap((segment, index) => {
      const found = realisation.rows.filter((row) => row.month === month && row.segment === segment.id);
      const planned = plannedOf(segment, index, month);
      const make = (people, village, row) => rowOf(scenario, segment, month, months, people, village, row);
      const isDivided = realisation.rows.some((row) => row.segment === segment.id && row.village != null);
      if (found.length === 0 && planned === 0n) return [];
      if (found.length === 0 && !isDivided) return [make(planned, null, null)];
      if (found.length > 0 && found[0].village == null) return [make(planned, null, found[0])];
      const heads = villagesOf(scenario, segment, month, planned);
      const named = new Map(found.map((row) => [villageAt(scenario, row.village), row]));
      return [...new Set([...heads.keys(), ...named.keys()])]
        .sort((a, b) => a - b)
        .map((village) => make(heads.get(village) ?? 0n, village, named.get(village) ?? null));
    }),
  );
  const ofSegment = (id) => rows.filter((row) => row.segment === id);
  const membersOf = (id) => {
    const latest = latestOf(ofSegment(id), ({ members }) => members !== null);
    return latest && add(latest.map(({ members }) => members));
  };
  const ofYear = (list) => list.filter(({ month }) => month.slice(0, 4) === until.slice(0, 4));
  const inYear = months.filter((month) => month.slice(0, 4) === until.slice(0, 4));
  /** Rupiah that the plan bills a segment, by month of the year. */
  const billsOf = (index) =>
    inYear.map((month) => [month, BigInt(plan.monthly.segments[index].rupiah[months.indexOf(month)])]);
  const villages = villagesByHand({ scenario, realisation, months, inYear, until, rows, plannedOf });
  return {
    from,
    until,
    total: comparedOf(rows),
    months: monthsByHand(compared, rows),
    segments: scenario.segments.map(({ id }, index) => ({
      ...segmentByHand(id, ofSegment(id), membersOf(id)),
      year: paceOf(ofYear(ofSegment(id)), until, billsOf(index)),
    })),
    villages: villages.map(({ rows: _, ...village }) => village),
    districts: districtsByHand(villages),
    rows: rows.map((row) => printedRow(scenario, row)),
    year: yearByHand({ scenario, plan, months, until, rows, ofSegment, membersOf, plannedOf }),
    coverage: coverageByHand(scenario, plan, months, until, ofSegment, membersOf),
  };
}

/** Of some rows of a year: its line over the months that are billed, beside what was paid. */
function paceOf(rows, until, bills, more = 0) {
  const billed = bills.filter(([, rupiah]) => rupiah > 0n);
  const passed = billed.filter(([month]) => month <= until);
  const sum = (list) => add(list.map(([, rupiah]) => rupiah));
  const line = billed.length === 0 ? 0n : (sum(billed) * BigInt(passed.length)) / BigInt(billed.length);
  const paid = add(rows.filter(({ isKnown }) => isKnown).map((row) => row.paid));
  const unknown = more + rows.filter(({ isKnown }) => !isKnown).length;
  return {
    planRupiah: safe(sum(billed)),
    dueRupiah: safe(sum(passed)),
    lineRupiah: safe(line),
    paidRupiah: safe(paid),
    unknown,
    aheadRupiah: unknown > 0 ? null : signed(paid - line),
  };
}

/** Villages of segments of which a row names one; `rows`: their own, for the districts. */
function villagesByHand({ scenario, realisation, months, inYear, until, rows, plannedOf }) {
  const divided = scenario.segments.flatMap((segment, index) =>
    realisation.rows.some((row) => row.segment === segment.id && row.village != null) ? [{ segment, index }] : [],
  );
  const heads = inYear.flatMap((month) =>
    divided.map(({ segment, index }) => ({
      month,
      segment,
      price: priceOf(scenario, segment, month, months),
      of: villagesOf(scenario, segment, month, plannedOf(segment, index, month)),
      isWhole: rows.some((row) => row.month === month && row.segment === segment.id && row.village === null),
    })),
  );
  return (scenario.villages ?? []).flatMap(({ code, name, district }, at) => {
    const own = rows.filter(({ village }) => village === at);
    const here = heads.map((one) => ({ ...one, people: one.of.get(at) ?? 0n }));
    const bills = inYear.map((month) => [
      month,
      add(here.filter((one) => one.month === month).map((one) => worth(one.segment, one.price, one.people, month))),
    ]);
    if (own.length === 0 && bills.every(([, rupiah]) => rupiah === 0n)) return [];
    const more = here.filter((one) => one.isWhole && one.people > 0n && one.month <= until).length;
    const ofYear = own.filter(({ month }) => month.slice(0, 4) === until.slice(0, 4));
    const year = paceOf(ofYear, until, bills, more);
    return [{ code: code ?? null, name, district: district ?? null, compared: comparedOf(own), year, rows: own }];
  });
}

function districtsByHand(villages) {
  return [...new Set(villages.map(({ district }) => district))].map((district) => {
    const own = villages.filter((village) => village.district === district);
    const sum = (name) => own.reduce((all, { year }) => all + year[name], 0);
    return {
      district,
      villages: own.length,
      inArrears: own.filter(({ compared }) => compared.arrearsRupiah > 0).length,
      compared: comparedOf(own.flatMap(({ rows }) => rows)),
      year: {
        planRupiah: sum("planRupiah"),
        dueRupiah: sum("dueRupiah"),
        lineRupiah: sum("lineRupiah"),
        paidRupiah: sum("paidRupiah"),
        unknown: sum("unknown"),
        aheadRupiah: own.some(({ year }) => year.aheadRupiah === null) ? null : sum("aheadRupiah"),
      },
    };
  });
}

function monthsByHand(compared, rows) {
  return compared.map((month) => {
    const soFar = rows.filter((row) => row.month <= month);
    return {
      month,
      compared: comparedOf(rows.filter((row) => row.month === month)),
      planSoFar: safe(add(soFar.map(({ plan }) => plan))),
      paidSoFar: soFar.every(({ isKnown }) => isKnown) ? safe(add(soFar.map(({ paid }) => paid))) : null,
      paidIn: safe(add(rows.filter(({ paidIn, paid }) => paidIn === month && paid !== null).map(({ paid }) => paid))),
    };
  });
}

function segmentByHand(segment, rows, members) {
  const monthsWith = (is) => [...new Set(rows.filter(is).map(({ month }) => month))];
  const owing = monthsWith(({ isKnown, billed, paid }) => isKnown && billed > paid);
  return {
    segment,
    compared: comparedOf(rows),
    latest: rows.findLast(({ isKnown }) => isKnown)?.month ?? null,
    members: number(members),
    paidMonths: monthsWith(({ paid }) => paid !== null && paid > 0n).length,
    unpaidMonths: owing.length,
    unpaidSince: owing[0] ?? null,
  };
}

function printedRow(scenario, row) {
  const later =
    row.paidIn === null || !row.isKnown || row.paid === 0n ? null : monthNumber(row.paidIn) - monthNumber(row.month);
  const steps =
    row.steps && Object.fromEntries(Object.entries(row.steps).map(([name, value]) => [name, signed(value)]));
  return {
    month: row.month,
    segment: row.segment,
    village: row.village === null ? null : scenario.villages[row.village].name,
    villageCode: row.village === null ? null : (scenario.villages[row.village].code ?? null),
    priceRupiah: number(row.price),
    planPeople: safe(row.planPeople),
    planRupiah: safe(row.plan),
    quota: number(row.quota),
    verified: number(row.verified),
    paid: number(row.paidPeople),
    billedRupiah: number(row.billed),
    paidRupiah: number(row.paid),
    unpaidRupiah: row.isKnown ? safe(max(0n, row.billed - row.paid)) : null,
    paidOn: row.paidIn,
    monthsLater: later === null ? null : Math.max(0, later),
    unknown: row.isKnown ? null : row.billed === null ? "row" : "payment",
    deviation: steps && { rupiah: signed(row.paid - row.plan), ...steps },
    note: null,
  };
}

function yearByHand({ scenario, plan, months, until, rows, ofSegment, membersOf, plannedOf }) {
  const year = until.slice(0, 4);
  const ofYear = plan.years.find((one) => String(one.year) === year);
  const inYear = months.filter((month) => month.startsWith(year));
  const passed = inYear.filter((month) => month <= until);
  const here = rows.filter(({ month }) => month.startsWith(year));
  const paidRupiah = add(here.filter(({ isKnown }) => isKnown).map(({ paid }) => paid));
  const whole = BigInt(ofYear.rupiah);

  /** What the rest of the year costs a segment. */
  const restOf = (segment, index, isLately) => {
    const latest = isContract(segment) ? null : latestOf(ofSegment(segment.id), ({ billed }) => billed !== null);
    const people = latest?.every((row) => row.people !== null) ? add(latest.map((row) => row.people)) : null;
    const rupiah = latest && add(latest.map(({ billed, paid }) => (paid === null ? billed : max(billed, paid))));
    return add(
      inYear
        .filter((month) => month > until)
        .map((month) => {
          const planned = plannedOf(segment, index, month);
          if (planned === 0n) return 0n;
          const at = (heads) => worth(segment, priceOf(scenario, segment, month, months), heads, month);
          if (!isLately || latest === null) return at(planned);
          return people === null ? rupiah : at(people);
        }),
    );
  };
  const forecastOf = (isLately) => {
    const segments = scenario.segments.map((segment, index) => {
      const own = here.filter((row) => row.segment === segment.id);
      const isDone = ({ billed }) => billed !== null;
      return {
        known: add(own.filter(isDone).map(({ billed, paid }) => (paid === null ? billed : max(billed, paid)))),
        unknown: add(own.filter((row) => !isDone(row)).map((row) => row.plan)),
        rest: restOf(segment, index, isLately),
      };
    });
    const sums = new Map(scenario.funds.map(({ id }) => [id, 0n]));
    segments.forEach((one, index) => {
      for (const [fund, part] of dividedOf(scenario, ofYear, index, one.known + one.unknown + one.rest))
        sums.set(fund, sums.get(fund) + part);
    });
    const sumOf = (field) => add(segments.map((one) => one[field]));
    return {
      rupiah: safe(sumOf("known") + sumOf("unknown") + sumOf("rest")),
      knownRupiah: safe(sumOf("known")),
      unknownRupiah: safe(sumOf("unknown")),
      restRupiah: safe(sumOf("rest")),
      funds: ofYear.funds.map(({ fund, ceilingRupiah: ceiling }) => {
        const rupiah = safe(sums.get(fund));
        return {
          fund,
          rupiah,
          leftRupiah: ceiling === null ? null : Math.max(0, ceiling - rupiah),
          shortRupiah: ceiling === null ? 0 : Math.max(0, rupiah - ceiling),
        };
      }),
    };
  };
  const paidBy = new Map(scenario.funds.map(({ id }) => [id, 0n]));
  const membersBy = new Map(scenario.funds.map(({ id }) => [id, 0n]));
  scenario.segments.forEach((segment, index) => {
    const own = here.filter((row) => row.segment === segment.id && row.isKnown);
    for (const [fund, part] of dividedOf(scenario, ofYear, index, add(own.map(({ paid }) => paid))))
      paidBy.set(fund, paidBy.get(fund) + part);
    if (ofSegment(segment.id).length === 0) return;
    const members = membersOf(segment.id);
    const shares = segment.payers.map(({ percent }) => percentUnits(percent));
    const parts = apportion(members ?? 0n, shares, WHOLE);
    segment.payers.forEach(({ fund, percent }, place) => {
      if (percent === 0) return;
      const sum = membersBy.get(fund);
      membersBy.set(fund, members === null || sum === null ? null : sum + parts[place]);
    });
  });
  return {
    year: Number(year),
    months: inYear.length,
    passed: passed.length,
    planRupiah: ofYear.rupiah,
    dueRupiah: safe(add(passed.map((month) => BigInt(plan.monthly.rupiah[months.indexOf(month)])))),
    lineRupiah: safe((whole * BigInt(passed.length)) / BigInt(inYear.length)),
    linePercent: asPercent((WHOLE * BigInt(passed.length)) / BigInt(inYear.length)),
    paidRupiah: safe(paidRupiah),
    paidPercent: whole === 0n ? null : asPercent((paidRupiah * WHOLE) / whole),
    asPlanned: forecastOf(false),
    asLately: forecastOf(true),
    funds: ofYear.funds.map(({ fund, ceilingRupiah, rupiah }) => ({
      fund,
      ceilingRupiah,
      planRupiah: rupiah,
      paidRupiah: safe(paidBy.get(fund)),
      members: number(membersBy.get(fund)),
    })),
  };
}

function coverageByHand(scenario, plan, months, until, ofSegment, membersOf) {
  if (scenario.workforce == null) return null;
  const known = scenario.segments.filter(({ id }) => ofSegment(id).length > 0).map(({ id }) => membersOf(id));
  const inYear = months.filter((month) => month.startsWith(until.slice(0, 4)));
  const others = (scenario.workforce.otherMembers ?? []).findLast(({ from }) => from <= until);
  const members = known.includes(null) ? null : add(known) + BigInt(others?.people ?? 0);
  const { eligible, targetPercent } = plan.monthly.coverage;
  const at = months.indexOf(until);
  const all = BigInt(eligible[at]);
  // The year's last month is that of its coverage; the target of another month is not in the plan's answer.
  const end = plan.years.find((one) => String(one.year) === until.slice(0, 4)).coverage;
  return {
    scope: others === undefined ? "paid" : "region",
    eligible: eligible[at],
    members: number(members),
    percent: members === null || all === 0n ? null : asPercent((members * WHOLE) / all),
    targetPercent: targetPercent[at],
    gapToAll: members === null ? null : safe(max(0n, all - members)),
    endMembers: end.targetMembers,
    needed: end.targetMembers === null || members === null ? null : Math.max(0, end.targetMembers - safe(members)),
    ...(until === inYear.at(-1) ? { targetMembers: end.targetMembers } : {}),
  };
}
