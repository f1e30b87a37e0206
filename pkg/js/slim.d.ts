export type * from "./types.js";
export type { FailureCode, Language } from "./index.js";
/** The functions of the default entry; before `start` has ended they throw `engineUnavailable`. */
export { CakupanError, check, compare, explain, law, lawIn, project, reach, say, version } from "./index.js";

/** Where the engine comes from: its address, the answer of a request, its bytes, or the module already compiled. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Starts the engine from `cakupan.wasm`: without a source, the file beside this module (in Node read from the disk).
 * Once it has started, later calls answer at once; after a failure it may be called again.
 *
 * @throws {CakupanError} `engineUnavailable`, with address and status where it was a request.
 *
 * @example
 * await start("/assets/cakupan.wasm");
 * project(scenario).total.rupiah
 */
export function start(source?: Source | PromiseLike<Source>): Promise<void>;

/** The same, at once, from bytes or a compiled module. */
export function startSync(source: BufferSource | WebAssembly.Module): void;
