/** Makes a file of the plan beside the page, in a worker that ends with the signal, whatever it does. */
import { workerAt } from "../../ui/worker.js";
import type { Message } from "./thread.js";
import address from "./thread.ts?worker&url";
import type { Job, Progress } from "./work.js";

/**
 * The bytes of the file. `onMaking` is called when the module is there, and after each step of the work. Throws where the module cannot
 * be fetched or cannot run, and the reason of the signal where that ends it.
 */
export function made(
  job: Job,
  signal: AbortSignal,
  onMaking: (progress: Progress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = workerAt(address);
  const over = new AbortController();
  const work = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: over.signal });
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      if ("progress" in data) onMaking(data.progress);
      else if ("bytes" in data) resolve(data.bytes);
      else reject(new Error(data.failed));
    });
    worker.postMessage(job);
  });
  return work.finally(() => {
    over.abort();
    worker.terminate();
  });
}
