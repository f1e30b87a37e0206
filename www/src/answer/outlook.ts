/** The cost of one more point of coverage, of waiting a year, and the latest start; each a figure or a reason. */

import type { OnePoint, Outlook, Reach } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { said } from "../engine/said.js";
import { type Cell, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthYear, number, rupiah } from "../words/format.js";
import { resultTable } from "./figure.js";
import type { SegmentNames, Standing } from "./shown.js";
import { segmentName, none } from "./tables.js";

export function outlookView(
  answer: SegmentNames & Standing,
  { onePoint, waiting, latestStart }: Reach,
): TemplateResult {
  const w = words.value.reach;
  return html`
    <h4>${w.prices}</h4>
    <ul class="remarks outlook">
      ${figureOrReason(w.point, onePoint, (point) => html`${pointText(point)}`)}
      ${figureOrReason(w.wait, waiting, ({ personMonths, movedRupiah, peakRupiah, laterPeakRupiah }) => {
        const moved = w.waiting(number(personMonths), rupiah(movedRupiah));
        return html`${moved} ${w.peak(rupiah(peakRupiah), rupiah(laterPeakRupiah))}`;
      })}
      ${figureOrReason(w.start, latestStart, ({ month, people, mostInOneMonth }) => {
        const when = monthYear(month, language.value);
        return html`${w.latest(when, number(people), number(mostInOneMonth))}`;
      })}
    </ul>
    ${onePoint.value ? pointTable(answer, onePoint.value) : nothing}`;
}

/** A figure in a sentence, or the reason why there is none. */
function figureOrReason<T>(
  name: string,
  { value, reason }: Outlook<T>,
  write: (value: T) => TemplateResult,
): TemplateResult {
  const text = value !== null ? write(value) : reason ? said(reason, reason.code) : "";
  return html`<li><strong>${name}</strong>: ${text}</li>`;
}

function pointText({ year, people, personMonths, rupiah: cost }: OnePoint): string {
  const w = words.value.reach;
  if (cost === null || personMonths === null) return w.pointByGroup(number(people), String(year));
  return w.onePoint(number(people), number(personMonths), rupiah(cost), String(year));
}

/** Cost of one point by group, where no group follows the target and any of them could take the people. */
function pointTable(answer: SegmentNames & Standing, { segments, people, year }: OnePoint): View {
  const w = words.value.reach;
  const t = words.value.tables;
  if (!segments.length) return nothing;
  const name = segmentName(answer);
  const known = segments.some(({ room }) => room !== null);
  const rows = segments.map(
    ({ segment, personMonths, rupiah: cost, room }): Row => ({
      head: name(segment),
      cells: [number(cost), number(personMonths), ...(known ? [roomCell(room, people)] : [])],
    }),
  );
  const columns = [...money(t.cost), ...numeric(t.personMonths, ...(known ? [w.room] : []))];
  return resultTable(answer, w.pointCaption(number(people), String(year)), t.segment, columns, [{ rows }]);
}

/** How many people can still join a group; marked where they are too few for a point. */
function roomCell(room: number | null, people: number): Cell {
  return room !== null && room < people ? html`<strong class="bad">${number(room)}</strong>` : none(room, number);
}
