// Tools of the rows of the matrix: a copy of a program, the commands of its user, a page in a real browser.
import { spawn } from "node:child_process";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { root } from "../../scripts/setup.mjs";

/** Folder of the programs: the tools, the installed tarball, and one folder for each row. */
export const place = join(root, "target", "consumers");

/** The installed package. */
export const installed = join(place, "node_modules", "cakupan");

const programs = fileURLToPath(new URL(".", import.meta.url));
const scenario = readFileSync(join(root, "tests", "cases", "published", "03.json"), "utf8");

/** Published budget of that scenario, to the rupiah. */
export const expected = readFileSync(join(root, "tests", "cases", "published-budgets.csv"), "utf8")
  .split("\n")
  .find((line) => line.startsWith("3,"))
  .match(/,2829,16800,12,(\d+),/)[1];

let copies = 0;

/** A fresh copy of a program with its scenario, which is put into `inner`. */
export function copy(program, inner = "") {
  const folder = join(place, `${++copies}-${program}`);
  cpSync(join(programs, program), folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, inner, "scenario.json"), scenario);
  writeFileSync(join(folder, inner, "scenario.js"), `export default ${scenario.trim()};\n`);
  return folder;
}

/** Starts a tool by its name in a `package.json` script, or by its path in `node_modules`. */
function launch(folder, tool, args) {
  const program = tool.includes("/") ? join(place, "node_modules", tool) : join(place, "node_modules", ".bin", tool);
  const child = spawn(tool === "node" ? process.execPath : program, args, {
    cwd: folder,
    detached: true, // its own process group, so that `end` also ends its children
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", DENO_NO_UPDATE_CHECK: "1", EXPECTED: expected },
    stdio: ["ignore", "pipe", "pipe"],
  });
  alive.add(child);
  child.once("close", () => alive.delete(child));
  return child;
}

const alive = new Set();

/** Ends a tool and its children. */
function end(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if (error.code !== "ESRCH") throw error; // it has ended by itself
  }
}

process.once("exit", () => alive.forEach(end));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** Runs a command to its end and returns its output; a failure contains the last part of it. */
export function run(folder, tool, ...args) {
  const child = launch(folder, tool, args);
  let printed = "";
  let complained = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  child.stderr.on("data", (text) => {
    complained += text;
  });
  const limit = setTimeout(() => end(child), 240_000);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(limit);
      if (code === 0) resolve({ printed: printed.trim(), complained: complained.trim() });
      else reject(new Error(`${[tool, ...args].join(" ")} ended with ${code}\n${(printed + complained).slice(-1500)}`));
    });
  });
}

/** Runs a server until `use` has ended with the address that it prints. */
export async function serving(folder, [tool, ...args], use) {
  const child = launch(folder, tool, args);
  try {
    const address = await new Promise((resolve, reject) => {
      let printed = "";
      const read = (text) => {
        printed += text;
        // Tools print addresses in colour, between escape sequences.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with a control character
        const [address] = /http:\/\/localhost:\d+/.exec(printed.replace(/\x1b\[[\d;]*m/g, "")) ?? [];
        const [, port] = /"event":"listen".*"port":(\d+)/.exec(printed) ?? []; // workerd prints for programs
        if (address || port) resolve(address ?? `http://127.0.0.1:${port}`);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("error", reject);
      child.once("close", (code) => reject(new Error(`${tool} ended with ${code}\n${printed.slice(-1500)}`)));
      setTimeout(() => reject(new Error(`${tool} named no address\n${printed.slice(-1500)}`)), 60_000).unref();
    });
    return await use(address);
  } finally {
    end(child);
  }
}

/** Fails a row whose figure is not the expected one. */
export function same(got, wanted = expected) {
  if (String(got) !== String(wanted)) throw new Error(`gave ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
}

/** Files of a folder with this ending. */
export function files(folder, ending) {
  const names = readdirSync(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

/** Size and text of the scripts of a built folder. */
export function weigh(folder) {
  const bytes = files(folder, ".js").map((file) => readFileSync(file));
  const gzip = bytes.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
  return { gzip: `${(gzip / 1000).toFixed(1)} kB gzip`, text: Buffer.concat(bytes).toString("latin1") };
}
