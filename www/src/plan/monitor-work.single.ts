/** Holds a plan against what happened in the single file, which has no second script for a worker: the page waits for it. */
import { start } from "cakupan/monitor";
import type { Scenario } from "cakupan";
import { type MonitorAnswer, monitorAnswer, type PackedRows } from "./monitor-answer.js";

export async function monitorOf(scenario: Scenario, happened: PackedRows, signal: AbortSignal): Promise<MonitorAnswer> {
  await start();
  signal.throwIfAborted();
  return monitorAnswer(scenario, happened);
}
