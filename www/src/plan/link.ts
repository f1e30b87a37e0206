/** A whole plan in the address of the calculator; what stands behind `#` is never sent to a server. */
import type { Draft } from "./draft.js";
import type { Engine } from "./engine.js";
import { type Mended, mendedTyped } from "./mend.js";
import { engine, words } from "./state.js";
import { take } from "./stranger.js";

const MARK = "#rencana=";
/** Longer than any plan that a form can hold. */
const MOST_LETTERS = 1_000_000;

/** The plan as it is typed: a number that is not clear yet must not get lost on the way. */
export function linkTo(plan: Draft): string {
  return `./index.html${MARK}${encodeURIComponent(JSON.stringify(plan))}`;
}

/** Opens the plan of the address; what was typed before stays at hand. */
export function openPlan(): void {
  const { hash } = location;
  history.replaceState(null, "", location.pathname + location.search);
  const running = engine.value;
  if (typeof running === "string") return;
  const { opened, openedPartly, notOpened, tooBroken } = words.value.cases;
  take(read(hash, running), { loaded: opened, partly: openedPartly, notLoaded: notOpened, tooBroken });
}

/** Broken text, and what is nested deeper than any plan, is none. */
function read(hash: string, running: Engine): Mended {
  const none = { draft: null, problems: [], lost: [] };
  if (hash.length > MOST_LETTERS) return none;
  try {
    return mendedTyped(JSON.parse(decodeURIComponent(hash.slice(MARK.length))), running);
  } catch {
    return none;
  }
}
