// What wasm-bindgen writes of `pkg/src`: the functions of the engine, and how it starts.

export function initSync(options: { module: WebAssembly.Module }): void;
export function check(scenario: unknown): unknown;
export function compare(scenarios: unknown): unknown;
export function explain(scenario: unknown, question: unknown): unknown;
export function project(scenario: unknown): unknown;
export function reach(scenario: unknown, request: unknown): unknown;
export function version(): unknown;
/** The next call runs in a new instance. */
export function restart(): void;
