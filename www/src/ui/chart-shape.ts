/** Coordinates of the charts (stacked bars, lines); the drawing is in `answer/`. */
import { scaleBand, scaleLinear } from "d3-scale";

export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

interface Block {
  readonly series: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
  readonly bars: readonly { readonly x: number; readonly top: number; readonly total: number }[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly left: number;
  readonly bottom: number;
  /** Width of one bar: too narrow a bar carries no number. */
  readonly bar: number;
}

const WIDTH = 400;
const HEIGHT = 220;
/** Room for a number of four digits with its dot, in the largest letters. */
const LEFT = 52;
const TOP = 20;
const BOTTOM = 196;

/** Bars stand on 0, because their length is read as the amount. */
export function chartShape(columns: number, series: readonly Series[]): Shape {
  const totals = Array.from({ length: columns }, (_, column) =>
    series.reduce((sum, { values }) => sum + (values[column] ?? 0), 0),
  );
  const y = scaleLinear([0, Math.max(...totals, 1)], [BOTTOM, TOP]).nice(4);
  const x = scaleBand(
    totals.map((_, column) => column),
    [LEFT, WIDTH],
  ).padding(0.25);
  const blocks = totals.flatMap((_, column) => {
    let below = 0;
    return series.map(({ values }, place): Block => {
      const from = below;
      below += values[column] ?? 0;
      return { series: place, x: x(column) ?? 0, y: y(below), width: x.bandwidth(), height: y(from) - y(below) };
    });
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    blocks: blocks.filter((block) => block.height > 0),
    bars: totals.map((total, column) => ({ x: (x(column) ?? 0) + x.bandwidth() / 2, top: y(total), total })),
    ticks: y.ticks(4).map((value) => ({ y: y(value), value })),
    left: LEFT,
    bottom: BOTTOM,
    bar: x.bandwidth(),
  };
}

const MOST_SERIES = 5;

/** Whether the bars say more than one figure does: they differ, or are divided. */
export function saysSomething(columns: number, series: readonly Series[]): boolean {
  const [only] = series;
  if (!only) return false;
  return (
    series.length > 1 ||
    Array.from({ length: columns }, (_, column) => only.values[column]).some((value) => value !== only.values[0])
  );
}

/** The largest series by themselves, the rest as one. */
export function largest(series: readonly Series[], others: string): readonly Series[] {
  const paying = series.filter(({ values }) => values.some((value) => value > 0));
  if (paying.length <= MOST_SERIES) return paying;
  const size = ({ values }: Series) => values.reduce((sum, value) => sum + value, 0);
  const sorted = [...paying].sort((one, other) => size(other) - size(one));
  const rest = sorted.slice(MOST_SERIES - 1);
  const together = (place: number) => rest.reduce((sum, item) => sum + (item.values[place] ?? 0), 0);
  const values = (rest[0]?.values ?? []).map((_, place) => together(place));
  return [...sorted.slice(0, MOST_SERIES - 1), { name: others, values }];
}

// ───────────────────────────── lines ─────────────────────────────

export interface Line {
  readonly name: string;
  /** Column and value, columns rising. */
  readonly points: readonly (readonly [number, number])[];
}

interface LineShape {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly {
    readonly path: string;
    readonly dots: readonly { readonly x: number; readonly y: number }[];
    /** Where the label at its end stands, ending there. */
    readonly label: { readonly x: number; readonly y: number };
  }[];
  /** Where each column stands. */
  readonly columns: readonly number[];
  readonly ticks: Shape["ticks"];
  readonly left: number;
  readonly bottom: number;
}

/** Between the labels of two lines, in the largest letters. */
const LABEL = 19;

export function lineShape(columns: number, lines: readonly Line[]): LineShape {
  const top = Math.max(...lines.flatMap(({ points }) => points.map(([, value]) => value)), 1);
  const y = scaleLinear([0, top], [BOTTOM, TOP]).nice(4);
  const x = scaleLinear([0, Math.max(columns - 1, 1)], [LEFT, WIDTH - 8]);
  const drawn = lines.map(({ points }) => points.map(([column, value]) => ({ x: x(column), y: y(value) })));
  const labels = apart(drawn.map((dots) => (dots.at(-1)?.y ?? BOTTOM) - 7));
  return {
    width: WIDTH,
    height: HEIGHT,
    lines: drawn.map((dots, place) => ({
      dots,
      path: dots.map((dot, place) => `${place ? "L" : "M"}${dot.x} ${dot.y}`).join(""),
      label: { x: WIDTH - 2, y: labels[place] ?? TOP },
    })),
    columns: Array.from({ length: columns }, (_, column) => x(column)),
    ticks: y.ticks(4).map((value) => ({ y: y(value), value })),
    left: LEFT,
    bottom: BOTTOM,
  };
}

/** Heights that keep the order of these and stand a label apart, within the drawing. */
function apart(heights: readonly number[]): readonly number[] {
  const order = heights.map((_, place) => place).sort((one, other) => (heights[other] ?? 0) - (heights[one] ?? 0));
  const placed = [...heights];
  let below = BOTTOM - 4 + LABEL;
  for (const place of order) {
    below = Math.min(placed[place] ?? 0, below - LABEL);
    placed[place] = below;
  }
  // What was pushed out at the top comes back from there.
  let above = TOP - 6 - LABEL;
  for (const place of [...order].reverse()) {
    above = Math.max(placed[place] ?? 0, above + LABEL);
    placed[place] = above;
  }
  return placed;
}

/**
 * Which months are named below a line: those of January, or in a short plan those of a quarter or half year, so that a
 * year can be seen to begin. A plan without any of them names its first month.
 */
export function namedMonths(months: readonly string[], most = 5): readonly number[] {
  const places = (step: number, years = 1) =>
    months.flatMap((month, place) => {
      const [year = 0, number = 0] = month.split("-").map(Number);
      return (number - 1) % step === 0 && (step < 12 || year % years === 0) ? [place] : [];
    });
  const found = [1, 3, 6].map((step) => places(step)).find((each) => each.length > 0 && each.length <= most);
  if (found) return found;
  for (let years = 1; years < 100; years++) {
    const januaries = places(12, years);
    if (januaries.length <= most) return januaries.length > 0 ? januaries : [0];
  }
  return [0];
}
