// One plan for many units at once, in columns; in as many workers as the device has cores.
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

/**
 * Starts the module from `batch.wasm`; without a source from the file beside this module (in Node read from disk).
 * `open` needs no start: each of its workers starts a module of its own.
 *
 * @throws {CakupanError} `engineUnavailable`, or `notFetched` with address and status.
 */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  // Bundlers recognise this form and include the file.
  return startFrom(() => source ?? new URL("./batch.wasm", import.meta.url));
}

/**
 * Opens workers for long tables, so that the page stays free: they take blocks of units until all are worked out.
 *
 * @param workers how many; without a number as many as the device has cores
 * @param make creates a worker whose script calls `answerBlocks()` of `cakupan/batch/thread`, for bundlers that create none
 *
 * @example
 * const workers = open();
 * const years = await workers.batch(plan, table, { onProgress: (done, units) => show(done / units) });
 * workers.close();
 */
export function open(workers: number = navigator.hardwareConcurrency, make?: () => WorkerLike): BatchWorkers {
  return workersOf(
    workers,
    // Bundlers recognise this form and create a worker from the file.
    () => (make?.() ?? new Worker(new URL("./batch.thread.js", import.meta.url), { type: "module" })) as Worker,
    (own, onMessage, onEnd) => {
      own.addEventListener("message", ({ data }) => onMessage(data));
      own.addEventListener("messageerror", () => onEnd("messageerror"));
      own.addEventListener("error", (event) => onEnd(event.message || "the script of the worker could not be loaded"));
    },
  );
}
