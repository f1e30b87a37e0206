// node scripts/tag.mjs v1.2.3: stops a release unless tag, crates, package and changelog have the same version.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { version } from "./parts.mjs";
import { root, say, stop } from "./setup.mjs";

/** Files whose version is not that of the tag. */
export function otherwise(tag) {
  const named = tag.replace(/^v/, "");
  const { version: packaged } = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));
  const changes = readFileSync(join(root, "CHANGELOG.md"), "utf8").split("\n");
  return [
    [tag.startsWith("v"), `The tag '${tag}' does not begin with v.`],
    [version() === named, `Cargo.toml says ${version()}.`],
    [packaged === named, `pkg/package.json says ${packaged}.`],
    [changes.some((line) => `${line} `.startsWith(`## ${named} `)), `CHANGELOG.md has no heading '## ${named}'.`],
  ]
    .filter(([agrees]) => !agrees)
    .map(([, sentence]) => sentence);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sentences = otherwise(process.argv[2] ?? "");
  if (sentences.length > 0) stop(`This is no release of ${process.argv[2]}: ${sentences.join(" ")}`);
  say(`${process.argv[2]} names the version of everything.`);
}
