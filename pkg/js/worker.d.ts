import type { Comparison, Explained, Problem, Projection, Question, Reach, ReachRequest, Scenario } from "./types.js";
export type * from "./types.js";
export type { FailureCode, Language } from "./index.js";
export { CakupanError, law, lawIn, say } from "./index.js";

/** What `open` needs of a worker: a Worker of the browser, or of Node's `worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/**
 * The engine in a worker: the functions of the default entry, each answered by a promise. Calls are answered in the
 * order they were made. Values are sent as JSON would hold them.
 */
export interface WorkerEngine {
  check(scenario: unknown): Promise<Problem[]>;
  project(scenario: Scenario): Promise<Projection>;
  explain(scenario: Scenario, question?: Question): Promise<Explained>;
  reach(scenario: Scenario, request?: ReachRequest | null): Promise<Reach>;
  compare(scenarios: readonly Scenario[]): Promise<Comparison>;
  version(): Promise<{ engine: string; law: string }>;
  /** Ends the worker; what it has not answered is refused with `engineUnavailable`. */
  close(): void;
}

/**
 * Opens the engine in a module worker of its own, so that no long search holds up a page.
 *
 * @param worker one whose script calls `answerCalls()` of `cakupan/worker/thread`, where a bundler makes none by itself
 *
 * @example
 * const engine = open();
 * const { total } = await engine.project(scenario);
 * engine.close();
 */
export function open(worker?: WorkerLike): WorkerEngine;
