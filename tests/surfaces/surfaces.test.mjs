// The command line (native) and the shipped wasm in Node, Chromium and Firefox give the same results, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileIn, listen } from "../../scripts/serve.mjs";
import { batch, columns, start } from "cakupan/batch";
import { startChromium, startFirefox } from "../browsers.mjs";
import { randomScenario } from "../oracle/generate.mjs";
import { randomRows, yearsOf } from "../package/units.mjs";
import { answersOf, asked, calls, expected, good, root, same } from "./suite.mjs";

let server;
before(async () => {
  const dist = join(root, "pkg/dist");
  server = await listen((path) => (path === "/" ? { body: "<!doctype html><title>.</title>" } : fileIn(dist, path)));
});
after(() => server.close());

test("the suite is asked everything", () => {
  assert.ok(good.length >= 26 && expected.length > 200);
  assert.equal(
    JSON.parse(
      expected[asked.findIndex(([name, [path]]) => name === "project" && path.endsWith("cases/makassar.json"))],
    ).total.rupiah,
    20_227_939_200,
  );
  assert.ok(expected.filter((text) => text.startsWith('[{"code"')).length > 40, "refusals are among the answers");
});

/**
 * Paths of a result, and whether any had a value other than 0; parts of an explanation count as explanations.
 */
function note(places, place, value) {
  const list = Array.isArray(value);
  places.set(place, places.get(place) || (list ? value.length > 0 : value !== null && value !== 0 && value !== ""));
  if (list) for (const item of value) note(places, place.endsWith(".parts") ? "explain" : place, item);
  else if (typeof value === "object" && value !== null)
    for (const [name, part] of Object.entries(value)) note(places, `${place}.${name}`, part);
}

test("somewhere in the suite something stands at every place of an answer: a field out of place would show", () => {
  const places = new Map();
  expected.forEach((text, index) => {
    const [name] = asked[index];
    if (name !== "check" && !text.startsWith("[")) note(places, name, JSON.parse(text));
  });
  assert.ok(places.size > 150, String(places.size));
  assert.deepEqual(
    [...places].filter(([, filled]) => !filled).map(([place]) => place),
    ["project.notCounted.path"],
  );
});

/** The grades of the text on the method: a table of notices and reasons; the other families have one grade each. */
function documentedGrades() {
  const method = readFileSync(join(root, "docs/method.md"), "utf8");
  const [, table] = method.split("### Grades");
  const rows = table
    .split("## 9.")[0]
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const named = rows.flatMap((row) => {
    const [grade, ...codes] = [...row.matchAll(/`(\w+)`/g)].map(([, word]) => word);
    return codes.map((code) => [code, grade]);
  });
  const words = JSON.parse(readFileSync(join(root, "words/en.json"), "utf8"));
  const families = { problem: "problem", missing: "remark", unused: "remark", notCounted: "information" };
  const whole = Object.entries(families).flatMap(([family, grade]) =>
    Object.keys(words[family]).map((code) => [code, grade]),
  );
  return new Map([...named, ...whole]);
}

test("whatever carries a code carries the grade that the method gives it", () => {
  const grades = documentedGrades();
  const met = new Set();
  const look = (value) => {
    if (typeof value !== "object" || value === null) return;
    if ("code" in value && "message" in value) {
      assert.equal(value.grade, grades.get(value.code), value.code);
      met.add(value.grade);
    }
    for (const part of Object.values(value)) look(part);
  };
  for (const text of expected) look(JSON.parse(text));
  assert.deepEqual([...met].sort(), ["information", "problem", "remark", "warning"]);
});

test("the command line, native", () => {
  const program = join(root, "target", "debug", process.platform === "win32" ? "cakupan.exe" : "cakupan");
  assert.equal(spawnSync("cargo", ["build", "--quiet", "--bin", "cakupan"], { cwd: root, stdio: "inherit" }).status, 0);
  same(
    asked.map(([name, paths, beside]) => {
      const { stdout } = spawnSync(program, [name, ...paths, ...(beside ? [beside] : []), "--json"], {
        encoding: "utf8",
        maxBuffer: 2 ** 28,
      });
      return stdout.trimEnd();
    }),
  );
});

/** The functions in a browser page, from the default entry and, in a fresh page, from the .wasm file. */
async function inPage(page) {
  const run = async (source, entry, calls) => {
    const engine = await import(`/${entry}.js`);
    await engine.start?.();
    return new Function(`return ${source}`)()(engine, calls);
  };
  for (const entry of ["index", "slim"]) {
    await page.goto(server.address);
    same(await page.evaluate(`(${run})(${JSON.stringify(String(answersOf))}, "${entry}", ${JSON.stringify(calls)})`));
  }
}

/** 10,000 random units: plans with their tables, and what Node answers, which `tests/package` holds against `project`. */
async function randomUnits() {
  await start();
  const asked = [];
  for (let seed = 1; asked.length < 50; seed++) {
    const plan = randomScenario(seed);
    const { names, rows } = randomRows(plan, columns(plan), seed, 200);
    const table = Object.fromEntries(names.map((name, at) => [name, rows.map((row) => row[at])]));
    try {
      const years = batch(plan, table);
      asked.push({ plan, table, expected: rows.map((_, unit) => yearsOf(years, unit)) });
    } catch (error) {
      assert.ok(error.problems.length > 0, String(error));
    }
  }
  return asked;
}

/** Many units in a browser page: in one call, and by its workers. */
async function unitsInPage(page) {
  const asked = await randomUnits();
  await page.goto(server.address);
  const given = asked.map(({ plan, table }) => ({ plan, table }));
  const run = async (given) => {
    const { batch, open, start } = await import("/batch.js");
    await start();
    const workers = open(2);
    const listed = (years) =>
      years.map(({ year, personMonths, rupiah, short, funds }) => ({
        year,
        personMonths: [...personMonths],
        rupiah: [...rupiah],
        short: [...short],
        funds: funds.map(({ fund, asked, short }) => ({ fund, asked: [...asked], short: [...short] })),
      }));
    const answers = [];
    for (const { plan, table } of given)
      answers.push([listed(batch(plan, table)), listed(await workers.batch(plan, table))]);
    workers.close();
    return answers;
  };
  const answers = await page.evaluate(`(${run})(${JSON.stringify(given)})`);
  for (const [at, { expected }] of asked.entries())
    for (const years of answers[at])
      assert.deepEqual(
        expected.map((_, unit) => yearsOf(years, unit)),
        expected,
      );
}

test("Chromium", async () => {
  const browser = await startChromium();
  try {
    const page = await browser.newPage();
    await inPage(page);
    await unitsInPage(page);
  } finally {
    await browser.close();
  }
});

test("Firefox", async () => {
  const browser = await startFirefox();
  try {
    const page = await browser.newPage();
    await inPage(page);
    await unitsInPage(page);
  } finally {
    await browser.close();
  }
});
