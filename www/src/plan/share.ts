/** Links that carry a whole plan: written short, and read in each form that was ever written. */
import { deflated, inflated } from "./deflated.js";
import { fromDigits } from "./digits.js";
import type { Draft } from "./draft.js";
import { packed } from "./file.js";
import { PLAIN } from "./link.js";
import { parsed } from "./storage/saved.js";

/** The form of the fragment: deflated, in letters that addresses may have. */
const SHORT = "#r1=";

/** Longer than any plan that a form can hold: of the fragment, and of what it unfolds to. */
const MOST_LETTERS = 1_000_000;
const MOST_BYTES = 5_000_000;

/** The address of this page with the plan in it. */
export async function linkOf(plan: Draft): Promise<string> {
  const bytes = await deflated(JSON.stringify(packed(plan)));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const [page = ""] = location.href.split("#");
  return page + SHORT + letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The content of a link; `null` where it is broken, `"newer"` where a later version wrote it. */
export async function readLink(hash: string): Promise<unknown> {
  if (hash.length > MOST_LETTERS) return null;
  try {
    if (hash.startsWith(PLAIN)) {
      const text = hash.slice(PLAIN.length);
      return /^\d+$/.test(text) ? await fromDigits(text) : parsed(decodeURIComponent(text));
    }
    if (!hash.startsWith(SHORT)) return "newer";
    const letters = atob(hash.slice(SHORT.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return parsed(await inflated(bytes, MOST_BYTES));
  } catch {
    return null;
  }
}
