// What wasm-bindgen writes of `sheets/src`: the functions of the module, and how it starts.

export function initSync(options: { module: WebAssembly.Module }): void;
export function workbook(
  scenario: unknown,
  happened: unknown,
  notices: string[],
  notCounted: string[],
  written: string[],
  told?: (done: number, all: number) => void,
): Uint8Array<ArrayBuffer>;
export function letter(
  scenario: unknown,
  isTerms: boolean,
  isFolio: boolean,
  blanks: unknown,
  warnings: string[],
  notCounted: string[],
): Uint8Array<ArrayBuffer>;
/** Sentences are not in it. */
export function read(bytes: Uint8Array): unknown;
export function tables(bytes: Uint8Array): unknown;
export function taken(scenario: unknown, paths: string[], values: unknown): unknown;
export function legalBasis(scenario: unknown): unknown;
export function rka(scenario: unknown): unknown;
export function rkaTables(scenario: unknown): unknown;
export function rkaCsv(scenario: unknown, withCommas: boolean): string;
export function rkaChange(before: unknown, after: unknown): unknown;
export function rkaChangeTables(before: unknown, after: unknown): unknown;
export function rkaChangeCsv(before: unknown, after: unknown, withCommas: boolean): string;
export function cash(scenario: unknown, every: string): unknown;
export function cashCsv(scenario: unknown, every: string, withCommas: boolean): string;
export function tableCsv(heads: string[], rows: unknown, withCommas: boolean): string;
export function terbilang(number: bigint): string | undefined;
/** The next call runs in a new instance. */
export function restart(): void;
