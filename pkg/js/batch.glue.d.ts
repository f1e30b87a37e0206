// What wasm-bindgen writes of `pkg/batch/src`: the functions of the module, and how it starts.
import type { BatchColumn, BatchYear, VillagesAnswer } from "./batch.shared.js";

export function initSync(options: { module: WebAssembly.Module }): void;
export function columns(scenario: unknown): BatchColumn[];
export function workOut(scenario: unknown, names: string[], cells: Float64Array[]): BatchYear[];
export function villages(scenario: unknown): VillagesAnswer;
export function apportion(people: number, sizes: Float64Array): Float64Array;
/** The next call runs in a new instance. */
export function restart(): void;
