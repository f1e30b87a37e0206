// Lets a worker of a browser answer the calls of `worker.remote.js`, in their order.
import { answer } from "./worker.answer.js";

export function answerCalls() {
  addEventListener("message", ({ data }) => postMessage(answer(data)));
}
