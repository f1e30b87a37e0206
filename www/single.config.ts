/** Builds the calculator as one file, `cakupan.html`, which opens from a disk (`file://`) and asks for nothing. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { regionsOfCases } from "./cases.plugin.js";
import { glossary } from "./glossary.plugin.js";
import { inOneFile, modulesIn } from "./single.plugin.js";
import { TARGET } from "./target.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  publicDir: false,
  plugins: [regionsOfCases(), glossary(), inOneFile(here("."), here("../pkg/dist"))],
  define: { MODULES: JSON.stringify(modulesIn(here("../pkg/dist"))) },
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: TARGET,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: here("src/pages/calculator.ts"),
      // What asks for a file is replaced; the rest of the helper of imports is never called.
      checks: { emptyImportMeta: false },
      // A classic script: modules are not loaded from a disk.
      output: { format: "iife", codeSplitting: false },
    },
  },
});
