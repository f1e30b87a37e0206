// `cakupan/worker` in a browser: the engine in its own module worker.
import { engineOf, type WorkerEngine, type WorkerLike } from "./worker.remote.js";

export { CakupanError, type FailureCode } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";
export type { Language } from "./sentence.js";
export type * from "./types.js";
export type { WorkerEngine, WorkerLike } from "./worker.remote.js";

/**
 * Opens the engine in its own module worker, so that a long calculation does not block the page.
 *
 * @param worker one whose script calls `answerCalls()` of `cakupan/worker/thread`, for bundlers that create none
 *
 * @example
 * const engine = open();
 * const { total } = await engine.project(scenario);
 * engine.close();
 */
export function open(worker?: WorkerLike): WorkerEngine {
  return engineOf(
    // Bundlers recognise this form and create a worker from the file.
    () => (worker ?? new Worker(new URL("./worker.thread.js", import.meta.url), { type: "module" })) as Worker,
    (own, onMessage, onEnd) => {
      own.addEventListener("message", ({ data }) => onMessage(data));
      own.addEventListener("messageerror", () => onEnd("messageerror"));
      own.addEventListener("error", (event) => onEnd(event.message || "the script of the worker could not be loaded"));
    },
  );
}
