/** The worker that makes a file: workbooks of many villages take seconds, in which the page must go on. */
import type { Projection, Scenario } from "cakupan";
import { CakupanError, type LetterKind, type LetterOptions, letter, start, workbook } from "cakupan/sheets";

/** Which file, of which plan. */
export interface Job {
  readonly scenario: Scenario;
  readonly projection: Projection;
  /** `null`: the workbook. */
  readonly letter: { readonly kind: LetterKind; readonly options: LetterOptions } | null;
}

/** `"making"`: the module is there, and the file is being made. */
export type Message = "making" | { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failed: string };

addEventListener("message", ({ data }: MessageEvent<Job>) => {
  make(data).catch((error: unknown) => tell({ failed: error instanceof CakupanError ? error.code : String(error) }));
});

async function make({ scenario, projection, letter: asked }: Job): Promise<void> {
  await start();
  tell("making");
  const bytes = asked ? letter(scenario, projection, asked.kind, asked.options) : workbook(scenario, projection);
  postMessage({ bytes } satisfies Message, { transfer: [bytes.buffer] });
}

const tell = (message: Message) => postMessage(message);
