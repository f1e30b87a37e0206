// npm run bench:units: every village of the country under one plan (10 segments × 60 months, one to three payers, own
// ceilings in two funds), by `cakupan/batch` and by other ways to calculate the same. All must give the same rupiah by year
// and fund. Only ratios of one run mean anything.
//
//   npm run bench:units                        75,266 desa, minutes
//   npm run bench:units -- --units 5000        a quick one
//   npm run bench:units -- --rounds 9 --without openfisca,publicodes
import assert from "node:assert/strict";
import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { arrays } from "./units/arrays.mjs";
import { inChromium, inNode } from "./units/hosts.mjs";
import { nativeProcess, pythonProcess, writeInput } from "./units/outside.mjs";
import { model } from "./units/plan.mjs";
import { villages } from "./units/register.mjs";
import { rules } from "./units/rules.mjs";
import { sheet } from "./units/sheet.mjs";
import { sumsOf, told } from "./units/sums.mjs";
import { tableOf } from "./units/table.mjs";
import { nativeTool, npmTools, pythonTools } from "./units/tools.mjs";

const given = parseArgs({
  options: {
    units: { type: "string" },
    rounds: { type: "string", default: "5" },
    without: { type: "string", default: "" },
  },
}).values;
const codes = villages();
const units = Number(given.units ?? codes.length);
const rounds = Number(given.rounds);
if (!(Number.isInteger(units) && units > 0 && Number.isInteger(rounds) && rounds > 0))
  throw new Error("--units and --rounds take whole numbers above 0.");
const without = given.without.split(",");
const wanted = (name) => !without.includes(name);

const cores = availableParallelism();
const table = tableOf(model, codes, units);
const expected = sumsOf(arrays(model, table));
writeInput(model, table);

/** Makes a contestant out of a function that works in this process, on the first units of the table. */
function sample(name, calculate, count) {
  const part = table.map((column) => column.subarray(0, Math.min(count, units)));
  const round = () => {
    const begin = performance.now();
    const answer = calculate(part);
    return { milliseconds: performance.now() - begin, sums: sumsOf(answer) };
  };
  return { name, units: part[0].length, expected: sumsOf(arrays(model, part)), round };
}

const hosts = [await inNode(), ...(wanted("chromium") ? [await inChromium()] : [])];
const closing = [...hosts];
const contestants = [];
const add = (name, round) => contestants.push({ name, units, expected, round });

for (const host of hosts) {
  await host.prepare(codes, cores);
  const own = (name, title) => add(`${host.name}: ${title}`, () => host.round(name, units));
  own("one", "cakupan/batch, one thread");
  own("workers", `cakupan/batch, ${cores} workers`);
  own("arrays", "JavaScript, typed arrays by hand");
  if (wanted("objects")) own("objects", "JavaScript, objects");
}
const program = wanted("native") ? nativeTool() : null;
if (program) {
  const native = nativeProcess(program);
  closing.push(native);
  add("native Rust, month by month", () => native.round("months"));
  add("native Rust, equal months as one", () => native.round("runs"));
}
const python = wanted("python") ? pythonTools() : null;
if (python)
  for (const [name, file, titles] of [
    ["numpy", "units/vectors.py", { numpy: "NumPy, float64", int64: "NumPy, int64" }],
    ["openfisca", "units/fisca.py", { openfisca: "OpenFisca, vectors" }],
  ])
    if (wanted(name)) {
      const own = pythonProcess(python, file);
      closing.push(own);
      for (const [called, title] of Object.entries(titles)) add(title, () => own.round(called));
    }
const { hyperformula, publicodes } = wanted("hyperformula") || wanted("publicodes") ? npmTools() : {};
if (wanted("hyperformula")) contestants.push(sample("HyperFormula *", sheet(hyperformula, model), 50));
if (wanted("publicodes")) contestants.push(sample("publicodes *", rules(publicodes, model), 1));

/** The middle of an odd number of values, the upper one of an even number. */
const middle = (sorted) => sorted[Math.floor(sorted.length / 2)];

/** Microseconds a unit of each contestant, round by round; the first round warms up and counts for nothing. */
async function race() {
  const times = contestants.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    process.stderr.write(round === 0 ? "warm-up\n" : `round ${round} of ${rounds}\n`);
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      const { name, units, expected, round: run } = contestants[index];
      const { milliseconds, sums } = await run();
      assert.deepEqual(sums, expected, `${name}: the sums differ`);
      if (round > 0) times[index].push((milliseconds * 1000) / units);
    }
  }
  return times.map((own) => own.sort((a, b) => a - b));
}

/** Time of a unit at 1,000, 10,000 and 100,000 units, as ratios to the first; rounds of the three sizes alternate. */
async function scaling({ name, round }) {
  const sizes = [1000, 10_000, 100_000];
  const times = sizes.map(() => []);
  for (let turn = 0; turn <= rounds; turn++)
    for (const [at, size] of sizes.entries()) {
      // As many units in each turn, so that a disturbance is shared.
      const { milliseconds } = await round("one", size);
      if (turn > 0) times[at].push(milliseconds / size);
    }
  const medians = times.map((own) => middle(own.sort((a, b) => a - b)));
  const ratios = sizes.slice(1).map((size, at) => {
    const ratio = (medians[at + 1] / medians[at]) * 10;
    return `${size.toLocaleString("en")} take ${ratio.toFixed(2)} × the time of ${sizes[at].toLocaleString("en")}`;
  });
  console.log(`${name}: ${ratios.join("; ")} (a tenfold is 10.00)`);
}

const COLUMN = 52;
const right = (text, width = 10) => String(text).padStart(width);
const ratio = (number) => right(number >= 100 ? number.toFixed(0) : number.toFixed(2));

try {
  console.log(`${units.toLocaleString("en")} units × ${model.segments.length} segments × ${model.months} months;`);
  console.log("of ten segments five have one payer, three have two, two have three; own ceilings in two funds");
  console.log(`${cores} cores, load ${loadavg()[0].toFixed(1)} at the start\n`);
  const times = await race();
  // The page is where the engine runs; without it the first contestant.
  const base = Math.max(
    0,
    contestants.findIndex(({ name }) => /^Chromium.*one thread/.test(name)),
  );
  const own = middle(times[base]);
  const heading = ["median", "minimum", "maximum"].map((text) => right(text)).join("");
  console.log(`${"time of a unit ÷ that of ×".padEnd(COLUMN)}${heading}`);
  for (const [at, { name }] of contestants.entries()) {
    const sorted = times[at];
    const numbers = [middle(sorted), sorted[0], sorted.at(-1)].map((time) => ratio(time / own));
    console.log(`${`${at === base ? "× " : "  "}${name}`.padEnd(COLUMN)}${numbers.join("")}`);
  }
  console.log(`\nCheck sum of all, asked for / above ceilings: ${told(expected)}`);
  console.log("Prices of one head are made once for all contestants but cakupan, which makes its own in each round.");
  const samples = contestants.filter(({ units: own }) => own < units);
  if (samples.length > 0) {
    const few = samples.map(({ name, units }) => `${name.replace(" *", "")} ${units}`).join(", ");
    console.log(`* On the first units only (${few}), scaled. They interpret any formula or rule that is written into`);
    console.log("  them, which cakupan does not: the ratio says what that costs, not that they are slow.");
  }
  console.log();
  for (const host of hosts) await scaling(host);
  for (const host of hosts) {
    const bytes = await host.memory();
    console.log(
      `${host.name}: memory of the module ${(bytes / 2 ** 20).toFixed(0)} MB after 100,000 units in one call`,
    );
  }
  for (const { name, longTasks } of hosts.filter(({ isPage }) => isPage)) {
    const [free, held] = [await longTasks("workers", units), await longTasks("one", units)];
    const longest = (tasks) => (tasks.length > 0 ? `, the longest ${Math.max(...tasks).toFixed(0)} ms` : "");
    console.log(`${name}: tasks over 50 ms in the page with workers: ${free.length}${longest(free)};`);
    console.log(`  without them ${held.length}${longest(held)}`);
  }
} finally {
  for (const one of closing) await one.close();
}
