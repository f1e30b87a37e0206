/** A whole plan in the fragment of the address, which browsers do not send to servers. */

import { words } from "../words/current.js";
import type { Draft } from "./draft.js";
import { packed } from "./file.js";
import { openPlan } from "./open.js";
import { parsed } from "./storage/saved.js";

const MARK = "#rencana=";
/** Longer than any plan that a form can hold. */
const MOST_LETTERS = 1_000_000;

/** The plan as it is typed: a number that is not clear yet must not get lost on the way. */
export function linkTo(plan: Draft): string {
  return `./index.html${MARK}${encodeURIComponent(JSON.stringify(packed(plan)))}`;
}

/** Opens the plan of the address; what was typed before stays at hand. */
export function openLink(): void {
  const { hash } = location;
  history.replaceState(null, "", location.pathname + location.search);
  const { opened, openedPartly, notOpened, tooBroken } = words.value.cases;
  openPlan(read(hash), { loaded: opened, partly: openedPartly, notLoaded: notOpened, tooBroken });
}

/** Broken text, and what is longer than any plan, is none. */
function read(hash: string): unknown {
  try {
    return hash.length > MOST_LETTERS ? null : parsed(decodeURIComponent(hash.slice(MARK.length)));
  } catch {
    return null;
  }
}
