/** A whole plan in the fragment of the address, which browsers do not send to servers. */
import { words } from "../words/current.js";
import { done } from "./current.js";
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

/** Address of a plan that is written in digits, as printed documents carry it. */
export const addressOf = (page: string, digits: string): string => `${page}${MARK}${digits}`;

/** Opens the plan of the address; what was typed before stays at hand. */
export async function openLink(): Promise<void> {
  const { hash } = location;
  history.replaceState(null, "", location.pathname + location.search);
  const { opened, openedPartly, notOpened, tooBroken } = words.value.cases;
  const content = await read(hash);
  if (content === "newer") done.value = words.value.kept.newerFile;
  else openPlan(content, { loaded: opened, partly: openedPartly, notLoaded: notOpened, tooBroken });
}

/** Broken text, and what is longer than any plan, is none. */
async function read(hash: string): Promise<unknown> {
  try {
    if (hash.length > MOST_LETTERS) return null;
    const text = hash.slice(MARK.length);
    // Digits come from paper only: what reads them is loaded then.
    if (/^\d+$/.test(text)) return await (await import("./digits.js")).fromDigits(text);
    return parsed(decodeURIComponent(text));
  } catch {
    return null;
  }
}
