// Members and heads by month: section 5 of docs/method.md.

import {
  WHOLE,
  add,
  apportion,
  asPercent,
  byId,
  ceilDivide,
  isBilled,
  latest,
  max,
  min,
  monthNumber,
  percentUnits,
  safe,
} from "./exact.mjs";
import { contribution, leviesOf, monthsAt } from "./price.mjs";

// ── path ──

/** Points of a path, with those that `yearly` adds, up to the first after the month. */
function pointsOf({ points, yearly }, month) {
  const known = points.map((point) => ({ at: monthNumber(point.month), units: percentUnits(point.percent) }));
  if (yearly == null) return known;
  const upTo = percentUnits(yearly.upTo ?? 100);
  while (known.at(-1).at <= month) {
    const { at, units } = known.at(-1);
    const more =
      yearly.kind === "points" ? units + percentUnits(yearly.points) : (units * percentUnits(yearly.percent)) / WHOLE;
    known.push({ at: at + 12, units: max(min(more, upTo), units) });
  }
  return known;
}

/** Part of the way between two points. */
function wayOf(shape, gone, whole) {
  if (shape === "step") return [0n, 1n];
  if (shape === "linear") return [gone, whole];
  return [gone ** 2n * (3n * whole - 2n * gone), whole ** 3n];
}

/** Percentage required in a month as a fraction of 100 %; `null` before the first point. */
export function demandAt(path, text) {
  if (path == null) return null;
  const month = monthNumber(text);
  const points = pointsOf(path, month);
  const before = points.findLast(({ at }) => at <= month);
  const after = points.find(({ at }) => at > month);
  if (!before) return null;
  if (!after) return { numerator: before.units, denominator: WHOLE };
  const [numerator, denominator] = wayOf(path.shape, BigInt(month - before.at), BigInt(after.at - before.at));
  return {
    numerator: before.units * denominator + (after.units - before.units) * numerator,
    denominator: WHOLE * denominator,
  };
}

const membersFor = (people, { numerator, denominator }) => ceilDivide(people * numerator, denominator);

/** Final percentage of a path, in percent units. */
function headsFor({ points, yearly }) {
  const last = percentUnits(points.at(-1).percent);
  return yearly == null ? last : max(last, percentUnits(yearly.upTo ?? 100));
}

// ── workers who could be covered ──

const peopleAt = (entries, month) => BigInt(latest(entries, month)?.people ?? 0);

function eligibleAt(entries, growthPercent, month) {
  const entry = latest(entries, month);
  let people = BigInt(entry?.people ?? 0);
  if (!entry || growthPercent == null) return people;
  const years = Number(month.slice(0, 4)) - Number(entry.from.slice(0, 4));
  for (let january = 0; january < years; january += 1) {
    people = (people * (WHOLE + percentUnits(growthPercent))) / WHOLE;
  }
  return people;
}

// ── spread ──

/**
 * Distributes people by weight. Rows have `weight` and `room`; their people are added to `given`. Returns the rest.
 */
function giveByWeight(amount, rows) {
  const weighted = rows.filter(({ weight }) => weight > 0n);
  let left = min(amount, add(weighted.map(({ room }) => room)));
  const rest = amount - left;
  while (left > 0n) {
    const open = weighted.filter(({ room }) => room > 0n);
    const parts = apportion(
      left,
      open.map(({ weight }) => weight),
      add(open.map(({ weight }) => weight)),
    );
    open.forEach((row, index) => {
      const people = min(parts[index], row.room);
      row.given += people;
      row.room -= people;
      left -= people;
    });
  }
  return rest;
}

/** More than any price. */
const NO_PRICE = 1n << 127n;

/** What the budgets pay for one more member, in rupiah × ten-thousandths of a percent. */
export function costToBudgets(scenario, segment, month) {
  const ofBudget = ({ fund }) => {
    const { kind } = scenario.funds.find(({ id }) => id === fund);
    return kind !== "self" && kind !== "employer";
  };
  try {
    return add(
      leviesOf(segment)
        .filter(({ on }) => on !== "contract")
        .map((levy) => {
          const shares = segment[levy.part].filter(ofBudget).map(({ percent }) => percentUnits(percent));
          return contribution(scenario, segment, levy, month) * add(shares);
        }),
    );
  } catch (error) {
    if (error.message.startsWith("noLawValue")) return NO_PRICE;
    throw error;
  }
}

function spreadOver(scenario, missing, rows, month) {
  const spread = scenario.target.spread ?? "proportional";
  const rankOf = ({ segment }) => {
    if (spread === "priority") return BigInt(segment.enrolment.priority ?? Number.MAX_SAFE_INTEGER);
    return spread === "cheapest" ? costToBudgets(scenario, segment, month) : 0n;
  };
  for (const row of rows) {
    row.weight = spread === "quota" ? percentUnits(row.segment.enrolment.quotaPercent ?? 0) : row.room;
    row.rank = rankOf(row);
  }
  const ranks = [...new Set(rows.map(({ rank }) => rank))].sort((a, b) => (a < b ? -1 : 1));
  ranks.reduce(
    (left, rank) =>
      giveByWeight(
        left,
        rows.filter((row) => row.rank === rank),
      ),
    missing,
  );
}

// ── months ──

function leave(row) {
  for (const { cause, percentAYear } of row.segment.flows?.leave ?? []) {
    const carry = (row.carries.get(cause) ?? 0n) + row.enrolled * percentUnits(percentAYear);
    const people = min(carry / (12n * WHOLE), row.enrolled);
    row.carries.set(cause, carry % (12n * WHOLE));
    row.enrolled -= people;
    row.left.set(cause, people);
  }
}

function recount(row, month) {
  const entry = latest(row.segment.enrolment.counts, month);
  if (!entry || entry === row.entry) return;
  row.entry = entry;
  takeCount(row, BigInt(entry.people));
}

function takeCount(row, proposed) {
  const people = (proposed * (WHOLE - row.loss)) / WHOLE;
  row.joined = max(0n, people - row.enrolled);
  row.enrolled = people;
  row.carries.clear();
}

/** The people of villages are counted in the first month, and where a village begins or has ended. */
function recountVillages(row, villages, month, isFirst) {
  const turns = ({ firstMonth, lastMonth }) =>
    firstMonth === month || (lastMonth != null && monthNumber(lastMonth) + 1 === monthNumber(month));
  if (!isFirst && !villages.some(turns)) return;
  const here = villages.filter(({ firstMonth, lastMonth }) => !(month < firstMonth || month > lastMonth));
  const counts = here.flatMap((village) => village.counts ?? []).filter(({ segment }) => segment === row.segment.id);
  takeCount(row, add(counts.map((count) => BigInt(count.people))));
}

function join(row, people) {
  row.joined += people;
  row.enrolled += people;
}

const mostOf = ({ mostPerMonth }, people) => (mostPerMonth == null ? people : min(people, BigInt(mostPerMonth)));

function followPath(row, month) {
  const { enrolment } = row.segment;
  const eligible = BigInt(enrolment.eligible);
  const demand = demandAt(enrolment.path, month);
  if (demand === null) return;
  const asked = min(membersFor(eligible, demand), eligible);
  join(row, mostOf(enrolment, max(0n, asked - row.enrolled)));
}

/** Members of BPU in a month that is not billed who have not lapsed, where the planner counts them. */
function unlapsed(scenario, { segment, lastBill, enrolled }, month) {
  const counts = scenario.workforce?.afterLastBill === "untilLapsed" && segment.class === "BPU";
  if (!counts || isBilled(segment, month) || lastBill === null) return 0n;
  const lapse = monthsAt(scenario, "membership.bpu.lapseMonths", lastBill.month);
  if (lapse === null) throw new Error(`noLawValue membership.bpu.lapseMonths ${lastBill.month}`);
  const unpaid = monthNumber(month) - monthNumber(lastBill.month);
  return unpaid <= lapse ? min(lastBill.heads, enrolled) : 0n;
}

/** Members and heads by segment and month, and the coverage. */
export function rollCall(scenario, months) {
  const { workforce, target, segments } = scenario;
  const rows = [...segments].sort(byId).map((segment) => ({
    segment,
    kind: segment.enrolment.kind,
    enrolled: BigInt(segment.enrolment.members ?? 0),
    loss: percentUnits(segment.flows?.verificationLossPercent ?? 0),
    carries: new Map(),
    lastBill: null,
  }));
  const ofKind = (...kinds) => rows.filter(({ kind }) => kinds.includes(kind));

  return months.map((month, index) => {
    for (const row of rows) {
      row.left = new Map();
      row.joined = 0n;
      if (index > 0) leave(row);
      if (row.kind === "fixed") recount(row, month);
      if (row.kind === "villages") recountVillages(row, scenario.villages, month, index === 0);
      if (row.kind === "path") followPath(row, month);
    }

    const eligible = eligibleAt(workforce?.eligible, workforce?.growthPercent, month);
    const others = peopleAt(workforce?.otherMembers, month);
    const demand = demandAt(target, month);
    if (demand !== null) {
      const here = [
        ...ofKind("fixed", "villages").filter(({ segment }) => isBilled(segment, month)),
        ...ofKind("target", "path"),
      ];
      const kept = add(ofKind("fixed", "villages").map((row) => unlapsed(scenario, row, month)));
      const missing = membersFor(eligible, demand) - others - add(here.map(({ enrolled }) => enrolled)) - kept;
      const open = ofKind("target").map((row) => ({
        row,
        segment: row.segment,
        room: mostOf(row.segment.enrolment, max(0n, BigInt(row.segment.enrolment.eligible) - row.enrolled)),
        given: 0n,
      }));
      if (missing > 0n) spreadOver(scenario, missing, open, month);
      open.forEach(({ row, given }) => join(row, given));
    }

    const people = new Map(
      rows.map((row) => {
        const { segment, enrolled, joined, left, loss } = row;
        const billed = segment.flows?.billedFromNext ? enrolled - joined : enrolled;
        return [
          segment.id,
          {
            enrolled,
            joined,
            left: new Map(left),
            proposed: ceilDivide(joined * WHOLE, WHOLE - loss),
            heads: isBilled(segment, month) ? billed : 0n,
            unlapsed: unlapsed(scenario, row, month),
          },
        ];
      }),
    );
    for (const row of rows) {
      const { heads } = people.get(row.segment.id);
      if (heads > 0n) row.lastBill = { month, heads };
    }
    const members = others + add([...people.values()].map((row) => row.heads + row.unlapsed));
    const scope = latest(workforce?.otherMembers, month) ? "region" : "paid";
    const coverage = workforce == null ? null : coverageOf(month, members, eligible, demand, scope);
    return { month, people, heads: (id) => people.get(id).heads, members, eligible, scope, coverage };
  });
}

/** Percent units, cut; `null` of zero workers. */
const percentOf = (members, eligible) => (eligible === 0n ? null : (members * WHOLE) / eligible);

const printed = (units) => (units === null ? null : asPercent(units));

/** Percentage rounded to two decimals, half up; `null` where cutting gives the same. */
function roundedOf(members, eligible) {
  if (eligible === 0n) return null;
  const cut = (members * 10_000n) / eligible;
  const nearest = (members * 20_000n + eligible) / (2n * eligible);
  return nearest === cut ? null : asPercent(nearest * 100n);
}

function demandOn(demand, members, eligible) {
  const asked = demand && membersFor(eligible, demand);
  return {
    percent: demand && asPercent((demand.numerator * WHOLE) / demand.denominator),
    members: demand && safe(asked),
    gap: demand && safe(max(0n, asked - members)),
  };
}

function coverageOf(month, members, eligible, demand, scope) {
  const asked = demandOn(demand, members, eligible);
  return {
    month,
    members: safe(members),
    eligible: safe(eligible),
    percent: printed(percentOf(members, eligible)),
    roundedPercent: roundedOf(members, eligible),
    targetPercent: asked.percent,
    targetMembers: asked.members,
    gap: asked.gap,
    gapToAll: safe(max(0n, eligible - members)),
    scope,
  };
}

/** For the plan's target and the others: the month in which their final percentage is reached. */
export function crossingsOf(scenario, roll) {
  const own = scenario.target == null ? [] : [{ name: null, ...scenario.target }];
  return [...own, ...(scenario.otherTargets ?? [])].map((path) => {
    const percent = headsFor(path);
    const lastOfYear = roll.filter(({ month }, at) => roll[at + 1]?.month.slice(0, 4) !== month.slice(0, 4));
    return {
      target: path.name,
      percent: asPercent(percent),
      month: roll.find(({ members, eligible }) => percentOf(members, eligible) >= percent)?.month ?? null,
      scope: roll.some(({ scope }) => scope === "paid") ? "paid" : "region",
      years: lastOfYear.map(({ month, members, eligible }) => ({
        year: Number(month.slice(0, 4)),
        ...demandOn(demandAt(path, month), members, eligible),
      })),
    };
  });
}

/** Coverage of the members of a month by other denominators. */
export function rivalsOf({ workforce }, { month, members, scope }) {
  return (workforce?.rivals ?? []).map(({ name, denominator, eligible }) => {
    const people = peopleAt(eligible, month);
    return {
      name,
      denominator,
      eligible: safe(people),
      percent: printed(percentOf(members, people)),
      roundedPercent: roundedOf(members, people),
      scope,
    };
  });
}

/** Members of a month by class, and those outside the segments. */
export function classesOf({ segments }, { people, members }) {
  const rows = ["PU", "BPU", "construction"].flatMap((name) => {
    const own = segments.filter((segment) => segment.class === name);
    if (own.length === 0) return [];
    const count = add(own.map(({ id }) => people.get(id).heads + people.get(id).unlapsed));
    const room = own.some(({ enrolment }) => enrolment.eligible == null)
      ? null
      : add(own.map(({ enrolment }) => BigInt(enrolment.eligible)));
    return [{ class: name, count, room }];
  });
  const rest = members - add(rows.map(({ count }) => count));
  const all = rest > 0n ? [...rows, { class: null, count: rest, room: null }] : rows;
  return all.map(({ class: name, count, room }) => ({
    class: name,
    members: safe(count),
    eligible: room === null ? null : safe(room),
    percent: room === null ? null : printed(percentOf(count, room)),
    roundedPercent: room === null ? null : roundedOf(count, room),
  }));
}
