// npm test: installs what is missing and runs all tests; the last line counts the parts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureBrowser, ensurePackages, root, say } from "./setup.mjs";

const failed = [];
let passed = 0;

function part(name, command, args, env = {}) {
  say(name);
  if (run(command, args, env)) passed += 1;
  else failed.push(name);
}

function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  if (error) console.error(error.message);
  return status === 0;
}

/**
 * Tests in browsers, two files at once. Two browsers on two cores can keep a page waiting longer than a test does: a file that
 * fails runs once more, alone and in sight, and what fails there has failed.
 */
function inBrowsers(name, folder, env) {
  say(name);
  const list = join(mkdtempSync(join(tmpdir(), "cakupan-tests-")), "failed");
  const [how, ...rest] = nodeTests(folder, 2);
  const told = ["--test-reporter-destination=stdout"];
  const noted = ["--test-reporter=./scripts/failed-files.mjs", `--test-reporter-destination=${list}`];
  let good = run(process.execPath, [how, ...noted, ...rest.slice(0, 2), ...told, ...rest.slice(2)], env);
  const again = good ? [] : readFileSync(list, "utf8").split("\n").filter(Boolean);
  if (again.length > 0) {
    say(`${name}: once more alone ${again.join(", ")}`);
    good = run(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...again], env);
  }
  if (good) passed += 1;
  else failed.push(name);
}

/** Runs the tests of a folder, some files at once where that makes it shorter: two cores do two browsers, or offices. */
function nodeTests(folder, atOnce = 1) {
  const files = readdirSync(join(root, "tests", folder)).filter((file) => file.endsWith(".test.mjs"));
  const how = ["--test", `--test-concurrency=${atOnce}`, "--test-reporter=spec"];
  return [...how, ...files.map((file) => join("tests", folder, file))];
}

const typescript = join(root, "node_modules", "typescript", "bin", "tsc");

await build();
const browsers = { CHROME_PATH: ensureBrowser("Chromium"), FIREFOX_PATH: ensureBrowser("Firefox") };
part("JavaScript, TypeScript, CSS: format and lints", process.execPath, [
  join(root, "node_modules", "@biomejs", "biome", "bin", "biome"),
  "ci",
]);
part("Rooms: who imports whom", process.execPath, nodeTests("rooms"));
part("Rust: format", "cargo", ["fmt", "--all", "--check"]);
part("Rust: lints", "cargo", ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]);
part("Rust: tests", "cargo", ["test", "--quiet"]);
part("Rust: documentation", "cargo", ["doc", "--no-deps", "--quiet"], { RUSTDOCFLAGS: "-D warnings" });
part("The shipped package, in Node", process.execPath, nodeTests("package", 2));
part("One answer on every surface", process.execPath, nodeTests("surfaces"), browsers);
part("Types of the package", process.execPath, [typescript, "-p", "tests/package/tsconfig.json"]);
part("The race of many villages: equal sums", process.execPath, nodeTests("benches"));
part("Second implementation", process.execPath, nodeTests("oracle", 2));
part("Workbooks, recalculated by LibreOffice", process.execPath, nodeTests("sheets", 2));
part("Types of the page", process.execPath, [typescript, "-p", "www/tsconfig.json"]);
part("Types of the messages", process.execPath, [typescript, "-p", "tests/embed/tsconfig.json"]);
ensurePackages(join(root, "tests", "release"));
part("What goes out: tarball, parts, sizes, public items, workflows", process.execPath, nodeTests("release"));
part("The packed package, in its consumers", process.execPath, ["scripts/consumers.mjs", "--few"], browsers);
inBrowsers("Tasks of users, by roles and names", "tasks", browsers);
inBrowsers("The page, in a browser", "page", browsers);
part("The embed, in a browser", process.execPath, nodeTests("embed"), browsers);
part("The calculator inside portals", process.execPath, ["scripts/hosts.mjs", "--few"], browsers);

for (const name of failed) console.error(`✗ ${name}`);
console.log(`${passed} passed, ${failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
