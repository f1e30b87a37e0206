/** Files of the plan that the module of workbooks makes. */
import type { Projection, Scenario } from "cakupan";
import type { Realisation } from "cakupan/monitor";
import { type LetterKind, type LetterOptions, letter, start, workbook } from "cakupan/sheets";

/** Which file, of which plan. */
export interface Job {
  readonly scenario: Scenario;
  readonly projection: Projection;
  /** What happened, for the workbook; `null`: nothing is known. */
  readonly realisation: Realisation | null;
  /** `null`: the workbook. */
  readonly letter: { readonly kind: LetterKind; readonly options: LetterOptions } | null;
}

/** How far the work is: `done` of `all` steps; of a letter, which has none, 0 of 0. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** `onMaking` is called when the module is there, and after each step of the work. */
export async function make(
  { scenario, projection, realisation, letter: asked }: Job,
  onMaking: (progress: Progress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  await start();
  onMaking({ done: 0, all: 0 });
  return asked
    ? letter(scenario, projection, asked.kind, asked.options)
    : workbook(scenario, projection, {
        realisation,
        onProgress: (done, all) => onMaking({ done, all }),
      });
}
