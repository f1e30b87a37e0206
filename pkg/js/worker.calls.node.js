// Lets a thread of Node answer the calls of `worker.remote.js`, in their order.
import { parentPort } from "node:worker_threads";
import { answer } from "./worker.answer.js";

export function answerCalls() {
  parentPort.on("message", (message) => parentPort.postMessage(answer(message)));
}
