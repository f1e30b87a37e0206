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
const LEFT = 44;
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
  }[];
  /** Where each column stands. */
  readonly columns: readonly number[];
  readonly ticks: Shape["ticks"];
  readonly left: number;
  readonly bottom: number;
}

export function lineShape(columns: number, lines: readonly Line[]): LineShape {
  const top = Math.max(...lines.flatMap(({ points }) => points.map(([, value]) => value)), 1);
  const y = scaleLinear([0, top], [BOTTOM, TOP]).nice(4);
  const x = scaleLinear([0, Math.max(columns - 1, 1)], [LEFT, WIDTH - 8]);
  return {
    width: WIDTH,
    height: HEIGHT,
    lines: lines.map(({ points }) => {
      const dots = points.map(([column, value]) => ({ x: x(column), y: y(value) }));
      return { dots, path: dots.map((dot, place) => `${place ? "L" : "M"}${dot.x} ${dot.y}`).join("") };
    }),
    columns: Array.from({ length: columns }, (_, column) => x(column)),
    ticks: y.ticks(4).map((value) => ({ y: y(value), value })),
    left: LEFT,
    bottom: BOTTOM,
  };
}
