// Why there is no answer: one error class, for what the engine refuses and for an engine that cannot run.
import { told } from "./sentence.js";
import type { Params, Problem, ProblemCode, Words } from "./types.js";

/**
 * Codes of failures that are not a fault of the input: WebAssembly is not allowed or too old; `cakupan/slim` found no
 * engine at its address, or was not started; the worker was closed; something failed inside.
 */
export type FailureCode = "engineUnavailable" | "notFetched" | "notStarted" | "closed" | "internal";

/** A code at a place, before it has words. */
export interface Reason {
  readonly code: ProblemCode | FailureCode;
  readonly path: string;
  readonly params: Params;
}

/** Why there is no answer. `code` and `path` are those of the first problem; `message` is English. */
export class CakupanError extends Error {
  override readonly name = "CakupanError";
  readonly code: ProblemCode | FailureCode;
  /** Where in the input, `"segments[0].payers[1].percent"`; empty where it is the whole. */
  readonly path: string;
  /** The message in both languages, a line for each problem. */
  readonly words: Words;
  /** Everything that is wrong with the input; empty for a failure that is no fault of it. */
  readonly problems: readonly Problem[];

  /** @internal the reasons, the first one first */
  constructor(reasons: readonly Reason[], cause?: unknown) {
    const all = reasons.map(({ code, path, params }) => told({ code, grade: "problem", path, params }));
    const lines = (language: keyof Words) =>
      all.map(({ path, message }) => (path ? `${path}: ` : "") + message[language]).join("\n");
    super(lines("en"), cause === undefined ? undefined : { cause });
    this.code = all[0]?.code ?? "internal";
    this.path = all[0]?.path ?? "";
    this.words = { id: lines("id"), en: this.message };
    this.problems = all as readonly Problem[];
  }
}

/** A failure that is not a fault of the input. */
export function fail(code: FailureCode, params: Params, cause?: unknown): CakupanError {
  return Object.assign(new CakupanError([{ code, path: "", params }], cause), { problems: [] });
}

/** Why the engine cannot start or be reached, as an error that names the reason. */
export function unavailable(cause: unknown): CakupanError {
  return fail("engineUnavailable", { reason: cause instanceof Error ? cause.message : String(cause) }, cause);
}

/** Refuses what a caller handed over. */
export function refuse(...problems: readonly Reason[]): never {
  throw new CakupanError(problems);
}

/** What reading answers; a getter or a Proxy may throw anything. */
export function readable<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    return refuse({ code: "notReadable", path, params: {} });
  }
}
