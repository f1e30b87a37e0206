// Assembles pkg/dist, the content of the npm package: one wasm, its glue, entries as ES modules and CommonJS, types,
// data.
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { sbom } from "./sbom.mjs";
import { root, run } from "./setup.mjs";
import { typesOf } from "./types.mjs";

const source = join(root, "pkg", "js");
const dist = join(root, "pkg", "dist");
const cjs = join(dist, "cjs");

const text = (path) => readFileSync(join(root, path), "utf8").trim();
const write = (name, content) => writeFileSync(join(dist, name), `${content}\n`);

/** Characters that need no escape in any kind of string or markup. */
const LETTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  .filter((one) => !"\"'`\\<".includes(one))
  .join("");

/**
 * Encodes bytes as text: the most frequent as one letter, all others as two, of which the first is one of the last
 * two letters.
 */
function inLetters(bytes) {
  const count = new Array(256).fill(0);
  for (const byte of bytes) count[byte]++;
  const order = [...count.keys()].sort((a, b) => count[b] - count[a] || a - b);
  const singles = LETTERS.length - 2;
  const letters = [];
  for (const [index, byte] of order.entries()) {
    const rest = index - singles;
    const first = LETTERS[singles + Math.floor(rest / LETTERS.length)];
    letters[byte] = rest < 0 ? LETTERS[index] : first + LETTERS[rest % LETTERS.length];
  }
  return { letters: LETTERS, order, text: Array.from(bytes, (byte) => letters[byte]).join("") };
}

/** What goes out as it is: written by hand, or above. */
const AS_IT_IS = ["embed.js", "embed.d.ts", "embed.schema.json", "types.d.ts"];

/** TypeScript to modules and their declarations; the shapes are those of the engine. */
function compile({ all }) {
  writeFileSync(join(source, "types.d.ts"), typesOf(JSON.parse(all).$defs));
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  run(process.execPath, [tsc, "-p", join(root, "pkg", "tsconfig.json")]);
  for (const name of AS_IT_IS) copyFileSync(join(source, name), join(dist, name));
}

/** Writes the modules, the catalogues and the law as modules and files. */
function writeData({ wasm, glue, modules, law, schemas }) {
  copyFileSync(wasm, join(dist, "cakupan.wasm"));
  copyFileSync(glue, join(dist, "glue.js"));
  for (const { name, folder } of modules) {
    copyFileSync(join(folder, `${name}.wasm`), join(dist, `${name}.wasm`));
    copyFileSync(join(folder, `${name}.js`), join(dist, `${name}.glue.js`));
  }
  write("bytes.js", `export default ${JSON.stringify(inLetters(readFileSync(wasm)))};`);
  write("words.js", `export const id = ${text("words/id.json")};\nexport const en = ${text("words/en.json")};`);
  write("law.json", law);
  write("book.js", `export default ${law};`);
  write("scenario.schema.json", schemas.scenario);
  write("projection.schema.json", schemas.projection);
  write("sbom.cdx.json", JSON.stringify(sbom(), null, 2));
}

/** Files beside an entry are one folder up, seen from `cjs/`. */
const oneFolderUp = {
  name: "one-folder-up",
  transform: (code) => code.replace(/new URL\("\.\/(?=[\w.]+", import\.meta\.url\))/g, 'new URL("../'),
};

/** Reads the law from its file, where a file can be required. */
const lawFromFile = {
  name: "law-from-file",
  resolveId: (id) => (id === "./book.js" ? { id: "../law.json", external: true } : null),
};

async function bundle(input, plugins, output) {
  const built = await rolldown({ input, plugins, platform: output.format === "umd" ? "browser" : "node" });
  await built.write({ dir: cjs, ...output });
  await built.close();
}

/** Builds CommonJS. The default entry is one file that is also a classic script with the global `cakupan`. */
async function writeCommonJs() {
  mkdirSync(cjs, { recursive: true });
  writeFileSync(join(cjs, "package.json"), '{ "type": "commonjs" }\n');
  const at = (name) => join(dist, name);
  await bundle({ index: at("index.js") }, [], { format: "umd", name: "cakupan", exports: "named" });
  const inNode = {
    slim: at("slim.node.js"),
    worker: at("worker.node.js"),
    sheets: at("sheets.node.js"),
    batch: at("batch.node.js"),
    monitor: at("monitor.node.js"),
  };
  await bundle(inNode, [oneFolderUp, lawFromFile], {
    format: "cjs",
    exports: "named",
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: "common", minShareCount: 2 }] },
  });
  await bundle({ embed: at("embed.js") }, [], { format: "cjs", exports: "named" });
  for (const name of declarations()) copyFileSync(at(name), join(cjs, name));
}

const declarations = () => readdirSync(dist).filter((name) => name.endsWith(".d.ts"));

/** Deletes the declarations that no entry's types import: inner modules are not part of the interface. */
function dropInnerTypes() {
  const wanted = new Set();
  const want = (name) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    const text = readFileSync(join(dist, name), "utf8");
    for (const [, next] of text.matchAll(/(?:from|import\()\s*"\.\/([\w.]+)\.js"/g)) want(`${next}.d.ts`);
  };
  for (const name of ["index", "slim", "worker", "worker.calls", "sheets", "batch", "batch.calls", "monitor", "embed"])
    want(`${name}.d.ts`);
  for (const name of declarations()) if (!wanted.has(name)) rmSync(join(dist, name));
}

/** Moves the types to the folder of CommonJS, where both kinds of modules may import them. */
function shareTypes() {
  rmSync(join(dist, "types.d.ts"));
  for (const name of declarations()) {
    const at = join(dist, name);
    writeFileSync(at, readFileSync(at, "utf8").replaceAll('"./types.js"', '"./cjs/types.js"'));
  }
}

/** @param built paths of the engine and its glue, the other modules, and the law and the schemas as JSON text */
export async function assemblePackage(built) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  compile(built.schemas);
  dropInnerTypes();
  writeData(built);
  await writeCommonJs();
  shareTypes();
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.md"])
    copyFileSync(join(root, licence), join(root, "pkg", licence));
}
