/** The chart comes after the first answer: its scales would only delay it. */
import { signal } from "@preact/signals-core";
import type { Answer } from "../state.js";
import type { View } from "./field.js";

export const chart = signal<((answer: Answer) => View) | null>(null);

/** Says whether the chart is there now. Without it nothing is lost: the tables say the same. */
export async function loadChart(): Promise<boolean> {
  try {
    chart.value = (await import("./chart.js")).chartView;
    return true;
  } catch {
    return false;
  }
}
