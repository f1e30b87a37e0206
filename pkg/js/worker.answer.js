// One call that came to a worker, answered: the text of the engine, or what its error is made of.
import { ask } from "./inlined.js";

export function answer({ id, name, pieces }) {
  try {
    return { id, text: ask(name, pieces) };
  } catch ({ code, path, words }) {
    return { id, failure: { code, path, words } };
  }
}
