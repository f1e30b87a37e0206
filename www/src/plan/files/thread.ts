/** The worker that makes a file: workbooks of many villages take seconds, in which the page must go on. */
import { CakupanError } from "cakupan/sheets";
import { type Job, make, type Progress } from "./work.js";

/** `progress`: the module is there, and the file is being made. */
export type Message =
  | { readonly progress: Progress }
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly failed: string };

addEventListener("message", ({ data }: MessageEvent<Job>) => {
  make(data, (progress) => tell({ progress })).then(
    (bytes) => postMessage({ bytes } satisfies Message, { transfer: [bytes.buffer] }),
    (error: unknown) => tell({ failed: error instanceof CakupanError ? error.code : String(error) }),
  );
});

const tell = (message: Message) => postMessage(message);
