/** Builds the service worker, `sw.js`, with the list of the files that it keeps. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

/** Pages that open without a network. "Pasang" is for people who set up a portal, and frames of portals keep nothing. */
const PAGES = ["index.html", "aturan.html"];

/** Files beside the pages that their first lines name. */
const NAMED = ["icon.svg", "icon-192.png", "icon-512.png", "manifest.json"];

/** Of the hashed files all but those of the other two pages, and the engine not packed, which only stands in for the packed one. */
const isKept = (name: string) => name.startsWith("assets/") && !/\/(pasang|sematan|cakupan-[\w-]+\.wasm)/.test(name);

/** What a page asks for before it can calculate. */
function named(html: string): readonly string[] {
  return [...html.matchAll(/ (?:src|href)="\.\/(assets\/[^"]+)"/g)].flatMap(([, name]) => name ?? []);
}

export function offline(entry: string, target: string[]): Plugin {
  return {
    name: "offline",
    apply: "build",
    // After all else is written: the list has the pages in it, which are made last.
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error("The page is built into no folder.");
      const text = (name: string) => readFileSync(join(dir, name), "utf8");
      const [start = ""] = PAGES;
      const first = [...new Set([start, ...NAMED, ...named(text(start))])];
      const all = [...PAGES, ...Object.keys(bundle).filter(isKept)].sort();
      const later = all.filter((name) => !first.includes(name));
      // Hashed names stand for their content; the others are read.
      const own = [...PAGES, ...NAMED].map((name) => readFileSync(join(dir, name)));
      const sum = createHash("sha256").update([...first, ...later].join("\n"));
      for (const content of own) sum.update(content);
      const version = sum.digest("hex").slice(0, 16);
      const built = await build({
        configFile: false,
        logLevel: "error",
        define: { PARTS: JSON.stringify({ version, first, later }) },
        build: { write: false, target, lib: { entry, formats: ["iife"], name: "cakupan" } },
      });
      const [output] = [built].flat();
      const [file] = output && "output" in output ? output.output : [];
      if (file?.type !== "chunk") throw new Error("The service worker was not built.");
      writeFileSync(join(dir, "sw.js"), file.code);
    },
  };
}
