// `cakupan/sheets` in Node: the .wasm beside this module is read from the disk.
import { readFile } from "node:fs/promises";
import { type Source, startFrom } from "./sheets.shared.js";

export {
  CakupanError,
  cash,
  type CashColumn,
  cashCsv,
  type CashEvery,
  type CashPlan,
  type CashRow,
  type CellChange,
  type CellMark,
  type Changes,
  type Dialect,
  type FailureCode,
  type LegalBasis,
  legalBasis,
  letter,
  type LetterBlanks,
  type LetterKind,
  type LetterOptions,
  type MarkedCell,
  type Paper,
  read,
  type Returned,
  rka,
  type RkaChange,
  rkaChange,
  rkaChangeCsv,
  type RkaChangeTable,
  rkaChangeTables,
  rkaCsv,
  type RkaRow,
  type RkaTable,
  rkaTables,
  type SheetTable,
  type SheetTables,
  type Source,
  tableCsv,
  tables,
  taken,
  terbilang,
  workbook,
  type WorkbookOptions,
} from "./sheets.shared.js";

/** As `start` of `cakupan/sheets`; without a source the file is read from the disk. */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  return startFrom(() => source ?? readFile(new URL("./sheets.wasm", import.meta.url)));
}
