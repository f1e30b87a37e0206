// npm run bench:draws: a plan of ten segments and five years, drawn by lot, by `risk` of `cakupan/monitor` and by other ways
// to calculate the same. All must give the same percentiles. Only ratios of one run mean anything.
//
//   npm run bench:draws                        10,000 draws
//   npm run bench:draws -- --draws 1000 --rounds 9 --without numpy,chromium
import assert from "node:assert/strict";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { model } from "./draws/plan.mjs";
import { inChromium, inNode } from "./units/hosts.mjs";
import { pythonProcess, writeInput } from "./units/outside.mjs";
import { numpyTool } from "./units/tools.mjs";

const given = parseArgs({
  options: {
    draws: { type: "string", default: "10000" },
    rounds: { type: "string", default: "5" },
    without: { type: "string", default: "" },
  },
}).values;
const [draws, rounds] = [Number(given.draws), Number(given.rounds)];
if (![draws, rounds].every((number) => Number.isInteger(number) && number > 0))
  throw new Error("--draws and --rounds take whole numbers above 0.");
const wanted = (name) => !given.without.split(",").includes(name);
const SEED = 7;
const SCRIPT = "draws/script.mjs";

const hosts = [await inNode(SCRIPT), ...(wanted("chromium") ? [await inChromium(SCRIPT)] : [])];
const closing = [...hosts];
const contestants = [];
for (const host of hosts) {
  await host.prepare(draws, SEED);
  const own = (name, title) => contestants.push({ name: `${host.name}: ${title}`, round: () => host.round(name) });
  own("risk", "risk, the whole answer");
  own("ends", "of which the ends of each number (no draws)");
  own("arrays", "JavaScript, typed arrays by hand");
}
const python = wanted("numpy") ? numpyTool() : null;
if (python) {
  writeInput(model, hosts[0].drawnTable());
  const numpy = pythonProcess(python, "draws/lots.py");
  closing.push(numpy);
  contestants.push({ name: "NumPy", round: () => numpy.round("numpy") });
}

const middle = (sorted) => sorted[Math.floor(sorted.length / 2)];
const COLUMN = 62;
const right = (text) => String(text).padStart(10);

try {
  console.log(`${draws.toLocaleString("en")} draws × ${model.segments.length} segments × ${model.months} months,`);
  console.log(`${model.columns.length} numbers drawn; load ${loadavg()[0].toFixed(1)} at the start\n`);
  const times = contestants.map(() => []);
  let expected = null;
  for (let round = 0; round <= rounds; round++)
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (round + turn) % contestants.length;
      const { milliseconds, sums } = await contestants[index].round();
      if (sums !== null) {
        expected ??= sums;
        assert.deepEqual(sums, expected, `${contestants[index].name}: the percentiles differ`);
      }
      // The first round warms up.
      if (round > 0) times[index].push(milliseconds);
    }
  for (const own of times) own.sort((a, b) => a - b);
  const base = contestants.findLastIndex(({ name }) => name.includes("whole answer"));
  const unit = middle(times[base]);
  console.log(`${"time ÷ that of ×".padEnd(COLUMN)}${["median", "minimum", "maximum"].map(right).join("")}`);
  for (const [at, { name }] of contestants.entries()) {
    const numbers = [middle(times[at]), times[at][0], times[at].at(-1)].map((time) => right((time / unit).toFixed(2)));
    console.log(`${`${at === base ? "× " : "  "}${name}`.padEnd(COLUMN)}${numbers.join("")}`);
  }
  console.log(`\nLeast, P10, P50, P90, most of the cost, and draws within every ceiling: ${expected?.join(" ")}`);
  console.log(
    "What is drawn is given to the others; risk draws it itself, and works out both ends of each number besides.",
  );
} finally {
  for (const one of closing) await one.close();
}
