// What a contestant answers, and the check sum: rupiah by year and fund over all units.

/** Columns of zeros, by year and fund: what each unit's funds are asked for, and what of it lies above the ceilings. */
export function emptyAnswer({ years, funds }, units) {
  const empty = () => Array.from({ length: years * funds }, () => new Float64Array(units));
  return { asked: empty(), short: empty() };
}

/** The answer of the package in the same form. */
export function answerOf(years) {
  const columns = years.flatMap(({ funds }) => funds);
  return { asked: columns.map(({ asked }) => asked), short: columns.map(({ short }) => short) };
}

const sum = (column) => column.reduce((sum, one) => sum + one, 0);

/** Sums of all columns: below 2^53 in every run, so exact. */
export const sumsOf = ({ asked, short }) => [...asked.map(sum), ...short.map(sum)];

/** One number that is printed: rupiah asked for in all years, and above the ceilings. */
export function told(sums) {
  const half = sums.length / 2;
  return `${sum(sums.slice(0, half))} / ${sum(sums.slice(half))}`;
}
