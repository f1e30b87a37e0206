// Third-party code that is shipped is listed and licensed, and the shipped files contain no other.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { file, thirdParty } from "../../scripts/licences.mjs";
import { crates, pagePackages } from "../../scripts/parts.mjs";
import { sbom } from "../../scripts/sbom.mjs";
import { root } from "../../scripts/setup.mjs";

const wasm = readFileSync(join(root, "pkg", "dist", "cakupan.wasm")).toString("latin1");

test("THIRD-PARTY.md is of what is built now", () => {
  assert.ok(readFileSync(file, "utf8") === thirdParty(), "It is not: 'npm run licences' writes it again.");
});

test("the page carries the notices too", () => {
  assert.equal(readFileSync(join(root, "www", "dist", "THIRD-PARTY.md"), "utf8"), readFileSync(file, "utf8"));
});

test("the licences of the page's packages are those that deny.toml allows", () => {
  const [, list] = /^allow = \[(.*)\]$/m.exec(readFileSync(join(root, "deny.toml"), "utf8"));
  const allowed = list.split(", ").map((licence) => licence.slice(1, -1));
  for (const { name, licence } of pagePackages()) assert.ok(allowed.includes(licence), `${name}: ${licence}`);
});

test("the bill names every crate of Cargo.lock that the wasm itself names", () => {
  const told = new Set(crates().map(({ name }) => name));
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  for (const [, name, number] of lock.matchAll(/^name = "(.+)"\nversion = "(.+)"$/gm))
    assert.ok(told.has(name) || !wasm.includes(`/${name}-${number}/`), name);
});

test("the bill is of the wasm: no part of the command line, of a test, or of the compiler's work", () => {
  const names = sbom().components.map(({ name }) => name);
  assert.ok(["serde", "wasm-bindgen", "rust-std"].every((name) => names.includes(name)));
  const others = ["serde_json", "toml", "proptest", "syn", "quote", "serde_derive", "wasm-bindgen-macro", "cakupan"];
  for (const other of others) assert.ok(!names.includes(other), other);
});

test("every crate in the bill comes from the registry, with the sum of its archive", () => {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  for (const { name, version, hashes, purl } of sbom().components.filter(({ name }) => name !== "rust-std")) {
    assert.equal(purl, `pkg:cargo/${name}@${version}`);
    assert.match(hashes[0].content, /^[0-9a-f]{64}$/, name);
    assert.ok(lock.includes(`checksum = "${hashes[0].content}"`), name);
  }
});

test("everything a part needs is a part", () => {
  const { components, dependencies, metadata } = sbom();
  const refs = new Set([metadata.component, ...components].map((part) => part["bom-ref"]));
  const named = dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
  for (const ref of named) assert.ok(refs.has(ref), ref);
  assert.equal(dependencies.length, refs.size);
});
