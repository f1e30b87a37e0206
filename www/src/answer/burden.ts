/** Share of the budget that the plan takes, and what is already committed at the stage of the budget. */
import type { Scenario } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Group, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthYear, number, percent } from "../words/format.js";
import { figure, resultTable } from "./figure.js";
import type { FundNames, Shown } from "./shown.js";
import { fundName, none, only } from "./tables.js";

type OfBurden = FundNames & Shown<{ projection: "months"; years: "year" | "budgetRupiah" | "burden" | "funds" }>;
type Stage = NonNullable<Scenario["stage"]> | null;

/** `stage`: at which the budget is. */
export function burdenView(answer: OfBurden, stage: Stage): TemplateResult {
  return html`${stageView(answer, stage)}${burdenTable(answer)}`;
}

function burdenTable(answer: OfBurden): View {
  const { projection } = answer;
  const w = words.value.burden;
  const held = projection.years.some(({ burden }) => burden.shares.length > 0);
  const groups = projection.years.map(({ year, budgetRupiah, burden }): Group => {
    const row = (head: string, rupiah: number | null, part = ""): readonly Row[] =>
      rupiah === null ? [] : [{ head, cells: [number(rupiah), ...(held ? [part] : [])] }];
    return {
      ...(projection.years.length > 1 && { heading: String(year) }),
      rows: [
        ...row(w.budget, budgetRupiah),
        ...burden.shares.flatMap((share) => row(share.name, share.rupiah, none(share.percent, percent))),
        ...row(w.perMember, burden.perMemberRupiah),
        ...row(w.perResident, burden.perResidentRupiah),
      ],
    };
  });
  return resultTable(
    answer,
    w.caption + only(projection),
    w.measure,
    [...money(w.rupiah), ...(held ? numeric(w.part) : [])],
    groups,
  );
}

// ───────────────────────────── the stage of the budget ─────────────────────────────

function stageView(answer: OfBurden, stage: Stage): View {
  const w = words.value.burden;
  const t = words.value.tables;
  const { projection } = answer;
  const name = fundName(answer);
  const rows = projection.years.flatMap(({ year, funds }) =>
    funds
      .filter(({ committedRupiah, beforeRupiah }) => committedRupiah !== null || beforeRupiah !== null)
      .map(
        ({ fund, rupiah, committedRupiah, beforeRupiah, ceilingRupiah }): Row => ({
          head: `${name(fund)}, ${year}`,
          cells: [
            figure(rupiah, { year, fund }, `${name(fund)} ${year}`, t.cost),
            none(committedRupiah, number),
            none(beforeRupiah, number),
            none(ceilingRupiah, number),
          ],
        }),
      ),
  );
  if (!rows.length) return nothing;
  return html`
    ${stage ? html`<p>${left(answer, stage)}</p>` : nothing}
    ${resultTable(answer, w.stage, t.fund, money(t.cost, w.committed, w.before, w.after), [{ rows }])}`;
}

/** The months of the plan that the stage can still change, within its budget year. */
function left({ projection }: OfBurden, stage: NonNullable<Stage>): string {
  const w = words.value.burden;
  const year = stage.month.slice(0, 4);
  const months = projection.months.filter((month) => month.startsWith(year) && month >= stage.month).length;
  return w.left(words.value.budget.stages[stage.name], monthYear(stage.month, language.value), number(months), year);
}
