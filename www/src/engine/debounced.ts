/** Work that follows the plan a moment behind it, so that typing never waits for it. */
import { effect, type ReadonlySignal, signal } from "@preact/signals-core";

interface Done<In, Out> {
  readonly input: In;
  readonly output: Out;
}

/** What `work` made of the last input; `null` while nothing is asked. The first time it does not wait. */
export function behind<In, Out>(read: () => In | null, work: (input: In) => Out): ReadonlySignal<Done<In, Out> | null> {
  const result = signal<Done<In, Out> | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const input = read();
    clearTimeout(timer);
    const act = () => (result.value = input && { input, output: work(input) });
    if (input === null || result.peek() === null) act();
    else timer = setTimeout(act, 300);
  });
  return result;
}
