/** Where the head of a table is, and what each of its columns holds. */
import { type Assigned, assign } from "./assign.js";
import { areBps } from "./bps.js";
import type { Choices, Meaning, PlanFacts } from "./facts.js";
import { afterNumbering, columnOf, headOf, SAMPLE } from "./head.js";
import { monthIn } from "./head-months.js";
import { isCounted, meaningOf } from "./meaning.js";
import type { Places } from "./places.js";
import { type RawTable, textAt, widthOf } from "./table.js";

export interface Layout extends Assigned {
  /** Positions of the rows of the head; none: the table starts with villages. */
  readonly headRows: readonly number[];
  /** The first row of villages. */
  readonly start: number;
  readonly heads: readonly string[];
}

export function layoutOf(table: RawTable, facts: PlanFacts, choices: Choices, places: Places): Layout {
  const width = widthOf(table);
  const found = headOf(table, width, (head) => ofHead(head, facts), meaningsOf);
  const headRows = found?.rows ?? [];
  const heads = found?.heads ?? Array.from({ length: width }, () => "");
  const start = afterNumbering(table, (headRows.at(-1) ?? -1) + 1, width);
  const words = found ? found.meanings : byContent(table, start, width, facts, places.isNamed);
  const meanings = byBps(withCounted(byNik(words, table, start), heads, facts), table, start, places);
  const claims = meanings.map((meaning, at) => {
    const head = heads[at] ?? "";
    return { meaning, head, month: monthIn(head).month };
  });
  return { headRows, start, heads, ...assign(claims, choices) };
}

/** What the columns of a head are together; `null`: no head of villages. */
function meaningsOf(meanings: readonly Meaning[]): readonly Meaning[] | null {
  const known = once(meanings).filter((meaning) => meaning !== "ignored");
  const isOne = known.includes("name") || (known.includes("code") && known.length > 1);
  return isOne ? known : null;
}

/** What a head says besides a month. Money of a month is no ceiling of a year. */
function ofHead(head: string, facts: PlanFacts): Meaning {
  const { month, rest } = monthIn(head);
  if (month === null) return meaningOf(head, facts);
  const meaning = meaningOf(rest, facts);
  if (rest === "" || isCounted(rest)) return facts.segments.length === 1 ? "people:0" : "ignored";
  return meaning.startsWith("ceiling:") ? "ignored" : meaning;
}

/** Each meaning belongs to one column: the first. */
function once(meanings: readonly Meaning[]): Meaning[] {
  return meanings.map((meaning, place) =>
    meanings.indexOf(meaning) === place || meaning === "nik" ? meaning : "ignored",
  );
}

/** Columns of 16 digits, or of what a spreadsheet makes of them, hold numbers of persons. */
function byNik(meanings: readonly Meaning[], table: RawTable, start: number): Meaning[] {
  return meanings.map((meaning, column) => {
    const texts = columnOf(table, start, column);
    const like = texts.filter((text) => /^\d{16}$|^\d([.,]\d+)?e\+?15$/i.test(text));
    return texts.length > 0 && like.length * 2 > texts.length ? "nik" : meaning;
  });
}

/** Where the plan has one group, the column that only counts people counts those. */
function withCounted(meanings: readonly Meaning[], heads: readonly string[], { segments }: PlanFacts): Meaning[] {
  const column = heads.findIndex((head, place) => meanings[place] === "ignored" && isCounted(head));
  const isOpen = segments.length === 1 && !meanings.includes("people:0") && column >= 0;
  return meanings.map((meaning, place) => (isOpen && place === column ? "people:0" : meaning));
}

/** A column of codes that are those of BPS. */
function byBps(meanings: readonly Meaning[], table: RawTable, start: number, places: Places): Meaning[] {
  const names = meanings.indexOf("name");
  return meanings.map((meaning, column) => {
    if (meaning !== "code") return meaning;
    const end = Math.min(table.rows.length, start + SAMPLE);
    const rows = Array.from({ length: Math.max(0, end - start) }, (_, after) => start + after);
    const texts = (of: number) => rows.map((row) => (of < 0 ? "" : textAt(table, row, of)));
    return areBps(texts(column), texts(names), places) ? "bps" : meaning;
  });
}

/** Without a head: codes by their digits, villages by the register or as the last column of words, then numbers. */
function byContent(
  table: RawTable,
  start: number,
  width: number,
  { segments }: PlanFacts,
  isVillage: (name: string) => boolean,
): Meaning[] {
  const columns = Array.from({ length: width }, (_, column) => columnOf(table, start, column));
  const share = (texts: readonly string[], fits: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
  const isNumber = (text: string) => /^-?[\d.,\s]+$/.test(text);
  const isCode = (text: string) => /^\d\d\.?\d\d\.?\d\d\.?\d{4}$/.test(text);
  const isRunning = (texts: readonly string[]) =>
    texts.length > 1 && texts.every((text, at) => Number(text) === at + 1);
  const words = columns.map((texts) => share(texts, (text) => !isNumber(text)));
  const known = columns.map((texts) => share(texts, isVillage));
  const most = Math.max(...known, 0);
  const name = most > 0.3 ? known.indexOf(most) : words.map((part) => part > 0.5).lastIndexOf(true);
  const meanings: Meaning[] = columns.map((texts, column) => {
    if (column === name) return "name";
    if (share(texts, isCode) > 0.5) return "code";
    if (isRunning(texts)) return "number";
    return "ignored";
  });
  const counts = columns.findIndex((texts, column) => meanings[column] === "ignored" && share(texts, isNumber) > 0.5);
  if (segments.length === 1 && counts >= 0) meanings[counts] = "people:0";
  return once(meanings);
}
