/** Loads the parts that the first answer does not need. */
import { batch, effect } from "@preact/signals-core";
import { later as laterOfAnswer } from "../answer/later.js";
import { question } from "../answer/question.js";
import { later as laterOfForm } from "../form/later.js";
import { sourced } from "../form/sourced.js";
import { answer } from "../plan/answer.js";
import { done } from "../plan/current.js";
import { pasted } from "../plan/paste.js";
import { words } from "../words/current.js";
import { laterSections } from "./answer-sections.js";

/** Whether the parts are loaded now. The first answer works without them. */
export async function loadLater(): Promise<boolean> {
  try {
    const [form, answer, sections] = await Promise.all([
      import("../form/later-parts.js"),
      import("../answer/later-parts.js"),
      import("./later-sections.js"),
    ]);
    batch(() => {
      laterOfForm.value ??= form;
      laterOfAnswer.value ??= answer;
      laterSections.value ??= sections;
    });
    return true;
  } catch {
    return false;
  }
}

// Pasted cells are answered also where no engine runs, which loads the parts.
effect(() => {
  if (pasted.value !== null) void loadLater();
});

/** Tries again with every new answer and every asked dialog. The page says when a dialog cannot open. */
export function loadUntilThere(): void {
  const stop = effect(() => {
    void answer.value.last;
    const wanted = question.value !== null || sourced.value !== null;
    void loadLater().then((there) => {
      if (there) stop();
      else if (wanted) done.value = words.value.partFailed;
    });
  });
}
