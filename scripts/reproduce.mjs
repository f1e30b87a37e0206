// npm run reproduce: builds the last commit twice, in two folders with separate caches; the tarballs must be equal.
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run, say, stop } from "./setup.mjs";

const commit = run("git", ["rev-parse", "HEAD"], { stdio: ["ignore", "pipe", "inherit"] }).trim();
const place = mkdtempSync(join(tmpdir(), "cakupan-reproduce-"));

/**
 * Clones, builds and packs; returns the checksums. The paths differ in length too, since either could get into the
 * wasm.
 */
function buildIn(folder, cache) {
  mkdirSync(folder, { recursive: true });
  run("git", ["clone", "--quiet", "--no-checkout", root, folder]);
  run("git", ["checkout", "--quiet", commit], { cwd: folder });
  const env = { ...process.env, CARGO_TARGET_DIR: cache };
  for (const script of ["build.mjs", "pack.mjs"])
    run(process.execPath, [join(folder, "scripts", script)], { cwd: folder, env });
  return readFileSync(join(folder, "target", "SHA256SUMS"), "utf8");
}

const first = buildIn(join(place, "one"), join(place, "one", "target"));
const second = buildIn(join(place, "a", "second", "folder"), join(place, "cache"));
if (first !== second) stop(`The two builds differ:\n${first}\n${second}\nBoth are in ${place}.`);
rmSync(place, { recursive: true });
say(`Two builds, one tarball:\n${first.trimEnd()}`);
