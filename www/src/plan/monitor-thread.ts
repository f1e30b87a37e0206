/** The worker that holds a plan against what happened. */
import type { Scenario } from "cakupan";
import { start } from "cakupan/monitor";
import { type MonitorAnswer, monitorAnswer, type PackedRows } from "./monitor-answer.js";

/** `scenario` is absent where it is that of the call before. */
export interface MonitorCall {
  readonly scenario?: Scenario;
  readonly happened: PackedRows;
}

export type MonitorReply = MonitorAnswer | { readonly failed: string };

let plan: Scenario | null = null;

async function reply({ scenario, happened }: MonitorCall): Promise<MonitorAnswer> {
  plan = scenario ?? plan;
  await start();
  if (!plan) throw new Error("No plan was given.");
  return monitorAnswer(plan, happened);
}

addEventListener("message", ({ data }: MessageEvent<MonitorCall>) => {
  reply(data).then(
    (answer) => postMessage(answer satisfies MonitorReply),
    (error: unknown) => postMessage({ failed: String(error) } satisfies MonitorReply),
  );
});
