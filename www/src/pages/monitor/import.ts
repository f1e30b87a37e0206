/** What happened, from a table: the dialog is loaded when it is asked for. */
import { monitorWords } from "../../form/monitor-words.js";
import { answer } from "../../plan/answer.js";
import { change, done, draft } from "../../plan/current.js";
import { keyOf, placeOf, realisedOf, withTable } from "../../plan/realisation.js";
import { villagesOf } from "../../plan/villages.js";
import { words } from "../../words/current.js";
import { number } from "../../words/format.js";
import { group, year } from "./table.js";

export async function importTable(): Promise<void> {
  const parts = await import("../import/happened.js").catch(() => null);
  const scenario = answer.value.last?.scenario;
  if (!parts || !scenario) {
    done.value = parts ? monitorWords().waiting : words.value.partFailed;
    return;
  }
  const before = draft.value;
  const asked = {
    segments: before.segments.map(({ id, name, group }) => (group ? { id, name, group } : { id, name })),
    villages: villagesOf(before),
    realisation: realisedOf(before),
    scenario,
    year: year.value,
    group: group.value,
  };
  parts.importHappened(asked, ({ rows }) => {
    const plan = draft.value;
    const next = withTable(plan, rows);
    const there = new Set(realisedOf(plan).map((row) => keyOf(placeOf(plan, row))));
    const changed = rows.filter(({ place }) => there.has(keyOf(place))).length;
    change(next, monitorWords().imported(number(rows.length - changed), number(changed)));
  });
}
