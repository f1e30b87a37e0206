// The default entry of the package: the whole engine, no init, no asset, no configuration.
import { functionOf } from "./answers.js";
import { ask } from "./inlined.js";

export { CakupanError } from "./error.js";
export { law, lawIn } from "./law.js";
export { say } from "./say.js";

export const check = /* @__PURE__ */ functionOf("check", ask);
export const compare = /* @__PURE__ */ functionOf("compare", ask);
export const explain = /* @__PURE__ */ functionOf("explain", ask);
export const project = /* @__PURE__ */ functionOf("project", ask);
export const reach = /* @__PURE__ */ functionOf("reach", ask);
export const version = /* @__PURE__ */ functionOf("version", ask);
