/** A table of the page as a CSV file. Its rules are those of the package, whose module is fetched for the first file. */
import { start, tableCsv } from "cakupan/sheets";
import { download, tableName } from "./file.js";

interface Table {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Throws where the module cannot be fetched, or cannot run. */
export async function saveTable(
  { caption, heads, rows }: Table,
  dialect: "semicolon" | "comma",
  region: string,
  year: string,
): Promise<void> {
  await start();
  download(tableName(caption, region, year), tableCsv(heads, rows, dialect), "text/csv");
}
