/** The sections of the villages of the plan: what they are given to show, and their views. */
import { html, nothing } from "lit-html";
import { villageAnswerView, villagesFailed, workingView } from "../answer/villages.js";
import { type VillagesPart, villagesView } from "../form/villages.js";
import { draft } from "../plan/current.js";
import { followAnswer, workedOn } from "../plan/village-answer.js";
import { usualGroups } from "../plan/village-template.js";
import { isCounted, numberAt, payingFunds, type VillageColumn, villagesOf } from "../plan/villages.js";
import { grid } from "../ui/grid/grid.js";
import { gridValues } from "../ui/grid/values.js";
import { byContent, section } from "../ui/section.js";
import { actions } from "./villages/actions.js";
import { shownNow } from "./villages/answer.js";
import { columns } from "./villages/columns.js";
import { offerNow } from "./villages/register.js";
import { model } from "./villages/table.js";

followAnswer();

function partNow(): VillagesPart {
  const plan = draft.value;
  const has = (is: VillageColumn["is"]) => columns.value.some((column) => column.is === is);
  const size = columns.value.find((column) => column.is === "residents");
  return {
    groups: plan.segments.map((segment) => ({ id: segment.id, name: segment.name, isCounted: isCounted(segment) })),
    rows: villagesOf(plan).length,
    offer: offerNow(),
    funds: payingFunds(plan).map(({ id, name }) => ({ id, name })),
    extra: {
      residents: has("residents"),
      months: has("firstMonth"),
      ceilings: columns.value.flatMap((column) => (column.is === "ceiling" ? [column.fund] : [])),
    },
    hasSizes: size !== undefined && villagesOf(plan).every((village) => numberAt(village, size) !== null),
    templates: usualGroups,
    actions,
  };
}

const gridSection = section(
  model,
  (now) => html`${grid(now)}<copy-table name=${now.label} .values=${() => gridValues(now)}></copy-table>`,
);
const part = byContent(partNow);

export const villagesSection = section(part, (now) => villagesView(now, gridSection));

const shown = byContent(shownNow);

const answerSection = section(shown, (now) => {
  if (now === null) return nothing;
  return now === "failed" ? villagesFailed() : villageAnswerView(now);
});
const workingSection = section(workedOn, workingView);

export const villageAnswerSection = html`${workingSection}${answerSection}`;
