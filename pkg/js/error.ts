// The error class for refused input and for an engine that cannot run.
import { told } from "./sentence.js";
import type { Params, Problem, ProblemCode, Words } from "./types.js";

/**
 * Codes of failures that are no fault of the input. `engineUnavailable`: WebAssembly is not allowed or too old.
 * `notFetched`, `notStarted`: `cakupan/slim` found no engine at its address, or was not started. `closed`: the worker
 * was closed. `internal`: a fault of the engine.
 */
export type FailureCode = "engineUnavailable" | "notFetched" | "notStarted" | "closed" | "internal";

/** A code and its path, before sentences are added. */
export interface Reason {
  readonly code: ProblemCode | FailureCode;
  readonly path: string;
  readonly params: Params;
}

/**
 * Thrown where there is no result. `code` and `path` are those of the first problem; `message` is English.
 */
export class CakupanError extends Error {
  override readonly name = "CakupanError";
  readonly code: ProblemCode | FailureCode;
  /** Path in the input, `"segments[0].payers[1].percent"`; empty for the whole input. */
  readonly path: string;
  /** Message in both languages, one line for each problem. */
  readonly words: Words;
  /** All problems of the input; empty where the input is not at fault. */
  readonly problems: readonly Problem[];

  /** @internal the reasons, in the order of the message */
  constructor(reasons: readonly Reason[], cause?: unknown) {
    const all = reasons.map(told);
    const lines = (language: keyof Words) =>
      all.map(({ path, message }) => (path ? `${path}: ` : "") + message[language]).join("\n");
    super(lines("en"), cause === undefined ? undefined : { cause });
    this.code = all[0]?.code ?? "internal";
    this.path = all[0]?.path ?? "";
    this.words = { id: lines("id"), en: this.message };
    this.problems = all as readonly Problem[];
  }
}

/** Error for a failure that is no fault of the input. */
export function fail(code: FailureCode, params: Params, cause?: unknown): CakupanError {
  return Object.assign(new CakupanError([{ code, path: "", params }], cause), { problems: [] });
}

/** Error for an engine that cannot start or be reached. */
export function unavailable(cause: unknown): CakupanError {
  return fail("engineUnavailable", { reason: cause instanceof Error ? cause.message : String(cause) }, cause);
}

/** Throws the problems of an argument. */
export function refuse(...problems: readonly Reason[]): never {
  throw new CakupanError(problems);
}

/** Result of `read`; a getter or Proxy that throws is reported at `path`. */
export function readable<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    return refuse({ code: "notReadable", path, params: {} });
  }
}
