/** The words of `docs/istilah.md` in everyday language as one module, so that page and document say the same. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const NAME = "virtual:glossary";
const FILE = fileURLToPath(new URL("../docs/istilah.md", import.meta.url));
const HEADING = "## Dalam bahasa sehari-hari";

/** The subjects of the answer by their names in the table. */
const SUBJECTS: Readonly<Record<string, string>> = {
  biaya: "cost",
  cakupan: "coverage",
  dana: "funds",
  aturan: "law",
  catatan: "notes",
};

function terms() {
  const [, section = ""] = readFileSync(FILE, "utf8").split(HEADING);
  const [, , ...rows] =
    section
      .split("\n## ")[0]
      ?.split("\n")
      .filter((line) => line.startsWith("|")) ?? [];
  if (rows.length === 0) throw new Error(`${FILE} has no table below “${HEADING}”`);
  return rows.map((row) => {
    const [, term = "", id = "", en = "", part = ""] = row.split("|").map((cell) => cell.trim());
    const subject = SUBJECTS[part];
    if (!term || !id || !en || !subject) throw new Error(`${FILE}: ${row}`);
    return { term, meaning: { id, en }, subject };
  });
}

export function glossary(): Plugin {
  return {
    name: "glossary",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(terms())}` : null),
  };
}
