// The other side of a worker: sends calls, and keeps the promises of their answers.
import { promisesOf } from "./answers.js";
import { CakupanError, fail, unavailable } from "./error.js";

/** A failure as it was on the other side. */
function revived({ code, path, words }) {
  const error = new CakupanError([{ code, path, params: {} }]);
  return Object.assign(error, { message: words.en, words, problems: [] });
}

/**
 * @param make answers what has `postMessage` and `terminate`
 * @param listen gets it, and hands on what it sends and why it ended
 */
export function engineOf(make, listen) {
  try {
    const worker = make();
    for (const name of ["postMessage", "terminate"])
      if (typeof worker[name] !== "function") throw new TypeError(`not a worker: it has no ${name}()`);
    return remote(worker, listen.bind(null, worker));
  } catch (cause) {
    throw unavailable(cause);
  }
}

function remote(worker, listen) {
  const waiting = new Map();
  let last = 0;
  let ended = null;

  function end(error) {
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

  const ask = (name, pieces) =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, pieces });
    });

  return {
    ...promisesOf(ask),
    close() {
      end(fail("closed", {}));
      worker.terminate();
    },
  };
}
