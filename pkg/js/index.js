// The default entry of the package: the whole engine, no init, no asset, no configuration.
import { CakupanError } from "./error.js";
import { told } from "./say.js";
import { call } from "./start.js";

export { CakupanError };
export { say } from "./say.js";

/** The engine answers a refused input with the list of its problems. */
function answered(answer) {
  if (Array.isArray(answer)) throw new CakupanError(answer);
  return answer;
}

export function check(scenario) {
  try {
    return call("check", scenario).map(told);
  } catch (error) {
    if (error.code === "notReadable") return error.problems;
    throw error;
  }
}

export function project(scenario) {
  const projection = answered(call("project", scenario));
  for (const list of ["notices", "missing", "unused", "notCounted"]) projection[list] = projection[list].map(told);
  return projection;
}

export function explain(scenario, question = null) {
  return answered(call("explain", scenario, question));
}

export { law, lawIn } from "./law.js";

export function version() {
  return { engine: call("engine"), law: call("lawVersion") };
}
