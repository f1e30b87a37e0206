// Divides the units of a table into blocks, hands them to workers, and puts their answers together.
import type { BlockAnswer, BlockAsked, BlockCall } from "./batch.block.js";
import { type BatchTable, type BatchYear, type VillagesAnswer, work } from "./batch.shared.js";
import { CakupanError, fail, unavailable } from "./error.js";
import { plain } from "./plain.js";
import type { Problem, Scenario } from "./types.js";
import { revived, type WorkerLike } from "./worker.remote.js";

/** Units of one block: some milliseconds of work, and little memory. */
const BLOCK = 4096;

export interface BatchOptions {
  /** Ends the work after the blocks at hand; the promise is rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** Called after each block with the number of units that are done, and of all. */
  readonly onProgress?: (done: number, units: number) => void;
}

/** Workers for long tables. */
export interface BatchWorkers {
  /** As `batch`, without holding up the caller. Of faulty units all problems are told, in their order. */
  batch(scenario: Scenario, table: BatchTable, options?: BatchOptions): Promise<BatchYear[]>;
  /**
   * As `villages`, without holding up the caller. The signal ends the work at once: its worker ends with it, and the promise
   * is rejected with the reason of the signal.
   */
  villages(scenario: Scenario, options?: Pick<BatchOptions, "signal">): Promise<VillagesAnswer>;
  /** Ends the workers; open calls are rejected with `closed`. */
  close(): void;
}

type Listen<Own> = (worker: Own, onMessage: (message: BlockAnswer) => void, onEnd: (cause: unknown) => void) => void;

interface Hand {
  run(asked: BlockAsked): Promise<BlockAnswer>;
  end(error: CakupanError): void;
}

/** A worker that answers one block after the other. */
function handOf<Own extends WorkerLike>(worker: Own, listen: Listen<Own>): Hand {
  const waiting = new Map<number, { resolve(answer: BlockAnswer): void; reject(error: CakupanError): void }>();
  let last = 0;
  let ended: CakupanError | null = null;
  function end(error: CakupanError): void {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }
  listen(
    worker,
    (answer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    },
    (cause) => end(unavailable(cause)),
  );
  return {
    run: (asked) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, ...asked } satisfies BlockCall);
      }),
    end(error) {
      end(error);
      worker.terminate();
    },
  };
}

/** Columns for all units, of the years and funds of a first block. */
const emptied = (years: readonly BatchYear[], units: number): BatchYear[] =>
  years.map(({ year, funds }) => ({
    year,
    personMonths: new Float64Array(units),
    rupiah: new Float64Array(units),
    short: new Float64Array(units),
    funds: funds.map(({ fund }) => ({ fund, asked: new Float64Array(units), short: new Float64Array(units) })),
  }));

function put(all: readonly BatchYear[], block: readonly BatchYear[], from: number): void {
  for (const [at, year] of all.entries()) {
    const part = block[at];
    if (!part) throw fail("internal", { what: "years of a block" });
    year.personMonths.set(part.personMonths, from);
    year.rupiah.set(part.rupiah, from);
    year.short.set(part.short, from);
    for (const [place, fund] of year.funds.entries()) {
      const paid = part.funds[place];
      if (!paid) throw fail("internal", { what: "funds of a block" });
      fund.asked.set(paid.asked, from);
      fund.short.set(paid.short, from);
    }
  }
}

const UNIT = /^units\[(\d+)\]/;

/** The problems of a block by the units of the whole table. */
const placed = (problems: readonly Problem[], from: number): Problem[] =>
  problems.map((problem) => ({
    ...problem,
    path: problem.path.replace(UNIT, (_, unit: string) => `units[${Number(unit) + from}]`),
  }));

/**
 * @param workers how many at most; they are created when there is a block for them
 * @param make creates one
 * @param listen gets it, and passes on its messages and the reason of its end
 */
export function workersOf<Own extends WorkerLike>(workers: number, make: () => Own, listen: Listen<Own>): BatchWorkers {
  const hands: Hand[] = [];
  /** Workers for villages: one a call that is open, and those that wait for the next. */
  const busy = new Set<Hand>();
  const idle: Hand[] = [];
  let closed = false;

  function made(): Hand {
    try {
      return handOf(make(), listen);
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  function wanted(blocks: number): readonly Hand[] {
    while (hands.length < Math.max(1, Math.min(workers, blocks))) hands.push(made());
    return hands;
  }

  return {
    async batch(scenario, table, { signal, onProgress } = {}) {
      if (closed) throw fail("closed", {});
      const { cells, ...plan } = work(scenario, table);
      const units = cells.reduce((most, { length }) => Math.max(most, length), 0);
      const problems = new Map<number, Problem[]>();
      let years: BatchYear[] | null = null;
      let next = 0;
      let done = 0;

      /** A table without units is a block too: the plan and its columns are looked at all the same. */
      async function serve(hand: Hand): Promise<void> {
        do {
          signal?.throwIfAborted();
          const from = next;
          const to = Math.min(units, from + BLOCK);
          next = Math.max(to, 1);
          const part = { ...plan, cells: cells.map((column) => column.slice(from, to)) };
          const { years: block, failure } = await hand.run({ work: part });
          if (failure) {
            // Of the plan or of the columns: every block would say the same.
            if (!failure.problems.every(({ path }) => UNIT.test(path)) || failure.problems.length === 0)
              throw revived(failure);
            problems.set(from, placed(failure.problems, from));
          } else if (block) {
            years ??= emptied(block, units);
            put(years, block, from);
          }
          done += to - from;
          onProgress?.(done, units);
        } while (next < units);
      }

      const blocks = Math.max(1, Math.ceil(units / BLOCK));
      const all = wanted(blocks);
      try {
        // A second block waits at each worker, which need not wait while the answer to its first is put away.
        await Promise.all([...all, ...all].slice(0, blocks).map(serve));
      } catch (error) {
        // The other workers begin no further block.
        next = units;
        throw error;
      }
      signal?.throwIfAborted();
      const found = [...problems].sort(([one], [other]) => one - other).flatMap(([, list]) => list);
      if (found.length > 0) throw new CakupanError(found);
      return years ?? [];
    },
    async villages(scenario, { signal } = {}) {
      if (closed) throw fail("closed", {});
      signal?.throwIfAborted();
      const [copy = null] = plain([scenario]);
      const hand = idle.pop() ?? made();
      const stop = () => hand.end(fail("closed", {}));
      busy.add(hand);
      signal?.addEventListener("abort", stop, { once: true });
      try {
        const { villages, failure } = await hand.run({ villagesOf: copy as unknown as Scenario });
        signal?.throwIfAborted();
        if (!closed) idle.push(hand);
        if (failure) throw revived(failure);
        if (!villages) throw fail("internal", { what: "villages" });
        return villages;
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener("abort", stop);
        busy.delete(hand);
      }
    },
    close() {
      closed = true;
      for (const hand of [...hands, ...busy, ...idle]) hand.end(fail("closed", {}));
      hands.length = 0;
      idle.length = 0;
    },
  };
}
