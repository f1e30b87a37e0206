// One call that came to a worker, answered: what the engine answers, or what its error is made of.
import { ask } from "./inlined.js";

export function answer({ id, name, pieces }) {
  try {
    return { id, answer: ask(name, pieces) };
  } catch ({ code, path, words }) {
    return { id, failure: { code, path, words } };
  }
}
