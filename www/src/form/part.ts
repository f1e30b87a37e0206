/** What a section of the form is given to show. */
import type { Draft, Named } from "../plan/draft.js";
import type { Notes } from "../plan/notes.js";
import type { Pasted } from "../plan/paste.js";
import type { Choice } from "../ui/view.js";
import type { Later } from "./later.js";

export interface FormPart {
  /** The fields of this section, at their paths in the plan. */
  readonly plan: Partial<Draft>;
  readonly notes: Notes;
  /** Several cells that were pasted into one field of this section. */
  readonly pasted: Pasted | null;
  readonly later: Later | null;
}

/** What the rows of the groups show besides their own fields. */
export interface SegmentsPart extends FormPart {
  readonly funds: readonly Named[];
  /** How the plan spreads its target over the groups. */
  readonly spread: NonNullable<Draft["target"]>["spread"] | undefined;
  /** The minimum wage of the region of the plan. */
  readonly wage: Choice | undefined;
}
