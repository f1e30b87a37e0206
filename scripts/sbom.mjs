// Bill of materials of the npm package (CycloneDX 1.6): what is compiled into the wasm, and by which tools.
//
// It has no time and no random number, so that equal sources give an equal tarball.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compiler, crates, version } from "./parts.mjs";
import { root } from "./setup.mjs";

const crateRef = ({ name, version: number }) => `pkg:cargo/${name}@${number}`;

/** Tools whose output is in the wasm. Only wasm-bindgen ships code of its own, the glue. */
function tools() {
  const pinned = /wasm-bindgen = "=([\d.]+)"/.exec(readFileSync(join(root, "pkg", "Cargo.toml"), "utf8"))[1];
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return [
    ["rustc", compiler()],
    ["wasm-bindgen-cli", pinned],
    ["binaryen", devDependencies.binaryen],
  ].map(([name, number]) => ({ type: "application", name, version: number }));
}

/** The bill of materials as JSON data. */
export function sbom() {
  const linked = crates().filter(({ own }) => !own);
  const own = crates().filter((crate) => crate.own);
  const standard = {
    type: "library",
    "bom-ref": `rust-std@${compiler()}`,
    name: "rust-std",
    version: compiler(),
    description: "The standard library of Rust, with the compiler's own crates.",
    licenses: [{ expression: "MIT OR Apache-2.0" }],
  };
  const npm = `pkg:npm/cakupan@${version()}`;
  const refs = new Map(linked.map((crate) => [crate.id, crateRef(crate)]));
  const needs = (crate) => [...crate.needs].filter((id) => refs.has(id)).map((id) => refs.get(id));
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      tools: { components: tools() },
      component: {
        type: "library",
        "bom-ref": npm,
        name: "cakupan",
        version: version(),
        purl: npm,
        licenses: [{ expression: "MIT OR Apache-2.0" }],
      },
    },
    components: [
      ...linked.map((crate) => ({
        type: "library",
        "bom-ref": crateRef(crate),
        name: crate.name,
        version: crate.version,
        purl: crateRef(crate),
        licenses: [{ expression: crate.licence }],
        hashes: [{ alg: "SHA-256", content: crate.sha256 }],
      })),
      standard,
    ],
    dependencies: [
      { ref: npm, dependsOn: [...new Set([...own.flatMap(needs), standard["bom-ref"]])].sort() },
      ...linked.map((crate) => ({ ref: crateRef(crate), dependsOn: needs(crate).sort() })),
      { ref: standard["bom-ref"], dependsOn: [] },
    ],
  };
}
