/**
 * A table of the page as values: what is shown as a number is one, with its unit and year in the heading.
 *
 * It is read from what is shown, so that a figure which is copied is the figure that was seen; numbers of the page are
 * written in Indonesian in both of its languages (`words/format.ts`).
 */
import { copyWords } from "./copy-words.js";

/** `null`: an empty cell, where the page shows a dash. */
export type Value = string | number | null;

export interface Values {
  /** What the table is called, without its year. */
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const YEAR_AT_END = /, (\d{4})$/;
/** `Rp 1.234.567`, `-12`, `−12`, `50,54 %`; what follows in brackets is a note. */
const SHOWN = /^(?:Rp )?([+−-]?)(?:Rp )?(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?( %)?(?: \((.*)\))?$/;

interface Read {
  readonly value: Value;
  readonly isPercent: boolean;
  readonly note: string;
}

/** A text as it is shown in a column of numbers. */
export function readShown(text: string): Read {
  if (text === "" || text === "–") return { value: null, isPercent: false, note: "" };
  const [, minus, whole, decimals, percent, note] = SHOWN.exec(text) ?? [];
  if (whole === undefined) return { value: text, isPercent: false, note: "" };
  const value = Number(
    `${minus === "−" ? "-" : minus}${whole.replaceAll(".", "")}${(decimals ?? "").replace(",", ".")}`,
  );
  return { value, isPercent: percent !== undefined, note: note ?? "" };
}

/** The words of a cell without its marks, which become a note. */
function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll(".mark, .marks, .quiet")) mark.remove();
  return plain(copy.textContent);
}

const notesOf = (cell: Element) => [...cell.querySelectorAll(".mark, .marks")].map((mark) => plain(mark.textContent));

const plain = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

interface Line {
  readonly group: string;
  readonly cells: readonly Read[];
  readonly notes: readonly string[];
}

/** What is no value but something to press or to look at. */
const NO_VALUE = "button:not(.figure), svg";

export function valuesOf(table: HTMLTableElement): Values {
  const w = copyWords();
  const all = [...(table.tHead?.rows[0]?.cells ?? [])];
  const body = [...table.tBodies].flatMap(({ rows }) => [...rows]);
  const isShown = (place: number) => !body.some(({ cells }) => cells[place]?.querySelector(NO_VALUE));
  const shown = [...all.keys()].filter((place) => place === 0 || isShown(place));
  const titles = shown.flatMap((place) => all[place] ?? []);
  const isNumeric = titles.map((title) => title.classList.contains("num"));
  const caption = table.caption ? textOf(table.caption) : "";
  const stale = table.caption ? notesOf(table.caption) : [];
  const lines = [...table.tBodies].flatMap((body) => linesOf(body, shown, isNumeric, stale));
  const groups = new Set(lines.map(({ group }) => group));
  const isGrouped = groups.size > 1 || !groups.has("");
  const hasNotes = lines.some(({ notes }) => notes.length > 0);
  const year = YEAR_AT_END.exec(caption)?.[1];
  const heads = titles.map((title, place) => {
    const unit = title.dataset.unit ?? (lines.some(({ cells }) => cells[place]?.isPercent) ? "%" : "");
    const text = textOf(title) + (unit ? ` (${unit})` : "");
    return isNumeric[place] && year ? `${text}, ${year}` : text;
  });
  const ofGroups = [...groups].some((group) => /^\d{4}$/.test(group)) ? w.year : w.part;
  return {
    caption: caption.replace(YEAR_AT_END, ""),
    heads: [...(isGrouped ? [ofGroups] : []), ...heads, ...(hasNotes ? [w.note] : [])],
    rows: lines.map(({ group, cells, notes }) => [
      ...(isGrouped ? [yearOr(group)] : []),
      ...cells.map(({ value }) => value),
      ...(hasNotes ? [notes.join("; ") || null] : []),
    ]),
  };
}

/** The rows of a body; a heading above them goes into each. */
function linesOf(
  body: HTMLTableSectionElement,
  shown: readonly number[],
  isNumeric: readonly boolean[],
  stale: readonly string[],
): Line[] {
  let group = "";
  let ofGroup: readonly string[] = [];
  return [...body.rows].flatMap((row): Line[] => {
    const [first, ...others] = shown.flatMap((place) => row.cells[place] ?? []);
    if (!first) return [];
    if (first.scope === "rowgroup") {
      [group, ofGroup] = [textOf(first), notesOf(first)];
      return [];
    }
    const head: Read = { value: yearOr(textOf(first)), isPercent: false, note: "" };
    const cells = others.map((cell, place): Read => {
      const text = textOf(cell);
      if (isNumeric[place + 1]) return readShown(text);
      return { value: text === "–" ? null : text || null, isPercent: false, note: "" };
    });
    const marks = [...row.cells].flatMap(notesOf);
    const notes = [...stale, ...ofGroup, ...marks, ...cells.map(({ note }) => note)].filter(Boolean);
    return [{ group, cells: [head, ...cells], notes: [...new Set(notes)] }];
  });
}

/** A year is a number, any other heading a text. */
const yearOr = (text: string): Value => (/^\d{4}$/.test(text) ? Number(text) : text || null);
