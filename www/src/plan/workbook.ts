/** The plan of a workbook that comes back. The module for it is fetched when the first file is opened. */
import { CakupanError, type CellChange, type Returned, read, start, taken } from "cakupan/sheets";
import type { Words } from "cakupan";
import { fromAsked } from "./realisation.js";

export type { CellChange, Returned };

/** A workbook read back, or the sentences why it cannot be. Throws where the module cannot be fetched. */
export async function readWorkbook(bytes: Uint8Array): Promise<Returned | { readonly refused: Words }> {
  await start();
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0) return { refused: error.words };
    throw error;
  }
}

/** The plan of a workbook with the changes that its reader has chosen, and with what had happened to it. */
export function withChanges({ scenario, realisation }: Returned, chosen: readonly CellChange[]): unknown {
  const plan = taken(scenario, chosen);
  return realisation ? { ...plan, realisation: fromAsked(realisation.rows) } : plan;
}
