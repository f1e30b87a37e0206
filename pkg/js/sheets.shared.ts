// `cakupan/sheets` without a default location: a module of its own, larger than the engine, for those who make files.
import { ownModule } from "./module.js";
import { plain } from "./plain.js";
import { initSync, restart, rkaCsv as csvOf, workbook as workbookOf } from "./sheets.glue.js";
import type { Projection, Scenario } from "./types.js";

export { CakupanError, type FailureCode } from "./error.js";
export type { Source } from "./source.js";

const { startFrom, result } = ownModule({ initSync, restart });
export { startFrom };

const sentences = (list: Projection["notices"] | Projection["notCounted"]) => list.map(({ message }) => message.id);

/**
 * The plan as an XLSX workbook whose figures are formulas: what is changed in a yellow cell is worked out again, to the
 * rupiah. With the projection of the same scenario its remarks are in the workbook too.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 *
 * @example
 * await start();
 * writeFileSync("rencana.xlsx", workbook(scenario, project(scenario)));
 */
export function workbook(scenario: Scenario, projection?: Projection): Uint8Array<ArrayBuffer> {
  const [copy = null] = plain([scenario]);
  const notices = projection ? sentences(projection.notices) : [];
  const notCounted = projection ? sentences(projection.notCounted) : [];
  return result(() => workbookOf(copy, notices, notCounted, JSON.stringify(copy)));
}

/**
 * The rows of the plan's RKA as CSV with semicolons: kode rekening, koefisien, harga satuan, jumlah, sumber dana.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function rkaCsv(scenario: Scenario): string {
  const [copy = null] = plain([scenario]);
  return result(() => csvOf(copy));
}
