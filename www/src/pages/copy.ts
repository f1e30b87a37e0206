/** Lets the tables of a page be copied, and saved as CSV under the region and year of what the page shows. */
import { defineCopyTable } from "../ui/copy-table.js";

export function copyTables(of: () => { readonly region: string; readonly year: string }): void {
  defineCopyTable(async (table, dialect) => {
    const { saveTable } = await import("../plan/table-file.js");
    const { region, year } = of();
    await saveTable(table, dialect, region, year);
  });
}
