/** Makes a file of the plan in the single file, which has no second script for a worker: the page waits for it. */
import { type Job, make, type Progress } from "./work.js";

export async function made(
  job: Job,
  signal: AbortSignal,
  onMaking: (progress: Progress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await make(job, onMaking);
  signal.throwIfAborted();
  return bytes;
}
