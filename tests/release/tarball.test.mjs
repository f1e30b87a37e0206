// The packed tarball, checked as npm receives it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pack, sums } from "../../scripts/pack.mjs";
import { version } from "../../scripts/parts.mjs";
import { root } from "../../scripts/setup.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "cakupan-pack-"));
test.after(() => rmSync(place, { recursive: true }));

const tarball = pack(join(place, "one"));
const bytes = readFileSync(tarball);
execFileSync("tar", ["-xzf", tarball, "-C", place]);
const inside = join(place, "package");
const files = readdirSync(inside, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(inside, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
  .sort();
const text = (name) => readFileSync(join(inside, name), "utf8");
const manifest = JSON.parse(text("package.json"));

test("packing again gives the same bytes", () => {
  assert.equal(sums(pack(join(place, "two"))), sums(tarball));
});

test("it holds exactly the files of files.txt", () => {
  assert.deepEqual(files, readFileSync(join(here, "files.txt"), "utf8").trim().split("\n"));
});

test("nothing in it knows the machine it was built on", () => {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  // A short folder such as /src proves nothing: paths of the standard library contain it too.
  const machine = [root, homedir(), cargo].filter((folder) => folder.split(/[\\/]/).filter(Boolean).length > 1);
  // Folders of users and build services; that of this build is in `machine`.
  const homes = ["/root/", "/home/", "/Users/", "C:\\Users", "/tmp/", "/builds/"];
  const common = [...homes, ".cargo/", ".rustup/", "registry/src/"];
  // The .wasm is searched; the encoded copies in the scripts are made from it.
  const needles = [...machine, ...common];
  for (const name of files) {
    const content = readFileSync(join(inside, name)).toString("latin1");
    const seen = needles.filter((needle) => content.includes(needle));
    assert.deepEqual(seen, [], name);
  }
});

test("it needs nothing and runs nothing when installed", () => {
  for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "bundleDependencies", "scripts"])
    assert.equal(manifest[kind], undefined, kind);
  assert.equal(manifest.sideEffects, false);
});

test("it carries the licences", () => {
  for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.md"])
    assert.equal(text(name), readFileSync(join(root, name), "utf8"), name);
});

test("publint has nothing to say, not even a suggestion", async () => {
  const { messages, pkg } = await publint({ pkgDir: inside, pack: false, strict: true, level: "suggestion" });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test("its types are right for every way of importing it", async () => {
  // Files that are no code have no types, and the script of a module worker is never required.
  const excludeEntrypoints = Object.keys(manifest.exports).filter((entry) => /\.(wasm|json|txt)$|thread$/.test(entry));
  const packed = createPackageFromTarballData(new Uint8Array(bytes));
  const { problems, entrypoints } = await checkPackage(packed, { excludeEntrypoints });
  assert.deepEqual(problems, []);
  const code = Object.keys(manifest.exports).filter((entry) => !excludeEntrypoints.includes(entry));
  assert.deepEqual(Object.keys(entrypoints), code);
});

test("its bill of materials is valid and names this version", async () => {
  const bill = text("dist/sbom.cdx.json");
  assert.equal(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill), null);
  assert.equal(JSON.parse(bill).metadata.component.version, version());
});
