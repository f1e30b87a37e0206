// `cakupan/worker` in a browser: the engine in a module worker of its own.
import { engineOf } from "./worker.remote.js";

export { CakupanError } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";

export function open(worker) {
  return engineOf(
    // Written so that bundlers see the file and make a worker of it.
    () => worker ?? new Worker(new URL("./worker.thread.js", import.meta.url), { type: "module" }),
    (own, onMessage, onEnd) => {
      own.addEventListener("message", ({ data }) => onMessage(data));
      own.addEventListener("messageerror", () => onEnd("messageerror"));
      own.addEventListener("error", (event) => onEnd(event.message || "the script of the worker could not be loaded"));
    },
  );
}
