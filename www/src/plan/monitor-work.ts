/** Holds a plan against what happened beside the page, in a worker that begins with the first. */
import type { Scenario } from "cakupan";
import { workerAt } from "../ui/worker.js";
import type { MonitorAnswer, PackedRows } from "./monitor-answer.js";
import type { MonitorCall, MonitorReply } from "./monitor-thread.js";
import address from "./monitor-thread.ts?worker&url";

interface Running {
  readonly worker: Worker;
  /** The plan that it has. */
  scenario: Scenario | null;
}

let running: Running | null = null;

/** One call at a time. The signal ends the worker, whatever it does. */
export function monitorOf(scenario: Scenario, happened: PackedRows, signal: AbortSignal): Promise<MonitorAnswer> {
  running ??= { worker: workerAt(address), scenario: null };
  const { worker, scenario: known } = running;
  const over = new AbortController();
  const reply = new Promise<MonitorAnswer>((resolve, reject) => {
    const listen = { signal: over.signal };
    const end = (reason: unknown) => {
      worker.terminate();
      running = null;
      reject(reason);
    };
    signal.addEventListener("abort", () => end(signal.reason), listen);
    worker.addEventListener("error", (event) => end(new Error(event.message)), listen);
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<MonitorReply>) => ("failed" in data ? end(new Error(data.failed)) : resolve(data)),
      listen,
    );
  });
  const call: MonitorCall = scenario === known ? { happened } : { scenario, happened };
  worker.postMessage(call);
  running.scenario = scenario;
  return reply.finally(() => over.abort());
}
