/** Works out ranges in the single file, which has no second script for a worker: the page waits between two parts. */
import type { RiskOptions } from "cakupan/monitor";
import { type Job, type Outcome, worked } from "./risk-job.js";

export const drawn = (job: Job, signal: AbortSignal, onProgress: RiskOptions["onProgress"]): Promise<Outcome> =>
  worked(job, onProgress ? { signal, onProgress } : { signal });
