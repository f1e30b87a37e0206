// Runs the code of the shipped README: `expression; // → value` must have the value, the rest must not throw.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);

/** Code blocks of a language as one module; repeated imports are merged. */
function program(path, language) {
  const text = readFileSync(new URL(path, root), "utf8");
  const blocks = [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code]) => code,
  );
  let count = 0;
  const lines = blocks
    .join("\n")
    .split("\n")
    .map((line) => {
      const [, expression, value] = /^(.*?);? *\/\/ → (.*)$/.exec(line) ?? [];
      if (expression === undefined) return line;
      count++;
      return `assert.deepEqual(${expression}, ${value});`;
    });
  return { count, code: `import assert from "node:assert/strict";\n${lines.join("\n")}` };
}

for (const [path, least] of [
  ["pkg/README.md", 14],
  ["pkg/llms.txt", 3],
]) {
  test(`${path} does what it says`, async () => {
    const { count, code } = program(path, "js");
    assert.ok(count >= least, `${count} values`);
    // Inside the project, so that the package name resolves.
    const folder = new URL("target/readme/", root);
    mkdirSync(folder, { recursive: true });
    const file = new URL(`${path.replaceAll("/", "-")}.mjs`, folder);
    writeFileSync(file, code);
    await import(file.href);
  });
}
