/** Shares of a bill: when one changes, the others change in proportion, so that the sum stays 100 %. */
import { readNumber, writeNumber } from "./numbers.js";

/** All of a bill, in ten-thousandths of a percent, the finest share there is. */
export const ALL = 1_000_000;

/** A share in ten-thousandths of a percent; 0 while it cannot be read. */
export function partsOf(text: unknown): number {
  const reading = readNumber(String(text ?? ""), "percent");
  return reading.is === "number" ? Math.min(Math.max(Math.round(reading.value * 1e4), 0), ALL) : 0;
}

/** The texts of all shares when the one at `place` becomes `wanted` percent; the last of the others takes the rest. */
export function balanced(texts: readonly unknown[], place: number, wanted: number): readonly string[] {
  const parts = texts.map(partsOf);
  const moved = Math.min(Math.max(Math.round(wanted * 1e4), 0), ALL);
  const others = parts.map((_, index) => index).filter((index) => index !== place);
  const left = ALL - moved;
  const held = others.reduce((sum, index) => sum + (parts[index] ?? 0), 0);
  const last = others.at(-1);
  let given = 0;
  const next = parts.map((part, index) => {
    if (index === place) return others.length ? moved : ALL;
    if (index === last) return 0;
    // Integers up to 10¹² are exact. With all other shares at 0 the rest is divided equally.
    const share = Math.floor(held > 0 ? (left * part) / held : left / others.length);
    given += share;
    return share;
  });
  if (last !== undefined) next[last] = left - given;
  return next.map((part) => writeNumber(part / 1e4, "percent"));
}
