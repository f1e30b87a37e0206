// Lets a worker of a browser answer the calls of `worker.remote.ts`, in their order.
import { answer } from "./worker.answer.js";

/**
 * Lets a worker answer the calls of `open(worker)`: the one line of a `thread.js` of your own, for bundlers that make
 * no worker by themselves (esbuild, Rollup, Rolldown).
 *
 * @example
 * import { answerCalls } from "cakupan/worker/thread";
 * answerCalls();
 */
export function answerCalls(): void {
  addEventListener("message", ({ data }) => postMessage(answer(data)));
}
