// The documentation shows what the tasks do: no link leads nowhere, no picture is left over, and the steps are those stated.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { root } from "../../scripts/setup.mjs";

const read = (...path) => readFileSync(join(root, ...path), "utf8");
const documents = ["README.md", "CONTRIBUTING.md", "KONTRIBUSI.md"].concat(
  readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
);

/** The anchor that GitHub gives to a heading. */
const anchor = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

test("each link within the repository leads somewhere", () => {
  for (const name of documents)
    for (const [, target] of read(name).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      const [path, part] = target.split("#");
      const file = path === "" ? join(root, name) : join(root, dirname(name), path);
      assert.ok(existsSync(file), `${name}: ${target}`);
      if (!part || !file.endsWith(".md")) continue;
      const anchors = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading));
      assert.ok(anchors.includes(part), `${name}: ${target}`);
    }
});

test("the guide shows every picture that the tasks make, and no other", () => {
  const shown = [...read("docs", "panduan.md").matchAll(/gambar\/([\w-]+)\.png/g)].map(([, name]) => name);
  const there = readdirSync(join(root, "docs", "gambar")).map((name) => name.replace(".png", ""));
  const tasks = readdirSync(join(root, "tests", "tasks")).filter((name) => name.endsWith(".test.mjs"));
  const made = tasks.flatMap((name) =>
    [...read("tests", "tasks", name).matchAll(/person\.(?:picture|printed)\("([\w-]+)"/g)].map(
      ([, picture]) => picture,
    ),
  );
  assert.deepEqual([shown.sort(), there.sort()], [made.toSorted(), made.toSorted()]);
});

test("the guide states the steps that the tasks may take", () => {
  const words = { Tiga: 3, Sepuluh: 10, "Lima belas": 15 };
  const stated = [...read("docs", "panduan.md").matchAll(/\*(\w[\w ]*?) langkah/g)].map(([, word]) => words[word]);
  const taken = ["makassar", "sulawesi-selatan", "sidrap", "majene", "maros"].map((name) =>
    Number(/person\.ends\((\d+)/.exec(read("tests", "tasks", `${name}.test.mjs`))[1]),
  );
  assert.deepEqual(stated, taken);
});
