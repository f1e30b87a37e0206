// npm run api: every public item of the crate as text (docs/api.txt), and pages of the package's types (target/api).
//
// A change of docs/api.txt in a review is a change of what others build on.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensurePackages, root, run, say } from "./setup.mjs";

export const file = join(root, "docs", "api.txt");
const tools = join(root, "tests", "release");

const LETTERS = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", nbsp: " " };

/** The words of a piece of rustdoc's HTML. */
function words(html) {
  return html
    .replace(/<summary.*?<\/summary>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (all, name) => LETTERS[name] ?? all);
}

/** Traits of an item on one line; those of another type name it. */
function traits(name, heads) {
  const short = heads.map((head) => {
    const [, trait, type] = /^impl(?:<.*?>)? (.+?) for (.+?)(?:where.*)?$/s.exec(head);
    return type.replace(/<.*/, "") === name ? trait : `${trait} for ${type}`;
  });
  const told = short.filter((trait) => trait !== "StructuralPartialEq").sort();
  return told.length > 0 ? [`    implements ${told.join(", ")}`] : [];
}

/** One page of rustdoc as lines: how the item is declared, what it can do, which traits it has. */
function item(path, html) {
  const declaration = words(/<pre class="rust item-decl"><code>(.*?)<\/code><\/pre>/s.exec(html)[1]);
  // The value of a constant is none of its type, and the book of the law is one.
  const declared = declaration.replace(/^(pub const \w+: .*?) = .*/s, "$1");
  // Behind these stands what the compiler adds, or what other pages tell.
  const [own] = html.split(/<h2 id="(?:synthetic-implementations|blanket-implementations|implementors|foreign-impls)"/);
  const [before, after = ""] = own.split(/<h2 id="trait-implementations"/);
  const heads = (text) =>
    [...text.matchAll(/<(h[34]) class="code-header">(.*?)<\/\1>/gs)].map(([, , head]) =>
      words(head).replace(/\s+/g, " "),
    );
  const isImpl = (head) => head.startsWith("impl");
  // What stands before the first of them is told by the declaration.
  const methods = heads(before.slice(before.search(/<h3 class="code-header">impl/)));
  return [
    path,
    ...declared
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => `    ${line}`),
    ...(methods.some(isImpl) ? methods.map((head) => `${isImpl(head) ? "    " : "        "}${head}`) : []),
    ...traits(path.split("::").at(-1), heads(after).filter(isImpl)),
  ];
}

/** The whole text, read from the pages that cargo doc writes, those that its list of all items names. */
export function crateApi() {
  const quiet = { env: { ...process.env, RUSTDOCFLAGS: "-D warnings" } };
  run("cargo", ["doc", "--no-deps", "--quiet"], quiet);
  const pipe = { stdio: ["ignore", "pipe", "inherit"] };
  const metadata = run("cargo", ["metadata", "--no-deps", "--format-version", "1"], pipe);
  const pages = join(JSON.parse(metadata).target_directory, "doc", "cakupan");
  const all = readFileSync(join(pages, "all.html"), "utf8");
  const items = [...all.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a><\/li>/g)].map(([, page, path]) => [path, page]);
  items.sort(([one], [other]) => (one < other ? -1 : 1));
  const intro = "Every public item of the crate; written by `npm run api`, held by tests/release/.\n";
  const told = items.map(([path, page]) => item(path, readFileSync(join(pages, page), "utf8")));
  return [intro, ...told.map((lines) => `${lines.join("\n")}\n`)].join("\n");
}

/** Pages of the package's types, as its declarations describe them; any warning is an error. */
export function packagePages() {
  ensurePackages(tools);
  const typedoc = join(tools, "node_modules", "typedoc", "bin", "typedoc");
  run(process.execPath, [typedoc, "--options", join(tools, "typedoc.json")]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, crateApi());
  packagePages();
  say(`${file} is written; the pages of the package are in ${join(root, "target", "api")}`);
}
