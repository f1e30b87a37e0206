// Random valid scenarios, the same for the same seed, distributed so that every rule of docs/method.md is reached.

import { BEYOND, RELIEFS, SCALARS, TABLES } from "./law.mjs";
import { hasValue, monthNumber, monthText, projectByHand } from "./oracle.mjs";

const PROGRAMMES = { PU: ["JKK", "JKM", "JHT", "JP"], BPU: ["JKK", "JKM", "JHT"], construction: ["JKK", "JKM"] };
const CAUSES = ["lapse", "age", "death", "wageWork"];
const RISKS = ["veryLow", "low", "medium", "high", "veryHigh"];
const KINDS = [
  "apbn",
  "apbdProvince",
  "apbdRegency",
  "dbhSawit",
  "dbhCht",
  "otsus",
  "add",
  "danaDesa",
  "pades",
  "bhpr",
  "csr",
  "baznas",
  "employer",
  "self",
];
const KINDS_WITH_RELIEF = ["add", "danaDesa", "pades", "bhpr", "csr", "baznas", "employer", "self"];
const GROUPS = [
  "villageHead",
  "villageOfficial",
  "bpd",
  "villageBody",
  "cashForWork",
  "nonAsn",
  "pppk",
  "pppkPartTime",
  "election",
  "vulnerable",
  "palmOil",
  "other",
];
const MINIMUM_WAGES = Object.keys(SCALARS).filter((key) => key.startsWith("minimumWage."));
/** Wages of several years; most are known for one year only. */
const LONG_WAGES = MINIMUM_WAGES.filter((key) => SCALARS[key].length > 1);
const ACCOUNTS = [
  { code: "5.1.02.02.02.0006", description: "Belanja Iuran Jaminan Kecelakaan Kerja bagi Non ASN" },
  { code: "5.1.02.02.02.0007", description: "Belanja Iuran Jaminan Kematian bagi Non ASN" },
  { code: "5.1.02.02.02.0010", description: "Belanja Iuran Jaminan Hari Tua bagi Non ASN" },
  { code: "5.1.03.04", description: "Jaminan Sosial Ketenagakerjaan Perangkat Desa" },
  { code: "5.2.03.06", description: "Jasa upah" },
];

/** Amounts at which a bracket, a layer or the JP ceiling changes, and their neighbours. */
const EDGE_WAGES = [
  100_000, 1_000_000, 1_099_999.999, 1_100_000, 1_299_999, 1_300_000, 2_700_000, 3_199_999.99, 3_200_000, 5_200_000,
  5_699_999.5, 5_700_000, 6_000_000, 6_700_000, 7_699_999, 8_199_999.999, 8_200_000, 8_754_600, 8_754_600.001,
  10_547_400, 11_086_299.999, 11_086_300, 19_200_000, 20_199_999.999, 20_200_000, 25_000_000,
];
const EDGE_CONTRACTS = [
  1, 100_000_000, 100_000_001, 500_000_000, 500_000_001, 1_000_000_000, 5_000_000_000, 5_000_000_001, 20_000_000_000,
];

/** Days on which a rule becomes known, and their neighbours. */
const EDGE_DAYS = ["2020-08-31", "2020-09-01", "2025-12-21", "2025-12-22", "2025-12-31", "2026-01-01", "2026-03-01"];

/** mulberry32, a small generator of sufficient quality for choosing test cases. */
function numbersFrom(seed) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function diceFrom(seed) {
  const next = numbersFrom(seed);
  const int = (low, high) => low + Math.floor(next() * (high - low + 1));
  const chance = (probability) => next() < probability;
  const pick = (list) => list[int(0, list.length - 1)];
  const sample = (list, count) => {
    const rest = [...list];
    return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(int(0, rest.length - 1), 1)[0]);
  };
  /** Small numbers are as frequent as large ones (logarithmic distribution). */
  const spread = (low, high) => Math.min(high, Math.floor(low * (high / low) ** next()));
  /** A whole number with up to `places` decimals, built as text so that it has exactly these decimals. */
  const decimals = (whole, places) => {
    const length = int(0, places);
    return length === 0 ? whole : Number(`${whole}.${String(int(0, 10 ** length - 1)).padStart(length, "0")}`);
  };
  return { int, chance, pick, sample, spread, decimals };
}

const rangeOf = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const risingMonths = (dice, first, last, count) =>
  dice
    .sample(rangeOf(first, last), count)
    .sort((a, b) => a - b)
    .map(monthText);

const people = (dice, { crowd }) => (dice.chance(0.05) ? 0 : dice.spread(...crowd));
const percent = (dice) => (dice.chance(0.05) ? 100 : dice.decimals(dice.int(0, 99), 4));

function wage(dice) {
  if (dice.chance(0.25)) return dice.pick(EDGE_WAGES);
  return dice.decimals(dice.spread(100_000, 24_999_999), 3);
}

/** A third of the plans is in the months of PP 50/2025, some are in those of PP 49/2020. */
function randomPlan(dice) {
  const [earliest, latest] = dice.pick([
    ["2015-07", "2028-12"],
    ["2015-07", "2028-12"],
    ["2020-03", "2021-03"],
    ["2026-01", "2027-12"],
    ["2025-06", "2026-12"],
    ["2025-06", "2026-12"],
  ]);
  const first = dice.int(monthNumber(earliest), monthNumber(latest));
  const months = dice.chance(0.01) ? dice.int(61, 360) : dice.chance(0.15) ? dice.int(1, 3) : dice.int(1, 60);
  // Segments of similar size; otherwise the largest would decide every target.
  const largest = dice.spread(20, 2_000_000);
  const crowd = dice.chance(0.3) ? [1, 2_000_000] : [Math.ceil(largest / 20), largest];
  return { first, last: first + months - 1, months, crowd };
}

function randomFund(dice, number, plan, kinds) {
  const years = rangeOf(Math.floor(plan.first / 12), Math.floor(plan.last / 12));
  const fund = { id: `f${number}`, name: `Fund ${number}`, kind: dice.pick(kinds) };
  if (dice.chance(0.5)) {
    fund.ceilings = dice
      .sample(years, dice.int(1, years.length))
      .sort((a, b) => a - b)
      .map((year) => ({
        year,
        rupiah: dice.spread(1_000_000, 1_000_000_000_000),
        ...(dice.chance(0.3) ? { beforeRupiah: dice.pick([null, 0, dice.spread(1, 1_000_000_000)]) } : {}),
      }));
  }
  if (dice.chance(0.5)) {
    fund.accounts = dice.sample([...PROGRAMMES.PU, null], dice.int(1, 5)).map((programme) => ({
      ...(programme !== null || dice.chance(0.5) ? { programme } : {}),
      ...dice.pick(ACCOUNTS),
    }));
  }
  return fund;
}

/** Cuts 1,000,000 ten-thousandths of a percent at random places; some shares are 0 %. */
function randomShares(dice, funds) {
  const chosen = dice.sample(funds, dice.chance(0.5) ? 1 : dice.int(2, 4));
  const step = dice.pick([1, 100, 10_000, 250_000]);
  const cuts = chosen.slice(1).map(() => dice.int(dice.chance(0.1) ? 0 : 1, 1_000_000 / step - 1) * step);
  const edges = [0, ...cuts.sort((a, b) => a - b), 1_000_000];
  return chosen.map(({ id }, index) => ({ fund: id, percent: (edges[index + 1] - edges[index]) / 10_000 }));
}

function randomSpans(dice, plan) {
  const count = Math.min(dice.int(1, 3), Math.floor(plan.months / 2));
  if (count === 0) return [{ from: monthText(plan.first), to: monthText(plan.last) }];
  const ends = risingMonths(dice, plan.first, plan.last, count * 2);
  const spans = Array.from({ length: count }, (_, index) => ({ from: ends[2 * index], to: ends[2 * index + 1] }));
  if (dice.chance(0.2)) spans[0] = { from: spans[0].from, to: spans[0].from };
  return spans;
}

function randomBase(dice, workerClass, plan, firstBilled) {
  if (workerClass === "construction" && dice.chance(0.5)) {
    const rupiah = dice.chance(0.3) ? dice.pick(EDGE_CONTRACTS) : dice.spread(1_000_000, 20_000_000_000);
    return { kind: "contract", rupiah };
  }
  const kind = dice.pick(["fixed", "series", "minimumWage"]);
  if (kind === "fixed") return { kind, rupiah: wage(dice) };
  if (kind === "minimumWage") {
    const part = dice.chance(0.5) ? 100 : dice.decimals(dice.int(20, 99), 4);
    return { kind, parameter: dice.pick(dice.pick([MINIMUM_WAGES, LONG_WAGES])), percent: part };
  }
  const start = monthText(dice.int(firstBilled - 6, firstBilled));
  const later = risingMonths(dice, firstBilled + 1, plan.last + 3, dice.int(0, 3));
  return { kind, values: [start, ...later].map((from) => ({ from, rupiah: wage(dice) })) };
}

function randomYearly(dice) {
  const kind = dice.pick(["points", "factor"]);
  const upTo = dice.chance(0.4) ? { upTo: dice.pick([100, percent(dice), dice.int(50, 100)]) } : {};
  if (kind === "points") return { kind, points: dice.pick([0, 5, dice.decimals(dice.int(0, 20), 4)]), ...upTo };
  return { kind, percent: dice.pick([100, 120, dice.decimals(dice.int(100, 160), 4)]), ...upTo };
}

function randomPath(dice, plan) {
  const months = risingMonths(dice, plan.first - 6, plan.last + 6, dice.int(1, 3));
  const percents = months.map(() => percent(dice));
  if (dice.chance(0.8)) percents.sort((a, b) => a - b);
  return {
    points: months.map((month, index) => ({ month, percent: percents[index] })),
    shape: dice.pick(["linear", "step", "sCurve"]),
    ...(dice.chance(0.35) ? { yearly: randomYearly(dice) } : {}),
  };
}

const seldomMost = (dice, people) =>
  dice.chance(0.2) ? { mostPerMonth: dice.chance(0.1) ? 0 : dice.int(1, Math.ceil(people / 4) + 1) } : {};

function randomEnrolment(dice, plan, kind) {
  if (kind !== "fixed") {
    const path = kind === "path" ? { path: randomPath(dice, plan) } : {};
    // Equal rooms give equal remainders.
    if (dice.chance(0.25)) return { kind, members: 0, eligible: plan.crowd[1], ...path };
    const eligible = people(dice, plan);
    const members = dice.chance(0.05) ? eligible + dice.int(0, 500) : dice.int(0, Math.floor(eligible * 0.7));
    return { kind, members, eligible, ...path, ...seldomMost(dice, eligible) };
  }
  const months = risingMonths(dice, plan.first - 6, plan.last + 2, dice.int(1, 4));
  if (dice.chance(0.6) && months[0] > monthText(plan.first)) months[0] = monthText(plan.first);
  const counts = months.map((from) => ({ from, people: people(dice, plan) }));
  const eligible = dice.pick([null, dice.spread(...plan.crowd)]);
  return { kind, counts, ...(dice.chance(0.2) ? { eligible } : {}) };
}

function randomFlows(dice) {
  const flows = {};
  if (dice.chance(0.7)) {
    const rate = () => (dice.chance(0.1) ? 100 : dice.decimals(dice.int(0, dice.pick([3, 60])), 4));
    flows.leave = dice.sample(CAUSES, dice.int(1, 4)).map((cause) => ({ cause, percentAYear: rate() }));
  }
  if (dice.chance(0.4)) flows.verificationLossPercent = dice.pick([0, 10, 99, dice.decimals(dice.int(0, 60), 4)]);
  if (dice.chance(0.4)) flows.billedFromNext = dice.chance(0.8);
  return flows;
}

function randomSegment(dice, number, plan, funds, kind) {
  const workerClass = dice.pick(["PU", "BPU", "construction"]);
  const programmes = dice.sample(PROGRAMMES[workerClass], dice.int(1, 4));
  const billed = dice.chance(0.4) ? randomSpans(dice, plan) : null;
  const firstBilled = billed ? monthNumber(billed[0].from) : plan.first;
  const segment = { id: `s${number}`, name: `Segment ${number}`, class: workerClass, programmes };
  if (workerClass === "PU") segment.risk = dice.pick(RISKS);
  if (workerClass === "BPU" && dice.chance(0.7)) segment.sector = dice.pick(["transport", "other", null]);
  if (workerClass !== "BPU" || dice.chance(0.6)) segment.base = randomBase(dice, workerClass, plan, firstBilled);
  segment.enrolment = randomEnrolment(dice, plan, kind);
  if (dice.chance(0.35)) segment.flows = randomFlows(dice);
  if (billed || dice.chance(0.2)) segment.billed = billed;
  segment.payers = randomShares(dice, funds);
  if (workerClass === "PU" && (programmes.includes("JHT") || programmes.includes("JP"))) {
    segment.workerPayers = randomShares(dice, funds);
  }
  // Neither field changes a rupiah.
  if (dice.chance(0.3)) segment.group = dice.pick([...GROUPS, null]);
  if (dice.chance(0.2)) segment.agreementUntil = monthText(dice.int(plan.first - 6, plan.last + 12));
  return segment;
}

function randomWorkforce(dice, plan, segments) {
  const about = segments
    .map(({ enrolment }) => (enrolment.kind === "fixed" ? enrolment.counts[0].people : enrolment.eligible))
    .reduce((sum, heads) => sum + heads, 0);
  const dated = (first, low, high) =>
    [first, ...risingMonths(dice, plan.first + 1, plan.last + 3, dice.int(0, 3))].map((from) => ({
      from,
      people: Math.floor(dice.int(low, high) * (about / 100)) + dice.int(1, 9),
    }));
  const workforce = {
    denominator: dice.pick(["eligible", "employed", "labourForce", "own"]),
    eligible: dated(monthText(dice.int(plan.first - 12, plan.first)), 60, 300),
  };
  if (dice.chance(0.6)) workforce.otherMembers = dated(monthText(dice.int(plan.first - 3, plan.first)), 0, 60);
  if (dice.chance(0.4)) workforce.growthPercent = dice.pick([0, 100, dice.decimals(dice.int(0, 3), 4)]);
  if (dice.chance(0.4)) workforce.afterLastBill = dice.pick(["untilLapsed", "untilLapsed", "notCounted", null]);
  if (dice.chance(0.3)) {
    workforce.rivals = rangeOf(1, dice.int(1, 3)).map((number) => ({
      name: `rival ${number}`,
      denominator: dice.pick(["eligible", "employed", "labourForce", "own"]),
      eligible: dated(monthText(dice.int(plan.first - 30, plan.first)), 60, 300),
    }));
  }
  return workforce;
}

/** Chooses the spread, and gives the segments the fields it needs. */
function randomTarget(dice, plan, segments) {
  const target = randomPath(dice, plan);
  const spread = dice.pick([undefined, null, "proportional", "priority", "cheapest", "quota", "quota"]);
  const following = segments.map(({ enrolment }) => enrolment).filter(({ kind }) => kind === "target");
  if (spread === "priority") {
    following
      .filter(() => dice.chance(0.8))
      .forEach((enrolment) => {
        enrolment.priority = dice.int(1, 3);
      });
  }
  if (spread === "quota") {
    const step = dice.pick([1, 10_000, 250_000]);
    const cuts = following
      .slice(1)
      .map(() => dice.int(0, 1_000_000 / step) * step)
      .sort((a, b) => a - b);
    const edges = [0, ...cuts, 1_000_000];
    following.forEach((enrolment, index) => {
      enrolment.quotaPercent = (edges[index + 1] - edges[index]) / 10_000;
    });
  }
  return spread === undefined ? target : { ...target, spread };
}

/** Links funds without circles, with ceilings so low that some are used up within the year. */
function linkFunds(dice, scenario) {
  const { funds } = scenario;
  const order = dice.sample(funds, funds.length);
  order.slice(0, -1).forEach((fund, index) => {
    if (dice.chance(0.7)) fund.next = dice.pick(order.slice(index + 1)).id;
  });
  // A fund without a share may be marked as one that will not pay.
  const shares = scenario.segments.flatMap(({ payers, workerPayers }) => [...payers, ...(workerPayers ?? [])]);
  const paying = new Set(shares.filter(({ percent }) => percent > 0).map(({ fund }) => fund));
  for (const fund of funds.filter(({ id }) => !paying.has(id) && dice.chance(0.5))) {
    fund.willNotPay = dice.pick([true, true, false, null]);
  }
  let asked;
  try {
    asked = projectByHand(scenario);
  } catch {
    return;
  }
  for (const fund of funds.filter(() => dice.chance(0.7))) {
    fund.ceilings = asked.years
      .filter(() => dice.chance(0.8))
      .map(({ year, rupiah, funds: paid }) => {
        const own = paid.find((entry) => entry.fund === fund.id).rupiah;
        const about = dice.pick([own, own, rupiah]);
        return { year, rupiah: dice.chance(0.1) ? about : Math.floor((about * dice.int(0, 110)) / 100) };
      });
  }
}

/** Statutory values that can be replaced and that one of the segments uses. */
function parametersOf(segments) {
  const named = segments.flatMap(({ class: workerClass, programmes, risk, base }) => {
    const has = (programme) => programmes.includes(programme);
    if (base?.kind === "contract") return programmes.map((name) => `${name.toLowerCase()}.construction.layers`);
    const wageKey = base?.kind === "minimumWage" ? [base.parameter] : [];
    if (workerClass !== "PU") {
      const isByBracket = workerClass === "BPU" && (has("JKK") || has("JHT"));
      return [
        ...wageKey,
        ...(isByBracket ? [base == null ? "bpu.minimumBase" : "bpu.brackets"] : []),
        ...programmes.map((name) => `${name}.${workerClass}`.toLowerCase()),
        ...(workerClass === "BPU" ? programmes : [])
          .filter((name) => name !== "JKM")
          .map((name) => `${name.toLowerCase()}.bpu.minimum`),
      ];
    }
    return [
      ...wageKey,
      ...(has("JKK") ? [`jkk.pu.${risk}`] : []),
      ...(has("JKM") ? ["jkm.pu"] : []),
      ...(has("JHT") ? ["jht.pu.employer", "jht.pu.worker"] : []),
      ...(has("JP") ? ["jp.pu.employer", "jp.pu.worker", "jp.ceiling"] : []),
    ];
  });
  return [...new Set(named)];
}

/** Rows from 0, rising: bases in rupiah, layers in percent. */
function rowsFor(dice, parameter) {
  const isBracket = parameter === "bpu.brackets";
  const steps = Array.from({ length: dice.int(0, 6) }, () => {
    if (dice.chance(0.3)) return Math.floor(dice.pick(isBracket ? EDGE_WAGES : EDGE_CONTRACTS));
    return isBracket ? dice.spread(1, 25_000_000) : dice.spread(1, 20_000_000_000);
  });
  return [...new Set([0, ...steps])]
    .sort((a, b) => a - b)
    .map((fromRupiah) => ({
      fromRupiah,
      value: isBracket ? dice.spread(100_000, 25_000_000) : dice.decimals(dice.int(0, 2), 4),
    }));
}

function valueFor(dice, parameter) {
  if (parameter in TABLES) return { ...(dice.chance(0.2) ? { value: null } : {}), rows: rowsFor(dice, parameter) };
  const rows = dice.chance(0.1) ? { rows: null } : {};
  if (parameter.startsWith("relief.")) return { value: dice.pick([0, 25, 50, 99, 100, percent(dice)]), ...rows };
  if (parameter.startsWith("minimumWage.")) return { value: dice.decimals(dice.int(1_500_000, 6_000_000), 3), ...rows };
  if (parameter === "jp.ceiling") return { value: dice.int(70_000, 150_000) * 100, ...rows };
  if (parameter === "bpu.minimumBase") return { value: dice.int(500_000, 3_000_000), ...rows };
  if (parameter === "jkm.bpu") return { value: dice.int(0, 20_000), ...rows };
  if (parameter.endsWith(".bpu.minimum")) return { value: dice.decimals(dice.int(0, 60_000), 3), ...rows };
  return { value: dice.decimals(dice.int(0, 9), 4), ...rows };
}

/** Values for months of the plan for which neither the law nor an assumption has one. */
function fillGaps(dice, plan, parameter, known) {
  const isGap = (number) => number <= plan.last && !hasValue(known, parameter, monthText(number));
  const gaps = [];
  for (let number = plan.first; number <= plan.last; number += 1) {
    if (!isGap(number)) continue;
    const from = number;
    while (isGap(number + 1)) number += 1;
    gaps.push({ from, to: number });
  }
  return gaps.map(({ from, to }) => ({
    parameter,
    from: monthText(from),
    ...(to < plan.last || dice.chance(0.3) ? { to: monthText(to) } : dice.pick([{}, { to: null }])),
    ...valueFor(dice, parameter),
    note: "no statutory value yet",
  }));
}

function randomOverride(dice, plan, parameter, first = plan.first, last = plan.last) {
  const from = dice.int(first, last);
  return {
    parameter,
    from: monthText(from),
    ...(dice.chance(0.5) || last < plan.first ? { to: monthText(dice.int(from, last)) } : {}),
    ...valueFor(dice, parameter),
    note: "what if",
  };
}

/** Overrides of a relief: changed, ended or prolonged, in any months of the plan. */
function randomReliefOverrides(dice, plan, segments) {
  const isMet = ({ classes, sector }) =>
    segments.some(
      (segment) => classes.includes(segment.class) && (sector === null || sector === (segment.sector ?? "other")),
    );
  const met = RELIEFS.filter(isMet);
  const count = met.length > 0 && dice.chance(0.3) ? dice.int(1, 3) : 0;
  return Array.from({ length: count }, () => randomOverride(dice, plan, dice.pick(met).key));
}

function randomAssumption(dice, parameter) {
  const kind = dice.pick(BEYOND[parameter].kinds);
  const small = (places) => dice.decimals(dice.int(0, 9), places);
  const note = "as in the year before";
  if (kind === "growth") return { kind, parameter, percent: small(4), note };
  const alpha = dice.pick([0.5, 0.9, dice.int(50, 90) / 100]);
  return { kind, parameter, inflationPercent: small(2), alpha, growthPercent: small(2), note };
}

/** Values as a planner brings them at run time, some of them promulgated after the `lawDate`. */
function randomPack(dice, plan, parameters, place) {
  const values = Array.from({ length: dice.int(1, 3) }, () => {
    const { note: _, ...value } = randomOverride(dice, plan, dice.pick(parameters));
    return {
      ...value,
      instrument: "PP 1/2030",
      status: dice.pick(["enacted", "reported", "assumed"]),
      ...(dice.chance(0.5) && { promulgated: `${monthText(dice.int(plan.first - 12, plan.last))}-15` }),
    };
  });
  return { name: `Pack ${place + 1}`, version: "1", values };
}

/** Overrides and assumptions; seldom none. */
function randomLawRoom(dice, plan, segments) {
  const room = {};
  if (dice.chance(0.2)) {
    const day = `${monthText(dice.int(plan.first - 30, plan.last))}-${String(dice.int(1, 28)).padStart(2, "0")}`;
    room.lawDate = dice.chance(0.4) ? dice.pick(EDGE_DAYS) : day;
  }
  const parameters = parametersOf(segments);
  const growing = parameters.filter((parameter) => parameter in BEYOND && dice.chance(0.6));
  const assumptions = growing.map((parameter) => randomAssumption(dice, parameter));
  if (assumptions.length > 0) room.assumptions = assumptions;

  const count = parameters.length > 0 && dice.chance(0.35) ? dice.int(1, 4) : 0;
  const wishes = [
    // An assumption grows from the value before the plan.
    ...growing
      .filter(() => dice.chance(0.3))
      .map((parameter) => randomOverride(dice, plan, parameter, plan.first - 14, plan.first - 1)),
    ...Array.from({ length: count }, () => randomOverride(dice, plan, dice.pick(parameters))),
  ];
  const isIncomplete = dice.chance(0.02);
  // In half of the cases a month with an override is no gap, so that an assumption can grow from the override.
  const known = dice.chance(0.5) ? { ...room, overrides: wishes } : room;
  const gaps = isIncomplete ? [] : parameters.flatMap((parameter) => fillGaps(dice, plan, parameter, known));
  const overrides = [...gaps, ...wishes, ...randomReliefOverrides(dice, plan, segments)];
  if (overrides.length > 0) room.overrides = overrides;
  if (parameters.length > 0 && dice.chance(0.15))
    room.lawPacks = Array.from({ length: dice.int(1, 2) }, (_, place) => randomPack(dice, plan, parameters, place));
  return room;
}

function randomReliefs(dice) {
  return RELIEFS.flatMap(({ key, payers }) =>
    KINDS.filter((kind) => payers[kind] === "open" && dice.chance(0.4)).map((payer) => ({
      relief: key,
      payer,
      applies: dice.chance(0.7),
    })),
  );
}

/** Stage, and budget totals. */
function randomBudget(dice, plan) {
  const years = rangeOf(Math.floor(plan.first / 12), Math.floor(plan.last / 12));
  const budget = {};
  if (dice.chance(0.3)) {
    const name = dice.pick(["RKPD", "KUA-PPAS", "RAPBD", "APBD", "perubahan"]);
    budget.stage = { name, month: monthText(dice.int(plan.first, plan.last)) };
  }
  if (dice.chance(0.3)) {
    budget.totals = rangeOf(1, dice.int(1, 4)).map((number) => ({
      name: `Budget ${number}`,
      year: dice.pick([...years, years[0] - 1]),
      rupiah: dice.spread(1_000_000, 5_000_000_000_000),
    }));
  }
  return budget;
}

/** A scenario that the check accepts; 1 in 50 lacks overrides that it may need and may give `noLawValue`. */
export function randomScenario(seed) {
  const dice = diceFrom(seed);
  const plan = randomPlan(dice);
  // With all kinds of fund there is nearly always one that excludes a relief.
  const kinds = dice.chance(0.5) ? KINDS : KINDS_WITH_RELIEF;
  const funds = Array.from({ length: dice.int(1, 6) }, (_, index) => randomFund(dice, index + 1, plan, kinds));
  const hasTarget = dice.chance(0.5);
  const count = dice.int(1, 6);
  const surelyTarget = dice.int(1, count);
  const segments = Array.from({ length: count }, (_, index) => {
    const isTarget = hasTarget && (index + 1 === surelyTarget || dice.chance(0.4));
    const kind = isTarget ? "target" : dice.pick(["fixed", "fixed", "path"]);
    return randomSegment(dice, index + 1, plan, funds, kind);
  });
  const scenario = {
    schema: 1,
    name: `random ${seed}`,
    region: dice.pick([
      { name: "Sulawesi Selatan", level: "province", code: "73" },
      { name: "Makassar", level: "city", code: "73.71" },
      { name: "Elsewhere", level: "regency" },
    ]),
    period: { firstMonth: monthText(plan.first), months: plan.months },
    segments: dice.sample(segments, count),
    funds,
  };
  if (dice.chance(0.7)) scenario.rounding = dice.pick(["nearest", "down", null]);
  if (hasTarget || dice.chance(0.5)) scenario.workforce = randomWorkforce(dice, plan, segments);
  if (hasTarget) scenario.target = randomTarget(dice, plan, segments);
  if (scenario.workforce && dice.chance(0.3)) {
    scenario.otherTargets = rangeOf(1, dice.int(1, 4)).map((number) => ({
      name: `target ${number}`,
      ...randomPath(dice, plan),
    }));
  }
  Object.assign(scenario, randomBudget(dice, plan));
  if (dice.chance(0.3)) scenario.region.population = dice.spread(1, 3_000_000);
  const reliefs = dice.chance(0.6) ? randomReliefs(dice) : [];
  if (reliefs.length > 0) scenario.reliefs = reliefs;
  Object.assign(scenario, randomLawRoom(dice, plan, segments));
  // The rule on lapsing starts in April 2021; before that month or `lawDate` the choice is refused.
  const isKnown = plan.first >= monthNumber("2021-04") && !(scenario.lawDate < "2021-04-01");
  if (scenario.workforce && !isKnown) delete scenario.workforce.afterLastBill;
  if (funds.length > 1 && dice.chance(0.4)) linkFunds(dice, scenario);
  // A die of its own, so that all else of a seed stays as it was.
  countVillages(diceFrom(seed + 4_000_000_007), plan, scenario);
  bringWages(diceFrom(seed + 5_000_000_023), scenario);
  if (dice.chance(0.3)) publishNear(dice, scenario);
  return scenario;
}

/** Keys of minimum wages that the law does not have. */
const NEW_WAGES = [
  "minimumWage.umk.sidenrengRappang",
  "minimumWage.umk.wajo.pertambangan2",
  `minimumWage.${"a".repeat(48)}`,
];

/** In some scenarios a minimum wage is one that a pack brings, with the values of the law or others. */
function bringWages(dice, scenario) {
  const bases = scenario.segments.map(({ base }) => base).filter((base) => base?.kind === "minimumWage");
  const named = [...new Set(bases.map(({ parameter }) => parameter))];
  for (const [place, old] of named.entries()) {
    if (place >= NEW_WAGES.length || dice.chance(0.6)) continue;
    const parameter = NEW_WAGES[place];
    const values = SCALARS[old].map(({ from, to, value }) => ({
      parameter,
      from,
      ...(to === null ? {} : { to }),
      ...(dice.chance(0.5) ? { value: Number(value) } : valueFor(dice, parameter)),
      instrument: "Keputusan Gubernur",
      status: "assumed",
    }));
    const packs = scenario.lawPacks ?? [];
    for (const one of [...bases, ...(scenario.overrides ?? []), ...(scenario.assumptions ?? [])])
      if (one.parameter === old) one.parameter = parameter;
    for (const one of packs.flatMap((pack) => pack.values)) if (one.parameter === old) one.parameter = parameter;
    const title = { id: `UMK ${place}`, ...(dice.chance(0.5) && { en: `Wage ${place}` }) };
    const minimumWages = [{ parameter, title, ...(dice.chance(0.5) && { region: "73.14" }) }];
    // Before the other packs: their values of this wage, if any, count first.
    scenario.lawPacks = [{ name: `Wage ${place}`, version: "1", minimumWages, values }, ...packs];
  }
}

/** In some scenarios segments with counts take their people from villages. */
function countVillages(dice, plan, scenario) {
  const counts = ({ base, enrolment }) => enrolment.kind === "fixed" && base?.kind !== "contract";
  const counting = scenario.segments.filter((segment) => counts(segment) && dice.chance(0.6));
  if (counting.length === 0 || dice.chance(0.6)) return;
  const years = rangeOf(Math.floor(plan.first / 12), Math.floor(plan.last / 12));
  const village = (number) => {
    const months = [dice.int(plan.first, plan.last), dice.int(plan.first, plan.last)].sort((a, b) => a - b);
    const ceilings = scenario.funds.filter(() => dice.chance(0.3));
    return {
      name: `Village ${number}`,
      ...(dice.chance(0.7)
        ? { code: `73.14.0${dice.int(1, 9)}.${dice.pick([1, 2])}${String(number).padStart(3, "0")}` }
        : {}),
      ...(dice.chance(0.7) ? { district: `District ${dice.int(1, 3)}` } : {}),
      ...(dice.chance(0.3) ? { residents: dice.spread(1, 5_000) } : {}),
      ...(dice.chance(0.3) ? { firstMonth: monthText(months[0]) } : {}),
      ...(dice.chance(0.3) ? { lastMonth: monthText(months[1]) } : {}),
      counts: counting
        .filter(() => number === 1 || dice.chance(0.8))
        .map(({ id }) => ({ segment: id, people: people(dice, plan) })),
      ...(ceilings.length > 0
        ? { ceilings: ceilings.map(({ id }) => ({ fund: id, year: dice.pick(years), rupiah: dice.spread(1, 1e10) })) }
        : {}),
    };
  };
  scenario.villages = rangeOf(1, dice.int(1, 6)).map(village);
  for (const segment of counting) {
    const { eligible } = segment.enrolment;
    segment.enrolment = { kind: "villages", ...(eligible === undefined ? {} : { eligible }) };
  }
}

/** Published totals near the plan's: equal, rounded, or different by some person-months. */
function publishNear(dice, scenario) {
  let asked;
  try {
    asked = projectByHand(scenario);
  } catch {
    return;
  }
  scenario.published = rangeOf(1, dice.int(1, 3)).map((number) => {
    const year = dice.chance(0.4) ? dice.pick([...asked.years.map((entry) => entry.year), 2190]) : null;
    const amounts = asked.years.find((entry) => entry.year === year) ?? asked.total;
    const segment = dice.chance(0.4) ? dice.pick(amounts.segments) : null;
    const { rupiah, personMonths } = segment ?? amounts;
    const unitRupiah = dice.pick([undefined, null, 1, 1000, 1_000_000, 10_000_000]);
    const price = personMonths > 0 ? Math.floor(rupiah / personMonths) : 1;
    const unit = unitRupiah ?? 1;
    const figure = dice.pick([
      rupiah,
      Math.floor(rupiah / unit) * unit,
      Math.round(rupiah / unit) * unit,
      rupiah + price * dice.int(1, 5000),
      rupiah - price * dice.int(1, 50),
      dice.spread(1, 1_000_000_000_000),
    ]);
    return {
      name: `figure ${number}`,
      rupiah: Math.max(1, figure),
      ...(unitRupiah === undefined ? {} : { unitRupiah }),
      ...(year === null ? {} : { year }),
      ...(segment === null ? {} : { segment: segment.segment }),
    };
  });
}

/**
 * A small scenario with ceilings that limit it, and the segments to fill; small enough to try every number of people.
 */
export function randomSmall(seed, hasNext) {
  const dice = diceFrom(seed + 1_000_000_007);
  const first = dice.int(monthNumber("2025-08"), monthNumber("2026-09"));
  const months = dice.int(1, 6);
  const firstMonth = monthText(first);
  const years = [...new Set([first, first + months - 1].map((month) => Math.floor(month / 12)))];
  const funds = Array.from({ length: hasNext ? dice.int(2, 4) : dice.int(1, 3) }, (_, index) => ({
    id: `f${index + 1}`,
    name: `Fund ${index + 1}`,
    kind: dice.pick(KINDS),
  }));

  const shares = () => {
    const chosen = dice.sample(funds, dice.int(1, 3));
    const odd = {
      1: [100],
      2: dice.pick([
        [33.3333, 66.6667],
        [50, 50],
        [0.0001, 99.9999],
      ]),
      3: [33.3333, 33.3333, 33.3334],
    };
    if (chosen.length > 1 && dice.chance(0.3)) return randomShares(dice, funds);
    return chosen.map(({ id }, index) => ({ fund: id, percent: odd[chosen.length][index] }));
  };
  const spansOf = () => randomSpans(dice, { first, last: first + months - 1, months });
  const enrolment = (mayFollow) => {
    const eligible = dice.int(1, 60);
    const people = dice.int(0, 60);
    const kind = mayFollow ? dice.pick(["fixed", "fixed", "path"]) : "fixed";
    if (kind === "path") {
      const path = { points: [{ month: firstMonth, percent: dice.int(0, 100) }], shape: "linear" };
      return { kind, members: dice.int(0, eligible), eligible, path };
    }
    return { kind, counts: [{ from: firstMonth, people }], ...(dice.chance(0.7) ? { eligible } : {}) };
  };
  const segments = Array.from({ length: dice.int(1, 4) }, (_, index) => {
    const workerClass = dice.pick(["BPU", "BPU", "PU", "construction"]);
    const programmes = dice.sample(PROGRAMMES[workerClass], dice.int(1, 3));
    const segment = { id: `s${index + 1}`, name: `Segment ${index + 1}`, class: workerClass, programmes };
    if (workerClass === "PU") segment.risk = dice.pick(RISKS);
    if (workerClass === "BPU" && dice.chance(0.3)) segment.sector = "transport";
    if (workerClass !== "BPU" || dice.chance(0.5))
      segment.base = { kind: "fixed", rupiah: dice.spread(300, 6_000_000) };
    segment.enrolment = enrolment(true);
    if (dice.chance(0.2)) segment.flows = randomFlows(dice);
    if (dice.chance(0.3)) segment.billed = spansOf();
    segment.payers = shares();
    if (programmes.some((name) => workerClass === "PU" && (name === "JHT" || name === "JP"))) {
      segment.workerPayers = shares();
    }
    return segment;
  });
  const scenario = {
    schema: 1,
    region: { name: "Small", level: "city" },
    period: { firstMonth, months },
    rounding: dice.pick(["nearest", "down"]),
    segments,
    funds,
  };
  if (hasNext) {
    const order = dice.sample(funds, funds.length);
    order.slice(0, -1).forEach((fund, index) => {
      if (dice.chance(0.7)) fund.next = dice.pick(order.slice(index + 1)).id;
    });
  }
  const asked = projectByHand(scenario);
  for (const fund of funds.filter(({ next }) => next != null || dice.chance(0.9))) {
    fund.ceilings = years
      .filter(() => fund.next != null || dice.chance(0.9))
      .map((year) => {
        const { rupiah, funds: paid } = asked.years.find((entry) => entry.year === year);
        const about = dice.pick([paid.find((entry) => entry.fund === fund.id).rupiah, rupiah]);
        return { year, rupiah: Math.floor((about * dice.int(dice.chance(0.1) ? 0 : 50, 130)) / 100) + dice.int(0, 3) };
      });
  }
  const ids = dice.sample(
    segments.map(({ id }) => id),
    dice.int(1, 3),
  );
  return { scenario, ids };
}
