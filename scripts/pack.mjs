// npm run pack: packs the built pkg/ as target/cakupan-<version>.tgz, with checksums beside it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { version } from "./parts.mjs";
import { npm, root, say } from "./setup.mjs";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Writes the tarball into a folder; returns its path. */
export function pack(folder) {
  mkdirSync(folder, { recursive: true });
  const quiet = { stdio: ["ignore", "ignore", "inherit"] };
  npm(["pack", "./pkg", "--ignore-scripts", "--silent", "--pack-destination", folder], quiet);
  return join(folder, `cakupan-${version()}.tgz`);
}

/**
 * Checksums, in the format of sha256sum: of the tarball, of its content (independent of the zlib version), and of the
 * wasm.
 */
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
