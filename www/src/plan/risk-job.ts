/** One calculation of ranges: what it is given, and what comes of it. */
import { CakupanError, risk, type RiskOptions, type RiskRequest, start, type Uncertainty } from "cakupan/monitor";
import type { Problem, Scenario } from "cakupan";

export interface Job {
  readonly scenario: Scenario;
  readonly request: RiskRequest;
}

export type Outcome = { readonly uncertainty: Uncertainty } | { readonly problems: readonly Problem[] };

/** Throws where the module cannot be fetched or cannot run, and the reason of the signal where that ends it. */
export async function worked({ scenario, request }: Job, options: RiskOptions): Promise<Outcome> {
  await start();
  try {
    return { uncertainty: await risk(scenario, request, options) };
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0) return { problems: error.problems };
    throw error;
  }
}
