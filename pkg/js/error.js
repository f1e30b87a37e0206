// Why an answer was refused: one error class, made from the problems that the engine names.
import { say, told } from "./say.js";

export class CakupanError extends Error {
  /** @param problems as the engine names them, the first one first */
  constructor(problems, cause) {
    const all = problems.map(told);
    const lines = all.map(({ path, message }) => (path ? `${path}: ${message.en}` : message.en));
    super(lines.join("\n"), cause === undefined ? undefined : { cause });
    this.name = "CakupanError";
    this.code = all[0].code;
    this.path = all[0].path;
    this.problems = all;
  }
}

/** A failure that is not a fault of the input. */
export function fail(code, params, cause) {
  const error = new CakupanError([{ code: "notReadable", path: "", params: {} }], cause);
  error.message = say("en", { code, params });
  return Object.assign(error, { code, problems: [] });
}
