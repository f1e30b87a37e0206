// What wasm-bindgen writes of `monitor/src`: the functions of the module, and how it starts.

export function initSync(options: { module: WebAssembly.Module }): void;
/** Sentences are not in it. */
export function monitor(scenario: unknown, realisation: unknown): unknown;
export function benefit(scenario: unknown, request: unknown): unknown;
export function retention(scenario: unknown, request: unknown): unknown;
export function unsure(scenario: unknown): unknown;
/** A plan whose draws are made in parts. */
export class Ranges {
  constructor(scenario: unknown, request: unknown);
  /** How many were asked for. */
  readonly draws: number;
  /** Makes at most so many more; returns how many are left. */
  more(most: number): number;
  /** Gives its memory back. */
  answer(): unknown;
  free(): void;
}
/** The next call runs in a new instance. */
export function restart(): void;
