/** Who is proposed, joins, leaves and is not reached, by group and year. */

import type { Cause } from "cakupan";
import { nothing } from "lit-html";
import type { Answer } from "../plan/answer.js";
import { type Group, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { resultTable } from "./figure.js";
import { namesOf, none, only } from "./tables.js";

export function peopleTable(answer: Answer): View {
  const w = words.value.people;
  const { projection, scenario } = answer;
  // Fixed counts of a group that nobody leaves say all there is to say.
  const moving = scenario.segments.filter(
    ({ enrolment, flows }) =>
      enrolment.kind !== "fixed" || (enrolment.eligible ?? null) !== null || (flows ?? null) !== null,
  );
  const ids = new Set(moving.map(({ id }) => id));
  if (!ids.size) return nothing;
  const causes = [
    ...new Set(
      projection.years.flatMap(({ segments }) => segments.flatMap(({ left }) => left.map(({ cause }) => cause))),
    ),
  ];
  const names = namesOf(answer);
  const groups = projection.years.map(
    ({ year, segments }): Group => ({
      ...(projection.years.length > 1 && { heading: String(year) }),
      rows: segments
        .filter(({ segment }) => ids.has(segment))
        .map(
          (item): Row => ({
            head: names.segment(item.segment),
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
  return resultTable(w.caption + only(projection), words.value.tables.segment, columns, groups);
}
