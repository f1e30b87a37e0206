/** The three figures above the sentence: cost of a year, cost of a month, coverage with its gaps. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Cell } from "../ui/table.js";
import { language, words } from "../words/current.js";
import { monthYear, number, percent2, rupiah } from "../words/format.js";
import { coverageName, coveragePercent } from "./coverage.js";
import { figure } from "./figure.js";
import type { Shown } from "./shown.js";
import { headsFigure } from "./tables.js";

export type OfTiles = Shown<{
  projection: "months";
  years: "year" | "months" | "rupiah" | "coverage";
  total: "heads" | "headsMonth";
  monthly: "rupiah";
}>;

interface Tile {
  readonly label: string;
  readonly value: Cell;
  readonly below: Cell | typeof nothing;
}

export function tiles(answer: OfTiles): TemplateResult {
  return html`
    <dl class="tiles">
      ${[year(answer), month(answer), people(answer)].map(
        (tile) =>
          html`<div><dt>${tile.label}</dt><dd class="value">${tile.value}</dd><dd class="below">${tile.below}</dd></div>`,
      )}
    </dl>`;
}

/** The first budget year; the sentence below has the whole plan. */
function year({ projection: { years } }: OfTiles): Tile {
  const w = words.value.tiles;
  const [first] = years;
  const label = w.year(String(first?.year ?? ""));
  const cost = first?.rupiah ?? 0;
  const below = first && (first.months < 12 || years.length > 1) ? w.months(number(first.months)) : nothing;
  return { label, value: figure(rupiah(cost), { year: first?.year ?? null }, words.value.tables.cost, label), below };
}

/** The last month of that year, in which everybody whom it is to reach has joined. */
function month({ projection: { years, months, monthly } }: OfTiles): Tile {
  const w = words.value.tiles;
  const place = Math.max((years[0]?.months ?? 1) - 1, 0);
  const last = months[place] ?? "";
  const when = monthYear(last, language.value);
  const cost = monthly.rupiah[place] ?? 0;
  return { label: w.month, value: figure(rupiah(cost), { month: last }, words.value.tables.cost, when), below: when };
}

/** Coverage at the end of the plan; where the number of workers is not known, how many are paid for. */
function people({ projection: { years, total } }: OfTiles): Tile {
  const w = words.value.tiles;
  const t = words.value.tables;
  const coverage = years.at(-1)?.coverage;
  if (!coverage) return { label: t.heads, value: headsFigure(total, t.total, t.heads), below: w.noCoverage };
  const { month, percent, targetPercent, gap, gapToAll, scope } = coverage;
  const when = monthYear(month, language.value);
  const name = coverageName(scope);
  const reached = coveragePercent(coverage);
  const target = targetPercent === null || gap === null ? "" : w.gap(percent2(targetPercent), number(gap));
  return {
    label: w.coverage(name, when),
    value: percent === null ? reached : figure(reached, { measure: "coverage", month }, name, when),
    below: [target, w.gapToAll(number(gapToAll))].filter(Boolean).join("; "),
  };
}
