/** Rows of a CSV: what separates them is found, or said by a line `sep=;` at the start. */
import Papa from "papaparse";

export type Separator = ";" | "," | "\t" | "|";

/** Of equally good ones the first: spreadsheets set to Indonesian write semicolons. */
const SEPARATORS: readonly Separator[] = [";", "\t", ",", "|"];
/** Lines by which the separator is judged, and letters of them. */
const SAMPLE = 50;
const SAMPLE_LETTERS = 20_000;
/** Rows that are read; as many as of a workbook. */
export const MOST_ROWS = 60_000;
export const MOST_COLUMNS = 256;

export interface Delimited {
  readonly rows: readonly (readonly string[])[];
  readonly separator: Separator;
  readonly moreRows: number;
  /** The row in which a quotation mark opens that is never closed. */
  readonly openQuote: number | null;
}

export function delimited(text: string): Delimited {
  const [line, said] = /^sep=([;,\t|])\r?\n?/i.exec(text) ?? [];
  const body = text.slice(line?.length ?? 0);
  const separator = SEPARATORS.find((each) => each === said) ?? separatorOf(body.slice(0, SAMPLE_LETTERS));
  const rows: string[][] = [];
  let moreRows = 0;
  let openQuote: number | null = null;
  Papa.parse<string[]>(body, {
    delimiter: separator,
    step: ({ data, errors }) => {
      const isBlank = data.every((cell) => cell.trim() === "");
      if (rows.length < MOST_ROWS) rows.push(isBlank ? [] : data.slice(0, MOST_COLUMNS));
      else if (!isBlank) moreRows += 1;
      if (errors.some(({ code }) => code === "MissingQuotes")) openQuote ??= rows.length - 1;
    },
  });
  while (rows.at(-1)?.length === 0) rows.pop();
  return { rows, separator, moreRows, openQuote };
}

/** That which divides the most lines into the same number of cells, and into more of them. */
function separatorOf(sample: string): Separator {
  const score = (separator: Separator): number => {
    const { data } = Papa.parse<string[]>(sample, { delimiter: separator, preview: SAMPLE, skipEmptyLines: true });
    const counts = new Map<number, number>();
    for (const row of data) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const [width = 1, rows = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    return width > 1 ? (rows / data.length) * Math.min(width, 10) : 0;
  };
  const scored = SEPARATORS.map((separator) => ({ separator, score: score(separator) }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.separator;
}
