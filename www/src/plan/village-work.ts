/** Works out the villages of a plan beside the page, in a worker that begins with the first. */
import { open, type VillagesAnswer } from "cakupan/batch";
import type { Scenario } from "cakupan";
import { workerAt } from "../ui/worker.js";
import address from "./village-thread.ts?worker&url";

const workers = open(1, () => workerAt(address));

export const villagesOf = (scenario: Scenario, signal: AbortSignal): Promise<VillagesAnswer> =>
  workers.villages(scenario, { signal });
