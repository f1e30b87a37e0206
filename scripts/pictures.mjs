// npm run pictures: does the tasks of tests/tasks/ and saves the pictures of docs/panduan.md on the way, so that no picture
// shows a page that is gone.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const folder = join(root, "docs", "gambar");
const tasks = readdirSync(join(root, "tests", "tasks")).filter((name) => name.endsWith(".test.mjs"));
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=2", "--test-reporter=spec", ...tasks.map((name) => join("tests", "tasks", name))],
  { cwd: root, stdio: "inherit", env: { ...process.env, PICTURES: folder } },
);
if (status !== 0) process.exit(1);
const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
console.log(`${sizes.length} pictures, ${kilobytes} KB: docs/gambar`);
