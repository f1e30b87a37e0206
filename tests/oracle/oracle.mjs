// The rules of docs/method.md, implemented a second time: every total is a filter and a sum over a list of payments.

import { add, asPercent, isBilled, monthsOf, safe } from "./exact.mjs";
import { paymentsOf } from "./funds.mjs";
import { classesOf, crossingsOf, rivalsOf, rollCall } from "./people.mjs";
import { ceilingOf } from "./price.mjs";
import { publishedOf } from "./published.mjs";

export { monthNumber, monthText } from "./exact.mjs";
export { hasValue } from "./price.mjs";

const PROGRAMMES = ["JKK", "JKM", "JHT", "JP"];
const CAUSES = ["lapse", "age", "death", "wageWork"];

const of = (payments, field, value) => payments.filter((payment) => payment[field] === value);
const totalOf = (payments) => add(payments.map(({ rupiah }) => rupiah));
const rupiahOf = (payments) => safe(totalOf(payments));

const byProgramme = (payments, programmes) =>
  programmes.map((programme) => ({ programme, rupiah: rupiahOf(of(payments, "programme", programme)) }));

const programmesOf = (segments) =>
  PROGRAMMES.filter((programme) => segments.some(({ programmes }) => programmes.includes(programme)));

/** Funds with shares of a segment, and those after them in the order of use. */
function fundsOf(scenario, { payers, workerPayers }) {
  const shares = [...payers, ...(workerPayers ?? [])];
  const named = new Set(shares.filter(({ percent }) => percent > 0).map(({ fund }) => fund));
  for (const id of named) {
    const { next } = scenario.funds.find((fund) => fund.id === id);
    if (next != null) named.add(next);
  }
  shares.forEach(({ fund }) => named.add(fund));
  return scenario.funds.map(({ id }) => id).filter((id) => named.has(id));
}

function segmentAmount(scenario, segment, payments, roll) {
  const paid = of(payments, "segment", segment.id);
  const rows = roll.map(({ people }) => people.get(segment.id));
  const sumOf = (field) => safe(add(rows.map((row) => row[field])));
  const lastBilled = roll.findLast(({ month }) => isBilled(segment, month));
  const { eligible } = segment.enrolment;
  return {
    segment: segment.id,
    rupiah: rupiahOf(paid),
    heads: safe(lastBilled?.heads(segment.id) ?? 0n),
    headsMonth: lastBilled?.month ?? null,
    billedMonths: rows.filter(({ heads }) => heads > 0n).length,
    personMonths: sumOf("heads"),
    proposed: sumOf("proposed"),
    joined: sumOf("joined"),
    left: CAUSES.map((cause) => ({ cause, people: safe(add(rows.map(({ left }) => left.get(cause) ?? 0n))) })).filter(
      ({ people }) => people > 0,
    ),
    leftOut: eligible == null ? null : Math.max(0, eligible - safe(rows.at(-1).enrolled)),
    programmes: byProgramme(paid, programmesOf([segment])),
    funds: fundsOf(scenario, segment).map((fund) => ({ fund, rupiah: rupiahOf(of(paid, "fund", fund)) })),
  };
}

function accountAmounts(scenario, payments) {
  const postings = scenario.funds
    .flatMap((fund) =>
      PROGRAMMES.map((programme) => {
        const accounts = fund.accounts ?? [];
        const account =
          accounts.find((entry) => entry.programme === programme) ?? accounts.find((entry) => entry.programme == null);
        return {
          code: account?.code ?? null,
          description: account?.description ?? null,
          rupiah: rupiahOf(of(of(payments, "fund", fund.id), "programme", programme)),
        };
      }),
    )
    .filter(({ rupiah }) => rupiah > 0);
  return [...new Set(postings.map(({ code }) => code))].map((code) => {
    const same = postings.filter((posting) => posting.code === code);
    return { code, description: same[0].description, rupiah: safe(add(same.map(({ rupiah }) => BigInt(rupiah)))) };
  });
}

function amountsOf(scenario, payments, roll) {
  const programmes = programmesOf(scenario.segments);
  const outside = scenario.funds.filter(({ kind }) => kind === "self" || kind === "employer").map(({ id }) => id);
  const segments = scenario.segments.map((segment) => segmentAmount(scenario, segment, payments, roll));
  return {
    rupiah: rupiahOf(payments),
    budgetRupiah: rupiahOf(payments.filter(({ fund }) => !outside.includes(fund))),
    personMonths: safe(add(segments.map(({ personMonths }) => BigInt(personMonths)))),
    ...headsOf(segments, roll),
    segments,
    programmes: byProgramme(payments, programmes),
    funds: scenario.funds.map(({ id }) => {
      const paid = of(payments, "fund", id);
      return { fund: id, rupiah: rupiahOf(paid), programmes: byProgramme(paid, programmes) };
    }),
    accounts: accountAmounts(scenario, payments),
  };
}

/** Heads of all segments; their month only if everybody billed in it, and nobody else, is counted. */
function headsOf(segments, roll) {
  const heads = segments.reduce((sum, one) => sum + one.heads, 0);
  const lastMonths = new Set(segments.filter((one) => one.heads > 0).map((one) => one.headsMonth));
  const [month] = lastMonths.size === 1 ? lastMonths : [null];
  const inMonth = roll.find((entry) => entry.month === month);
  const billed = inMonth ? add([...inMonth.people.values()].map((row) => row.heads)) : null;
  return { heads, headsMonth: billed === BigInt(heads) ? month : null };
}

/** First month that a ceiling does not pay in full. */
function endOf({ id }, ceiling, payments, passed, roll) {
  if (ceiling === null) return null;
  const upTo = (last) => totalOf(of(payments, "fund", id).filter(({ month }) => month <= last));
  const isShort = ({ month }) =>
    upTo(month) > BigInt(ceiling.rupiah) || passed.some((entry) => entry.fund === id && entry.month === month);
  return roll.find(isShort)?.month ?? null;
}

function underCeiling(scenario, amount, year, payments, passed, roll) {
  const fund = scenario.funds.find(({ id }) => id === amount.fund);
  const ceiling = ceilingOf(fund, year);
  const committed = of(payments, "fund", fund.id).filter(({ month }) => month < scenario.stage?.month);
  return {
    ...amount,
    ceilingRupiah: ceiling?.rupiah ?? null,
    leftRupiah: ceiling && Math.max(0, ceiling.rupiah - amount.rupiah),
    shortRupiah: ceiling === null ? 0 : Math.max(0, amount.rupiah - ceiling.rupiah),
    endsIn: endOf(fund, ceiling, payments, passed, roll),
    committedRupiah: scenario.stage == null ? null : rupiahOf(committed),
    beforeRupiah: ceiling?.beforeRupiah ?? null,
  };
}

function burdenOf(scenario, year, { budgetRupiah, personMonths }) {
  const paid = BigInt(budgetRupiah);
  const population = scenario.region.population ?? null;
  return {
    shares: (scenario.totals ?? [])
      .filter((total) => total.year === year)
      .map(({ name, rupiah }) => ({
        name,
        rupiah,
        percent: asPercent((paid * 1_000_000n) / BigInt(rupiah)),
      })),
    perResidentRupiah: population === null ? null : safe(paid / BigInt(population)),
    perMemberRupiah: personMonths === 0 ? null : safe((paid * 12n) / BigInt(personMonths)),
  };
}

function yearAmounts(scenario, year, payments, passed, roll) {
  const amounts = amountsOf(scenario, payments, roll);
  const funds = amounts.funds.map((amount) => underCeiling(scenario, amount, year, payments, passed, roll));
  return {
    year,
    months: roll.length,
    ...amounts,
    funds,
    coverage: roll.at(-1).coverage,
    rivals: rivalsOf(scenario, roll.at(-1)),
    classes: roll.at(-1).coverage === null ? [] : classesOf(scenario, roll.at(-1)),
    unpaidRupiah: safe(add(funds.map(({ shortRupiah }) => BigInt(shortRupiah)))),
    burden: burdenOf(scenario, year, amounts),
  };
}

function monthlyColumns(scenario, payments, roll) {
  const byMonth = roll.map(({ month }) => of(payments, "month", month));
  const columnOf = (field, value) => byMonth.map((paid) => rupiahOf(of(paid, field, value)));
  const coverageColumn = (field) => roll.map(({ coverage }) => coverage[field]);
  return {
    rupiah: byMonth.map(rupiahOf),
    heads: roll.map(({ people }) => safe(add([...people.values()].map((row) => row.heads)))),
    segments: scenario.segments.map(({ id }) => ({
      segment: id,
      heads: roll.map(({ heads }) => safe(heads(id))),
      rupiah: columnOf("segment", id),
    })),
    programmes: programmesOf(scenario.segments).map((programme) => ({
      programme,
      rupiah: columnOf("programme", programme),
    })),
    funds: scenario.funds.map(({ id }) => ({ fund: id, rupiah: columnOf("fund", id) })),
    coverage:
      scenario.workforce == null
        ? null
        : {
            members: coverageColumn("members"),
            eligible: coverageColumn("eligible"),
            percent: coverageColumn("percent"),
            targetPercent: coverageColumn("targetPercent"),
            scope: coverageColumn("scope"),
          },
  };
}

/**
 * The numbers of a projection. The scenario must be valid; only missing law values and too large amounts are refused.
 */
export function projectByHand(scenario) {
  const months = monthsOf(scenario.period);
  const roll = rollCall(scenario, months);
  const byMonth = new Map(roll.map((row) => [row.month, row]));
  const { payments, passed } = paymentsOf(scenario, months, (id, month) => byMonth.get(month).heads(id));
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const projection = {
    months,
    total: amountsOf(scenario, payments, roll),
    years: years.map((year) =>
      yearAmounts(
        scenario,
        Number(year),
        payments.filter(({ month }) => month.startsWith(year)),
        passed,
        roll.filter(({ month }) => month.startsWith(year)),
      ),
    ),
    crossings: crossingsOf(scenario, roll),
    monthly: monthlyColumns(scenario, payments, roll),
  };
  return { ...projection, published: publishedOf(scenario, projection) };
}
