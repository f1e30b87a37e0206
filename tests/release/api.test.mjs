// What others build on changes only where a change says so.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { crateApi, file, packagePages } from "../../scripts/api.mjs";

const api = crateApi();

test("docs/api.txt lists the crate's public items as they are", () => {
  const listed = readFileSync(file, "utf8");
  const only = (one, other) => one.split("\n").filter((line) => !other.split("\n").includes(line));
  const message = "They have changed. If that is meant: 'npm run api', and a line in CHANGELOG.md.";
  assert.deepEqual({ gone: only(listed, api), added: only(api, listed) }, { gone: [], added: [] }, message);
  assert.ok(listed === api, message);
});

test("the list holds functions, methods, fields, variants and traits", () => {
  // Typed from src/, so that a list read wrongly from the pages of rustdoc is seen.
  for (const line of [
    "    pub fn check(input: &Input) -> Vec<Problem>",
    "        pub const fn times(self, people: People) -> Option<Self>",
    "        pub segments: Vec<Segment>,",
    "        Jkk,",
    "        const WORDS: &'static [&'static str];",
    "    implements Clone, Copy, Debug, Default, Eq, From<Rupiah> for Exact, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize",
  ])
    assert.ok(api.includes(`${line}\n`), line);
  assert.doesNotMatch(api, /<\/?(a|span|code|div)[ >]|&\w+;/, "HTML in the list");
});

test("the pages of the package's types are written without a warning", () => {
  packagePages();
});
