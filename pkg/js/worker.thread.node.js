// The engine inside a worker of Node: answers the calls of `worker.remote.js`, in their order.
import { parentPort } from "node:worker_threads";
import { answer } from "./worker.answer.js";

parentPort.on("message", (message) => parentPort.postMessage(answer(message)));
