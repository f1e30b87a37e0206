/**
 * The published budgets that the engine must reproduce, from `tests/cases`, as one module for the page "Uji": the row of
 * the table as it was published, what its formula gives by hand, and the plan.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import type { Plugin } from "vite";

const NAME = "virtual:published-cases";
const folder = (path: string) => fileURLToPath(new URL(`../tests/cases/${path}`, import.meta.url));

type Row = Readonly<Record<string, string>>;

function rows(table: string): readonly Row[] {
  const { data, errors } = Papa.parse<Row>(readFileSync(folder(table), "utf8"), { header: true, skipEmptyLines: true });
  const [error] = errors;
  if (error) throw new Error(`${table}, row ${error.row}: ${error.message}`);
  return data;
}

/** The number after a word of a note: "formula 4,999,680,000", "computed=659.265.600". */
function after(word: string, note = ""): number | null {
  const found = new RegExp(`${word}([\\d.,]+)`).exec(note)?.[1]?.replace(/\D/g, "");
  return found ? Number(found) : null;
}

/** These notes calculate something else than the plan does; tests/field.rs and tests/published.rs say what. */
const OTHER_FORMULA = new Set(["T2-52", "41"]);

function caseOf(id: string, file: string, row: Row, formula: number | null, unit: string | undefined) {
  const scenario = JSON.parse(readFileSync(file, "utf8")) as { published?: unknown; segments: { name: string }[] };
  const printed = Number(row.published_total_idr) || null;
  const published = printed ? [{ name: "Angka yang dipublikasikan", rupiah: printed, unitRupiah: Number(unit) }] : [];
  return {
    id,
    region: row.region ?? "",
    year: Number(row.year),
    about: scenario.segments.map(({ name }) => name).join("; "),
    grade: (row.class ?? "").slice(0, 1),
    printed,
    byHand: OTHER_FORMULA.has(id) ? null : formula,
    sources: (row.url ?? "").split(" | ").filter(Boolean),
    scenario: { ...scenario, published: scenario.published ?? published },
  };
}

function cases() {
  const budgets = rows("published-budgets.csv").map((row) => {
    const file = folder(`published/${row.no?.padStart(2, "0")}.json`);
    const formula = after("computed=", row.note);
    return existsSync(file) ? caseOf(row.no ?? "", file, row, formula, row.printed_rounding_unit_idr) : null;
  });
  const field = rows("field-cases.csv").map((row) => {
    const file = folder(`field/${row.id}.json`);
    const formula = after("formula ", row.check);
    return existsSync(file) ? caseOf(row.id ?? "", file, row, formula, row.rounding_unit_idr) : null;
  });
  // The others publish coverage only, which tests/coverage.rs holds.
  return [...budgets, ...field].filter((one) => one && (one.printed !== null || one.byHand !== null));
}

export function publishedCases(): Plugin {
  return {
    name: "published-cases",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(cases())}` : null),
  };
}
