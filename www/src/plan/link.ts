/** A whole plan in the fragment of the address, which browsers do not send to servers: as plain text, made at once. */
import type { Draft } from "./draft.js";
import { packed } from "./file.js";

export const PLAIN = "#rencana=";

/** The plan as it is typed: a number that is not clear yet must not get lost on the way. */
export function linkTo(plan: Draft): string {
  return `./index.html${PLAIN}${encodeURIComponent(JSON.stringify(packed(plan)))}`;
}
