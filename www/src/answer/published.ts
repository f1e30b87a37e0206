/** Totals that were published, held against the plan. */

import type { Published } from "cakupan";
import { html, nothing } from "lit-html";
import { said } from "../engine/said.js";
import { type Cell, money, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { resultTable } from "./figure.js";
import type { SegmentNames, Shown } from "./shown.js";
import { segmentName } from "./tables.js";

/** With the notices that are about published totals alone. */
export function publishedView(answer: SegmentNames & Shown<{ projection: "published" | "notices" }>): View {
  const w = words.value.published;
  const { published, notices } = answer.projection;
  if (!published.length) return nothing;
  const rows = published.map(
    (item): Row => ({
      head: headOf(answer, item),
      cells: [number(item.rupiah), number(item.computedRupiah), difference(item)],
    }),
  );
  return html`
    ${resultTable(answer, w.caption, words.value.budget.name, money(w.one, w.computed, w.difference), [{ rows }])}
    <ul class="remarks published">
      ${notices.map((notice) => html`<li>${said(notice, notice.code)}</li>`)}
    </ul>`;
}

function headOf(answer: SegmentNames, { name, year, segment }: Published): string {
  const of = [segment === null ? "" : segmentName(answer)(segment), year === null ? "" : String(year)];
  return [name, ...of.filter(Boolean)].join(", ");
}

/** The difference with its sign, or in words how the figures agree. */
function difference({ verdict, differenceRupiah }: Published): Cell {
  const w = words.value.published;
  if (verdict === "more" || verdict === "less") {
    const sign = differenceRupiah > 0 ? "+" : "";
    return html`<strong class="bad">${sign}${number(differenceRupiah)}</strong>`;
  }
  return w.verdicts[verdict];
}
