// The default entry of the package: the whole engine, no init, no asset, no configuration.
import { functionsOf } from "./answers.js";
import { ask } from "./inlined.js";

export { CakupanError } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";

export const { check, compare, explain, project, reach, version } = /* @__PURE__ */ functionsOf(ask);
