// Default entry of the package: the whole engine, with nothing to initialise, fetch or configure.
import { functionOf } from "./answers.js";
import { ask } from "./inlined.js";
import type {
  Comparison,
  Explained,
  Problem,
  Projection,
  Question,
  Reach,
  ReachRequest,
  Scenario,
  Version,
} from "./types.js";

export { CakupanError, type FailureCode } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type * from "./types.js";

/**
 * Lists all problems of a scenario; an empty list means that `project` gives a result. Accepts any value: JSON, form
 * data, a file.
 *
 * @example
 * check({ schema: 1 }).map(problem => `${problem.path}: ${problem.message.id}`)
 */
export const check: (scenario: unknown) => Problem[] = /* @__PURE__ */ functionOf("check", ask);

/**
 * Compares two to four scenarios with the first: differences in rupiah, people and percentage points, each divided
 * exactly into rate, months, people, relief and funds.
 *
 * @throws {CakupanError} with every problem; paths start with the position of the scenario, `"[1].segments[0]…"`.
 */
export const compare: (scenarios: readonly Scenario[]) => Comparison = /* @__PURE__ */ functionOf("compare", ask);

/**
 * Explains a figure of the projection as a tree, down to rates and inputs.
 *
 * @throws {CakupanError} with every problem of the scenario or of the question.
 */
export const explain: (scenario: Scenario, question?: Question) => Explained = /* @__PURE__ */ functionOf(
  "explain",
  ask,
);

/**
 * Calculates cost and coverage: by month, budget year, segment, programme, fund and account.
 *
 * @throws {CakupanError} with every problem that `check` lists.
 */
export const project: (scenario: Scenario) => Projection = /* @__PURE__ */ functionOf("project", ask);

/**
 * Calculates how many people, and months, the ceilings pay for, with the proof that one more does not fit, other ways
 * to spend the ceilings, and the effect of waiting.
 *
 * @throws {CakupanError} with every problem; `noLimit` where `beyondPlan` is set and no ceiling limits a segment.
 */
export const reach: (scenario: Scenario, request?: ReachRequest | null) => Reach = /* @__PURE__ */ functionOf(
  "reach",
  ask,
);

/** Versions of the engine and of the law. */
export const version: () => Version = /* @__PURE__ */ functionOf("version", ask);
