/** Dialogs about the villages of the plan: a table is imported, lists of NIK are compared. Each is loaded when asked for. */
import type { Scenario } from "cakupan";
import { engine } from "../engine/current.js";
import { villageWords } from "../form/village-words.js";
import { answer } from "../plan/answer.js";
import { change, done, draft } from "../plan/current.js";
import { type Draft, lastMonth } from "../plan/draft.js";
import { withImported } from "../plan/import/merge.js";
import { importable, villagesOf, withCounting } from "../plan/villages.js";
import type { District } from "../regions/pack.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";

/** The dialog that reads a table from a file or the clipboard; it is loaded when it is asked for. */
export async function importTable(districts: readonly District[]): Promise<void> {
  const parts = await import("./import/open.js").catch(() => null);
  if (!parts) {
    done.value = words.value.partFailed;
    return;
  }
  const { segments, funds, period } = draft.value;
  parts.openImport({
    plan: { segments, funds, firstMonth: period.firstMonth, lastMonth: lastMonth(period) },
    districts,
    villages: villagesOf(draft.value).map(importable),
    onApply: ({ rows, taken }) => {
      const plan = draft.value;
      const { villages, added, replaced } = withImported(villagesOf(plan).map(importable), rows, taken);
      const counted = taken.segments.reduce<Draft>((next, id) => withCounting(next, id, true), { ...plan, villages });
      change(counted, villageWords().imported(number(added + replaced)));
    },
  });
}

/** Lists of several offices, compared for people who stand in more than one. */
export async function checkDouble(): Promise<void> {
  const parts = await import("./double/double.js").catch(() => null);
  if (!parts) {
    done.value = words.value.partFailed;
    return;
  }
  const scenario = answer.value.last?.scenario;
  const groups = scenario?.segments.map(({ id, name }) => ({ id, name })) ?? [];
  parts.checkDoubleFunding({ groups, price: (group, people) => priceOf(scenario, group, people) });
}

/** What the engine bills for so many people of one group of a plan, from its first month on. */
function priceOf(scenario: Scenario | undefined, group: string, people: number): number | null {
  const running = engine.value;
  const segment = scenario?.segments.find(({ id }) => id === group);
  if (!scenario || !segment || typeof running === "string") return null;
  const { villages: _, target: __, otherTargets: ___, published: ____, ...rest } = scenario;
  const counts = [{ from: scenario.period.firstMonth, people }];
  const alone = { ...rest, segments: [{ ...segment, flows: null, enrolment: { kind: "fixed", counts } }] };
  const outcome = running.run(alone);
  return "projection" in outcome ? outcome.projection.total.rupiah : null;
}
