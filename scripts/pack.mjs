// npm run pack: pkg/ as built becomes target/cakupan-<version>.tgz, what npm gets, with its sums beside it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { version } from "./parts.mjs";
import { npm, root, say } from "./setup.mjs";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Writes the tarball into a folder and returns its path. */
export function pack(folder) {
  mkdirSync(folder, { recursive: true });
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  npm(["pack", "./pkg", "--ignore-scripts", "--silent", "--pack-destination", folder], quiet);
  return join(folder, `cakupan-${version()}.tgz`);
}

/** Sums of the tarball, of its content (no version of zlib changes it), and of the wasm; as sha256sum prints them. */
export function sums(tarball) {
  const bytes = readFileSync(tarball);
  const wasm = readFileSync(join(root, "pkg", "dist", "cakupan.wasm"));
  return [
    [bytes, basename(tarball)],
    [gunzipSync(bytes), `${basename(tarball, ".tgz")}.tar`],
    [wasm, "cakupan.wasm"],
  ]
    .map(([content, name]) => `${sha256(content)}  ${name}\n`)
    .join("");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tarball = pack(join(root, "target"));
  writeFileSync(join(root, "target", "SHA256SUMS"), sums(tarball));
  say(`${tarball}: ${(readFileSync(tarball).length / 1000).toFixed(1)} kB`);
  process.stdout.write(sums(tarball));
}
