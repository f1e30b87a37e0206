/** Opens the plan in the fragment of the address: JSON of a link, or digits of a printed document. */
import { words } from "../words/current.js";
import { done } from "./current.js";
import { fromDigits } from "./digits.js";
import { MARK } from "./link.js";
import { openPlan } from "./open.js";
import { parsed } from "./storage/saved.js";

/** Longer than any plan that a form can hold. */
const MOST_LETTERS = 1_000_000;

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
    if (/^\d+$/.test(text)) return await fromDigits(text);
    return parsed(decodeURIComponent(text));
  } catch {
    return null;
  }
}
