// What wasm-bindgen writes of `monitor/src`: the functions of the module, and how it starts.

export function initSync(options: { module: WebAssembly.Module }): void;
/** Sentences are not in it. */
export function monitor(scenario: unknown, realisation: unknown): unknown;
/** The next call runs in a new instance. */
export function restart(): void;
