/** The import of a table of what happened. */
import type {
  HappenedImport,
  HappenedMeaning,
  HappenedPart,
  HappenedSummary,
} from "../../plan/import/happened/kind.js";
import { TYPED } from "../../plan/realisation.js";
import { language } from "../../words/current.js";
import { openDialog } from "./dialog.js";
import { groupChoice, happenedFacts, happenedPreview } from "./happened-view.js";
import { faultSentence, happenedWords } from "./happened-words.js";
import { importWords } from "./words.js";
import { nothing } from "lit-html";

/** Rows that a realisation may have (`rows`). */
const MOST_ROWS = 60_000;

/** `onApply` is called once, with what the reader took; `withHappened` puts it into the plan. */
export function importHappened(plan: HappenedPart, onApply: (imported: HappenedImport) => void): void {
  const w = happenedWords();
  openDialog<"happened">({
    kind: "happened",
    plan,
    title: w.title,
    about: w.about,
    said: ({ rows, faulty }) => w.read(rows, faulty),
    understood: (summary, opened, sheet, choices, doing) => ({
      summary,
      facts: happenedFacts(summary, opened, sheet, plan),
      faults: summary.faults.map(({ cell, what }) =>
        importWords().faultOf(
          cell,
          what.is === "cell" ? faultSentence(what.fault, what.text) : what.words[language.value],
        ),
      ),
      leaveOut: w.leaveOut(summary.faulty),
      meanings: Object.entries(w.meanings) as [HappenedMeaning, string][],
      asked: groupChoice(summary, choices.group, plan, doing),
      preview: happenedPreview(summary, plan),
      remarks: nothing,
    }),
    whyNot: (summary) => whyNot(summary, plan.realisation.length),
    onApply,
  });
}

function whyNot({ columns, added, replaced, same, needsGroup }: HappenedSummary, there: number): string {
  const { why } = happenedWords();
  if (!columns.some(({ meaning }) => Object.hasOwn(TYPED, meaning) && meaning !== "note")) return why.noValue;
  if (needsGroup) return why.noGroup;
  if (there + added > MOST_ROWS) return why.tooMany;
  if (added + replaced > 0) return "";
  return same > 0 ? why.same : why.empty;
}
