// Answers one call inside a worker: the result of the engine, or the content of its error.
import { CakupanError } from "./error.js";
import { ask } from "./inlined.js";
import type { Name, Plain } from "./plain.js";

export interface Call {
  readonly id: number;
  readonly name: Name;
  readonly values: readonly Plain[];
}

export type Failure = Pick<CakupanError, "code" | "path" | "words" | "problems">;

export interface Answered {
  readonly id: number;
  readonly answer?: unknown;
  readonly failure?: Failure;
}

export function answer({ id, name, values }: Call): Answered {
  try {
    return { id, answer: ask(name, values) };
  } catch (error) {
    if (!(error instanceof CakupanError)) throw error;
    const { code, path, words, problems } = error;
    return { id, failure: { code, path, words, problems } };
  }
}
