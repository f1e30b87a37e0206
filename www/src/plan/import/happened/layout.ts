/** Where the head of a table of what happened is, and what each of its columns holds. */
import { readMonth } from "../cells.js";
import type { Choices } from "../facts.js";
import { afterNumbering, columnOf, headOf } from "../head.js";
import { type RawTable, widthOf } from "../table.js";
import { TYPED, type TypedKey } from "../../realisation.js";
import { columnOfHead, type HappenedColumn, settled } from "./heads.js";
import type { HappenedMeaning, HappenedPart } from "./kind.js";

export interface HappenedLayout {
  /** Positions of the rows of the head; none: the table starts with months. */
  readonly headRows: readonly number[];
  readonly start: number;
  readonly heads: readonly string[];
  readonly columns: readonly (HappenedColumn & { readonly meaning: HappenedMeaning })[];
}

export const isTyped = (meaning: string): meaning is TypedKey => Object.hasOwn(TYPED, meaning);

const keyOf = ({ meaning, month, segment }: HappenedColumn) => [meaning, month, segment].join("\n");

export function layoutOf(
  table: RawTable,
  plan: HappenedPart,
  choices: Choices<HappenedMeaning>,
  segmentOf: (text: string) => string | null,
): HappenedLayout {
  const width = widthOf(table);
  const found = headOf(table, width, (head) => columnOfHead(head, plan), knownOf);
  const headRows = found?.rows ?? [];
  const heads = found?.heads ?? Array.from({ length: width }, () => "");
  const start = afterNumbering(table, (headRows.at(-1) ?? -1) + 1, width);
  const words = found?.meanings ?? byContent(table, start, width, plan, segmentOf);
  const guessed = settled(words.map((column, at) => (areNik(columnOf(table, start, at)) ? IS_NIK : column)));
  return { headRows, start, heads, columns: assigned(guessed, choices) };
}

const IS_NIK: HappenedColumn = { meaning: "nik", month: null, segment: null };

/** Columns of 16 digits, or of what a spreadsheet makes of them. */
function areNik(texts: readonly string[]): boolean {
  const like = texts.filter((text) => /^\d{16}$|^\d([.,]\d+)?e\+?15$/i.test(text));
  return texts.length > 0 && like.length * 2 > texts.length;
}

/** A head has something that happened, and says of which month, group or village; or two things that happened. */
function knownOf(columns: readonly HappenedColumn[]): readonly string[] | null {
  const known = [...new Set(columns.filter(({ meaning }) => meaning !== "ignored").map(keyOf))];
  const values = columns.filter(({ meaning }) => meaning === "people" || isTyped(meaning));
  return known.length > 1 && values.some(({ meaning }) => meaning !== "note") ? known : null;
}

/** A column is what the reader says; of several that say the same of one month and group the first is taken. */
function assigned(guessed: HappenedLayout["columns"], { columns: chosen }: Choices<HappenedMeaning>) {
  const claims = guessed.map((column, at) => ({ ...column, meaning: chosen.get(at) ?? column.meaning }));
  const said = new Set([...chosen].map(([at, meaning]) => keyOf({ ...(claims[at] ?? IS_NIK), meaning })));
  const taken = new Set<string>();
  return claims.map((column, at) => {
    const key = keyOf(column);
    const isTaken = column.meaning === "nik" || (!taken.has(key) && (!said.has(key) || chosen.has(at)));
    if (isTaken) taken.add(key);
    return isTaken ? column : { ...column, meaning: "ignored" as const };
  });
}

/** Without a head: a column of months, one of groups, and where one column of numbers is left, people. */
function byContent(
  table: RawTable,
  start: number,
  width: number,
  { year }: HappenedPart,
  segmentOf: (text: string) => string | null,
): readonly HappenedColumn[] {
  const columns = Array.from({ length: width }, (_, column) => columnOf(table, start, column));
  const most = (texts: readonly string[], fits: (text: string) => boolean) =>
    texts.length > 0 && texts.filter(fits).length * 2 > texts.length;
  const isMonth = (text: string) => readMonth(text, undefined, [Number(year)]).is === "given";
  const isNumber = (text: string) => /^-?[\d.,\s]+$/.test(text);
  const isRunning = (texts: readonly string[]) =>
    texts.length > 1 && texts.every((text, at) => Number(text) === at + 1);
  const meanings = columns.map((texts): HappenedColumn["meaning"] => {
    if (isRunning(texts)) return "number";
    if (most(texts, isMonth)) return "month";
    if (most(texts, (text) => segmentOf(text) !== null)) return "segment";
    return most(texts, isNumber) ? "people" : "ignored";
  });
  const isOne = meanings.filter((meaning) => meaning === "people").length === 1;
  return meanings.map((meaning) => ({
    meaning: meaning === "people" && !isOne ? "ignored" : meaning,
    month: null,
    segment: null,
  }));
}
