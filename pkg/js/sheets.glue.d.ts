// What wasm-bindgen writes of `sheets/src`: the functions of the module, and how it starts.

export function initSync(options: { module: WebAssembly.Module }): void;
export function workbook(
  scenario: unknown,
  notices: string[],
  notCounted: string[],
  written: string,
): Uint8Array<ArrayBuffer>;
export function rkaCsv(scenario: unknown): string;
/** The next call runs in a new instance. */
export function restart(): void;
