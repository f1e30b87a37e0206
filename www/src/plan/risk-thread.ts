/** The worker that draws plans by lot, so that the page goes on meanwhile. */
import { type Job, type Outcome, worked } from "./risk-job.js";

export type Message =
  | { readonly done: number; readonly all: number }
  | { readonly outcome: Outcome }
  | { readonly failed: string };

addEventListener("message", ({ data }: MessageEvent<Job>) => {
  worked(data, { onProgress: (done, all) => tell({ done, all }) }).then(
    (outcome) => tell({ outcome }),
    (error: unknown) => tell({ failed: String(error) }),
  );
});

const tell = (message: Message) => postMessage(message);
