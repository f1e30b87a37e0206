/** Coordinates of bars that lie between two values on one scale; the drawing is in `answer/`. */
import { scaleLinear } from "d3-scale";

export interface Span {
  readonly start: number;
  readonly width: number;
}

/** Width of the drawing, and of the narrowest bar: two equal values can still be seen. */
const WIDTH = 120;
const LEAST = 2;

/** The scale holds all values; `middle` is the place of the one that all are compared with. */
export function spans(
  middle: number,
  pairs: readonly (readonly [number, number])[],
): { readonly middle: number; readonly bars: readonly Span[] } {
  const all = [middle, ...pairs.flat()];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const x = scaleLinear([least, most > least ? most : least + 1], [LEAST, WIDTH - LEAST]);
  const bars = pairs.map(([one, other]): Span => {
    const start = x(Math.min(one, other));
    return { start: start - LEAST / 2, width: x(Math.max(one, other)) - start + LEAST };
  });
  return { middle: x(middle), bars };
}
