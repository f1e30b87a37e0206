/** Work beside the page, of which only the newest input counts. */

/** Milliseconds after which work is ended for a newer input; shorter work is ended sooner by itself. */
const PATIENCE = 300;

/**
 * Works on one input at a time. While it does, of all newer ones only the last waits; work that takes longer than
 * `PATIENCE` is ended for it. The first work is not: it has a module to load, which would begin anew.
 *
 * @param work gets the input, and the signal that ends it
 * @param onDone gets what came of the newest input
 * @param onSlow says whether work goes on that began more than `PATIENCE` ago
 */
export function latest<In, Out>(
  work: (input: In, signal: AbortSignal) => Promise<Out>,
  onDone: (input: In, outcome: Out | "failed") => void,
  onSlow: (isSlow: boolean) => void,
): { ask(input: In): void; drop(): void } {
  let waiting: { readonly input: In } | null = null;
  let stop: AbortController | null = null;
  let isSlow = false;
  let isLoaded = false;

  /** Ends the work at hand where something newer waits, or nothing is wanted any more. */
  const endSlow = () => {
    if (isSlow && isLoaded && waiting) stop?.abort();
  };

  async function run(): Promise<void> {
    while (waiting) {
      const { input } = waiting;
      waiting = null;
      stop = new AbortController();
      const { signal } = stop;
      const timer = setTimeout(() => {
        isSlow = true;
        onSlow(true);
        endSlow();
      }, PATIENCE);
      const outcome = await work(input, signal).catch((): "failed" => "failed");
      clearTimeout(timer);
      isSlow = false;
      if (outcome !== "failed") isLoaded = true;
      if (!waiting && !signal.aborted) onDone(input, outcome);
    }
    stop = null;
    onSlow(false);
  }

  return {
    ask(input) {
      waiting = { input };
      if (stop) endSlow();
      else void run();
    },
    drop() {
      waiting = null;
      stop?.abort();
    },
  };
}
