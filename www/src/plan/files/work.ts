/** Files of the plan that the module of workbooks makes. */
import type { Projection, Scenario } from "cakupan";
import { type LetterKind, type LetterOptions, letter, start, workbook } from "cakupan/sheets";

/** Which file, of which plan. */
export interface Job {
  readonly scenario: Scenario;
  readonly projection: Projection;
  /** `null`: the workbook. */
  readonly letter: { readonly kind: LetterKind; readonly options: LetterOptions } | null;
}

/** `onMaking` is called when the module is there and the work begins. */
export async function make(
  { scenario, projection, letter: asked }: Job,
  onMaking: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  await start();
  onMaking();
  return asked ? letter(scenario, projection, asked.kind, asked.options) : workbook(scenario, projection);
}
