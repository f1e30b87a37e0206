/** Coverage: the path as a chart, each year with both gaps, and the other denominators. */
import { html, nothing } from "lit-html";
import { coverageChart } from "../answer/coverage-chart.js";
import { coverageName, coveragePercent, targetName } from "../answer/coverage.js";
import { none } from "../answer/tables.js";
import { numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthYear, number, percent2, shortMonth } from "../words/format.js";
import type { ReportData } from "./data.js";
import { paperTable, plain } from "./paper-table.js";
import { reportWords } from "./words.js";

export function coveragePart(data: ReportData): View {
  if (!data.projection.monthly.coverage) return nothing;
  const { projection } = data;
  const t = words.value.targets;
  const crossings = projection.crossings.map((crossing) =>
    crossing.month === null
      ? t.never(targetName(crossing))
      : t.crossed(targetName(crossing), monthYear(crossing.month, language.value)),
  );
  return html`
    <div class="together">
      <h2>${reportWords().coverage}</h2>
      ${coverageChart({ projection, fresh: true })}
    </div>
    ${crossings.length > 0 ? html`<ul>${crossings.map((text) => html`<li>${text}.</li>`)}</ul>` : nothing}
    ${coverageYears(data)}
    ${rivalYears(projection.years)}`;
}

export function coverageYears({ projection }: ReportData): View {
  const [w, t] = [words.value.coverage, words.value.tables];
  const rows = projection.years.flatMap(({ coverage }): Row[] => {
    if (!coverage) return [];
    const { month, members, eligible, targetPercent, targetMembers, gap, gapToAll, scope } = coverage;
    return [
      {
        head: `${shortMonth(month, language.value)}${scope === "paid" ? `: ${coverageName(scope)}` : ""}`,
        cells: [
          number(members),
          number(eligible),
          coveragePercent(coverage),
          none(targetPercent, percent2),
          none(targetMembers, number),
          none(gap, number),
          number(gapToAll),
        ],
      },
    ];
  });
  if (rows.length === 0) return nothing;
  const columns = numeric(t.members, t.eligible, t.percent, t.target, t.targetMembers, w.gap, w.gapToAll);
  return paperTable(reportWords().coverageYears, t.month, columns, [{ rows }]);
}

/** Coverage of the same members by other counts; two printed percentages often differ by their denominator alone. */
export function rivalYears(years: ReportData["projection"]["years"]): View {
  const [w, t] = [reportWords(), words.value.tables];
  const rows = years.flatMap(({ year, rivals }) =>
    rivals.map(
      (rival): Row => ({
        head: String(year),
        cells: [rival.name, number(rival.eligible), coveragePercent(rival)],
      }),
    ),
  );
  if (rows.length === 0) return nothing;
  return paperTable(
    w.rivals,
    t.year,
    [...plain(words.value.targets.count), ...numeric(t.eligible, t.percent)],
    [{ rows }],
  );
}
