// The default entry of the package: the whole engine, no init, no asset, no configuration.
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
export { law, lawIn, type Standing } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type * from "./types.js";

/**
 * Lists everything that is wrong with a scenario, all at once; an empty list means that `project`
 * will answer. Takes anything: JSON, a form, a file from a stranger.
 *
 * @example
 * check({ schema: 1 }).map(problem => `${problem.path}: ${problem.message.id}`)
 */
export const check: (scenario: unknown) => Problem[] = /* @__PURE__ */ functionOf("check", ask);

/**
 * Two to four scenarios side by side: differences in rupiah, people and points, each taken apart into people, rate,
 * months, relief and funds, exactly.
 *
 * @throws {CakupanError} with every problem; paths begin with the position of the scenario, `"[1].segments[0]…"`.
 */
export const compare: (scenarios: readonly Scenario[]) => Comparison = /* @__PURE__ */ functionOf("compare", ask);

/**
 * Why a figure of the projection is what it is, as a tree from the figure down to rates and inputs.
 *
 * @throws {CakupanError} with every problem of the scenario or of the question.
 */
export const explain: (scenario: Scenario, question?: Question) => Explained = /* @__PURE__ */ functionOf(
  "explain",
  ask,
);

/**
 * What the scenario costs and reaches: by month, budget year, segment, programme, fund and account.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export const project: (scenario: Scenario) => Projection = /* @__PURE__ */ functionOf("project", ask);

/**
 * The way back: how many people, and months, the ceilings of the scenario pay for; with the proof that one more does
 * not fit, other ways to spend them, and what waiting costs.
 *
 * @throws {CakupanError} with every problem; `noLimit` where `beyondPlan` is asked for and nothing ends a segment.
 */
export const reach: (scenario: Scenario, request?: ReachRequest | null) => Reach = /* @__PURE__ */ functionOf(
  "reach",
  ask,
);

/** Version of the engine and of the statutory values. */
export const version: () => Version = /* @__PURE__ */ functionOf("version", ask);
