// Builds the package into pkg/dist and the page into www/dist.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages, ensureRust, ensureWasmTools, root, run, say } from "./setup.mjs";

const wasmOut = join(root, "target", "npm");
const dist = join(root, "pkg", "dist");

/** Rust to wasm, by wasm-pack with the tools that setup put on the PATH. */
function buildWasm() {
  say("Building the engine (Rust to WebAssembly; under a minute the first time)");
  const home = process.env.CARGO_HOME ?? join(process.env.HOME ?? process.env.USERPROFILE ?? "", ".cargo");
  // Paths of this machine have no place in the module, and would make every build differ.
  const paths = [`--remap-path-prefix=${resolve(home)}=cargo`, `--remap-path-prefix=${resolve(root)}=cakupan`];
  // And functions that came out the same are kept once.
  const flags = [...paths, "-Cpasses=mergefunc"];
  const args = ["build", "pkg", "--release", "--target", "bundler", "--no-pack", "--no-opt", "--mode", "no-install"];
  run("wasm-pack", [...args, "--out-dir", "../target/npm", "--out-name", "cakupan"], {
    env: { ...process.env, RUSTFLAGS: flags.join(" ") },
    remedy: "wasm-pack could not build pkg/; its message stands above. With 'cargo build' green, remove target/ and try again.",
  });
  run(process.execPath, [
    join(root, "node_modules", "binaryen", "bin", "wasm-opt"),
    "-Oz", "-Oz", "--strip-debug", "--strip-producers",
    // The stack lies first in memory, so no pointer is below 1024; and what is called once packs better apart.
    "--low-memory-unused", "--one-caller-inline-max-function-size=0",
    join(wasmOut, "cakupan_bg.wasm"), "-o", join(wasmOut, "cakupan.wasm"),
  ]);
}

/** The law as JSON, as the command line prints it. */
function law() {
  const args = ["run", "--quiet", "--bin", "cakupan", "--", "law"];
  return run("cargo", args, { stdio: ["ignore", "pipe", "inherit"] }).trim();
}

/** One wasm, its glue, the loader, the words and the types: what npm gets. */
function assemblePackage() {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const wasm = readFileSync(join(wasmOut, "cakupan.wasm"));
  copyFileSync(join(wasmOut, "cakupan.wasm"), join(dist, "cakupan.wasm"));
  copyFileSync(join(wasmOut, "cakupan_bg.js"), join(dist, "glue.js"));
  writeFileSync(join(dist, "bytes.js"), `export default ${JSON.stringify(wasm.toString("hex"))};\n`);
  const words = (language) => readFileSync(join(root, "words", `${language}.json`), "utf8").trim();
  writeFileSync(join(dist, "words.js"), `export const id = ${words("id")};\nexport const en = ${words("en")};\n`);
  const book = law();
  writeFileSync(join(dist, "law.json"), `${book}\n`);
  writeFileSync(join(dist, "book.js"), `export default ${book};\n`);
  for (const file of ["index.js", "error.js", "law.js", "say.js", "start.js", "index.d.ts", "types.d.ts"])
    copyFileSync(join(root, "pkg", "js", file), join(dist, file));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"])
    copyFileSync(join(root, licence), join(root, "pkg", licence));
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  say(`Engine: ${kilobytes(wasm.length)}, ${kilobytes(gzipSync(wasm, { level: 9 }).length)} gzip`);
}

function buildPage() {
  say("Building the page");
  run(process.execPath, [join(root, "node_modules", "vite", "bin", "vite.js"), "build", "www", "--logLevel", "warn"]);
}

/** Everything, from whatever the machine has. */
export function build() {
  ensureRust();
  ensurePackages();
  ensureWasmTools();
  buildWasm();
  assemblePackage();
  if (existsSync(join(root, "www", "index.html"))) buildPage();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
