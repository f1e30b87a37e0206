/** Works out the villages in the single file, which has no second script for a worker: the page waits for it. */
import { start, type VillagesAnswer, villages } from "cakupan/batch";
import type { Scenario } from "cakupan";

export async function villagesOf(scenario: Scenario, signal: AbortSignal): Promise<VillagesAnswer> {
  await start();
  signal.throwIfAborted();
  return villages(scenario);
}
