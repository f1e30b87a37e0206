/** Who is proposed, joins, leaves and is not reached, by group and year. */

import type { Cause } from "cakupan";
import { nothing } from "lit-html";
import { type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { resultTable } from "./figure.js";
import type { SegmentNames, Shown } from "./shown.js";
import { segmentName, none, only } from "./tables.js";

/** `moving`: ids of the groups that people join or leave; others are not listed. */
export function peopleTable(
  answer: SegmentNames & Shown<{ years: "year" | "segments" }>,
  moving: readonly string[],
): View {
  const w = words.value.people;
  const { projection } = answer;
  if (!moving.length) return nothing;
  const causes = [
    ...new Set(
      projection.years.flatMap(({ segments }) => segments.flatMap(({ left }) => left.map(({ cause }) => cause))),
    ),
  ];
  const name = segmentName(answer);
  const groups = projection.years.map(
    ({ year, segments }): Group => ({
      ...(projection.years.length > 1 && { heading: String(year) }),
      rows: segments
        .filter(({ segment }) => moving.includes(segment))
        .map(
          (item): Row => ({
            head: name(item.segment),
            cells: [
              number(item.proposed),
              number(item.joined),
              ...causes.map((cause) => number(item.left.find((each) => each.cause === cause)?.people ?? 0)),
              none(item.leftOut, number),
            ],
          }),
        ),
    }),
  );
  const leaving = (cause: Cause) => w.leaving(words.value.flows.causes[cause]);
  const columns = numeric(w.proposed, w.joined, ...causes.map(leaving), w.leftOut);
  return resultTable(answer, w.caption + only(projection), words.value.tables.segment, columns, groups);
}
