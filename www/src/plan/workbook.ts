/** The plan as a workbook. It comes with a module of its own, which is fetched when the first one is asked for. */
import { start, workbook } from "cakupan/sheets";
import type { Answer } from "./answer.js";

/** Throws where the module cannot be fetched, or cannot run. */
export async function workbookOf({ scenario, projection }: Answer): Promise<Uint8Array<ArrayBuffer>> {
  await start();
  return workbook(scenario, projection);
}
