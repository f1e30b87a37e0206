// Why there is no answer: one error class, for what the engine refuses and for an engine that cannot run.
import { told } from "./sentence.js";

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

/** Why the engine cannot start or be reached, as an error that names the reason. */
export function unavailable(cause) {
  return fail("engineUnavailable", { reason: cause instanceof Error ? cause.message : String(cause) }, cause);
}

/** Refuses what a caller handed over. */
export function refuse(...problems) {
  throw new CakupanError(problems);
}

/** What reading answers; a getter or a Proxy may throw anything. */
export function readable(path, read) {
  try {
    return read();
  } catch {
    return refuse({ code: "notReadable", path, params: {} });
  }
}
