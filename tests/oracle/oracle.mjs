// The rules of docs/method.md written a second time: one flat list of payments, and every figure a filter and a sum.

import { BEYOND, RELIEFS, SCALARS, TABLES } from "./law.mjs";

const PROGRAMMES = ["JKK", "JKM", "JHT", "JP"];

/** 100 % counted in the smallest unit that a percentage may carry, a ten-thousandth of a percent. */
const WHOLE = 1_000_000n;

const add = (list) => list.reduce((sum, value) => sum + value, 0n);
const min = (a, b) => (a < b ? a : b);
const max = (a, b) => (a > b ? a : b);
const ceilDivide = (value, by) => (value + by - 1n) / by;

/** A decimal number as a whole count of its smallest unit, read from its text so that no float is multiplied. */
function exact(value, places) {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined || fraction.length > places) throw new Error(`notExact ${value}`);
  return BigInt(whole + fraction.padEnd(places, "0"));
}

const percentUnits = (value) => exact(value, 4);
const sen = (value) => exact(value, 3);
const asPercent = (units) => Number(units) / 10_000;

function safe(value) {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error(`amountTooLarge ${value}`);
  return Number(value);
}

/** `"2026-03"` as months since the year 0. */
export const monthNumber = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

export const monthText = (number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

const monthsOf = ({ firstMonth, months }) =>
  Array.from({ length: months }, (_, index) => monthText(monthNumber(firstMonth) + index));

const inSpan = (month, { from, to }) => from <= month && (to == null || month <= to);
const latest = (entries, month) => (entries ?? []).findLast(({ from }) => from <= month);
const peopleAt = (entries, month) => BigInt(latest(entries, month)?.people ?? 0);
const isBilled = (segment, month) => segment.billed == null || segment.billed.some((span) => inSpan(month, span));

// ── the value of a month ──

/** Whether a statutory value counts: with a `lawDate` only if it was known on that day. */
function isKnown({ lawDate }, { promulgated, from }) {
  return lawDate == null || (promulgated == null ? `${from}-01` : promulgated) <= lawDate;
}

const replacement = (scenario, key, month) =>
  (scenario.overrides ?? []).findLast((entry) => entry.parameter === key && inSpan(month, entry));

/** What a value grows by in a year, in percent units. */
function growthOf(assumption) {
  if (assumption.kind === "growth") return percentUnits(assumption.percent);
  const product = percentUnits(assumption.alpha) * percentUnits(assumption.growthPercent);
  return percentUnits(assumption.inflationPercent) + product / 10_000n;
}

const isRupiah = (key) => ["jp.ceiling", "jkm.bpu", "bpu.minimumBase"].includes(key) || key.startsWith("minimumWage.");

/** Rupiah in thousandths, percentages in percent units; `null` where the month has no value. */
function scalarAt(scenario, key, month) {
  const read = isRupiah(key) ? sen : percentUnits;
  const own = replacement(scenario, key, month);
  if (own) return read(own.value);
  const known = SCALARS[key].filter((entry) => isKnown(scenario, entry));
  const inForce = known.find((entry) => inSpan(month, entry));
  if (inForce) return read(inForce.value);

  const assumption = (scenario.assumptions ?? []).find((entry) => entry.parameter === key);
  if (!assumption || !BEYOND[key] || month < SCALARS[key][0].from) return null;
  let step = monthNumber(month);
  while ((step % 12) + 1 !== BEYOND[key].month) step -= 1;
  const before = scalarAt(scenario, key, monthText(step - 1));
  if (before === null) return null;
  const multiple = BEYOND[key].cut * 1000n;
  return (before * (WHOLE + growthOf(assumption))) / (WHOLE * multiple) * multiple;
}

function tableAt(scenario, key, month) {
  const own = replacement(scenario, key, month);
  const found = own ?? TABLES[key].find((entry) => isKnown(scenario, entry) && inSpan(month, entry));
  return found?.rows ?? null;
}

function demandValue(value, key, month) {
  if (value === null) throw new Error(`noLawValue ${key} ${month}`);
  return value;
}

const scalarOf = (scenario, key, month) => demandValue(scalarAt(scenario, key, month), key, month);
const rowsOf = (scenario, key, month) => demandValue(tableAt(scenario, key, month), key, month);

/** What a relief takes off in a month, in percent units; 0 where it does not hold. */
function offAt(scenario, relief, month) {
  const own = replacement(scenario, relief.key, month);
  if (own) return percentUnits(own.value);
  return isKnown(scenario, relief) && inSpan(month, relief) ? percentUnits(relief.percentOff) : 0n;
}

/** Whether the scenario gives a parameter a value in a month. */
export const hasValue = (scenario, key, month) =>
  (key in TABLES ? tableAt(scenario, key, month) : scalarAt(scenario, key, month)) !== null;

// ── one worker, one month ──

/** Rows: programme, part, statutory value, what it is levied on. */
function leviesOf({ class: workerClass, risk, base, programmes }) {
  const rows = {
    PU: [
      ["JKK", "payers", `jkk.pu.${risk}`, "wage"],
      ["JKM", "payers", "jkm.pu", "wage"],
      ["JHT", "payers", "jht.pu.employer", "wage"],
      ["JHT", "workerPayers", "jht.pu.worker", "wage"],
      ["JP", "payers", "jp.pu.employer", "cappedWage"],
      ["JP", "workerPayers", "jp.pu.worker", "cappedWage"],
    ],
    BPU: [
      ["JKK", "payers", "jkk.bpu", "bracket"],
      ["JKM", "payers", "jkm.bpu", "person"],
      ["JHT", "payers", "jht.bpu", "bracket"],
    ],
    construction:
      base?.kind === "contract"
        ? [
            ["JKK", "payers", "jkk.construction.layers", "contract"],
            ["JKM", "payers", "jkm.construction.layers", "contract"],
          ]
        : [["JKK", "payers", "jkk.construction", "wage"], ["JKM", "payers", "jkm.construction", "wage"]],
  };
  return rows[workerClass]
    .map(([programme, part, key, on]) => ({ programme, part, key, on }))
    .filter(({ programme }) => programmes.includes(programme));
}

/** Wage or income in thousandths of a rupiah; `null` where a BPU segment names none. */
function wageOf(scenario, { base }, month) {
  if (base == null) return null;
  if (base.kind === "fixed") return sen(base.rupiah);
  if (base.kind === "series") return sen(latest(base.values, month).rupiah);
  return (scalarOf(scenario, base.parameter, month) * percentUnits(base.percent)) / WHOLE;
}

function bracketAt(scenario, income, month) {
  if (income === null) return scalarOf(scenario, "bpu.minimumBase", month);
  return sen(rowsOf(scenario, "bpu.brackets", month).findLast(({ fromRupiah }) => sen(fromRupiah) <= income).value);
}

/** What is left to pay of 100 %, in percent units. */
function afterRelief(scenario, segment, { programme, part }, month) {
  if (part === "workerPayers") return WHOLE;
  const kinds = segment.payers
    .filter(({ percent }) => percent > 0)
    .map(({ fund }) => scenario.funds.find(({ id }) => id === fund).kind);
  const isGranted = (relief, kind) => {
    if (relief.payers[kind] !== "open") return relief.payers[kind];
    const choice = (scenario.reliefs ?? []).find((entry) => entry.relief === relief.key && entry.payer === kind);
    return choice?.applies ?? false;
  };
  const rates = RELIEFS.filter((entry) =>
    entry.classes.includes(segment.class)
    && (entry.sector === null || entry.sector === (segment.sector ?? "other"))
    && entry.programmes.includes(programme)
    && kinds.every((kind) => isGranted(entry, kind)))
    .map((entry) => offAt(scenario, entry, month));
  return WHOLE - rates.reduce(max, 0n);
}

function rounded(scenario, numerator, denominator) {
  const half = scenario.rounding === "down" ? 0n : denominator;
  return (2n * numerator + half) / (2n * denominator);
}

function contribution(scenario, segment, levy, month) {
  const due = afterRelief(scenario, segment, levy, month);
  if (levy.on === "person") return rounded(scenario, scalarOf(scenario, levy.key, month) * due, 1000n * WHOLE);
  const rate = scalarOf(scenario, levy.key, month);
  const wage = wageOf(scenario, segment, month);
  const base = {
    wage: () => wage,
    cappedWage: () => min(wage, scalarOf(scenario, "jp.ceiling", month)),
    bracket: () => bracketAt(scenario, wage, month),
  }[levy.on]();
  return rounded(scenario, base * rate * due, 1000n * WHOLE * WHOLE);
}

function contractBill(scenario, { base }, { key }, month) {
  const value = sen(base.rupiah);
  const layers = rowsOf(scenario, key, month);
  const parts = layers.map(({ fromRupiah, value: percent }, index) => {
    const above = sen(fromRupiah);
    const upTo = index + 1 < layers.length ? sen(layers[index + 1].fromRupiah) : value;
    return max(0n, min(value, upTo) - above) * percentUnits(percent);
  });
  return rounded(scenario, add(parts), 1000n * WHOLE);
}

// ── heads ──

/** The coverage demanded in a month as a fraction of 100 %, `null` where none is. */
function demandAt(target, month) {
  const points = target?.points ?? [];
  const before = points.findLast((point) => point.month <= month);
  const after = points.find((point) => point.month > month);
  if (!before) return null;
  const start = percentUnits(before.percent);
  if (!after || target.shape === "step") return { numerator: start, denominator: WHOLE };
  const length = BigInt(monthNumber(after.month) - monthNumber(before.month));
  const gone = BigInt(monthNumber(month) - monthNumber(before.month));
  const numerator = start * (length - gone) + percentUnits(after.percent) * gone;
  return { numerator, denominator: WHOLE * length };
}

/** Largest remainder: `amount` in proportion to weights that sum to `whole`; equal remainders in the order given. */
function apportion(amount, weights, whole) {
  const parts = weights.map((weight) => (amount * weight) / whole);
  const left = Number(amount - add(parts));
  weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left)
    .forEach(({ index }) => { parts[index] += 1n; });
  return parts;
}

/** Month after month: billed heads by segment, and the coverage they give. */
function rollCall(scenario, months) {
  const { workforce, target, segments } = scenario;
  const growing = segments
    .filter(({ enrolment }) => enrolment.kind === "target")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const enrolled = new Map(growing.map(({ id, enrolment }) => [id, BigInt(enrolment.members)]));

  return months.map((month) => {
    const eligible = peopleAt(workforce?.eligible, month);
    const others = peopleAt(workforce?.otherMembers, month);
    const demand = demandAt(target, month);
    const demanded = demand && ceilDivide(eligible * demand.numerator, demand.denominator);
    const fixedHeads = segments
      .filter((segment) => segment.enrolment.kind === "fixed" && isBilled(segment, month))
      .map(({ enrolment }) => peopleAt(enrolment.counts, month));

    if (demand) {
      const rooms = growing.map(({ id, enrolment }) => max(0n, BigInt(enrolment.eligible) - enrolled.get(id)));
      const missing = min(demanded - others - add(fixedHeads) - add([...enrolled.values()]), add(rooms));
      if (missing > 0n) {
        apportion(missing, rooms, add(rooms)).forEach((people, index) => {
          enrolled.set(growing[index].id, enrolled.get(growing[index].id) + people);
        });
      }
    }

    const heads = new Map(segments.map((segment) => {
      const { id, enrolment } = segment;
      const people = enrolment.kind === "fixed" ? peopleAt(enrolment.counts, month) : enrolled.get(id);
      return [id, isBilled(segment, month) ? people : 0n];
    }));
    const members = others + add([...heads.values()]);
    const coverage = workforce == null ? null : coverageOf(month, members, eligible, demand, demanded);
    return { month, heads, coverage };
  });
}

function coverageOf(month, members, eligible, demand, demanded) {
  return {
    month,
    members: safe(members),
    eligible: safe(eligible),
    percent: eligible === 0n ? 0 : asPercent((members * WHOLE) / eligible),
    targetPercent: demand && asPercent((demand.numerator * WHOLE) / demand.denominator),
    targetMembers: demand && safe(demanded),
    gap: demand && safe(max(0n, demanded - members)),
  };
}

// ── payments ──

/** The flat list: who pays how much for which segment, programme and part in which month. Zeros are left out. */
function paymentsOf(scenario, months, roll) {
  const payments = [];
  for (const segment of scenario.segments) {
    const levies = leviesOf(segment);
    const firstBilled = months.find((month) => isBilled(segment, month));
    months.forEach((month, index) => {
      if (!isBilled(segment, month)) return;
      for (const levy of levies) {
        if (levy.on === "contract" && month !== firstBilled) continue;
        if (levy.on !== "contract" && roll[index].heads.get(segment.id) === 0n) continue;
        const bill = levy.on === "contract"
          ? contractBill(scenario, segment, levy, month)
          : roll[index].heads.get(segment.id) * contribution(scenario, segment, levy, month);
        const shares = segment[levy.part];
        const split = apportion(bill, shares.map(({ percent }) => percentUnits(percent)), WHOLE);
        shares.forEach(({ fund }, at) => {
          if (split[at] === 0n) return;
          payments.push({
            month,
            segment: segment.id,
            programme: levy.programme,
            part: levy.part,
            fund,
            rupiah: split[at],
          });
        });
      }
    });
  }
  return payments;
}

const of = (payments, field, value) => payments.filter((payment) => payment[field] === value);
const rupiahOf = (payments) => safe(add(payments.map(({ rupiah }) => rupiah)));

const byProgramme = (payments, programmes) =>
  programmes.map((programme) => ({ programme, rupiah: rupiahOf(of(payments, "programme", programme)) }));

// ── a span of time ──

const programmesOf = (segments) =>
  PROGRAMMES.filter((programme) => segments.some(({ programmes }) => programmes.includes(programme)));

function segmentAmount(scenario, segment, payments, roll) {
  const paid = of(payments, "segment", segment.id);
  const heads = roll.map((row) => row.heads.get(segment.id));
  const lastBilled = roll.findLast(({ month }) => isBilled(segment, month));
  const named = [...segment.payers, ...(segment.workerPayers ?? [])].map(({ fund }) => fund);
  return {
    segment: segment.id,
    rupiah: rupiahOf(paid),
    heads: safe(lastBilled?.heads.get(segment.id) ?? 0n),
    billedMonths: heads.filter((people) => people > 0n).length,
    personMonths: safe(add(heads)),
    programmes: byProgramme(paid, programmesOf([segment])),
    funds: scenario.funds
      .filter(({ id }) => named.includes(id))
      .map(({ id }) => ({ fund: id, rupiah: rupiahOf(of(paid, "fund", id)) })),
  };
}

function accountAmounts(scenario, payments) {
  const postings = scenario.funds.flatMap((fund) => PROGRAMMES.map((programme) => {
    const accounts = fund.accounts ?? [];
    const account = accounts.find((entry) => entry.programme === programme)
      ?? accounts.find((entry) => entry.programme == null);
    return {
      code: account?.code ?? null,
      description: account?.description ?? null,
      rupiah: rupiahOf(of(of(payments, "fund", fund.id), "programme", programme)),
    };
  })).filter(({ rupiah }) => rupiah > 0);
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
    segments,
    programmes: byProgramme(payments, programmes),
    funds: scenario.funds.map(({ id }) => {
      const paid = of(payments, "fund", id);
      return { fund: id, rupiah: rupiahOf(paid), programmes: byProgramme(paid, programmes) };
    }),
    accounts: accountAmounts(scenario, payments),
  };
}

function underCeiling(scenario, amount, year) {
  const { ceilings } = scenario.funds.find(({ id }) => id === amount.fund);
  const ceiling = (ceilings ?? []).find((entry) => entry.year === year)?.rupiah ?? null;
  return {
    ...amount,
    ceilingRupiah: ceiling,
    leftRupiah: ceiling === null ? null : Math.max(0, ceiling - amount.rupiah),
    shortRupiah: ceiling === null ? 0 : Math.max(0, amount.rupiah - ceiling),
  };
}

function yearAmounts(scenario, year, payments, roll) {
  const amounts = amountsOf(scenario, payments, roll);
  return {
    year,
    months: roll.length,
    ...amounts,
    funds: amounts.funds.map((amount) => underCeiling(scenario, amount, year)),
    coverage: roll.at(-1).coverage,
  };
}

function monthlyColumns(scenario, payments, roll) {
  const byMonth = roll.map(({ month }) => of(payments, "month", month));
  const columnOf = (field, value) => byMonth.map((paid) => rupiahOf(of(paid, field, value)));
  const coverageColumn = (field) => roll.map(({ coverage }) => coverage[field]);
  return {
    rupiah: byMonth.map(rupiahOf),
    heads: roll.map(({ heads }) => safe(add([...heads.values()]))),
    segments: scenario.segments.map(({ id }) => ({
      segment: id,
      heads: roll.map(({ heads }) => safe(heads.get(id))),
      rupiah: columnOf("segment", id),
    })),
    programmes: programmesOf(scenario.segments).map((programme) => ({
      programme,
      rupiah: columnOf("programme", programme),
    })),
    funds: scenario.funds.map(({ id }) => ({ fund: id, rupiah: columnOf("fund", id) })),
    coverage: scenario.workforce == null ? null : {
      members: coverageColumn("members"),
      eligible: coverageColumn("eligible"),
      percent: coverageColumn("percent"),
      targetPercent: coverageColumn("targetPercent"),
    },
  };
}

/** The numbers of a Projection. The scenario must be valid; only law values and amounts are refused. */
export function projectByHand(scenario) {
  const months = monthsOf(scenario.period);
  const roll = rollCall(scenario, months);
  const payments = paymentsOf(scenario, months, roll);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  return {
    months,
    total: amountsOf(scenario, payments, roll),
    years: years.map((year) => yearAmounts(
      scenario,
      Number(year),
      payments.filter(({ month }) => month.startsWith(year)),
      roll.filter(({ month }) => month.startsWith(year)),
    )),
    monthly: monthlyColumns(scenario, payments, roll),
  };
}
