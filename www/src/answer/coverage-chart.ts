/** Coverage month by month as a line, beside the lines of the targets. The tables around it say the same. */
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { type Line, lineShape, namedMonths } from "../ui/chart-shape.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { coverage as covered, list, monthYear, number, percent2, shortMonth } from "../words/format.js";
import { coverageName, targetName } from "./coverage.js";
import { staleMark } from "./figure.js";
import type { Shown } from "./shown.js";
import "../styles/chart.css";

type OfChart = Shown<{ projection: "months" | "crossings"; monthly: "coverage" }>;

/** `id`: of its parts, where a second drawing of it stands on the page. */
export function coverageChart(answer: OfChart, id = "paths"): View {
  const { projection } = answer;
  const w = words.value.chart;
  const { months, monthly, crossings } = projection;
  const reached = monthly.coverage;
  if (!reached || !crossings.length || months.length < 2) return nothing;
  const own = coverageName(reached.scope.includes("paid") ? "paid" : "region");
  const series = linesOf(projection, own);
  const shape = lineShape(months.length, series);
  const named = namedMonths(months);
  const ends = series.map(({ name, points }) => {
    const value = points.at(-1)?.[1] ?? 0;
    return { name, value: name === own ? covered(value) : percent2(value) };
  });
  const labels = ends.map(labelOf);
  const last = months.at(-1) ?? "";
  const described = w.describePaths(
    monthYear(last, language.value),
    list(
      ends.map(({ name, value }) => `${name} ${value}`),
      language.value,
    ),
  );
  return html`
    <figure class="chart">
      <figcaption>${w.paths} <small>(%)</small>${staleMark(answer)}</figcaption>
      <svg viewBox=${`0 0 ${shape.width} ${shape.height}`} role="img" aria-labelledby=${`${id}-title ${id}-desc`}>
        <title id=${`${id}-title`}>${w.paths}</title>
        <desc id=${`${id}-desc`}>${described}</desc>
        ${shape.ticks.map(
          (tick) => svg`
          <line class="grid" x1=${shape.left} x2=${shape.width} y1=${tick.y} y2=${tick.y}></line>
          <text class="tick" x=${shape.left - 6} y=${tick.y + 4} text-anchor="end">${number(tick.value)}</text>`,
        )}
        ${shape.lines.map(
          ({ path, dots }, place) => svg`
          <path class=${`path p${place}`} d=${path}></path>
          ${dots.length > 6 ? nothing : dots.map((dot) => svg`<circle class=${`s${place}`} cx=${dot.x} cy=${dot.y} r="3"></circle>`)}`,
        )}
        ${shape.lines.map(
          ({ label }, place) => svg`
          <text class=${`end s${place}`} x=${label.x} y=${label.y} text-anchor="end">${labels[place]}</text>`,
        )}
        ${named.map((place) => {
          const x = shape.columns[place] ?? 0;
          const text = shortMonth(months[place] ?? "", language.value);
          const anchor = place === months.length - 1 && place > 0 ? "end" : "middle";
          return svg`
          <line class="grid" x1=${x} x2=${x} y1=${shape.bottom} y2=${shape.bottom + 5}></line>
          <text class="tick" x=${x} y=${shape.bottom + 20} text-anchor=${anchor}>${text}</text>`;
        })}
      </svg>
      ${labels.some((label) => label.includes("…")) ? legend(series) : nothing}
    </figure>`;
}

/** Letters that fit on a phone, the value at the end among them. */
const MOST_LETTERS = 30;

/** The name of a line and where it ends; a name such as "62,93 % untuk 2025" has its value already. A long one is cut. */
function labelOf({ name, value }: { readonly name: string; readonly value: string }): string {
  const spaced = name.replace(/\s/g, " ");
  const end = spaced.includes(value.replace(/\s/g, " ")) ? "" : ` ${value}`;
  const room = MOST_LETTERS - end.length;
  return (spaced.length > room ? `${spaced.slice(0, room - 1).trimEnd()}…` : spaced) + end;
}

/** Names in full, where one does not fit at the end of its line. */
function legend(series: readonly Line[]): TemplateResult {
  return html`
    <ul class="legend">
      ${series.map(
        ({ name }, place) => html`
        <li>
          <svg viewBox="0 0 28 16" class="swatch long" aria-hidden="true"><path class=${`path p${place}`} d="M0 8H28"></path></svg>
          ${name}
        </li>`,
      )}
    </ul>`;
}

/** Coverage and the plan's own target are known by month; the others at the end of each year. */
function linesOf({ months, monthly, crossings }: OfChart["projection"], coverage: string): readonly Line[] {
  const asked = monthly.coverage?.targetPercent ?? [];
  const known = (values: readonly (number | null)[]): Line["points"] =>
    values.flatMap((value, place) => (value === null ? [] : [[place, value] as const]));
  const lines = [
    { name: coverage, points: known(monthly.coverage?.percent ?? []) },
    ...crossings.map((crossing) => ({
      name: targetName(crossing),
      points:
        crossing.target === null
          ? known(asked)
          : known(
              months.map((month, place) => {
                const year = Number(month.slice(0, 4));
                const last = months[place + 1]?.slice(0, 4) !== String(year);
                return (last && crossing.years.find((item) => item.year === year)?.percent) || null;
              }),
            ),
    })),
  ];
  return lines.filter(({ points }) => points.length > 0);
}
