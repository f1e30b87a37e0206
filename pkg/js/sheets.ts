// Files for the budget office: workbooks with live formulas, rows of an RKA.
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

/**
 * Starts the module of files from `sheets.wasm`: without a source, the file beside this module (in Node read from the
 * disk).
 *
 * @throws {CakupanError} `engineUnavailable`, or `notFetched` with address and status where it was a request.
 */
export function start(source?: Source | PromiseLike<Source>): Promise<void> {
  // Written so that bundlers see the file and take it along.
  return startFrom(() => source ?? new URL("./sheets.wasm", import.meta.url));
}
