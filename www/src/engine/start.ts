/** Loads the engine after the page, so that the form works even where wasm cannot start. */
import type { Comparison, Explained, Problem, Projection, Question, Reach, ReachRequest, Scenario } from "cakupan";
import { unpacked } from "./packed.js";

type Module = typeof import("./functions.js");

export type Outcome =
  | { readonly projection: Projection; readonly scenario: Scenario }
  | { readonly problems: readonly Problem[] };

export interface Engine {
  readonly say: Module["say"];
  readonly version: Module["version"];
  /** Checks and calculates; the engine alone decides what is a good scenario. */
  run(scenario: unknown): Outcome;
  /** `null` where the question has no answer. */
  explain(scenario: Scenario, question: Question): Explained | null;
  /** People that the ceilings pay for, or the problems that prevent an answer. */
  reach(scenario: Scenario, request: ReachRequest): Reach | readonly Problem[];
  compare(scenarios: readonly Scenario[]): Comparison | readonly Problem[];
}

/** Throws where the engine cannot start. */
export async function startEngine(): Promise<Engine> {
  const { CakupanError, compare, explain, project, reach, say, start, version } = await import("./functions.js");
  await unpacked()
    .then(start)
    .catch(() => start());
  /** An internal failure becomes a problem of the whole scenario, so that the form goes on working. */
  const problemsOf = (error: unknown): readonly Problem[] => {
    if (!(error instanceof CakupanError)) throw error;
    if (error.problems.length > 0) return error.problems;
    const code = error.code as Problem["code"];
    return [{ code, grade: "problem", path: "", params: {}, message: { id: "", en: error.message } }];
  };
  const orProblems = <T>(ask: () => T): T | readonly Problem[] => {
    try {
      return ask();
    } catch (error) {
      return problemsOf(error);
    }
  };
  return {
    say,
    version,
    run(scenario) {
      try {
        return { projection: project(scenario as Scenario), scenario: scenario as Scenario };
      } catch (error) {
        return { problems: problemsOf(error) };
      }
    },
    explain(scenario, question) {
      try {
        return explain(scenario, question);
      } catch (error) {
        problemsOf(error);
        return null;
      }
    },
    reach: (scenario, request) => orProblems(() => reach(scenario, request)),
    compare: (scenarios) => orProblems(() => compare(scenarios)),
  };
}
