/** Works out ranges beside the page, in a worker that ends with the signal, whatever it does. */
import type { RiskOptions } from "cakupan/monitor";
import { workerAt } from "../ui/worker.js";
import type { Job, Outcome } from "./risk-job.js";
import type { Message } from "./risk-thread.js";
import address from "./risk-thread.ts?worker&url";

/** Throws where the module cannot be fetched or cannot run, and the reason of the signal where that ends it. */
export function drawn(job: Job, signal: AbortSignal, onProgress: RiskOptions["onProgress"]): Promise<Outcome> {
  const worker = workerAt(address);
  const over = new AbortController();
  const work = new Promise<Outcome>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: over.signal });
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if ("outcome" in data) resolve(data.outcome);
      else if ("failed" in data) reject(new Error(data.failed));
      else onProgress?.(data.done, data.all);
    });
    worker.postMessage(job);
  });
  return work.finally(() => {
    over.abort();
    worker.terminate();
  });
}
