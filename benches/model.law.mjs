// The law as the model needs it: values by month, contribution of one worker, a bill split over its payers.
// Percentages are in millionths and rupiah in thousandths, so that every product is a whole number.
import law from "cakupan/law.json" with { type: "json" };

export const ONE = 1_000_000;
const THOUSAND = 1000;

export const millionths = (percent) => Math.round(percent * 10_000);
export const thousandths = (rupiah) => Math.round(rupiah * THOUSAND);

/** A product that a double holds exactly; below 2^53 its quotients round and floor as exact ones do. */
export function exact(product) {
  if (!Number.isSafeInteger(product)) throw new RangeError("An amount is too large to be exact.");
  return product;
}

const valuesByKey = new Map(
  law.parameters.map(({ key, unit, values }) => [
    key,
    values.map(({ from, to, value, rows }) => ({
      from,
      to,
      rows,
      amount: unit === "percent" ? millionths(value) : thousandths(value),
    })),
  ]),
);

function inForce(key, month) {
  const found = valuesByKey.get(key).find(({ from, to }) => from <= month && (to === null || month <= to));
  if (!found) throw new RangeError(`The law gives no value of ${key} for ${month}.`);
  return found;
}

/** The latest entry not later than the month. */
export function latest(entries, month) {
  return entries.findLast(({ from }) => from <= month);
}

/** Base of the percentages, in thousandths of a rupiah. */
function baseIn(month, { class: workers, base }) {
  const rupiah = base && (base.kind === "fixed" ? base.rupiah : latest(base.values, month).rupiah);
  if (workers === "PU") return thousandths(rupiah);
  if (rupiah === undefined) return inForce("bpu.minimumBase", month).amount;
  return thousandths(inForce("bpu.brackets", month).rows.findLast(({ fromRupiah }) => fromRupiah <= rupiah).value);
}

/** Parameters of each programme for the payer's and the worker's part. */
const KEYS = {
  PU: {
    JKK: ({ risk }) => ({ payers: `jkk.pu.${risk}` }),
    JKM: () => ({ payers: "jkm.pu" }),
    JHT: () => ({ payers: "jht.pu.employer", workerPayers: "jht.pu.worker" }),
  },
  BPU: {
    JKK: () => ({ payers: "jkk.bpu" }),
    JKM: () => ({ payers: "jkm.bpu" }),
    JHT: () => ({ payers: "jht.bpu" }),
  },
};

/** Reliefs that can apply to a contribution: no payer is excluded. */
function reliefsFor(segment, programme, funds) {
  const payers = segment.payers.filter(({ percent }) => percent > 0).map(({ fund }) => funds.get(fund).kind);
  return law.reliefs.filter(
    (relief) =>
      relief.programmes.includes(programme) &&
      relief.classes.includes(segment.class) &&
      (relief.sectors === null || relief.sectors.includes(segment.sector ?? "other")) &&
      payers.every((kind) => relief.payers.some(({ payer, applies }) => payer === kind && applies)),
  );
}

/** Monthly contributions of a segment: each programme, the payer's part and the worker's. */
export function contributionsOf(segment, funds) {
  return segment.programmes.flatMap((programme) =>
    Object.entries(KEYS[segment.class][programme](segment)).map(([part, key]) => ({
      programme,
      key,
      shares: segment[part].map(({ fund, percent }) => ({ fund: funds.get(fund), millionths: millionths(percent) })),
      reliefs: part === "payers" ? reliefsFor(segment, programme, funds) : [],
    })),
  );
}

/** Rupiah of one worker in one month; the only place that rounds. */
export function priceIn(month, segment, { key, reliefs }, rounding) {
  const percentOff = Math.max(
    0,
    ...reliefs.filter(({ from, to }) => from <= month && month <= to).map((relief) => relief.percentOff),
  );
  // What a relief leaves of a rate is whole too; `exact` checks it.
  const rate = (inForce(key, month).amount * (100 - percentOff)) / 100;
  const rupiah = exact(key === "jkm.bpu" ? rate * ONE : baseIn(month, segment) * rate) / (THOUSAND * ONE);
  return rounding === "down" ? Math.floor(rupiah) : Math.round(rupiah);
}

/**
 * Splits a bill by shares; the rupiah that remain go to the largest remainders, equal ones in the order of the
 * shares.
 */
export function split(rupiah, shares) {
  const parts = shares.map(({ fund, millionths: share }) => {
    const product = exact(rupiah * share);
    return { fund, rupiah: Math.floor(product / ONE), remainder: product % ONE };
  });
  const over = rupiah - parts.reduce((sum, part) => sum + part.rupiah, 0);
  const largest = parts.toSorted((a, b) => b.remainder - a.remainder);
  for (const part of largest.slice(0, over)) part.rupiah += 1;
  return parts;
}
