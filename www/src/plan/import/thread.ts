/** The worker: answers the calls of `session.ts`, in order. */
import type { Kind } from "./kinds.js";
import type { Answer, Call } from "./session.js";
import { Work } from "./work.js";

let work: Work<Kind> | null = null;
let before: Promise<unknown> = Promise.resolve();

async function answer(call: Call): Promise<Answer["value"]> {
  if (call.do === "begin") {
    work = new Work(call.kind, call.plan);
    return null;
  }
  if (!work) throw new Error("The work has not begun.");
  if (call.do === "open") return work.open(call.source);
  return call.do === "guess" ? work.guess(call.sheet, call.choices) : work.take();
}

addEventListener("message", ({ data }: MessageEvent<{ readonly id: number; readonly call: Call }>) => {
  before = before
    .then(() => answer(data.call))
    .then(
      (value) => postMessage({ id: data.id, value } satisfies Answer),
      (error: unknown) => postMessage({ id: data.id, failed: String(error) }),
    );
});
