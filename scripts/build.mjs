// Builds the package into pkg/dist and the page into www/dist.
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeFields } from "./fields.mjs";
import { writePacks } from "./regions.mjs";
import { ensurePackages, ensureRust, ensureWasmTools, root, run, say } from "./setup.mjs";

const wasmOut = join(root, "target", "npm");
const sheetsOut = join(root, "target", "npm-sheets");
const batchOut = join(root, "target", "npm-batch");
const monitorOut = join(root, "target", "npm-monitor");

/** Folders with the sources of crates, one for each registry. */
function registries(home) {
  const sources = join(home, "registry", "src");
  return existsSync(sources) ? readdirSync(sources).map((name) => join(sources, name)) : [];
}

/**
 * Compiles Rust to wasm with wasm-pack, with the tools that setup.mjs put on the PATH. `fast`: loops become lanes of two
 * numbers, which compilers leave out where they build for size.
 */
function buildWasm(crate, name, out, { fast = false } = {}) {
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? process.env.USERPROFILE ?? "", ".cargo");
  // Paths of this machine would be in the module and make every build differ.
  run("cargo", ["fetch", "--locked", "--quiet"]);
  const places = [
    [resolve(home), "cargo"],
    ...registries(resolve(home)).map((folder) => [folder, "crates"]),
    [resolve(root), "cakupan"],
  ];
  // Of several matching prefixes the last one given is used.
  const paths = places.map(([from, to]) => `--remap-path-prefix=${from}=${to}`);
  // Merges equal functions, and inlines few (`opt-level = "s"` alone has a threshold of 50): an eighth slower, a tenth
  // smaller.
  const flags = [...paths, "-Cpasses=mergefunc", "-Cllvm-args=-inline-threshold=5"];
  if (fast) flags.push("-Ctarget-feature=+simd128");
  const profile = fast ? { CARGO_PROFILE_RELEASE_OPT_LEVEL: "3" } : {};
  const args = ["build", crate, "--release", "--target", "web", "--no-pack", "--no-opt", "--mode", "no-install"];
  run("wasm-pack", [...args, "--out-dir", out, "--out-name", name], {
    env: { ...process.env, ...profile, RUSTFLAGS: flags.join(" ") },
    remedy: `wasm-pack could not build ${crate}/; its message stands above. With 'cargo build' green, remove target/ and try again.`,
  });
  run(process.execPath, [
    join(root, "node_modules", "binaryen", "bin", "wasm-opt"),
    "-Oz",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    // The stack is first in memory, so no pointer is below 1024. Functions called once compress better when not
    // inlined.
    "--low-memory-unused",
    "--one-caller-inline-max-function-size=0",
    join(out, `${name}_bg.wasm`),
    "-o",
    join(out, `${name}.wasm`),
  ]);
}

/** What the command line prints as JSON: the law, a schema. */
function printed(...what) {
  const args = ["run", "--quiet", "--bin", "cakupan", "--", ...what];
  return run("cargo", args, { stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** Packs the wasm for the page: nginx does not compress .wasm files unless configured to. */
function packWasm() {
  writeFileSync(join(wasmOut, "cakupan.bin"), gzipSync(readFileSync(join(wasmOut, "cakupan.wasm")), { level: 9 }));
}

/** Builds the npm package. The script is imported here because its own imports are installed only now. */
async function buildPackage() {
  const { assemblePackage } = await import("./package.mjs");
  const wasm = join(wasmOut, "cakupan.wasm");
  const modules = [
    { name: "sheets", folder: sheetsOut },
    { name: "batch", folder: batchOut },
    { name: "monitor", folder: monitorOut },
  ];
  const schemas = {
    scenario: printed("schema"),
    projection: printed("schema", "projection"),
    all: printed("schema", "all"),
  };
  writeFields(JSON.parse(schemas.all));
  await assemblePackage({ wasm, glue: join(wasmOut, "cakupan.js"), modules, law: printed("law"), schemas });
  const bytes = readFileSync(wasm);
  const kilobytes = (size) => `${(size / 1000).toFixed(1)} kB`;
  say(`Engine: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes, { level: 9 }).length)} gzip`);
}

function buildPage() {
  say("Building the page");
  run(process.execPath, [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "www", "--logLevel", "warn"]);
  const single = ["build", "www", "--config", join("www", "single.config.ts"), "--logLevel", "warn"];
  run(process.execPath, [join(root, "node_modules", "vite", "bin", "vite.js"), ...single]);
  // Some licences require their notice wherever the code goes; the minified page has none.
  copyFileSync(join(root, "THIRD-PARTY.md"), join(root, "www", "dist", "THIRD-PARTY.md"));
  writePacks(join(root, "www", "dist", "regions"));
}

/** Installs what is missing, then builds everything. */
export async function build() {
  ensureRust();
  ensurePackages();
  ensureWasmTools();
  say("Building the engine (Rust to WebAssembly; under a minute the first time)");
  buildWasm("pkg", "cakupan", wasmOut);
  say("Building the module of workbooks (a minute or two the first time)");
  buildWasm("pkg/sheets", "sheets", sheetsOut);
  say("Building the module of many units (under a minute the first time)");
  buildWasm("pkg/batch", "batch", batchOut, { fast: true });
  say("Building the module of realisations (under a minute the first time)");
  // It draws thousands of plans, side by side as the units are.
  buildWasm("pkg/monitor", "monitor", monitorOut, { fast: true });
  packWasm();
  await buildPackage();
  if (existsSync(join(root, "www", "index.html"))) buildPage();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
