/** Points of coverage: what a number of people is of a denominator, for reading beside the coverage of the engine. */
import { words } from "../words/current.js";
import { number } from "../words/format.js";

/** People of 100 eligible workers, with two decimals, cut like the coverage, so that nothing is claimed early. */
export function points(people: number, eligible: number): string {
  if (eligible === 0) return words.value.tables.none;
  const hundredths = (BigInt(people) * 10_000n) / BigInt(eligible);
  return `${number(Number(hundredths / 100n))},${String(hundredths % 100n).padStart(2, "0")}`;
}
