/** Texts in the table of groups that name no choice. */
import type { Draft } from "./draft.js";

/** Such a text; its field keeps its value until a choice is named. */
export interface UnreadDraft {
  readonly segment: string;
  readonly field: "class" | "programmes" | "payers";
  readonly text: string;
}

/** The path of its field; `""` where the group is gone. */
export function pathOfUnread({ segments }: Pick<Draft, "segments">, { segment, field }: UnreadDraft): string {
  const place = segments.findIndex(({ id }) => id === segment);
  return place < 0 ? "" : `segments[${place}].${field}`;
}
