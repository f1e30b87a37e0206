/** One file being imported: its work is done in a worker, which ends with the signal, whatever it does. */
import { workerAt } from "../../ui/worker.js";
import type { Choices } from "./facts.js";
import type { Kind, Kinds } from "./kinds.js";
import type { Opened, Refused } from "./opening.js";
import address from "./thread.ts?worker&url";

export type Call =
  | { readonly do: "begin"; readonly kind: Kind; readonly plan: Kinds[Kind]["plan"] }
  | { readonly do: "open"; readonly source: Uint8Array | string }
  | { readonly do: "guess"; readonly sheet: number; readonly choices: Choices<Kinds[Kind]["meaning"]> }
  | { readonly do: "take" };

export interface Answer {
  readonly id: number;
  readonly value: Opened | Refused | Kinds[Kind]["summary"] | Kinds[Kind]["imported"] | null;
}

type Message = Answer | { readonly id: number; readonly failed: string };

export class Session<K extends Kind> {
  readonly #worker = workerAt(address);
  readonly #waiting = new Map<number, { resolve(value: Answer["value"]): void; reject(reason: unknown): void }>();
  #calls = 0;
  /** Why nothing is answered any more. */
  #ended: unknown = null;

  constructor(kind: K, plan: Kinds[K]["plan"], signal: AbortSignal) {
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
    void this.#call({ do: "begin", kind, plan }).catch(() => undefined);
  }

  open(source: Uint8Array<ArrayBuffer> | string): Promise<Opened | Refused> {
    const given = typeof source === "string" ? [] : [source.buffer];
    return this.#call({ do: "open", source }, given) as Promise<Opened | Refused>;
  }

  guess(sheet: number, choices: Choices<Kinds[K]["meaning"]>): Promise<Kinds[K]["summary"]> {
    return this.#call({ do: "guess", sheet, choices }) as Promise<Kinds[K]["summary"]>;
  }

  take(): Promise<Kinds[K]["imported"]> {
    return this.#call({ do: "take" }) as Promise<Kinds[K]["imported"]>;
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
