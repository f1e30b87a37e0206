// Caller's side of a worker: sends calls and settles the promises of their results.
import { promisesOf } from "./answers.js";
import { CakupanError, fail, unavailable } from "./error.js";
import type { Name, Plain } from "./plain.js";
import type {
  Comparison,
  Explained,
  Problem,
  Projection,
  Question,
  Reach,
  ReachRequest,
  Scenario,
  Version,
} from "./types.js";
import type { Answered, Call, Failure } from "./worker.answer.js";

/** A Worker of the browser or of Node's `worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

/**
 * The engine in a worker: the functions of the default entry, each returning a promise. Calls are answered in order.
 * Arguments are sent as plain data.
 */
export interface WorkerEngine {
  check(scenario: unknown): Promise<Problem[]>;
  project(scenario: Scenario): Promise<Projection>;
  explain(scenario: Scenario, question?: Question): Promise<Explained>;
  reach(scenario: Scenario, request?: ReachRequest | null): Promise<Reach>;
  compare(scenarios: readonly Scenario[]): Promise<Comparison>;
  version(): Promise<Version>;
  /** Ends the worker; open calls are rejected with `closed`. */
  close(): void;
}

/** The error of the worker, created again on this side. */
export function revived({ code, path, words, problems }: Failure): CakupanError {
  const error = new CakupanError([{ code, path, params: {} }]);
  return Object.assign(error, { message: words.en, words, problems });
}

type OnMessage = (message: Answered) => void;
type OnEnd = (cause: unknown) => void;

/**
 * @param make creates the worker
 * @param listen gets it, and passes on its messages and the reason of its end
 */
export function engineOf<Own extends WorkerLike>(
  make: () => Own,
  listen: (worker: Own, onMessage: OnMessage, onEnd: OnEnd) => void,
): WorkerEngine {
  try {
    const worker = make();
    for (const name of ["postMessage", "terminate"] as const)
      if (typeof worker[name] !== "function") throw new TypeError(`not a worker: it has no ${name}()`);
    return remote(worker, (onMessage, onEnd) => listen(worker, onMessage, onEnd));
  } catch (cause) {
    throw unavailable(cause);
  }
}

function remote(worker: WorkerLike, listen: (onMessage: OnMessage, onEnd: OnEnd) => void): WorkerEngine {
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: CakupanError): void }>();
  let last = 0;
  let ended: CakupanError | null = null;

  function end(error: CakupanError): void {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  listen(
    ({ id, answer, failure }) => {
      const promise = waiting.get(id);
      waiting.delete(id);
      if (failure) promise?.reject(revived(failure));
      else promise?.resolve(answer);
    },
    (cause) => end(unavailable(cause)),
  );

  const ask = (name: Name, values: readonly Plain[]) =>
    new Promise<unknown>((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, values } satisfies Call);
    });

  return {
    ...promisesOf<Omit<WorkerEngine, "close">>(ask),
    close() {
      end(fail("closed", {}));
      worker.terminate();
    },
  };
}
