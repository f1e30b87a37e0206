/** Opens the preview of printed documents, which is loaded when it is asked for. */
import { done } from "../plan/current.js";
import { words } from "../words/current.js";

export async function printReport(): Promise<void> {
  const parts = await import("./report.js").catch(() => null);
  if (parts) await parts.openReport();
  else done.value = words.value.partFailed;
}
