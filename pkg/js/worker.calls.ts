// Answers the calls of `worker.remote.ts` in a browser worker, in order.
import { answer } from "./worker.answer.js";

/**
 * Answers the calls of `open(worker)`: the one line of a `thread.js` of your own, for bundlers that create no worker
 * themselves (esbuild, Rollup, Rolldown).
 *
 * @example
 * import { answerCalls } from "cakupan/worker/thread";
 * answerCalls();
 */
export function answerCalls(): void {
  addEventListener("message", ({ data }) => postMessage(answer(data)));
}
