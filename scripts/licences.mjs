// npm run licences: writes THIRD-PARTY.md: third-party code in the wasm and the page, with the notices it requires.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compiler, crates, pagePackages } from "./parts.mjs";
import { root } from "./setup.mjs";

export const file = join(root, "THIRD-PARTY.md");

/** A choice of licences with Apache-2.0: we take that one, whose text is in LICENSE-APACHE. */
const takesApache = (licence) => /(^|OR )Apache-2\.0( OR|$)/.test(licence.replace(/[()]/g, ""));

/** Texts that must be included: licences other than Apache-2.0, and every NOTICE. */
function passedOn({ licence, texts }) {
  if (/ AND /.test(licence)) return texts.filter((text) => !/apache|mit/i.test(text));
  return takesApache(licence) ? texts.filter((text) => /notice/i.test(text)) : texts;
}

const row = (part) => `| ${part.name} | ${part.version} | ${part.licence} | ${part.texts.join(", ")} |`;

/** Text of THIRD-PARTY.md. */
export function thirdParty() {
  const linked = crates().filter(({ own }) => !own);
  const packages = pagePackages();
  const notices = new Map();
  for (const part of [...linked, ...packages]) {
    for (const text of passedOn(part)) {
      const words = readFileSync(join(part.folder, text), "utf8").replace(/\r\n/g, "\n").trim();
      notices.set(words, [...(notices.get(words) ?? []), part.name]);
    }
  }
  const standard = { name: "Rust standard library", version: compiler(), licence: "MIT OR Apache-2.0" };
  const head = ["| part | version | licence | its texts |", "|---|---|---|---|"];
  return [
    "# Parts by others",
    "",
    "Written by `npm run licences`; a test holds it to what is built. Where a part leaves the choice, it is used under",
    "Apache-2.0, whose text is LICENSE-APACHE; the notices of the others stand below.",
    "",
    "## Crates in the wasm",
    "",
    ...head,
    ...linked.map(row),
    row({ ...standard, texts: ["LICENSE-APACHE", "LICENSE-MIT"] }),
    "",
    "## npm packages in the page",
    "",
    ...head,
    ...packages.map(row),
    "",
    "The npm package `cakupan` depends on nothing and contains only the crates.",
    "",
    "## Notices",
    "",
    ...[...notices].flatMap(([words, names]) => [`### ${names.join(", ")}`, "", "```text", words, "```", ""]),
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, thirdParty());
