// Imports between the files of the core (Rust) and of the page (TypeScript), read from their text.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

function filesBelow(folder, ending, below = "") {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(below, entry.name);
    if (entry.isDirectory()) return filesBelow(folder, ending, path);
    return path.endsWith(ending) ? [path] : [];
  });
}

/** Comments and strings also name modules, so they are removed first. */
const withoutComments = (code) => code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

/** `a::{b, c::{d, e}}` → `a::b`, `a::c::d`, `a::c::e`. */
export function pathsOf(tree) {
  const open = tree.indexOf("{");
  if (open < 0) return [tree.trim().replace(/\s+as\s+\w+$/, "")];
  const inside = tree.slice(open + 1, tree.lastIndexOf("}"));
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= inside.length; at++) {
    if (inside[at] === "{") depth += 1;
    else if (inside[at] === "}") depth -= 1;
    else if ((inside[at] === "," && depth === 0) || at === inside.length) {
      const part = inside.slice(from, at).trim();
      if (part) parts.push(part);
      from = at + 1;
    }
  }
  const stem = tree.slice(0, open).trim();
  return parts.flatMap((part) => pathsOf(part)).map((part) => stem + part);
}

/** Imports of a Rust crate, file to file, by `use` and by full path. */
export function rustArrows(folder) {
  const files = filesBelow(folder, ".rs").filter((file) => !file.endsWith("tests.rs"));
  const moduleOf = (file) =>
    file
      .replace(/(^|\/)(lib|mod|main)?\.?rs$/, "")
      .replace(/\.rs$/, "")
      .split("/")
      .filter(Boolean);
  const fileOf = new Map(files.map((file) => [moduleOf(file).join("::"), file]));
  /** File of the longest prefix of a path that is a module. */
  const found = (segments) => {
    for (let length = segments.length; length > 0; length--) {
      const file = fileOf.get(segments.slice(0, length).join("::"));
      if (file) return file;
    }
    return null;
  };
  const arrows = [];
  for (const file of files) {
    const here = moduleOf(file);
    // Left out: imports of unit tests inside a file, and of descriptions that only the schema reads.
    const text = withoutComments(readFileSync(join(folder, file), "utf8")).replace(/#\[cfg_attr\([^\]]*\)\]/g, "");
    const [code] = text.split("#[cfg(test)]");
    const trees = [...code.matchAll(/\buse\s+((?:crate|super|self)::[^;]+);/g)].map(([, tree]) =>
      tree.replace(/\s+/g, " "),
    );
    const inline = [...code.matchAll(/\b(crate(?:::\w+)+)/g)].map(([, path]) => path);
    // A module that calls its own children: `mod relief;` and `relief::remarks(…)`. A `pub use` of them is only an
    // export.
    const children = [...code.matchAll(/^\s*(?:pub(?:\([a-z]+\))? )?mod (\w+);/gm)].map(([, name]) => name);
    const body = code
      .replace(/\bpub(?:\([a-z]+\))? use [^;]+;/g, "")
      .replace(/\buse (?!crate|super|self)([^;]+);/g, "use self::$1;");
    for (const child of children)
      if (new RegExp(`(?<![\\w:])(?:self::)?${child}::`).test(body)) inline.push(`self::${child}`);
    for (const path of [...trees.flatMap(pathsOf), ...inline]) {
      let [first, ...rest] = path.split("::").map((part) => part.trim());
      let stem = first === "crate" ? [] : here;
      if (first === "super") stem = here.slice(0, -1);
      while (rest[0] === "super") {
        stem = stem.slice(0, -1);
        rest = rest.slice(1);
      }
      const target = found([...stem, ...rest]);
      if (target && target !== file) arrows.push([file, target]);
    }
  }
  return unique(arrows);
}

/**
 * The arrows of TypeScript modules: which module must have run before which. A type is gone by then, and what is loaded
 * later (`import()`) runs later.
 */
export function typescriptArrows(folder) {
  const files = new Set(filesBelow(folder, ".ts"));
  const arrows = [];
  for (const file of files) {
    const code = withoutComments(readFileSync(join(folder, file), "utf8")).replace(
      /\b(import|export) type [^;]*;/g,
      "",
    );
    for (const [, target] of code.matchAll(/(?:from|import)\s*"(\.[^"?]+)(?:\?[^"]*)?"/g)) {
      const path = posix.join(posix.dirname(file), target).replace(/\.js$/, ".ts");
      if (files.has(path)) arrows.push([file, path]);
    }
  }
  return unique(arrows);
}

function unique(arrows) {
  return [...new Map(arrows.map((arrow) => [arrow.join(" → "), arrow])).values()];
}

/** Circles: groups of nodes that reach one another (Tarjan). */
export function circles(arrows) {
  const next = new Map();
  for (const [from, to] of arrows) {
    if (!next.has(from)) next.set(from, []);
    if (!next.has(to)) next.set(to, []);
    next.get(from).push(to);
  }
  const order = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (node) => {
    order.set(node, order.size);
    low.set(node, order.get(node));
    stack.push(node);
    for (const other of next.get(node)) {
      if (!order.has(other)) {
        visit(other);
        low.set(node, Math.min(low.get(node), low.get(other)));
      } else if (stack.includes(other)) low.set(node, Math.min(low.get(node), order.get(other)));
    }
    if (low.get(node) !== order.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) found.push(group.sort());
  };
  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return found;
}

/**
 * Imports between rooms: each file is replaced by the room that `roomOf` names; imports inside a room are dropped.
 */
export function between(arrows, roomOf) {
  return unique(arrows.map(([from, to]) => [roomOf(from), roomOf(to)]).filter(([from, to]) => from !== to));
}

/** Texts of all files of a folder, by path. */
export function sources(folder, ending) {
  return new Map(filesBelow(folder, ending).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

const STATE = /\bexport const (\w+)(?:: [^=]+)? = (?:signal|computed|byContent|debounced)\b/g;
const TAKEN = /\b(?:import|export)\s+(?!type\b)(?:\{([^}]*)\}|(\*)(?:\s+as\s+\w+)?)\s+from\s+"(\.[^"?]+)"/g;

/**
 * State of the page (signals) that files take from others: file, name, and the file that holds it. State that is handed
 * on (`export { draft } from …`) counts at each step, a module taken as a whole (`*`) as all of its state.
 */
export function stateTaken(texts) {
  const state = new Map();
  const taken = [];
  const code = new Map([...texts].map(([file, text]) => [file, withoutComments(text)]));
  for (const [file, text] of code) state.set(file, new Set([...text.matchAll(STATE)].map(([, name]) => name)));
  const links = [...code].flatMap(([file, text]) =>
    [...text.matchAll(TAKEN)].map(([statement, names, all, target]) => ({
      file,
      target: posix.join(posix.dirname(file), target).replace(/\.js$/, ".ts"),
      names: all ? null : names.split(",").map((name) => name.trim().split(/\s+as\s+/)),
      isExport: statement.startsWith("export"),
    })),
  );
  for (let grows = true; grows; ) {
    grows = false;
    for (const { file, target, names, isExport } of links) {
      if (!isExport) continue;
      const pairs = names ?? [...(state.get(target) ?? [])].map((name) => [name]);
      for (const [name, as = name] of pairs) {
        if (!state.get(target)?.has(name) || state.get(file).has(as)) continue;
        state.get(file).add(as);
        grows = true;
      }
    }
  }
  for (const { file, target, names } of links) {
    const known = state.get(target) ?? new Set();
    for (const [name] of names ?? [...known].map((each) => [each]))
      if (known.has(name)) taken.push([file, name, target]);
  }
  return taken;
}
