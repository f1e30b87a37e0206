/** Debounced work: done a moment after the last change, so that typing never waits for it. */
import { effect, type ReadonlySignal, signal } from "@preact/signals-core";

interface Done<In, Out> {
  readonly input: In;
  readonly output: Out;
}

/** Milliseconds without a change before the work is done again. */
const WAIT = 300;

/** What `work` made of the last input; `null` while `read` gives none. The first input is worked on at once. */
export function debounced<In, Out>(
  read: () => In | null,
  work: (input: In) => Out,
): ReadonlySignal<Done<In, Out> | null> {
  const result = signal<Done<In, Out> | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const input = read();
    clearTimeout(timer);
    const act = () => (result.value = input && { input, output: work(input) });
    if (input === null || result.peek() === null) act();
    else timer = setTimeout(act, WAIT);
  });
  return result;
}
