/** One file being imported, in the single file: it has no second script for a worker, so the page waits for the work. */
import type { Choices } from "./facts.js";
import type { Kind, Kinds } from "./kinds.js";
import type { Opened, Refused } from "./opening.js";
import { Work } from "./work.js";

export class Session<K extends Kind> {
  readonly #work: Work<K>;

  constructor(
    kind: K,
    plan: Kinds[K]["plan"],
    private readonly signal: AbortSignal,
  ) {
    this.#work = new Work(kind, plan);
  }

  open(source: Uint8Array<ArrayBuffer> | string): Promise<Opened | Refused> {
    return this.#unlessEnded(() => this.#work.open(source));
  }

  guess(sheet: number, choices: Choices<Kinds[K]["meaning"]>): Promise<Kinds[K]["summary"]> {
    return this.#unlessEnded(() => this.#work.guess(sheet, choices));
  }

  take(): Promise<Kinds[K]["imported"]> {
    return this.#unlessEnded(() => this.#work.take());
  }

  async #unlessEnded<T>(act: () => T | Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    const value = await act();
    this.signal.throwIfAborted();
    return value;
  }
}
