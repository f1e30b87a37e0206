/** The worker that makes a file: workbooks of many villages take seconds, in which the page must go on. */
import { CakupanError } from "cakupan/sheets";
import { type Job, make } from "./work.js";

/** `"making"`: the module is there, and the file is being made. */
export type Message = "making" | { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly failed: string };

addEventListener("message", ({ data }: MessageEvent<Job>) => {
  make(data, () => tell("making")).then(
    (bytes) => postMessage({ bytes } satisfies Message, { transfer: [bytes.buffer] }),
    (error: unknown) => tell({ failed: error instanceof CakupanError ? error.code : String(error) }),
  );
});

const tell = (message: Message) => postMessage(message);
