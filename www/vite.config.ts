/** Builds the page into plain files that any web server, sub-folder or portal can hold. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Plugin, build, defineConfig } from "vite";
import { regionsOfCases } from "./cases.plugin.js";
import { glossary } from "./glossary.plugin.js";
import { icons } from "./icons.plugin.js";
import { offline } from "./offline.plugin.js";
import { publishedCases } from "./published.plugin.js";
import { TARGET } from "./target.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Lets the browser fetch the engine beside the scripts of a page that calculates, not after them. */
function preloadEngine(): Plugin {
  return {
    name: "preload-engine",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle, filename }) {
        if (!/(index|sematan|uji)\.html$/.test(filename)) return [];
        const files = Object.values(bundle ?? {});
        const engine = files.find((file) => file.fileName.endsWith(".bin"));
        const loaders = files.filter(
          (file) => file.type === "chunk" && /^(cakupan|functions|problem)$/.test(file.name),
        );
        if (!engine || loaders.length !== 3) throw new Error("The page has no engine.");
        const link = (attrs: Record<string, string>) => ({
          tag: "link",
          attrs: { crossorigin: true, ...attrs },
          injectTo: "head" as const,
        });
        return [
          link({ rel: "preload", as: "fetch", href: `./${engine.fileName}` }),
          ...loaders.map(({ fileName }) => link({ rel: "modulepreload", href: `./${fileName}` })),
        ];
      },
    },
  };
}

/**
 * The script that portals put in their pages: at an address that stays, and at one of its version alone, so that a
 * page which pins its hash goes on working. The page "Pasang" reads version and hash from the file beside it.
 */
function embedScript(): Plugin {
  return {
    name: "embed-script",
    apply: "build",
    async generateBundle() {
      const { version } = JSON.parse(readFileSync(here("../pkg/package.json"), "utf8")) as { version: string };
      const built = await build({
        configFile: false,
        logLevel: "error",
        build: {
          write: false,
          target: TARGET,
          lib: { entry: here("src/embed/script.ts"), formats: ["iife"], name: "cakupan" },
        },
      });
      const [output] = [built].flat();
      const [file] = output && "output" in output ? output.output : [];
      if (file?.type !== "chunk") throw new Error("The embed script was not built.");
      const integrity = `sha384-${createHash("sha384").update(file.code).digest("base64")}`;
      const path = `embed/${version}/embed.js`;
      console.log(`» Embed script: ${(gzipSync(file.code, { level: 9 }).length / 1000).toFixed(1)} kB gzip`);
      for (const fileName of ["embed/embed.js", path]) this.emitFile({ type: "asset", fileName, source: file.code });
      const source = `${JSON.stringify({ version, path, integrity })}\n`;
      this.emitFile({ type: "asset", fileName: "embed/embed.json", source });
    },
  };
}

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [
    preloadEngine(),
    regionsOfCases(),
    publishedCases(),
    glossary(),
    embedScript(),
    icons(here("public/icon.svg")),
    offline(here("src/offline/worker.ts"), TARGET),
  ],
  // A worker loads the module of workbooks only when it needs it.
  worker: { format: "es" },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: TARGET,
    modulePreload: { polyfill: false },
    // Small files stay files: the content security policy allows data: for images only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ["index", "aturan", "sematan", "pasang", "uji"].map((page) => here(`${page}.html`)),
      output: {
        codeSplitting: {
          groups: [
            // Apart: sentences of problems, which every page has, and the values of the law, which no answer needs.
            { name: "problem", test: /[\\/]pkg[\\/]dist[\\/](error|sentence|words)/, priority: 2 },
            { name: "law", test: /[\\/]pkg[\\/]dist[\\/](law|book)/, priority: 1 },
            // Workbooks come with a module of their own.
            { name: "cakupan", test: /[\\/]pkg[\\/]dist[\\/](?!embed|sheets|batch|monitor|worker)/ },
            // What pages load at once, in two files and not in twenty: small files compress worse. The first is for
            // every page, with the styles before which those of one page must not come; the second for the calculators,
            // where alone cells are pasted.
            {
              name: "page",
              test: /[\\/](src[\\/](words|ui(?![\\/]cells)|styles[\\/](styles|print)|plan[\\/](current|examples|language))|lit-html|@preact)/,
              tags: ["$initial"],
              priority: 1,
            },
            {
              name: "calculator",
              test: /[\\/]src[\\/](form[\\/](?!steps)|answer|pages[\\/]\w+-sections)/,
              tags: ["$initial"],
            },
          ],
        },
      },
    },
  },
});
