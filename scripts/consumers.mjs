// npm run consumers: packs the package, installs the tarball, and runs it in every consumer. With --few only those of
// `npm test`: no Next, Parcel, Deno, Bun, workerd, Vitest, Firefox, other Nodes or dev server.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { place } from "../tests/consumers/bench.mjs";
import { closeBrowsers } from "../tests/consumers/browsers.mjs";
import { pack } from "./pack.mjs";
import { npm, root, say, stop } from "./setup.mjs";

const consumers = join(root, "tests", "consumers");
const few = process.argv.includes("--few");

/** Installs the tools of the lock file and the tarball. */
function install() {
  if (!existsSync(join(root, "pkg", "dist")))
    stop("The package is not built. Run 'npm run build', then the same command again.");
  say(`Installing the package and its consumers (${few ? "half a minute" : "two minutes; 1.2 GB of tools"})`);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const file of ["package.json", "package-lock.json", ".npmrc"]) cpSync(join(consumers, file), join(place, file));
  // Not `npm ci`: it refuses a lock file without the packages for other systems, and some registries lack these.
  npm(["install", "--loglevel=error", ...(few ? ["--omit=dev"] : []), pack(place)], { cwd: place });
}

/** Rows of the matrix, in the order of their files. */
async function rows() {
  const names = ["node", "edge", "bundlers", "browsers", "typescript", "next"];
  const lists = await Promise.all(names.map((name) => import(`../tests/consumers/rows/${name}.mjs`)));
  return lists.flatMap((list) => list.default).filter((row) => row.few || !few);
}

function line(cells, widths) {
  console.log(
    cells
      .map((cell, index) => String(cell).padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** Prints comparable packages in the same bundlers, and this one. */
function anchors(results) {
  const { about, source, bundlers, packages } = JSON.parse(readFileSync(join(consumers, "anchors.json"), "utf8"));
  const widths = [28, 18, 18, 18, 18, 18];
  console.log("\nOther packages in the same bundlers, for comparison");
  line(["", ...bundlers], widths);
  for (const [name, cells] of Object.entries(packages)) line([name, ...cells], widths);
  line(["cakupan (this run)", ...bundlers.map((bundler) => results.get(bundler))], widths);
  console.log(`${about}\n${source}`);
}

install();
const widths = [20, 13, 54, 6];
const faults = [];
const results = new Map(); // first row for the default entry, by consumer
console.log();
line(["consumer", "entry", "what was run", "result", "note"], widths);
const all = await rows();
for (const row of all) {
  let result = "ok";
  let note = "";
  try {
    note = (await row.run()) ?? "";
  } catch (error) {
    result = "FAULT";
    faults.push({ row, error });
  }
  line([row.consumer, row.entry, row.ran, result, note], widths);
  if (row.entry === "." && !results.has(row.consumer)) results.set(row.consumer, result);
}
await closeBrowsers();
anchors(results);
for (const { row, error } of faults) console.error(`\n✗ ${row.consumer} ${row.entry}, ${row.ran}\n${error.message}`);
console.log(`\n${all.length - faults.length} of ${all.length} rows passed`);
process.exit(faults.length === 0 ? 0 : 1);
