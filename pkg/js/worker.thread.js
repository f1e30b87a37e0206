// The engine inside a worker of a browser: answers the calls of `worker.remote.js`, in their order.
import { answer } from "./worker.answer.js";

addEventListener("message", ({ data }) => postMessage(answer(data)));
