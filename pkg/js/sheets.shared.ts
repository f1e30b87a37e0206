// `cakupan/sheets` without a default location: a module of its own, larger than the engine, for those who make files.
import { readable, refuse } from "./error.js";
import { ownModule } from "./module.js";
import { plain } from "./plain.js";
import { told } from "./sentence.js";
import {
  cash as cashOf,
  cashCsv as cashCsvOf,
  initSync,
  legalBasis as basisOf,
  letter as letterOf,
  read as readBack,
  restart,
  rka as rowsOf,
  rkaChange as changeOf,
  rkaChangeCsv as changeCsvOf,
  rkaChangeTables as changeTablesOf,
  rkaCsv as csvOf,
  rkaTables as rkaTablesOf,
  tableCsv as tableCsvOf,
  tables as tablesOf,
  taken as takenOf,
  terbilang as wordsOf,
  workbook as workbookOf,
} from "./sheets.glue.js";
import type {
  CashPlan,
  CellChange,
  Changes,
  LegalBasis,
  Projection,
  Realisation,
  RkaChange,
  RkaChangeTable,
  RkaRow,
  RkaTable,
  Scenario,
  SheetTables,
} from "./types.js";

export { CakupanError, type FailureCode } from "./error.js";
export type { Source } from "./source.js";
export type {
  CashColumn,
  CashPlan,
  CashRow,
  CellChange,
  CellMark,
  Changes,
  LegalBasis,
  MarkedCell,
  RkaChange,
  RkaChangeTable,
  RkaRow,
  RkaTable,
  SheetTable,
  SheetTables,
} from "./types.js";

/** How long the columns of a cash plan are. */
export type CashEvery = "month" | "quarter" | "halfYear";

/**
 * What separates the cells of a CSV. `semicolon`: with a decimal comma, for spreadsheets set to Indonesian; `comma`: with
 * a decimal point.
 */
export type Dialect = "semicolon" | "comma";

/** `notaDinas` asks for the money; `kak`, the kerangka acuan kegiatan, says what it is for, for whom, when, at which price. */
export type LetterKind = "notaDinas" | "kak";

/** A4, or F4 (folio, 215 × 330 mm). */
export type Paper = "A4" | "F4";

/**
 * What no plan knows, as it is to be printed; what is left out stays dots in the letter, to be filled by hand. A text of
 * more than 300 letters is cut.
 */
export interface LetterBlanks {
  /** Kepada. */
  readonly to?: string;
  /** Dari. */
  readonly from?: string;
  /** Tanggal. */
  readonly date?: string;
  /** Nomor. */
  readonly number?: string;
  /** Sifat. */
  readonly nature?: string;
  /** Lampiran. */
  readonly attachment?: string;
  /** Program of the budget; left out: what the segments say. */
  readonly programme?: string;
  /** Kegiatan; as `programme`. */
  readonly activity?: string;
  /** Sub kegiatan; as `programme`. */
  readonly subActivity?: string;
  /** Where it is signed. */
  readonly place?: string;
  /** Office of whoever signs. */
  readonly position?: string;
  /** Name of whoever signs. */
  readonly name?: string;
  /** NIP of whoever signs. */
  readonly nip?: string;
  /** Tembusan, between semicolons. */
  readonly copies?: string;
}

/** What a letter is made with. */
export interface LetterOptions extends LetterBlanks {
  /** `"A4"` where none is named. */
  readonly paper?: Paper;
}

/** What a workbook is made with. */
export interface WorkbookOptions {
  /** What happened: adds the sheet *Realisasi*, with plan and payments by month beside the straight line. */
  readonly realisation?: Realisation | null;
  /** Called after each step with how many are done, and of how many: a workbook of 3,000 villages takes seconds. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** A workbook read back. */
export interface Returned extends Changes {
  /** The scenario that it was made from, without the changes. */
  readonly scenario: Scenario;
  /** What had happened when it was made; `null` where it does not say. */
  readonly realisation: Realisation | null;
}

const { startFrom, result } = ownModule({ initSync, restart });
export { startFrom };

/** One of some words, or a refusal that names them. */
function oneOf<Word extends string>(path: string, words: readonly Word[], value: unknown): Word {
  const known = words.find((word) => word === value);
  return (
    known ??
    refuse({
      code: "unknownChoice",
      path,
      params: { value: typeof value === "string" ? value.slice(0, 100) : typeof value, choices: words.join(", ") },
    })
  );
}

const cashEvery = (value: unknown) => oneOf<CashEvery>("every", ["month", "quarter", "halfYear"], value);
const isComma = (value: unknown) => oneOf<Dialect>("dialect", ["semicolon", "comma"], value) === "comma";

function file(bytes: Uint8Array): Uint8Array {
  return ArrayBuffer.isView(bytes) ? bytes : refuse({ code: "notReadable", path: "", params: {} });
}

const sentences = (list: Projection["notices"] | Projection["notCounted"]) => list.map(({ message }) => message.id);

/**
 * The plan as an XLSX workbook whose figures are formulas: what is changed in a yellow cell is worked out again, to the
 * rupiah. With the projection of the same scenario its remarks are in the workbook too.
 *
 * @throws {CakupanError} with every problem of the scenario, or else of the realisation (paths start with `rows[0]`).
 *
 * @example
 * await start();
 * writeFileSync("rencana.xlsx", workbook(scenario, project(scenario)));
 */
export function workbook(
  scenario: Scenario,
  projection?: Projection,
  { realisation = null, onProgress }: WorkbookOptions = {},
): Uint8Array<ArrayBuffer> {
  const [copy = null, happened = null] = plain([scenario, realisation]);
  const written = [copy, ...(happened === null ? [] : [happened])].map((one) => JSON.stringify(one));
  const notices = projection ? sentences(projection.notices) : [];
  const notCounted = projection ? sentences(projection.notCounted) : [];
  return result(() => workbookOf(copy, happened, notices, notCounted, written, onProgress));
}

/**
 * A letter about the plan as a DOCX file, in Indonesian: legal basis in order of rank, what is needed by group, programme
 * and fund, coverage and target, the total in words, what is not counted, and a place to sign. `kak` has the rows of the
 * RKA and the payments by month too. Every figure is the engine's.
 *
 * @throws {CakupanError} with every problem, where `check` would list any; `unknownChoice` for another kind or paper.
 *
 * @example
 * await start();
 * const bytes = letter(scenario, project(scenario), "notaDinas", { paper: "F4", to: "Bupati Majene" });
 * writeFileSync("nota-dinas.docx", bytes);
 */
export function letter(
  scenario: Scenario,
  projection: Projection,
  kind: LetterKind,
  options: LetterOptions = {},
): Uint8Array<ArrayBuffer> {
  const isTerms = oneOf<LetterKind>("kind", ["notaDinas", "kak"], kind) === "kak";
  const [copy = null, blanks = null] = plain([scenario, options]);
  const { paper = "A4" } = readable("options", () => ({ paper: options.paper }));
  const isFolio = oneOf<Paper>("options.paper", ["A4", "F4"], paper) === "F4";
  const warnings = sentences(projection.notices.filter(({ grade }) => grade === "warning"));
  return result(() => letterOf(copy, isTerms, isFolio, blanks, warnings, sentences(projection.notCounted)));
}

/**
 * Reads a workbook of `workbook` back, also one that Excel or LibreOffice saved: the scenario that it was made from, and
 * each cell that was changed since. Macros and links are never followed.
 *
 * @throws {CakupanError} where the file is no workbook of ours, is damaged, has a password, or is too large.
 *
 * @example
 * const { scenario, changes } = read(await file.bytes());
 * const chosen = changes.filter(({ fault }) => fault === null);
 * project(taken(scenario, chosen));
 */
export function read(bytes: Uint8Array): Returned {
  const returned = result(() => readBack(file(bytes))) as Returned;
  const withWords = (change: CellChange): CellChange =>
    change.fault === null ? change : { ...change, fault: told(change.fault) };
  return { ...returned, changes: returned.changes.map(withWords) };
}

/**
 * Reads any workbook as plain tables, such as a list of villages: what stands in its cells, with a mark at each cell that
 * holds a formula, a message, or the value of a merged range. Nothing is worked out; macros and links are never followed.
 *
 * @throws {CakupanError} where the file is no `.xlsx`, is damaged, has a password, or is too large.
 *
 * @example
 * const { sheets } = tables(await file.bytes());
 * const [head, ...villages] = sheets[0].rows;
 */
export function tables(bytes: Uint8Array): SheetTables {
  return result(() => tablesOf(file(bytes))) as SheetTables;
}

/**
 * The scenario with changes of its workbook taken over. All that are wanted go in one call: some belong to one list. A
 * change with a fault, or of a locked cell, stays out; `check` says whether the result is a scenario.
 */
export function taken(scenario: Scenario, changes: readonly CellChange[]): Scenario {
  const fit = readable("changes", () =>
    changes.flatMap(({ path, after, fault }) =>
      path === null || fault !== null ? [] : [{ path: String(path), after }],
    ),
  );
  const [copy = null, values = null] = plain([scenario, fit.map(({ after }) => after)]);
  return result(() =>
    takenOf(
      copy,
      fit.map(({ path }) => path),
      values,
    ),
  ) as Scenario;
}

/**
 * The regulations behind the plan's figures, each once, in order of rank and within it by age; decrees that the groups
 * name stand last. A letter and the report of the page name the same.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function legalBasis(scenario: Scenario): readonly LegalBasis[] {
  const [copy = null] = plain([scenario]);
  return result(() => basisOf(copy)) as readonly LegalBasis[];
}

/**
 * The rows of the plan's RKA: kode rekening, koefisien, harga satuan, jumlah, sumber dana; JKK and JKM have a row each.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function rka(scenario: Scenario): readonly RkaRow[] {
  const [copy = null] = plain([scenario]);
  return result(() => rowsOf(copy)) as readonly RkaRow[];
}

/**
 * The same rows in a table for each OPD and budget year, with its sum: what an OPD hands in.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function rkaTables(scenario: Scenario): readonly RkaTable[] {
  const [copy = null] = plain([scenario]);
  return result(() => rkaTablesOf(copy)) as readonly RkaTable[];
}

/** The rows of `rka` as CSV, in UTF-8 with its mark; no text in it is taken for a formula. */
export function rkaCsv(scenario: Scenario, dialect: Dialect = "semicolon"): string {
  const [copy = null] = plain([scenario]);
  return result(() => csvOf(copy, isComma(dialect)));
}

/**
 * The RKA of two plans side by side, for an APBD perubahan: sebelum, sesudah, bertambah or berkurang. Rows are those of
 * one year, account, programme, group and fund.
 *
 * @throws {CakupanError} with every problem of either; paths start with its position, `[1].segments[0]`.
 */
export function rkaChange(before: Scenario, after: Scenario): readonly RkaChange[] {
  const [one = null, other = null] = plain([before, after]);
  return result(() => changeOf(one, other)) as readonly RkaChange[];
}

/**
 * The same rows in a table for each OPD and budget year, with its sums before and after.
 *
 * @throws {CakupanError} as `rkaChange`.
 */
export function rkaChangeTables(before: Scenario, after: Scenario): readonly RkaChangeTable[] {
  const [one = null, other = null] = plain([before, after]);
  return result(() => changeTablesOf(one, other)) as readonly RkaChangeTable[];
}

/** `rkaChange` as CSV. */
export function rkaChangeCsv(before: Scenario, after: Scenario, dialect: Dialect = "semicolon"): string {
  const [one = null, other = null] = plain([before, after]);
  return result(() => changeCsvOf(one, other, isComma(dialect)));
}

/**
 * The cash plan: what is paid in each month, quarter (triwulan) or half year (semester) of the budget years, in all and
 * by group, programme and fund.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function cash(scenario: Scenario, every: CashEvery = "month"): CashPlan {
  const [copy = null] = plain([scenario]);
  return result(() => cashOf(copy, cashEvery(every))) as CashPlan;
}

/** The same as CSV. */
export function cashCsv(scenario: Scenario, every: CashEvery = "month", dialect: Dialect = "semicolon"): string {
  const [copy = null] = plain([scenario]);
  return result(() => cashCsvOf(copy, cashEvery(every), isComma(dialect)));
}

/**
 * Any table as CSV, by the same rules: numbers with the decimal mark of the dialect, texts that no spreadsheet takes for a
 * formula, `null` for an empty cell.
 *
 * @example
 * tableCsv(["Kelompok", "Biaya (Rp)"], [["Kader", 201600000]]);
 */
export function tableCsv(
  heads: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  dialect: Dialect = "semicolon",
): string {
  const [titles = null, cells = null] = plain([heads, rows]);
  const texts = Array.isArray(titles) ? titles.map(String) : [];
  return result(() => tableCsvOf(texts, cells, isComma(dialect)));
}

/**
 * A whole number in Indonesian words, as the sum under a budget is signed: *dua ratus satu ribu enam ratus*. `null` for
 * what has none: a negative number, a fraction, or one beyond 999.999.999.999.999.
 *
 * @example
 * terbilang(1_510_920_000) // "satu miliar lima ratus sepuluh juta sembilan ratus dua puluh ribu"
 */
export function terbilang(number: number): string | null {
  if (!Number.isSafeInteger(number) || number < 0) return null;
  return result(() => wordsOf(BigInt(number))) ?? null;
}
