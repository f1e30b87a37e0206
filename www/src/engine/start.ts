/** The way to the calculation: fetched beside the page, so that the form stands even where wasm cannot start. */
import type { Comparison, Explained, Problem, Projection, Question, Reach, ReachRequest, Scenario } from "cakupan";
import packed from "../../../target/npm/cakupan.bin?url";

type Module = typeof import("cakupan/slim");

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
  /** The way back; the problems say where nothing ends it. */
  reach(scenario: Scenario, request: ReachRequest): Reach | readonly Problem[];
  compare(scenarios: readonly Scenario[]): Comparison | readonly Problem[];
}

/** The engine as it comes packed: the .wasm itself is twice as long where the server compresses nothing. */
async function unpacked(): Promise<Response | undefined> {
  const { ok, body } = await fetch(packed).catch(() => Response.error());
  const stream = ok ? body?.pipeThrough(new DecompressionStream("gzip")) : undefined;
  return stream && new Response(stream, { headers: { "content-type": "application/wasm" } });
}

/** Throws where the engine cannot start. */
export async function startEngine(): Promise<Engine> {
  const { CakupanError, compare, explain, project, reach, say, start, version } = await import("cakupan/slim");
  await unpacked()
    .then(start)
    .catch(() => start());
  /** A failure inside the engine is told like a problem of the whole scenario, so that the form stays alive. */
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
