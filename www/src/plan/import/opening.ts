/** A file or pasted cells as tables, before anything of them is understood. */
import type { Words } from "cakupan";
import { copied } from "./copied.js";
import { type Delimited, delimited, type Separator } from "./delimited.js";
import { decoded, type Encoding } from "./encoding.js";
import { MOST_BYTES } from "./facts.js";
import { type RawTable, tableOfSheet, tableOfText } from "./table.js";

export interface Opened {
  readonly sheets: readonly {
    readonly name: string;
    readonly isHidden: boolean;
    readonly rows: number;
    readonly moreRows: number;
    readonly moreCells: number;
  }[];
  readonly hasMacros: boolean;
  readonly hasLinks: boolean;
  /** Of a text. */
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
  /** The row, from 1, in which a quotation mark opens that is never closed. */
  readonly openQuote: number | null;
}

export type Refused =
  /** By the reader of workbooks, in its words. */
  | { readonly refused: "workbook"; readonly words: Words }
  /** Neither a workbook nor a text. */
  | { readonly refused: "notTable" }
  | { readonly refused: "tooLarge" };

interface Tables {
  readonly tables: readonly RawTable[];
  readonly opened: Opened;
}

/** How a zip begins, and an old `.xls` or a workbook with a password, which the reader of workbooks refuses. */
const WORKBOOKS = ["PK", "\u00d0\u00cf\u0011\u00e0"];

export async function tablesOf(source: Uint8Array | string): Promise<Tables | Refused> {
  if (source.length > MOST_BYTES) return { refused: "tooLarge" };
  if (typeof source === "string") return ofText(copied(source) ?? delimited(source), null);
  const start = String.fromCharCode(...source.subarray(0, 4));
  if (WORKBOOKS.some((sign) => start.startsWith(sign))) return ofWorkbook(source);
  const { text, encoding } = decoded(source);
  return text.includes("\0") ? { refused: "notTable" } : ofText(delimited(text), encoding);
}

function withSheets(tables: readonly RawTable[], told: Omit<Opened, "sheets">): Tables {
  const sheets = tables.map(({ name, isHidden, rows, moreRows, moreCells }) => ({
    name,
    isHidden,
    rows: rows.filter((row) => row.length > 0).length,
    moreRows,
    moreCells,
  }));
  return { tables, opened: { sheets, ...told } };
}

function ofText({ rows, separator, moreRows, openQuote }: Delimited, encoding: Encoding | null): Tables {
  const told = { hasMacros: false, hasLinks: false, encoding, separator };
  return withSheets([tableOfText(rows, moreRows)], { ...told, openQuote: openQuote === null ? null : openQuote + 1 });
}

/** The module is fetched only for a workbook. */
async function ofWorkbook(bytes: Uint8Array): Promise<Tables | Refused> {
  const { CakupanError, start, tables } = await import("cakupan/sheets");
  await start();
  try {
    const { sheets, hasMacros, hasLinks } = tables(bytes);
    const told = { hasMacros, hasLinks, encoding: null, separator: null, openQuote: null };
    return withSheets(sheets.map(tableOfSheet), told);
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0) return { refused: "workbook", words: error.words };
    throw error;
  }
}
