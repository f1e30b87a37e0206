// npm run size: compares the sizes of what is shipped with the budget, and lowers the budget where they fell.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { pack } from "./pack.mjs";
import { root } from "./setup.mjs";

const file = join(root, "tests", "release", "budget.json");

/** Greatest size of each part, in whole kB of 1000 bytes, and its goal. */
export const budget = () => JSON.parse(readFileSync(file, "utf8"));

const kilobytes = (bytes) => Math.ceil(bytes.length / 1000);
const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** The default entry with its imports, in one minified file. */
async function bundled() {
  const bundle = await rolldown({ input: join(root, "pkg", "dist", "index.js"), platform: "browser" });
  const { output } = await bundle.generate({ format: "es", minify: true });
  await bundle.close();
  return Buffer.from(output.map(({ code }) => code).join(""));
}

/** Bytes of the built page and of the files that it loads before it can calculate. */
function firstLoad(page) {
  const html = readFileSync(join(root, "www", "dist", page), "utf8");
  const named = [...html.matchAll(/ (?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, name]) => name);
  return Buffer.concat([page, ...named].map((name) => gzip(readFileSync(join(root, "www", "dist", name)))));
}

/** Sizes by the names of the budget, in kB. */
export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), "cakupan-size-"));
  const wasm = readFileSync(join(root, "pkg", "dist", "cakupan.wasm"));
  const entry = await bundled();
  const tarball = readFileSync(pack(folder));
  rmSync(folder, { recursive: true });
  return {
    wasm: kilobytes(wasm),
    "wasm, gzip": kilobytes(gzip(wasm)),
    "default entry, bundled, gzip": kilobytes(gzip(entry)),
    tarball: kilobytes(tarball),
    "workbook module, gzip": kilobytes(gzip(readFileSync(join(root, "pkg", "dist", "sheets.wasm")))),
    "module of many units, gzip": kilobytes(gzip(readFileSync(join(root, "pkg", "dist", "batch.wasm")))),
    "module of realisations, gzip": kilobytes(gzip(readFileSync(join(root, "pkg", "dist", "monitor.wasm")))),
    "embed script, gzip": kilobytes(gzip(readFileSync(join(root, "www", "dist", "embed", "embed.js")))),
    "page, first load, gzip": kilobytes(firstLoad("index.html")),
    "embedded, first load, gzip": kilobytes(firstLoad("sematan.html")),
    "law, first load, gzip": kilobytes(firstLoad("aturan.html")),
  };
}

/** Sizes beside budget and goal. */
export function table(sizes) {
  return budget()
    .map(({ what, most, goal }) => {
      const size = `${sizes[what]} kB`;
      const reached = sizes[what] <= goal ? ", reached" : "";
      return `${what.padEnd(30)}${size.padEnd(10)}${`budget ${most}`.padEnd(14)}goal ${goal}${reached}`;
    })
    .join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = await measure();
  const lowered = budget().map((part) => ({ ...part, most: Math.min(part.most, sizes[part.what]) }));
  const line = (part) => `  ${JSON.stringify(part, null, 1).replace(/\n\s*/g, " ")}`;
  writeFileSync(file, `[\n${lowered.map(line).join(",\n")}\n]\n`);
  console.log(table(sizes));
}
