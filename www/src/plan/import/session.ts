/** One file being imported: its work is done in a worker, which ends with the signal, whatever it does. */
import { workerAt } from "../../ui/worker.js";
import type { Choices } from "./facts.js";
import address from "./thread.ts?worker&url";
import type { Imported, Opened, PlanPart, Refused, Summary } from "./work.js";

export type Call =
  | { readonly do: "begin"; readonly plan: PlanPart }
  | { readonly do: "open"; readonly source: Uint8Array | string }
  | { readonly do: "guess"; readonly sheet: number; readonly choices: Choices }
  | { readonly do: "take" };

export interface Answer {
  readonly id: number;
  readonly value: Opened | Refused | Summary | Imported | null;
}

type Message = Answer | { readonly id: number; readonly failed: string };

export class Session {
  readonly #worker = workerAt(address);
  readonly #waiting = new Map<number, { resolve(value: Answer["value"]): void; reject(reason: unknown): void }>();
  #calls = 0;
  /** Why nothing is answered any more. */
  #ended: unknown = null;

  constructor(plan: PlanPart, signal: AbortSignal) {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      const call = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ("failed" in data) call?.reject(new Error(data.failed));
      else call?.resolve(data.value);
    });
    const end = (reason: unknown) => {
      this.#ended = reason;
      this.#worker.terminate();
      for (const { reject } of this.#waiting.values()) reject(reason);
      this.#waiting.clear();
    };
    // The script could not be fetched, or cannot run.
    this.#worker.addEventListener("error", (event) => end(new Error(event.message)));
    signal.addEventListener("abort", () => end(signal.reason), { once: true });
    void this.#call({ do: "begin", plan }).catch(() => undefined);
  }

  open(source: Uint8Array<ArrayBuffer> | string): Promise<Opened | Refused> {
    const given = typeof source === "string" ? [] : [source.buffer];
    return this.#call({ do: "open", source }, given) as Promise<Opened | Refused>;
  }

  guess(sheet: number, choices: Choices): Promise<Summary> {
    return this.#call({ do: "guess", sheet, choices }) as Promise<Summary>;
  }

  take(): Promise<Imported> {
    return this.#call({ do: "take" }) as Promise<Imported>;
  }

  #call(call: Call, given: Transferable[] = []): Promise<Answer["value"]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    const id = this.#calls++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, call }, given);
    });
  }
}
