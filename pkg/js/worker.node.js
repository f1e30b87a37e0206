// `cakupan/worker` in Node: the engine in a thread of its own.
import { Worker } from "node:worker_threads";
import { engineOf } from "./worker.remote.js";

export { CakupanError } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";

export function open(worker) {
  return engineOf(
    () => worker ?? new Worker(new URL("./worker.thread.node.js", import.meta.url)),
    (own, onMessage, onEnd) => {
      own.on("message", onMessage);
      own.on("messageerror", onEnd);
      own.on("error", onEnd);
      own.on("exit", (code) => onEnd(`the worker ended with ${code}`));
    },
  );
}
