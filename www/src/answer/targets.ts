/** Targets: when each is crossed, all of them by year, coverage by other counts of eligible workers, and the chart. */

import type { Crossing, Scenario } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthYear, number, percent2 } from "../words/format.js";
import { coverageName, coveragePercent, targetName } from "./coverage.js";
import { coverageChart } from "./coverage-chart.js";
import { resultTable } from "./figure.js";
import type { Shown } from "./shown.js";
import { none } from "./tables.js";

type OfTargets = Shown<{
  projection: "months" | "crossings";
  years: "year" | "coverage" | "rivals" | "classes";
  monthly: "coverage";
}>;
type Denominator = NonNullable<Scenario["workforce"]>["denominator"];

/** `denominator`: what the plan counts as those who could be members; `null` where it counts none. */
export function targetsView(answer: OfTargets, denominator: Denominator | null): TemplateResult {
  return html`${crossed(answer)}${coverageChart(answer)}${targetTable(answer)}${rivalTable(answer, denominator)}${classTable(answer)}`;
}

/** Name of a target with its percentage, unless the name has it already ("62,93 % untuk 2025"). */
function withPercent(crossing: Crossing): string {
  const name = targetName(crossing);
  const named = [...name.matchAll(/(\d+(?:[.,]\d+)?)\s*%/g)].map(([, digits = ""]) => Number(digits.replace(",", ".")));
  return named.includes(crossing.percent) ? name : `${name} (${percent2(crossing.percent)})`;
}

/** In which month each target is crossed. */
function crossed({ projection }: OfTargets): View {
  const w = words.value.targets;
  const said = projection.crossings.map((crossing) => {
    const only = crossing.scope === "paid" ? w.onlyPaid : "";
    const name = withPercent(crossing) + only;
    return crossing.month === null ? w.never(name) : w.crossed(name, monthYear(crossing.month, language.value));
  });
  return said.length
    ? html`<ul class="remarks crossings">${said.map((text) => html`<li>${text}.</li>`)}</ul>`
    : nothing;
}

/** Targets by year. Nothing where the plan's own target is the only one: the table of coverage has it. */
function targetTable(answer: OfTargets): View {
  const { projection } = answer;
  const w = words.value.targets;
  const t = words.value.tables;
  const { crossings, years } = projection;
  if (!crossings.some(({ target }) => target !== null)) return nothing;
  const groups = years.map(
    ({ year, coverage }): Group => ({
      heading: coverage
        ? `${year}: ${w.at(coverageName(coverage.scope), coveragePercent(coverage), number(coverage.members))}`
        : String(year),
      rows: crossings.map((crossing): Row => {
        const of = crossing.years.find((item) => item.year === year);
        return {
          head: targetName(crossing),
          cells: [
            none(of?.percent ?? null, percent2),
            none(of?.members ?? null, number),
            none(of?.gap ?? null, number),
          ],
        };
      }),
    }),
  );
  return resultTable(answer, w.caption, t.target, numeric(w.asked, t.targetMembers, t.gap), groups);
}

/** The members at the end of each year by class, of those who could be members; above 100 % is possible. */
function classTable(answer: OfTargets): View {
  const { projection } = answer;
  const w = words.value.targets;
  const t = words.value.tables;
  const { classes } = words.value.segments;
  if (projection.years.every((year) => year.classes.length < 2)) return nothing;
  const groups = projection.years.map(
    (year): Group => ({
      heading: String(year.year),
      rows: year.classes.map(
        (of): Row => ({
          head: of.class === null ? w.others : classes[of.class],
          cells: [number(of.members), none(of.eligible, number), of.eligible === null ? t.none : coveragePercent(of)],
        }),
      ),
    }),
  );
  return resultTable(answer, w.classes, t.segment, numeric(t.members, t.eligible, t.percent), groups);
}

/** Coverage of the same members by other counts of eligible workers, side by side and never averaged. */
function rivalTable(answer: OfTargets, own: Denominator | null): View {
  const { projection } = answer;
  const w = words.value.targets;
  const t = words.value.tables;
  const { denominators } = words.value.workforce;
  if (projection.years.every(({ rivals }) => rivals.length === 0)) return nothing;
  const groups = projection.years.map(
    ({ year, coverage, rivals }): Group => ({
      heading: String(year),
      rows: [...(coverage && own !== null ? [{ ...coverage, name: w.ownCount, denominator: own }] : []), ...rivals].map(
        ({ name, denominator, eligible, ...of }): Row => ({
          head: name,
          cells: [denominators[denominator], number(eligible), coveragePercent(of)],
        }),
      ),
    }),
  );
  const columns = [{ text: words.value.workforce.denominator, numeric: false }, ...numeric(t.eligible, t.percent)];
  return resultTable(answer, w.rivals, w.count, columns, groups);
}
