// Answers the calls of `worker.remote.ts` in a thread of Node, in order.
import { parentPort } from "node:worker_threads";
import { answer, type Call } from "./worker.answer.js";

/** As `answerCalls` of `cakupan/worker/thread`, in a thread of Node. */
export function answerCalls(): void {
  parentPort?.on("message", (message: Call) => parentPort?.postMessage(answer(message)));
}
