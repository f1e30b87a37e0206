// People of the model: members, heads and coverage by month.
import { ONE, exact, latest, millionths } from "./model.law.mjs";

/** A leaving person in twelfths of millionths: a yearly percentage applied to one month. */
const WHOLE_PERSON = 12 * ONE;

/** Members of one segment, month by month. */
class Crowd {
  constructor({ id, enrolment, flows }) {
    this.id = id;
    this.enrolment = enrolment;
    this.enrolled = enrolment.kind === "target" ? enrolment.members : 0;
    this.accepted = ONE - millionths(flows?.verificationLossPercent ?? 0);
    this.billedFromNext = flows?.billedFromNext ?? false;
    this.causes = (flows?.leave ?? []).map(({ cause, percentAYear }) => ({
      cause,
      rate: millionths(percentAYear),
      carry: 0,
    }));
    this.entry = undefined;
    this.months = [];
  }

  get room() {
    return Math.max(0, this.enrolment.eligible - this.enrolled);
  }

  /** Starts a month: some leave, but not in the first; another count may hold. */
  begin(month) {
    this.joined = 0;
    this.left = this.months.length === 0 ? [] : this.causes.map((cause) => this.leave(cause));
    if (this.enrolment.kind === "fixed") this.count(latest(this.enrolment.counts, month));
  }

  leave(cause) {
    const carry = cause.carry + this.enrolled * cause.rate;
    const people = Math.min(this.enrolled, Math.floor(carry / WHOLE_PERSON));
    cause.carry = carry % WHOLE_PERSON;
    this.enrolled -= people;
    return { cause: cause.cause, people };
  }

  count(entry) {
    if (entry === this.entry) return;
    this.entry = entry;
    for (const cause of this.causes) cause.carry = 0;
    const people = Math.floor(exact(entry.people * this.accepted) / ONE);
    this.joined = Math.max(0, people - this.enrolled);
    this.enrolled = people;
  }

  join(people) {
    this.joined += people;
    this.enrolled += people;
  }

  /** Ends a month: returns its heads and movements. */
  end() {
    const { enrolled, joined, left } = this;
    this.months.push({
      heads: this.billedFromNext ? enrolled - joined : enrolled,
      enrolled,
      joined,
      left,
      proposed: Math.ceil(exact(joined * ONE) / this.accepted),
    });
  }
}

const total = (list, amount) => list.reduce((sum, item) => sum + amount(item), 0);

/** Distributes people in proportion to room; the rest one each by largest remainder, equal ones by id. */
function spread(missing, crowds) {
  const room = total(crowds, (crowd) => crowd.room);
  const joining = Math.min(missing, room);
  if (joining <= 0) return;
  const quotas = crowds.map((crowd) => {
    const product = exact(joining * crowd.room);
    return { crowd, people: Math.floor(product / room), remainder: product % room };
  });
  const over = joining - total(quotas, ({ people }) => people);
  quotas.sort((a, b) => b.remainder - a.remainder || (a.crowd.id < b.crowd.id ? -1 : 1));
  quotas.forEach(({ crowd, people }, index) => crowd.join(index < over ? people + 1 : people));
}

const position = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Fraction that a path requires in a month; `null` before its first point. */
export function askedFor({ points, shape }, month) {
  const next = points.findIndex((point) => point.month > month);
  if (next === 0) return null;
  const before = points.at(next === -1 ? -1 : next - 1);
  if (next === -1 || shape === "step") return { parts: millionths(before.percent), whole: 1 };
  const after = points[next];
  const whole = position(after.month) - position(before.month);
  const gone = position(month) - position(before.month);
  return { parts: millionths(before.percent) * (whole - gone) + millionths(after.percent) * gone, whole };
}

export const percentOf = ({ parts, whole }) => Math.floor(parts / whole) / 10_000;
export const membersOf = ({ parts, whole }, people) => Math.ceil(exact(people * parts) / (whole * ONE));
export const percentCovered = (members, eligible) =>
  eligible === 0 ? null : Math.floor(exact(members * ONE) / eligible) / 10_000;

/** Percentage rounded to two decimals; `null` where cutting gives the same. */
export function roundedCovered(members, eligible) {
  if (eligible === 0) return null;
  const hundredths = exact(members * 10_000);
  const nearest = Math.floor((2 * hundredths + eligible) / (2 * eligible));
  return nearest === Math.floor(hundredths / eligible) ? null : nearest / 100;
}

/** Eligible workers: whole people who grow each January after the latest entry. */
function workersIn({ eligible, growthPercent }, { text, year }) {
  const entry = latest(eligible, text);
  let { people } = entry;
  if (growthPercent)
    for (let passed = Number(entry.from.slice(0, 4)); passed < year; passed++)
      people = Math.floor(exact(people * (ONE + millionths(growthPercent))) / ONE);
  return people;
}

/** Months of every segment, in the order of the scenario, and coverage by month. */
export function peopleOf({ segments, workforce, target }, months) {
  const crowds = segments.map((segment) => new Crowd(segment));
  const following = crowds.filter(({ enrolment }) => enrolment.kind === "target");
  const coverage = months.map((month) => {
    for (const crowd of crowds) crowd.begin(month.text);
    const eligible = workersIn(workforce, month);
    const known = latest(workforce.otherMembers ?? [], month.text);
    const others = known?.people ?? 0;
    const asked = askedFor(target, month.text);
    const targetMembers = asked && membersOf(asked, eligible);
    if (asked) spread(targetMembers - others - total(crowds, ({ enrolled }) => enrolled), following);
    for (const crowd of crowds) crowd.end();
    const members = others + total(crowds, (crowd) => crowd.months.at(-1).heads);
    return {
      month: month.text,
      members,
      eligible,
      percent: percentCovered(members, eligible),
      roundedPercent: roundedCovered(members, eligible),
      targetPercent: asked && percentOf(asked),
      targetMembers,
      gap: asked && Math.max(0, targetMembers - members),
      gapToAll: Math.max(0, eligible - members),
      scope: known ? "region" : "paid",
      others,
    };
  });
  return { rows: crowds.map((crowd) => crowd.months), coverage };
}
