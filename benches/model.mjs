// The model of docs/method.md with plain objects, as a JavaScript developer would write it, as competitor of the
// engine. It covers the plan in regency.mjs: PU and BPU, JKK, JKM and JHT, fixed counts and a target spread by room,
// reliefs by default, ceilings without an order of use; `check` accepts more than that. It leaves out notices,
// `missing`, `unused`, `notCounted`, `parameters`, `grounds`, `input`, and all sentences. All of this favours
// JavaScript.
import { check } from "./model.check.mjs";
import { ONE, contributionsOf, millionths, priceIn, split } from "./model.law.mjs";
import { askedFor, membersOf, peopleOf, percentCovered, percentOf, roundedCovered } from "./model.people.mjs";
import { Columns, Sums } from "./model.sums.mjs";

export { check };

const CAUSES = ["lapse", "age", "death", "wageWork"];
const CLASSES = ["PU", "BPU"];

const sum = (list, name) => list.reduce((total, item) => total + item[name], 0);
const listOf = (map) => [...map.values()];

function monthsOf({ firstMonth, months }) {
  const first = Number(firstMonth.slice(0, 4)) * 12 + Number(firstMonth.slice(5)) - 1;
  return Array.from({ length: months }, (_, index) => {
    const year = Math.floor((first + index) / 12);
    return { index, year, text: `${year}-${String(((first + index) % 12) + 1).padStart(2, "0")}` };
  });
}

/** Every part of every bill: segment, month, programme and fund. */
function billsOf({ segments, funds, rounding }, months, rows) {
  const fundsById = new Map(funds.map((fund) => [fund.id, fund]));
  const bills = [];
  for (const [index, segment] of segments.entries()) {
    const contributions = contributionsOf(segment, fundsById);
    for (const month of months) {
      const { heads } = rows[index][month.index];
      if (heads === 0) continue;
      for (const contribution of contributions) {
        const { programme, shares } = contribution;
        const bill = heads * priceIn(month.text, segment, contribution, rounding);
        for (const { fund, rupiah } of split(bill, shares))
          bills.push({ segment: segment.id, month, programme, fund, rupiah });
      }
    }
  }
  return bills;
}

function segmentAmount({ id, enrolment }, rows, { rupiah, programmes, funds }) {
  const { heads, enrolled } = rows.at(-1);
  const left = new Map();
  for (const row of rows) for (const { cause, people } of row.left) left.set(cause, (left.get(cause) ?? 0) + people);
  return {
    segment: id,
    rupiah,
    heads,
    billedMonths: rows.filter((row) => row.heads > 0).length,
    personMonths: sum(rows, "heads"),
    proposed: sum(rows, "proposed"),
    joined: sum(rows, "joined"),
    left: CAUSES.map((cause) => ({ cause, people: left.get(cause) ?? 0 })).filter(({ people }) => people > 0),
    leftOut: enrolment.eligible == null ? null : Math.max(0, enrolment.eligible - enrolled),
    programmes: listOf(programmes),
    funds: listOf(funds),
  };
}

const NO_ACCOUNT = { code: null, description: null };

const accountFor = ({ accounts }, programme) =>
  accounts?.find((account) => account.programme === programme) ??
  accounts?.find((account) => !account.programme) ??
  NO_ACCOUNT;

/** Rupiah by account, in the order of the funds and their programmes. */
function accountAmounts(funds, fundAmounts) {
  const accounts = new Map();
  for (const [index, { programmes }] of fundAmounts.entries())
    for (const { programme, rupiah } of programmes) {
      if (rupiah === 0) continue;
      const { code, description } = accountFor(funds[index], programme);
      if (!accounts.has(code)) accounts.set(code, { code, description, rupiah: 0 });
      accounts.get(code).rupiah += rupiah;
    }
  return listOf(accounts);
}

/** Rupiah of a span of months, and people by segment. */
function amounts(scenario, sums, rows) {
  const segments = scenario.segments.map((segment, index) =>
    segmentAmount(segment, rows[index], sums.segments.get(segment.id)),
  );
  const funds = listOf(sums.funds).map((fund) => ({ ...fund, programmes: listOf(fund.programmes) }));
  return {
    rupiah: sums.rupiah,
    budgetRupiah: sums.budgetRupiah,
    personMonths: sum(segments, "personMonths"),
    segments,
    programmes: listOf(sums.programmes),
    funds,
    accounts: accountAmounts(scenario.funds, funds),
  };
}

/** What a fund is asked for in a year, with its ceiling. */
function fundOfYear(amount, { ceilings }, year, months, column) {
  const ceiling = ceilings?.find((entry) => entry.year === year);
  let asked = 0;
  const ends =
    ceiling &&
    months.find(({ index }) => {
      asked += column[index];
      return asked > ceiling.rupiah;
    });
  return {
    ...amount,
    ceilingRupiah: ceiling?.rupiah ?? null,
    leftRupiah: ceiling ? Math.max(0, ceiling.rupiah - amount.rupiah) : null,
    shortRupiah: ceiling ? Math.max(0, amount.rupiah - ceiling.rupiah) : 0,
    endsIn: ends?.text ?? null,
    committedRupiah: null,
    beforeRupiah: ceiling?.beforeRupiah ?? null,
  };
}

/** Members of a month by class, those outside the segments last. */
function classesIn({ segments }, segmentAmounts, others) {
  const classes = CLASSES.filter((name) => segments.some((segment) => segment.class === name)).map((name) => {
    const own = segments.filter((segment) => segment.class === name).map(({ enrolment }) => enrolment);
    const members = sum(
      segmentAmounts.filter((_, index) => segments[index].class === name),
      "heads",
    );
    const eligible = own.every((enrolment) => enrolment.eligible != null) ? sum(own, "eligible") : null;
    const share = (of) => (eligible === null ? null : of(members, eligible));
    return { class: name, members, eligible, percent: share(percentCovered), roundedPercent: share(roundedCovered) };
  });
  const outside = { class: null, members: others, eligible: null, percent: null, roundedPercent: null };
  return others > 0 ? [...classes, outside] : classes;
}

function burdenOf({ totals, region }, year, { budgetRupiah, personMonths }) {
  return {
    shares: (totals ?? [])
      .filter((total) => total.year === year)
      .map(({ name, rupiah }) => ({
        // The millionths of billions exceed 2^53.
        name,
        rupiah,
        percent: Number((BigInt(budgetRupiah) * BigInt(ONE)) / BigInt(rupiah)) / 10_000,
      })),
    perResidentRupiah: region.population ? Math.floor(budgetRupiah / region.population) : null,
    perMemberRupiah: personMonths > 0 ? Math.floor((budgetRupiah * 12) / personMonths) : null,
  };
}

function yearOf(scenario, year, sums, months, rows, coverage, monthly) {
  const first = months[0].index;
  const last = months.at(-1).index;
  const amount = amounts(
    scenario,
    sums,
    rows.map((own) => own.slice(first, last + 1)),
  );
  const funds = amount.funds.map((fund, index) =>
    fundOfYear(fund, scenario.funds[index], year, months, monthly.funds.get(fund.fund).rupiah),
  );
  const { others, ...atEnd } = coverage[last];
  return {
    year,
    months: months.length,
    ...amount,
    funds,
    coverage: atEnd,
    rivals: [],
    classes: classesIn(scenario, amount.segments, others),
    unpaidRupiah: sum(funds, "shortRupiah"),
    burden: burdenOf(scenario, year, amount),
  };
}

/** When a target is reached, and what it requires at the end of each year. */
function crossing(target, path, years, coverage) {
  const { percent } = path.points.at(-1);
  return {
    target,
    percent,
    month: coverage.find((month) => millionths(month.percent) >= millionths(percent))?.month ?? null,
    scope: coverage.every(({ scope }) => scope === "region") ? "region" : "paid",
    years: years.map(({ year, coverage: { month, members, eligible } }) => {
      const asked = askedFor(path, month);
      const demanded = asked && membersOf(asked, eligible);
      const gap = asked && Math.max(0, demanded - members);
      return { year, percent: asked && percentOf(asked), members: demanded, gap };
    }),
  };
}

const column = (months, name) => months.map((month) => month[name]);

function monthlyOf({ rupiah, segments, programmes, funds }, rows, coverage) {
  return {
    rupiah,
    heads: coverage.map((_, index) => rows.reduce((all, own) => all + own[index].heads, 0)),
    segments: listOf(segments).map((own, index) => ({ ...own, heads: column(rows[index], "heads") })),
    programmes: listOf(programmes),
    funds: listOf(funds),
    coverage: {
      members: column(coverage, "members"),
      eligible: column(coverage, "eligible"),
      percent: column(coverage, "percent"),
      targetPercent: column(coverage, "targetPercent"),
      scope: column(coverage, "scope"),
    },
  };
}

/** Cost and coverage of a scenario, in the shape of the engine's projection. */
export function project(scenario) {
  const problems = check(scenario);
  if (problems.length > 0) throw Object.assign(new Error(`${problems[0].path} ${problems[0].message}`), { problems });

  const months = monthsOf(scenario.period);
  const { rows, coverage } = peopleOf(scenario, months);
  const total = new Sums(scenario);
  const byYear = new Map(Array.from(new Set(column(months, "year")), (year) => [year, new Sums(scenario)]));
  const monthly = new Columns(scenario, months.length);
  for (const bill of billsOf(scenario, months, rows)) {
    total.add(bill);
    byYear.get(bill.month.year).add(bill);
    monthly.add(bill);
  }

  const years = Array.from(byYear, ([year, sums]) =>
    yearOf(
      scenario,
      year,
      sums,
      months.filter((month) => month.year === year),
      rows,
      coverage,
      monthly,
    ),
  );
  const targets = [[null, scenario.target], ...(scenario.otherTargets ?? []).map((other) => [other.name, other])];
  return {
    months: months.map(({ text }) => text),
    years,
    total: amounts(scenario, total, rows),
    crossings: targets.map(([name, path]) => crossing(name, path, years, coverage)),
    monthly: monthlyOf(monthly, rows, coverage),
  };
}
