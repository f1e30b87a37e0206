/** One file being imported, in the single file: it has no second script for a worker, so the page waits for the work. */
import type { Choices } from "./facts.js";
import { type Imported, type Opened, type PlanPart, type Refused, type Summary, Work } from "./work.js";

export class Session {
  readonly #work: Work;

  constructor(
    plan: PlanPart,
    private readonly signal: AbortSignal,
  ) {
    this.#work = new Work(plan);
  }

  open(source: Uint8Array<ArrayBuffer> | string): Promise<Opened | Refused> {
    return this.#unlessEnded(() => this.#work.open(source));
  }

  guess(sheet: number, choices: Choices): Promise<Summary> {
    return this.#unlessEnded(() => this.#work.guess(sheet, choices));
  }

  take(): Promise<Imported> {
    return this.#unlessEnded(() => this.#work.take());
  }

  async #unlessEnded<T>(act: () => T | Promise<T>): Promise<T> {
    this.signal.throwIfAborted();
    const value = await act();
    this.signal.throwIfAborted();
    return value;
  }
}
