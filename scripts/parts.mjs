// Third-party code that is shipped: crates in the wasm, and npm packages in the page.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run } from "./setup.mjs";

const pipe = { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 2 ** 28 };

/** Version of the crates of the workspace; package and tags must have the same. */
export function version() {
  return /^\[workspace\.package\][^[]*?^version = "([^"]+)"/ms.exec(readFileSync(join(root, "Cargo.toml"), "utf8"))[1];
}

/** Compiler whose standard library is in the wasm. */
export function compiler() {
  return /channel = "([^"]+)"/.exec(readFileSync(join(root, "rust-toolchain.toml"), "utf8"))[1];
}

/** Names of the licence files in a folder. */
const texts = (folder) =>
  readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();

/** Checksums of the crates' archives, from Cargo.lock. */
function checksums() {
  const entries = readFileSync(join(root, "Cargo.lock"), "utf8").split("[[package]]");
  const field = (entry, name) => new RegExp(`^${name} = "(.+)"$`, "m").exec(entry)?.[1];
  const id = (entry) => `${field(entry, "name")}@${field(entry, "version")}`;
  return new Map(entries.map((entry) => [id(entry), field(entry, "checksum")]));
}

/** The crates of the wasm modules that go out: the engine, the module of workbooks, and that of many units. */
const MODULES = ["cakupan-wasm", "cakupan-sheets", "cakupan-batch", "cakupan-monitor"];

/** What a crate needs, as lines of depth, name and version. */
function tree(crate) {
  const what = ["--package", crate, "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"];
  const how = ["--no-dedupe", "--prefix", "depth", "--format", " {p}"];
  return run("cargo", ["tree", "--locked", ...what, ...how], pipe)
    .trim()
    .split("\n");
}

/**
 * The crates whose code is linked into the wasm modules, each with what it needs: as cargo resolves them for this target
 * and their features, without what only runs while compiling.
 */
export function crates() {
  const metadata = JSON.parse(run("cargo", ["metadata", "--locked", "--format-version", "1"], pipe));
  const known = new Map(metadata.packages.map((crate) => [`${crate.name}@${crate.version}`, crate]));
  const sums = checksums();
  const found = new Map();
  for (const module of MODULES) {
    const above = [];
    for (const line of tree(module)) {
      const [, depth, name, number] = /^(\d+) (\S+) v(\S+)/.exec(line);
      const id = `${name}@${number}`;
      if (!found.has(id)) {
        const { license: licence, manifest_path: manifest } = known.get(id);
        const folder = dirname(manifest);
        const sha256 = sums.get(id);
        const crate = { id, name, version: number, licence, folder, texts: texts(folder), sha256, own: !sha256 };
        found.set(id, { ...crate, needs: new Set() });
      }
      above.length = Number(depth);
      above.at(-1)?.needs.add(id);
      above.push(found.get(id));
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** npm packages whose code is in the page: dependencies of the workspace, without tools and type packages. */
export function pagePackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, entry]) => path.startsWith("node_modules/") && !entry.dev && !entry.link && !entry.devOptional)
    .filter(([path]) => !path.startsWith("node_modules/@types/"))
    .map(([path, { version: number, license: licence }]) => {
      const folder = join(root, path);
      return { name: path.replace("node_modules/", ""), version: number, licence, folder, texts: texts(folder) };
    });
}
