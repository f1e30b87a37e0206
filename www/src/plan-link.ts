/** A whole plan in the address of the calculator; what stands behind `#` is never sent to a server. */
import { replace } from "./cases.js";
import { type Draft, toScenario } from "./draft.js";
import { mended } from "./mend.js";
import { done, engine, words } from "./state.js";

const MARK = "#rencana=";
/** Longer than any plan that a form can hold. */
const MOST_LETTERS = 1_000_000;

export function linkTo(plan: Draft): string {
  return `./index.html${MARK}${encodeURIComponent(JSON.stringify(toScenario(plan).scenario))}`;
}

/** Opens the plan of the address; what was typed before stays at hand. */
export function openPlan(): void {
  const { hash } = location;
  history.replaceState(null, "", location.pathname + location.search);
  const running = engine.value;
  if (typeof running === "string") return;
  const w = words.value.cases;
  const { draft, problems } = mended(hash.length > MOST_LETTERS ? null : read(hash.slice(MARK.length)), running);
  if (draft) replace(draft, problems.length > 0 ? w.openedPartly(problems.length) : w.opened);
  else done.value = w.notOpened;
}

function read(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text));
  } catch {
    return null;
  }
}
