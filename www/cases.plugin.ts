/** What the page takes of the cases. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** A case asked for with `?region` is its region alone: the page knows each, and loads a case when it is chosen. */
export function regionsOfCases(): Plugin {
  return {
    name: "regions-of-cases",
    load(id) {
      const [file, query] = id.split("?");
      if (!file?.endsWith(".json") || query !== "region") return null;
      const { region } = JSON.parse(readFileSync(file, "utf8")) as { region: unknown };
      return `export default ${JSON.stringify(region)}`;
    },
  };
}
