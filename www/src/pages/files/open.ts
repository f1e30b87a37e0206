/** Files of the plan that is on the page: the workbook, and letters. While an input is wrong the page says so instead. */
import { type Answer, answer, faults } from "../../plan/answer.js";
import { done } from "../../plan/current.js";
import { happenedForFile } from "../../plan/monitor.js";
import { askForLetter } from "./letter.js";
import { handOut } from "./making.js";
import { filesWords } from "./words.js";

/** The answer to all that is typed. */
function current(): Answer | null {
  const { last, fresh } = answer.value;
  if (last && fresh && faults.value.length === 0) return last;
  done.value = filesWords().faults;
  return null;
}

export function saveWorkbook(): void {
  const plan = current();
  if (!plan) return;
  const realisation = happenedForFile();
  if (realisation === "wrong") done.value = filesWords().realisation;
  else void handOut(plan, realisation, null);
}

export function saveLetter(): void {
  if (!current()) return;
  askForLetter((letter) => {
    const plan = current();
    if (plan) void handOut(plan, null, letter);
  });
}
