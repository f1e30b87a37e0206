// Exact numbers and calendar months.

/** 100 % in ten-thousandths of a percent, the smallest unit of a percentage. */
export const WHOLE = 1_000_000n;

export const add = (list) => list.reduce((sum, value) => sum + value, 0n);
export const min = (a, b) => (a < b ? a : b);
export const max = (a, b) => (a > b ? a : b);
export const ceilDivide = (value, by) => (value + by - 1n) / by;

/**
 * A decimal number as a whole number of its smallest unit, read from its text so that no float is multiplied.
 */
function exact(value, places) {
  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined || fraction.length > places) throw new Error(`notExact ${value}`);
  return BigInt(whole + fraction.padEnd(places, "0"));
}

export const percentUnits = (value) => exact(value, 4);
export const sen = (value) => exact(value, 3);
export const asPercent = (units) => Number(units) / 10_000;

export function safe(value) {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error(`amountTooLarge ${value}`);
  return Number(value);
}

/** `"2026-03"` as months since January of the year 0. */
export const monthNumber = (text) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

export const monthText = (number) =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

export const monthsOf = ({ firstMonth, months }) =>
  Array.from({ length: months }, (_, index) => monthText(monthNumber(firstMonth) + index));

export const inSpan = (month, { from, to }) => from <= month && (to == null || month <= to);
export const latest = (entries, month) => (entries ?? []).findLast(({ from }) => from <= month);
export const isBilled = (segment, month) =>
  segment.billed == null || segment.billed.some((span) => inSpan(month, span));

/** Byte order of ids, which are ASCII. */
export const byId = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Largest remainder: distributes `amount` by weights that sum to `whole`; equal remainders in the order given.
 */
export function apportion(amount, weights, whole) {
  const parts = weights.map((weight) => (amount * weight) / whole);
  const left = Number(amount - add(parts));
  weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    .slice(0, left)
    .forEach(({ index }) => {
      parts[index] += 1n;
    });
  return parts;
}
