/** What a section of the answer is given to show. */
import type { Amounts, Monthly, Projection, Year } from "cakupan";
import type { Named } from "../plan/draft.js";

/** Names of what a section shows: parts of the projection, of each year, of the whole plan and of the months. */
export interface Parts {
  readonly projection?: Exclude<keyof Projection, "years" | "total" | "monthly">;
  readonly years?: keyof Year;
  readonly total?: keyof Amounts;
  readonly monthly?: keyof Monthly;
}

/** These parts of the last answer, and no other: a section is drawn again when something in them has changed. */
export interface Shown<P extends Parts> extends Standing {
  readonly projection: Pick<Projection, Of<P, "projection", keyof Projection>> & {
    readonly years: readonly Pick<Year, Of<P, "years", keyof Year>>[];
    readonly total: Pick<Amounts, Of<P, "total", keyof Amounts>>;
    readonly monthly: Pick<Monthly, Of<P, "monthly", keyof Monthly>>;
  };
}

type Of<P extends Parts, Name extends keyof Parts, All> = P extends { readonly [name in Name]: infer Keys extends All }
  ? Keys
  : never;

/** Funds by the names that they had when the answer was calculated. */
export interface FundNames {
  readonly funds: readonly Named[];
}

/** Groups, likewise. */
export interface SegmentNames {
  readonly segments: readonly Named[];
}

export interface Standing {
  /** Whether the figures are of all that is typed now. */
  readonly fresh: boolean;
}
