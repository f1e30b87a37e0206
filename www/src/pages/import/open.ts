/** The import of a table of villages. */
import type { Imported, PlanPart, Summary } from "../../plan/import/village-reader.js";
import { openDialog } from "./dialog.js";
import { choicesOf, factsOf, preview, remarksOf, sumsOf } from "./village-view.js";
import { importWords } from "./words.js";

/** Villages that a plan may have (`villages` of the scenario). */
const MOST_VILLAGES = 10_000;

export interface Import extends Omit<PlanPart, "facts"> {
  readonly plan: PlanPart["facts"];
  /** Called once, with what the reader took; `withImported` puts it among the villages of the plan. */
  onApply(imported: Imported): void;
}

export function openImport({ plan: facts, districts, villages, onApply }: Import): void {
  const w = importWords();
  openDialog<"villages">({
    kind: "villages",
    plan: { facts, districts, villages },
    title: w.title,
    about: w.about,
    said: ({ rows, faulty }) => w.read(rows, faulty),
    understood: (summary, opened, sheet, _, doing) => ({
      summary,
      facts: factsOf(summary, opened, sheet, districts.length > 0, w),
      faults: summary.faults.map(({ cell, fault, text }) => w.faultOf(cell, w.fault[fault](text))),
      leaveOut: w.leaveOut(summary.faulty),
      meanings: choicesOf(facts, w),
      asked: sumsOf(summary, facts, doing, w),
      preview: preview(summary, facts, w),
      remarks: remarksOf(summary, w),
    }),
    whyNot: (summary) => whyNot(summary, villages.length),
    onApply,
  });
}

function whyNot({ columns, added, replaced }: Summary, there: number): string {
  const { why } = importWords();
  const meanings = columns.map(({ meaning }) => meaning);
  if (!meanings.includes("name") && !meanings.includes("code")) return why.noName;
  if (added + there > MOST_VILLAGES) return why.tooMany;
  return added + replaced === 0 ? why.empty : "";
}
