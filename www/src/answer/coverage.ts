/** Names and percentages of coverage, and the table with the gaps to the target and to 100 %. */

import type { Coverage, Crossing, Scope } from "cakupan";
import { html } from "lit-html";
import { fieldLink } from "../form/go-to.js";
import { type Cell, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { coverage as floored, monthYear, number, percent2, shortMonth } from "../words/format.js";
import { figure, resultTable } from "./figure.js";
import type { Shown } from "./shown.js";
import { none } from "./tables.js";

/** Coverage that leaves out members outside the groups has another name than that of the region. */
export function coverageName(scope: Scope): string {
  return words.value.coverage.names[scope];
}

/** Rounded down to two decimals; the rounded figure is added where it differs, because others print that one. */
export function coveragePercent({ percent, roundedPercent }: Pick<Coverage, "percent" | "roundedPercent">): string {
  const w = words.value.coverage;
  if (percent === null) return w.unknown;
  return roundedPercent === null ? floored(percent) : w.rounded(floored(percent), percent2(roundedPercent));
}

export function coverageTable(answer: Shown<{ years: "year" | "coverage" }>): View {
  const { projection } = answer;
  const w = words.value.coverage;
  const t = words.value.tables;
  const reached = projection.years.flatMap(({ year, coverage }) => (coverage ? [{ year, coverage }] : []));
  if (!reached.length) return html`<p>${fieldLink("workforce", w.none)}</p>`;
  const scopes = new Set(reached.map(({ coverage }) => coverage.scope));
  const [scope = "region"] = scopes;
  const rows = reached.map(({ year, coverage }): Row => {
    const when = monthYear(coverage.month, language.value);
    const short = shortMonth(coverage.month, language.value);
    return {
      head: scopes.size > 1 ? `${short}: ${coverageName(coverage.scope)}` : short,
      cells: cells(coverage, year, when),
    };
  });
  const columns = numeric(t.members, t.eligible, t.percent, t.target, t.targetMembers, w.gap, w.gapToAll);
  return resultTable(answer, w.perYear(coverageName(scopes.size > 1 ? "region" : scope)), t.month, columns, [{ rows }]);
}

function cells(coverage: Coverage, year: number, when: string): readonly Cell[] {
  const w = words.value.coverage;
  const t = words.value.tables;
  const { members, eligible, percent, targetPercent, targetMembers, gap, gapToAll } = coverage;
  const reached = coveragePercent(coverage);
  return [
    figure(members, { measure: "members", year }, t.members, when),
    number(eligible),
    percent === null ? reached : figure(reached, { measure: "coverage", year }, coverageName(coverage.scope), when),
    none(targetPercent, percent2),
    none(targetMembers, number),
    gap === null ? t.none : figure(gap, { measure: "gap", year }, w.gap, when),
    figure(gapToAll, { measure: "gapToAll", year }, w.gapToAll, when),
  ];
}

/** What a target is called. */
export function targetName({ target }: Crossing): string {
  return target ?? words.value.targets.own;
}
