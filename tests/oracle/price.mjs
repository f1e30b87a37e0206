// Contribution of one worker in one month: sections 1 to 4 of docs/method.md.

import { WHOLE, add, inSpan, latest, max, min, monthNumber, monthText, percentUnits, sen } from "./exact.mjs";
import { BEYOND, MONTHS, RELIEFS, SCALARS, TABLES } from "./law.mjs";

// ── the value of a month ──

/** Whether a statutory value was known on the `lawDate`; always true without one. */
export function isKnown({ lawDate }, { promulgated, from }) {
  return lawDate == null || (promulgated == null ? `${from}-01` : promulgated) <= lawDate;
}

const replacement = (scenario, key, month) =>
  (scenario.overrides ?? []).findLast((entry) => entry.parameter === key && inSpan(month, entry));

/** The value of a law pack: of several that hold in a month and were known, the last. */
const packed = (scenario, key, month) =>
  (scenario.lawPacks ?? [])
    .flatMap(({ values }) => values)
    .findLast((entry) => entry.parameter === key && inSpan(month, entry) && isKnown(scenario, entry));

/** An own value of the planner, else that of a pack. */
const brought = (scenario, key, month) => replacement(scenario, key, month) ?? packed(scenario, key, month);

/** Growth of a value in a year, in percent units. */
function growthOf(assumption) {
  if (assumption.kind === "growth") return percentUnits(assumption.percent);
  const product = percentUnits(assumption.alpha) * percentUnits(assumption.growthPercent);
  return percentUnits(assumption.inflationPercent) + product / 10_000n;
}

/** Least contribution of a BPU worker in a month, by the rate it belongs to. */
const FLOORS = { "jkk.bpu": "jkk.bpu.minimum", "jht.bpu": "jht.bpu.minimum" };

const isRupiah = (key) =>
  ["jp.ceiling", "jkm.bpu", "bpu.minimumBase", ...Object.values(FLOORS)].includes(key) ||
  key.startsWith("minimumWage.");

/** Values of the law; none of a minimum wage that a law pack brings. */
const statutoryOf = (key) => SCALARS[key] ?? [];

/** The first month of which anybody has a value: of the law, or of the packs where the law does not have the key. */
function firstOf({ lawPacks }, key) {
  if (key in SCALARS) return SCALARS[key][0].from;
  const values = (lawPacks ?? []).flatMap((pack) => pack.values).filter(({ parameter }) => parameter === key);
  return values.map(({ from }) => from).sort()[0] ?? "9999-12";
}

/** How a value grows: a minimum wage that a pack brings as the UMK of the law, in January to whole rupiah. */
const beyondOf = ({ lawPacks }, key) =>
  BEYOND[key] ??
  ((lawPacks ?? []).some((pack) => (pack.minimumWages ?? []).some(({ parameter }) => parameter === key))
    ? { month: 1, cut: "1", kinds: ["growth", "wageFormula"] }
    : undefined);

/** Rupiah in thousandths, percentages in percent units; `null` where the month has no value. */
function scalarAt(scenario, key, month) {
  const read = isRupiah(key) ? sen : percentUnits;
  const own = brought(scenario, key, month);
  if (own) return read(own.value);
  const known = statutoryOf(key).filter((entry) => isKnown(scenario, entry));
  const inForce = known.find((entry) => inSpan(month, entry));
  if (inForce) return read(inForce.value);

  const assumption = (scenario.assumptions ?? []).find((entry) => entry.parameter === key);
  const beyond = beyondOf(scenario, key);
  if (!assumption || !beyond || month < firstOf(scenario, key)) return null;
  let step = monthNumber(month);
  while ((step % 12) + 1 !== beyond.month) step -= 1;
  const before = scalarAt(scenario, key, monthText(step - 1));
  if (before === null) return null;
  const multiple = sen(beyond.cut);
  return ((before * (WHOLE + growthOf(assumption))) / (WHOLE * multiple)) * multiple;
}

function tableAt(scenario, key, month) {
  const own = brought(scenario, key, month);
  const found = own ?? TABLES[key].find((entry) => isKnown(scenario, entry) && inSpan(month, entry));
  return found?.rows ?? null;
}

function demandValue(value, key, month) {
  if (value === null) throw new Error(`noLawValue ${key} ${month}`);
  return value;
}

const scalarOf = (scenario, key, month) => demandValue(scalarAt(scenario, key, month), key, month);
const rowsOf = (scenario, key, month) => demandValue(tableAt(scenario, key, month), key, month);

/** A number of months; `null` where the month has no value. */
export function monthsAt(scenario, key, month, table = MONTHS) {
  const own = brought(scenario, key, month);
  const found = own ?? table[key].find((entry) => isKnown(scenario, entry) && inSpan(month, entry));
  return found === undefined ? null : Number(found.value);
}

/** Percentage taken off by a relief in a month, in percent units; 0 where it is not in force. */
function offAt(scenario, relief, month) {
  const own = brought(scenario, relief.key, month);
  if (own) return percentUnits(own.value);
  return isKnown(scenario, relief) && inSpan(month, relief) ? percentUnits(relief.percentOff) : 0n;
}

/** Whether a parameter has a value in a month of the scenario. */
export const hasValue = (scenario, key, month) =>
  (key in TABLES ? tableAt(scenario, key, month) : scalarAt(scenario, key, month)) !== null;

// ── one worker, one month ──

/** Contributions of a segment: programme, part, rate, base. */
export function leviesOf({ class: workerClass, risk, base, programmes }) {
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
        : [
            ["JKK", "payers", "jkk.construction", "wage"],
            ["JKM", "payers", "jkm.construction", "wage"],
          ],
  };
  return rows[workerClass]
    .map(([programme, part, key, on]) => ({ programme, part, key, on }))
    .filter(({ programme }) => programmes.includes(programme));
}

/**
 * Wage or income in thousandths of a rupiah × WHOLE, which keeps a percentage of a minimum wage exact; `null` where a
 * BPU segment has none.
 */
function wageOf(scenario, { base }, month) {
  if (base == null) return null;
  if (base.kind === "fixed") return sen(base.rupiah) * WHOLE;
  if (base.kind === "series") return sen((latest(base.values, month) ?? base.values[0]).rupiah) * WHOLE;
  return scalarOf(scenario, base.parameter, month) * percentUnits(base.percent);
}

function bracketAt(scenario, income, month) {
  if (income === null) return scalarOf(scenario, "bpu.minimumBase", month);
  const row = rowsOf(scenario, "bpu.brackets", month).findLast(({ fromRupiah }) => sen(fromRupiah) * WHOLE <= income);
  return sen(row.value);
}

/** The wage that JKK is levied on, in thousandths of a rupiah × WHOLE; of BPU the base; `null` for a contract. */
export function insuredWage(scenario, segment, month) {
  if (segment.base?.kind === "contract") return null;
  const wage = wageOf(scenario, segment, month);
  return segment.class === "BPU" ? bracketAt(scenario, wage, month) * WHOLE : wage;
}

export const ceilingOf = (fund, year) => (fund.ceilings ?? []).find((entry) => entry.year === Number(year)) ?? null;

/** A fund and those after it in the order of use, whatever their ceilings. */
export function chainOf(scenario, id) {
  const fund = scenario.funds.find((entry) => entry.id === id);
  return [fund, ...(fund.next == null ? [] : chainOf(scenario, fund.next))];
}

/** Percentage that a relief leaves, in percent units. */
function afterRelief(scenario, segment, { programme, part }, month) {
  if (part === "workerPayers") return WHOLE;
  const kinds = segment.payers
    .filter(({ percent }) => percent > 0)
    .flatMap(({ fund }) => chainOf(scenario, fund))
    .filter(({ willNotPay }) => !willNotPay)
    .map(({ kind }) => kind);
  const isGranted = (relief, kind) => {
    if (relief.payers[kind] !== "open") return relief.payers[kind];
    const choice = (scenario.reliefs ?? []).find((entry) => entry.relief === relief.key && entry.payer === kind);
    return choice?.applies ?? false;
  };
  const rates = RELIEFS.filter(
    (entry) =>
      entry.classes.includes(segment.class) &&
      (entry.sector === null || entry.sector === (segment.sector ?? "other")) &&
      entry.programmes.includes(programme) &&
      kinds.every((kind) => isGranted(entry, kind)),
  ).map((entry) => offAt(scenario, entry, month));
  return WHOLE - rates.reduce(max, 0n);
}

function rounded(scenario, numerator, denominator) {
  const half = scenario.rounding === "down" ? 0n : denominator;
  return (2n * numerator + half) / (2n * denominator);
}

export function contribution(scenario, segment, levy, month) {
  const due = afterRelief(scenario, segment, levy, month);
  if (levy.on === "person") return rounded(scenario, scalarOf(scenario, levy.key, month) * due, 1000n * WHOLE);
  const rate = scalarOf(scenario, levy.key, month);
  const wage = wageOf(scenario, segment, month);
  const base = {
    wage: () => wage,
    cappedWage: () => min(wage, scalarOf(scenario, "jp.ceiling", month) * WHOLE),
    bracket: () => bracketAt(scenario, wage, month) * WHOLE,
  }[levy.on]();
  const floor = levy.key in FLOORS ? scalarOf(scenario, FLOORS[levy.key], month) * WHOLE * WHOLE : 0n;
  return rounded(scenario, max(base * rate, floor) * due, 1000n * WHOLE * WHOLE * WHOLE);
}

export function contractBill(scenario, segment, levy, month) {
  const value = sen(segment.base.rupiah);
  const layers = rowsOf(scenario, levy.key, month);
  const parts = layers.map(({ fromRupiah, value: percent }, index) => {
    const above = sen(fromRupiah);
    const upTo = index + 1 < layers.length ? sen(layers[index + 1].fromRupiah) : value;
    return max(0n, min(value, upTo) - above) * percentUnits(percent);
  });
  return rounded(scenario, add(parts) * afterRelief(scenario, segment, levy, month), 1000n * WHOLE * WHOLE);
}
