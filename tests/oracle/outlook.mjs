// One more point, waiting and latest start (section 9 of docs/method.md), by calculating the changed plan from the
// start.

import { add, asPercent, isBilled, max, monthNumber, monthText, monthsOf, percentUnits, safe } from "./exact.mjs";
import { paymentsOf } from "./funds.mjs";
import { projectByHand } from "./oracle.mjs";
import { demandAt, rollCall } from "./people.mjs";

/** There is no figure; the message is the code of the reason. */
class NoFigure extends Error {}

const refuse = (code) => {
  throw new NoFigure(code);
};

/** A figure, or the code of the reason. */
function outlook(work) {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof NoFigure) return { code: error.message };
    if (error.message.startsWith("noLawValue")) return { code: "unpriced" };
    if (error.message.startsWith("amountTooLarge")) return { code: "beyondLimit" };
    throw error;
  }
}

const follows = ({ enrolment }) => enrolment.kind === "target";
const sum = (list) => list.reduce((total, number) => total + number, 0);

/** Months, people and cost of a plan, calculated from the start. */
function worked(scenario) {
  const months = monthsOf(scenario.period);
  return { months, roll: rollCall(scenario, months), plan: projectByHand(scenario) };
}

const enrolledAtEnd = ({ roll }) => sum([...roll.at(-1).people.values()].map(({ enrolled }) => safe(enrolled)));

function pointOfTarget(scenario) {
  const { target } = scenario;
  const end = monthsOf(scenario.period).at(-1);
  const goal = target.points.at(-1);
  if (goal.month > end) refuse("goalOutsidePlan");
  const percent = asPercent(percentUnits(goal.percent) + 10_000n);
  if (percent > 100) refuse("pointAboveLimit");
  const higher = { ...target, points: [...target.points.slice(0, -1), { ...goal, percent }] };
  const cut = (path) => {
    const { numerator, denominator } = demandAt(path, end);
    return (numerator * 1_000_000n) / denominator;
  };
  if (cut(target) === cut(higher)) refuse("pointAboveLimit");
  const now = worked(scenario);
  const months = monthsOf(scenario.period);
  const roll = rollCall({ ...scenario, target: higher }, months);
  const ends = [now.roll.at(-1).coverage, roll.at(-1).coverage];
  const people = Math.max(0, enrolledAtEnd({ roll }) - enrolledAtEnd(now));
  if (people < ends[1].targetMembers - ends[0].targetMembers && ends[1].gap > ends[0].gap) refuse("pointNotReached");
  if (people === 0) refuse("pointMet");
  const year = end.slice(0, 4);
  const headsOf = (rows) =>
    sum(
      rows
        .filter(({ month }) => month.startsWith(year))
        .map((row) => sum([...row.people.values()].map(({ heads }) => safe(heads)))),
    );
  const personMonths = Math.max(0, headsOf(roll) - headsOf(now.roll));
  if (personMonths === 0) refuse("pointNotBilled");
  const then = projectByHand({ ...scenario, target: higher });
  const rupiah = then.years.at(-1).rupiah - now.plan.years.at(-1).rupiah;
  return { year: Number(year), people, personMonths, rupiah, segments: [] };
}

function pointOfSegments(scenario) {
  const { roll, months } = worked(scenario);
  const year = months.at(-1).slice(0, 4);
  const people = (roll.at(-1).eligible + 99n) / 100n;
  const segments = scenario.segments.flatMap((segment) => {
    const billed = months.filter((month) => month.startsWith(year) && isBilled(segment, month));
    if (segment.base?.kind === "contract" || billed.length === 0) return [];
    const headsOf = (_, month) => (billed.includes(month) ? people : 0n);
    const { payments } = paymentsOf({ ...scenario, segments: [segment] }, months, headsOf);
    const { eligible } = segment.enrolment;
    const { enrolled } = roll.at(-1).people.get(segment.id);
    return [
      {
        segment: segment.id,
        personMonths: safe(people * BigInt(billed.length)),
        rupiah: safe(add(payments.map(({ rupiah }) => rupiah))),
        room: eligible == null ? null : safe(max(0n, BigInt(eligible) - enrolled)),
      },
    ];
  });
  if (segments.length === 0) refuse("pointNotBilled");
  return { year: Number(year), people: safe(people), personMonths: null, rupiah: null, segments };
}

export const onePointByHand = (scenario) =>
  outlook(() => {
    if (scenario.workforce == null) refuse("withoutWorkforce");
    return scenario.segments.some(follows) ? pointOfTarget(scenario) : pointOfSegments(scenario);
  });

const yearLater = (month) => monthText(monthNumber(month) + 12);
const pathLater = (path) => ({
  ...path,
  points: path.points.map((point) => ({ ...point, month: yearLater(point.month) })),
});

function segmentLater(segment, first) {
  const { enrolment } = segment;
  if (enrolment.kind === "path") return { ...segment, enrolment: { ...enrolment, path: pathLater(enrolment.path) } };
  if (enrolment.kind === "target" || enrolment.kind === "villages") return segment;
  const counts = enrolment.counts.map((entry) =>
    entry.from > first ? { ...entry, from: yearLater(entry.from) } : entry,
  );
  return { ...segment, enrolment: { ...enrolment, counts } };
}

const villageLater = (village, first) => ({
  ...village,
  firstMonth: village.firstMonth > first ? yearLater(village.firstMonth) : village.firstMonth,
  lastMonth: village.lastMonth && yearLater(village.lastMonth),
});

export const waitingByHand = (scenario) =>
  outlook(() => {
    const { target, segments, period } = scenario;
    const late = {
      ...scenario,
      segments: segments.map((segment) => segmentLater(segment, period.firstMonth)),
      villages: (scenario.villages ?? []).map((village) => villageLater(village, period.firstMonth)),
      ...(target == null ? {} : { target: pathLater(target) }),
    };
    const heads = (plan) =>
      rollCall(plan, monthsOf(period)).map(({ people }) => [...people].map(([id, row]) => `${id} ${row.heads}`).join());
    if (heads(scenario).join("|") === heads(late).join("|")) refuse("nobodyJoins");
    const [now, then] = [scenario, late].map(projectByHand);
    const personMonths = now.total.personMonths - then.total.personMonths;
    const movedRupiah = now.total.rupiah - then.total.rupiah;
    if (personMonths <= 0 || movedRupiah <= 0) refuse("waitingMixed");
    const peak = ({ years }) => Math.max(...years.map(({ rupiah }) => rupiah));
    return { personMonths, movedRupiah, peakRupiah: peak(now), laterPeakRupiah: peak(then) };
  });

export const latestStartByHand = (scenario) =>
  outlook(() => {
    const { target, workforce, segments, period } = scenario;
    if (workforce == null) refuse("withoutWorkforce");
    if (target == null) refuse("withoutTarget");
    if (!segments.some(follows)) refuse("countsFixed");
    const months = monthsOf(period);
    const goal = target.points.at(-1);
    const column = months.indexOf(goal.month);
    if (column < 0) refuse("goalOutsidePlan");
    const begun = (month) => {
      const { yearly: _, ...path } = target;
      return rollCall(
        { ...scenario, target: { ...path, shape: "step", points: [{ month, percent: goal.percent }] } },
        months,
      );
    };
    const asked = rollCall(scenario, months)[column].coverage.targetMembers;
    // The target starts after the plan, so nobody joins because of it.
    const never = begun(yearLater(months.at(-1)))[column].coverage;
    if (never.members >= asked) refuse("goalMet");
    const isMet = (start) => begun(start)[column].coverage.gap === 0;
    if (!isMet(months[0])) refuse("goalOutOfReach");
    const month = months.slice(0, column + 1).findLast(isMet);
    const joined = begun(month)
      .slice(0, column + 1)
      .map(({ people }) => sum(segments.filter(follows).map(({ id }) => safe(people.get(id).joined))));
    return { month, people: sum(joined), mostInOneMonth: Math.max(...joined) };
  });
