/** The chart of cost, stacked by fund: a bar for each year, or for each month of a plan within one year. */
import type { FundOfYear } from "cakupan";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { chartShape, largest, saysSomething, type Series } from "../ui/chart-shape.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { about, list, monthName, rupiah } from "../words/format.js";
import { staleMark } from "./figure.js";
import { marks } from "./marks.js";
import type { FundNames, Shown, Standing } from "./shown.js";
import { fundName } from "./tables.js";
import { chartWords } from "./chart-words.js";
import "../styles/chart.css";

const UNITS = [1e12, 1e9, 1e6, 1e3, 1] as const;
const short = new Intl.NumberFormat("id-ID", { maximumSignificantDigits: 3 });

type Charted = Shown<{ projection: "months" | "parameters"; total: "funds"; monthly: "funds" }>["projection"];

interface OfChart extends FundNames, Standing {
  readonly projection: Omit<Charted, "years"> & {
    readonly years: readonly {
      readonly year: number;
      readonly funds: readonly Pick<FundOfYear, "fund" | "rupiah">[];
    }[];
  };
}

interface Plot {
  readonly title: string;
  readonly columns: readonly string[];
  readonly spoken: readonly string[];
  readonly series: readonly Series[];
}

function plotOf(answer: OfChart): Plot {
  const { years, months, monthly } = answer.projection;
  const name = fundName(answer);
  const w = words.value.chart;
  const only = years.length === 1 ? years[0] : undefined;
  if (only) {
    const numbers = months.map((month) => Number(month.slice(5)));
    return {
      title: w.perMonth(String(only.year)),
      columns: numbers.map((month) => monthName(month, language.value, "short")),
      spoken: numbers.map((month) => monthName(month, language.value)),
      series: monthly.funds.map((fund) => ({ name: name(fund.fund), values: fund.rupiah })),
    };
  }
  const ids = answer.projection.total.funds.map((fund) => fund.fund);
  const labels = years.map((year) => String(year.year));
  return {
    title: w.perYear,
    columns: labels,
    spoken: labels,
    series: ids.map((id) => ({
      name: name(id),
      values: years.map((year) => year.funds.find((fund) => fund.fund === id)?.rupiah ?? 0),
    })),
  };
}

/** `id`: of its parts, where a second drawing of it stands on the page. */
export function chartView(answer: OfChart, id = "chart"): View {
  const w = words.value.chart;
  const { title, columns, spoken, series: all } = plotOf(answer);
  const series = largest(all, w.others);
  if (!saysSomething(columns.length, series)) return nothing;
  const shape = chartShape(columns.length, series);
  const top = Math.max(...shape.bars.map((bar) => bar.total));
  const unit = UNITS.find((size) => top >= size) ?? 1;
  const write = (value: number) => short.format(value / unit);
  const every = Math.ceil(columns.length / 15);
  // On a phone only each second name and no amounts fit; the table beside has them.
  const many = columns.length > 6;
  const amount = (total: number) => about(total, language.value) || rupiah(total);
  const said = shape.bars.map((bar, place) => `${spoken[place]}: ${amount(bar.total)}`);
  return html`
    <figure class="chart">
      <figcaption>${title} <small>(${w.units[unit]})</small>${marks(answer.projection)}${staleMark(answer)}</figcaption>
      <p class="hint">${extremes(shape.bars, spoken, amount)}</p>
      <svg viewBox=${`0 0 ${shape.width} ${shape.height}`} role="img" aria-labelledby=${`${id}-title ${id}-desc`}>
        <title id=${`${id}-title`}>${title}</title>
        <desc id=${`${id}-desc`}>${w.describe(list(said, language.value))}</desc>
        <defs>${series.map((_, place) => pattern(place))}</defs>
        ${shape.ticks.map(
          (tick) => svg`
          <line class="grid" x1=${shape.left} x2=${shape.width} y1=${tick.y} y2=${tick.y}></line>
          <text class="tick" x=${shape.left - 6} y=${tick.y + 4} text-anchor="end">${write(tick.value)}</text>`,
        )}
        ${shape.blocks.map(
          (block) => svg`
          <rect class=${`s${block.series}`}
            x=${block.x} y=${block.y} width=${block.width} height=${block.height}></rect>
          <rect class="mesh" fill=${`url(#mesh-${block.series})`}
            x=${block.x} y=${block.y} width=${block.width} height=${block.height}></rect>`,
        )}
        ${shape.bars.map(
          (bar, place) => svg`
          ${
            bar.total > 0 && shape.bar > 18
              ? svg`<text class=${many ? "crowded" : ""} x=${bar.x} y=${bar.top - 5} text-anchor="middle">${write(bar.total)}</text>`
              : nothing
          }
          ${
            place % every === 0
              ? svg`<text class=${many && place % (every * 2) ? "tick crowded" : "tick"} x=${bar.x} y=${shape.bottom + 18} text-anchor="middle">${columns[place]}</text>`
              : nothing
          }`,
        )}
      </svg>
      ${
        series.length > 1 ? html`<ul class="legend">${series.map(({ name }, place) => key(name, place))}</ul>` : nothing
      }
    </figure>`;
}

/** The highest and the lowest bar, in words. */
function extremes(
  bars: readonly { readonly total: number }[],
  names: readonly string[],
  amount: (total: number) => string,
): string {
  const w = chartWords();
  const totals = bars.map(({ total }) => total);
  const [high, low] = [Math.max(...totals), Math.min(...totals)];
  const named = (total: number) => `${names[totals.indexOf(total)] ?? ""}: ${amount(total)}`;
  return high === low ? w.equal(amount(high)) : w.extremes(named(high), named(low));
}

/** Marks that tell the series apart without colour. */
const MESHES = ["", "M0 6L6 0", "M0 3H6", "M3 0V6", "M0 0L6 6M6 0L0 6"] as const;

function pattern(place: number) {
  return svg`
    <pattern id=${`mesh-${place}`} width="6" height="6" patternUnits="userSpaceOnUse">
      <path class="line" d=${MESHES[place] ?? ""}></path>
    </pattern>`;
}

function key(name: string, place: number): TemplateResult {
  return html`
    <li>
      <svg viewBox="0 0 16 16" class="swatch" aria-hidden="true">
        <rect class=${`s${place}`} width="16" height="16"></rect>
        <rect class="mesh" fill=${`url(#mesh-${place})`} width="16" height="16"></rect>
      </svg>
      ${name}
    </li>`;
}
