// npm run bench: the cost of the boundary to the engine, compared with the same model in idiomatic JavaScript, and with
// an older release: npm run bench -- --against <folder of its unpacked tarball>. Only ratios of one run mean anything.
// docs/method.md has what both calculate, model.mjs what the model leaves out.
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { openBrowser } from "./browser.mjs";
import { answers, contests, run } from "./contests.mjs";

const { against } = parseArgs({ options: { against: { type: "string" } } }).values;
const older = against === undefined ? undefined : resolve(against);
const entry = older === undefined ? undefined : pathToFileURL(join(older, "dist", "index.js")).href;

const inNode = { name: `Node ${process.versions.node}`, answers, run: (index) => run(index, entry), close() {} };
const hosts = [inNode, await openBrowser(older)];

const COLUMN = 56;
const cell = (text, width = 11) => String(text).padStart(width);
const milliseconds = (time) => cell(time.toFixed(time < 0.1 ? 4 : 3));

/**
 * Each result as a line. Ratios to the first contestant are of the medians, and of the minima ("at best").
 */
function lines(host, results) {
  const [first] = results;
  return results.map((result, index) => {
    const title = `${(index === 0 ? host : "").padEnd(26)}${result.name}`.padEnd(COLUMN);
    const times = [result.minimum, result.median, result.maximum].map(milliseconds);
    const ratios = [result.median / first.median, result.minimum / first.minimum];
    const inTwoDecimals = ratios.map((ratio) => cell(ratio.toFixed(2)));
    return [title, ...times, ...inTwoDecimals, cell(result.calls), cell(result.checkSum, 20)].join("");
  });
}

try {
  for (const host of hosts)
    for (const { size, engine, model } of await host.answers())
      assert.deepEqual(model, engine, `${host.name}, ${size}: the numbers differ`);
  console.log("Engine and model give equal numbers in every size, in", hosts.map(({ name }) => name).join(" and in "));
  for (const [index, [title, contestants]] of (await contests(entry)).entries()) {
    const heading = ["minimum", "median", "maximum", "ratio", "at best", "calls"].map((text) => cell(text)).join("");
    console.log(`\n${`${title} (ms)`.padEnd(COLUMN)}${heading}${cell("check sum", 20)}`);
    for (const host of hosts) {
      const { results } = await host.run(index);
      console.log(lines(host.name, results).join("\n"));
      const isContest = contestants.some(({ name }) => name === "JavaScript");
      if (isContest) assert.equal(results[0].checkSum, results[1].checkSum, "the check sums differ");
    }
  }
} finally {
  for (const host of hosts) await host.close();
}
