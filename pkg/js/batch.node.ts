// `cakupan/batch` in Node: reads the .wasm file beside this module, and opens threads.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { startFrom } from "./batch.shared.js";
import { type BatchWorkers, workersOf } from "./batch.workers.js";
import type { Source } from "./source.js";
import type { WorkerLike } from "./worker.remote.js";

export {
  type BatchColumn,
  type BatchFund,
  type BatchTable,
  type BatchYear,
  type CeilingUse,
  type VillageColumns,
  type VillagesAnswer,
  apportion,
  batch,
  columns,
  villages,
} from "./batch.shared.js";
export type { BatchOptions, BatchWorkers } from "./batch.workers.js";
export { CakupanError, type FailureCode } from "./error.js";
export type { Source } from "./source.js";
export type { WorkerLike } from "./worker.remote.js";

/** As `start` of `cakupan/batch`; without a source it reads the file. */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  return startFrom(() => source ?? readFile(new URL("./batch.wasm", import.meta.url)));
}

/** As `open` of `cakupan/batch`, with threads of Node. */
export function open(workers: number = availableParallelism(), make?: () => WorkerLike): BatchWorkers {
  return workersOf(
    workers,
    () => (make?.() ?? new Worker(new URL("./batch.thread.node.js", import.meta.url))) as Worker,
    (own, onMessage, onEnd) => {
      own.on("message", onMessage);
      own.on("messageerror", onEnd);
      own.on("error", onEnd);
      own.on("exit", (code) => onEnd(`the worker ended with ${code}`));
    },
  );
}
