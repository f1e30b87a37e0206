// The default entry of the package: the whole engine, no init, no asset, no configuration.
import { CakupanError } from "./error.js";
import { told } from "./say.js";
import { call } from "./start.js";

export { CakupanError };
export { say } from "./say.js";

/** What the engine writes, as objects; a refused input is answered with the list of its problems. */
function answered(name, ...values) {
  const answer = JSON.parse(call(name, ...values));
  if (Array.isArray(answer)) throw new CakupanError(answer);
  return answer;
}

export function check(scenario) {
  try {
    return JSON.parse(call("check", scenario)).map(told);
  } catch (error) {
    if (error.code === "notReadable") return error.problems;
    throw error;
  }
}

export function project(scenario) {
  const projection = answered("project", scenario);
  for (const list of ["notices", "missing", "unused", "notCounted"]) projection[list] = projection[list].map(told);
  return projection;
}

export function explain(scenario, question = null) {
  return answered("explain", scenario, question);
}

export function reach(scenario, request = null) {
  return answered("reach", scenario, request);
}

export function compare(scenarios) {
  return answered("compare", scenarios);
}

export { law, lawIn } from "./law.js";

export function version() {
  return { engine: call("engine"), law: call("lawVersion") };
}
