// Why there is no answer: one error class, for what the engine refuses and for an engine that cannot run.
import { told } from "./say.js";

export class CakupanError extends Error {
  /** @param reasons codes with path and params, the first one first */
  constructor(reasons, cause) {
    const all = reasons.map(told);
    const lines = (language) =>
      all.map(({ path, message }) => (path ? `${path}: ` : "") + message[language]).join("\n");
    super(lines("en"), cause === undefined ? undefined : { cause });
    this.name = "CakupanError";
    this.code = all[0].code;
    this.path = all[0].path;
    this.words = { id: lines("id"), en: this.message };
    this.problems = all;
  }
}

/** A failure that is not a fault of the input. */
export function fail(code, params, cause) {
  return Object.assign(new CakupanError([{ code, path: "", params }], cause), { problems: [] });
}
