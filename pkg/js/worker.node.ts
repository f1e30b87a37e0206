// `cakupan/worker` in Node: the engine in its own thread.
import { Worker } from "node:worker_threads";
import { engineOf, type WorkerEngine, type WorkerLike } from "./worker.remote.js";

export { CakupanError, type FailureCode } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type * from "./types.js";
export type { WorkerEngine, WorkerLike } from "./worker.remote.js";

/** As `open` of `cakupan/worker`, with a thread of Node. */
export function open(worker?: WorkerLike): WorkerEngine {
  return engineOf(
    () => (worker ?? new Worker(new URL("./worker.thread.node.js", import.meta.url))) as Worker,
    (own, onMessage, onEnd) => {
      own.on("message", onMessage);
      own.on("messageerror", onEnd);
      own.on("error", onEnd);
      own.on("exit", (code) => onEnd(`the worker ended with ${code}`));
    },
  );
}
