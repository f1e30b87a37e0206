/** What a section of the answer is given to show. */
import type { Projection, Year } from "cakupan";
import type { Named } from "../plan/draft.js";

/** `K`: the parts of the projection. `Y`: the parts of each of its years. */
export interface Shown<K extends keyof Projection = never, Y extends keyof Year = never> extends Names, Standing {
  readonly projection: Pick<Projection, Exclude<K, "years">> & Years<Y>;
}

type Years<Y extends keyof Year> = [Y] extends [never] ? unknown : { readonly years: readonly Pick<Year, Y>[] };

/** Groups and funds by the names that they had when the answer was calculated. */
export interface Names {
  readonly funds: readonly Named[];
  readonly segments: readonly Named[];
}

export interface Standing {
  /** Whether the figures are of all that is typed now. */
  readonly fresh: boolean;
}
