// All villages of the register through one plan: in one process, under GNU parallel where it is installed, and as a Spark
// job of two workers. Their sums must be the same text.
//
//   npm run spark [MASTER]     default local-cluster[2,1,1024]; local[2] starts faster
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packs } from "../../scripts/regions.mjs";
import { root, run, say, stop } from "../../scripts/setup.mjs";

const here = join(root, "examples", "spark");
const work = join(root, "target", "spark");
const program = join(root, "target", "release", "cakupan");
const plan = join(here, "plan.json");
const table = join(work, "villages.csv");
const python = join(work, "venv", "bin", "python");
const master = process.argv[2] ?? "local-cluster[2,1,1024]";

const has = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;
if (!has("java", "-version")) stop("Java is missing. On Debian: apt-get install default-jre-headless (Java 17).");
if (!has("python3", "--version")) stop("Python is missing. On Debian: apt-get install python3 python3-venv.");

mkdirSync(work, { recursive: true });
say("Building the command line");
run("cargo", ["build", "--release", "--quiet", "--bin", "cakupan"]);
if (!existsSync(python) || !has(python, "-c", "import pyspark")) {
  say("Installing PySpark 3.5 (320 MB, once)");
  run("python3", ["-m", "venv", join(work, "venv")]);
  run(python, ["-m", "pip", "install", "--quiet", "pyspark==3.5.*"]);
}

/** Desa with made-up numbers of workers, 50 to 149, that are the same in each run. Kelurahan have no budget of their own. */
function villages() {
  const rows = [];
  for (const { code, name, districts = [] } of packs().values())
    for (const [district, , of] of districts)
      for (const [own, village] of of)
        if (own[0] !== "1") {
          const quoted = /[",]/.test(village) ? `"${village.replaceAll('"', '""')}"` : village;
          rows.push(`${code}.${district}.${own},${quoted},${name},${50 + (rows.length % 100)}`);
        }
  return rows;
}
const rows = villages();
writeFileSync(table, `code,name,district,rentan\n${rows.join("\n")}\n`);
say(`${rows.length} villages in ${table}`);

/** The output of a command, and how long it took. */
function timed(what, command, args, options) {
  const start = performance.now();
  const out = run(command, args, { stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28, ...options });
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return out.trimEnd();
}

const batch = ["batch", plan];
const input = () => ({ stdio: [openSync(table, "r"), "pipe", "inherit"] });
const whole = timed("one process, all rows", program, batch, input());
const expected = timed("one process, sums", program, [...batch, "--totals", "--no-header"], input());

/** The sums of rows as text: exact, as whole numbers of any size. */
function sums(text) {
  const lines = text.split("\n");
  // The last numbers of a row; names before them may hold commas.
  const numbers = expected.split(",").length - 1;
  const sum = Array(numbers).fill(0n);
  for (const line of lines)
    line
      .split(",")
      .slice(-numbers)
      .forEach((cell, at) => (sum[at] += BigInt(cell)));
  return [lines.length, ...sum].join(",");
}
const results = new Map([["one process", sums(whole.slice(whole.indexOf("\n") + 1))]]);

if (has("parallel", "--version")) {
  const columns = readFileSync(table, "utf8").split("\n", 1)[0];
  const call = `'${program}' batch '${plan}' --columns ${columns} --no-header`;
  const args = ["--will-cite", "--pipepart", "-a", table, "--block", "-1", "-j2", "-k", call];
  results.set("GNU parallel", sums(timed("GNU parallel, two processes", "parallel", args)));
} else say("GNU parallel is not installed; its part is left out.");

// A folder of its own: two runs at once do not meet.
const out = mkdtempSync(join(work, "out-"));
const job = [join(here, "job.py"), program, plan, table, out, master];
results.set(
  "Spark",
  timed(`Spark, ${master}`, python, job, {
    env: { ...process.env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: "127.0.0.1" },
  })
    .split("\n")
    .at(-1),
);

rmSync(out, { recursive: true });

for (const [way, result] of results)
  if (result !== expected) stop(`${way} gives other sums:\n  ${result}\nnot\n  ${expected}`);
say(`Equal sums in every way: ${expected}`);
