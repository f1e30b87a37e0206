// The functions of every entry: values go in flat, what the engine answers comes out as objects with their words.
import { CakupanError } from "./error.js";
import { flatten } from "./flat.js";
import { told } from "./sentence.js";
import { shaped } from "./shapes.js";

/** How many values each function takes; what a caller gives beyond is left alone. */
const TAKES = { check: 1, compare: 1, explain: 2, project: 1, reach: 2, version: 0 };

/** What the engine answers as an object; the problems of a refused input become an error. */
function answered(name, answer) {
  const { value, problems } = shaped(name, answer);
  if (problems) throw new CakupanError(problems);
  if (name === "check") return value.map(told);
  if (name === "project")
    for (const list of ["notices", "missing", "unused", "notCounted"]) value[list] = value[list].map(told);
  if (name === "reach")
    for (const outlook of ["onePoint", "waiting", "latestStart"]) {
      const { reason } = value[outlook];
      if (reason !== null) value[outlook].reason = told(reason);
    }
  return value;
}

const flat = (name, values) => flatten(Array.from({ length: TAKES[name] }, (_, index) => values[index]));

/** A function, where the engine is at hand; each made by itself, so that bundlers can leave out what nobody calls. */
export function functionOf(name, ask) {
  return (...values) => answered(name, ask(name, flat(name, values)));
}

/** The functions as promises, where it is elsewhere. */
export function promisesOf(ask) {
  const promiseOf =
    (name) =>
    async (...values) =>
      answered(name, await ask(name, flat(name, values)));
  return Object.fromEntries(Object.keys(TAKES).map((name) => [name, promiseOf(name)]));
}
