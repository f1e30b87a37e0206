// The module that wasm-bindgen generates from `pkg/src`.

export function initSync(options: { module: WebAssembly.Module }): void;
export function check(scenario: unknown): unknown;
export function compare(scenarios: unknown): unknown;
export function explain(scenario: unknown, question: unknown): unknown;
export function project(scenario: unknown): unknown;
export function reach(scenario: unknown, request: unknown): unknown;
export function version(): unknown;
/** Starts a new instance at the next call. */
export function restart(): void;
