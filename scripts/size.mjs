// npm run size: how big what goes out is, against its budget; what has become smaller lowers the budget.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { pack } from "./pack.mjs";
import { root } from "./setup.mjs";

const file = join(root, "tests", "release", "budget.json");

/** What each part may be at most, in whole kB of 1000 bytes, and what it is meant to come down to. */
export const budget = () => JSON.parse(readFileSync(file, "utf8"));

const kilobytes = (bytes) => Math.ceil(bytes.length / 1000);
const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** The default entry as the reader of a page loads it: everything it imports in one minified file. */
async function bundled() {
  const bundle = await rolldown({ input: join(root, "pkg", "dist", "index.js"), platform: "browser" });
  const { output } = await bundle.generate({ format: "es", minify: true });
  await bundle.close();
  return Buffer.from(output.map(({ code }) => code).join(""));
}

/** The sizes by the names of the budget, in kB. */
export async function measure() {
  const folder = mkdtempSync(join(tmpdir(), "cakupan-size-"));
  const wasm = readFileSync(join(root, "pkg", "dist", "cakupan.wasm"));
  const entry = await bundled();
  const tarball = readFileSync(pack(folder));
  rmSync(folder, { recursive: true });
  return {
    "wasm": kilobytes(wasm),
    "wasm, gzip": kilobytes(gzip(wasm)),
    "default entry, bundled, gzip": kilobytes(gzip(entry)),
    "tarball": kilobytes(tarball),
  };
}

/** The sizes beside budget and goal. */
export function table(sizes) {
  const rows = budget().map(({ what, most, goal }) => [what, `${sizes[what]} kB`, `budget ${most}`, `goal ${goal}${sizes[what] <= goal ? ", reached" : ""}`]);
  return rows.map(([what, ...cells]) => what.padEnd(30) + cells.map((cell) => cell.padEnd(14)).join("")).join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = await measure();
  const lowered = budget().map((part) => ({ ...part, most: Math.min(part.most, sizes[part.what]) }));
  writeFileSync(file, `[\n${lowered.map((part) => `  ${JSON.stringify(part, null, 1).replace(/\n\s*/g, " ")}`).join(",\n")}\n]\n`);
  console.log(table(sizes));
}
