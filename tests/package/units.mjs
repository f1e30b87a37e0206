// A table of random units for a plan, and the scenario of each unit alone: the columns named in docs/method.md and README,
// applied by hand.
import { diceFrom } from "../oracle/generate.mjs";

const monthText = (digits) => `${Math.floor(digits / 100)}-${String(digits % 100).padStart(2, "0")}`;
const number = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const digitsOf = (number) => Math.floor(number / 12) * 100 + (number % 12) + 1;

/** The entries of a list by date that a column means: `rentan` where there is one, `rentan.2026-07` among several. */
const entryOf = (entries, month) => entries.find((entry) => month === "" || entry.from === month);

/** What a column is about: of a segment, the workforce, a fund, or the months. */
function aboutOf(plan, name) {
  const dot = name.indexOf(".");
  const [id, rest] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot + 1)];
  if (name === "firstMonth" || name === "lastMonth") return { kind: name };
  if (id === "workforce") {
    const second = rest.indexOf(".");
    const [list, month] = second < 0 ? [rest, ""] : [rest.slice(0, second), rest.slice(second + 1)];
    return { kind: "workforce", list, month };
  }
  if (plan.segments.some((segment) => segment.id === id)) return { kind: "segment", id, rest };
  return { kind: "ceiling", id, year: Number(rest) };
}

/** The scenario of one unit; `row` holds a number or `null` for each column. */
export function unitOf(plan, names, row) {
  const { villages: _, ...unit } = structuredClone(plan);
  for (const segment of unit.segments) {
    // In the place of all villages a unit has one count.
    const counts = [{ from: plan.period.firstMonth, people: 0 }];
    if (segment.enrolment.kind === "villages") segment.enrolment = { kind: "fixed", counts };
  }
  let [first, last] = [null, null];
  for (const [at, name] of names.entries()) {
    const value = row[at];
    const about = aboutOf(plan, name);
    if (about.kind === "firstMonth") first = value;
    else if (about.kind === "lastMonth") last = value;
    else if (about.kind === "workforce") entryOf(unit.workforce[about.list], about.month).people = value;
    else if (about.kind === "segment") {
      const { enrolment } = unit.segments.find((segment) => segment.id === about.id);
      if (about.rest === "members" || about.rest === "eligible") enrolment[about.rest] = value;
      else entryOf(enrolment.counts, about.rest).people = value;
    } else {
      const fund = unit.funds.find(({ id }) => id === about.id);
      const others = (fund.ceilings ?? []).filter(({ year }) => year !== about.year);
      const own = value === null ? [] : [{ year: about.year, rupiah: value }];
      fund.ceilings = [...others, ...own].sort((one, other) => one.year - other.year);
    }
  }
  if (first !== null || last !== null) {
    const start = number(plan.period.firstMonth);
    const from = first ?? digitsOf(start);
    const to = last ?? digitsOf(start + plan.period.months - 1);
    for (const segment of unit.segments) segment.billed = [{ from: monthText(from), to: monthText(to) }];
  }
  return unit;
}

/** Random rows for the columns of a plan: every needed one, and some of the others. */
export function randomRows(plan, columns, seed, count) {
  const dice = diceFrom(seed);
  // Billed months of the plan's own are not narrowed by hand here.
  const narrows = dice.chance(0.3) && plan.segments.every(({ billed }) => !billed);
  const names = columns
    .filter(({ name, needed }) => needed || (name.endsWith("Month") ? narrows : dice.chance(0.5)))
    .map(({ name }) => name);
  const start = number(plan.period.firstMonth);
  const rows = Array.from({ length: count }, () => {
    const most = dice.pick([3, 300, 30_000, 3_000_000]);
    const [one, other] = [dice.int(0, plan.period.months - 1), dice.int(0, plan.period.months - 1)];
    return names.map((name) => {
      const { kind, list } = aboutOf(plan, name);
      if (kind === "firstMonth") return dice.chance(0.7) ? digitsOf(start + Math.min(one, other)) : null;
      if (kind === "lastMonth") return dice.chance(0.7) ? digitsOf(start + Math.max(one, other)) : null;
      if (kind === "ceiling") return dice.chance(0.7) ? dice.int(0, most) * 20_000 : null;
      return dice.int(list === "eligible" ? 1 : 0, most);
    });
  });
  return { names, rows };
}

/** The rows as columns. */
export const tableOf = ({ names, rows }) =>
  Object.fromEntries(names.map((name, at) => [name, Float64Array.from(rows, (row) => row[at] ?? Number.NaN)]));

/** The years of one unit in the answer of a batch, as plain numbers. */
export const yearsOf = (years, unit) =>
  years.map(({ year, personMonths, rupiah, short, funds }) => ({
    year,
    personMonths: personMonths[unit],
    rupiah: rupiah[unit],
    short: short[unit],
    funds: funds.map(({ fund, asked, short }) => [fund, asked[unit], short[unit]]),
  }));

/** The same of a projection. */
export const projectedYears = ({ years }) =>
  years.map(({ year, personMonths, rupiah, unpaidRupiah, funds }) => ({
    year,
    personMonths,
    rupiah,
    short: unpaidRupiah,
    funds: funds.map(({ fund, rupiah, shortRupiah }) => [fund, rupiah, shortRupiah]),
  }));
