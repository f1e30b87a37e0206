// One engine, one answer: the command line (native), and the shipped wasm in Node, Chromium and Firefox, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as cakupan from "cakupan";
import { fileIn, listen } from "../../scripts/serve.mjs";
import { startChromium, startFirefox } from "../browsers.mjs";
import { everything } from "../package/everything.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const files = (folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".json")).map((name) => join(root, folder, name));

const scratch = mkdtempSync(join(tmpdir(), "cakupan-"));
after(() => rmSync(scratch, { recursive: true }));

/** A scenario as a file of that name. */
function written(name, scenario) {
  const path = join(scratch, `${name}.json`);
  // A half of a letter cannot be written in UTF-8: neither JSON nor the boundary of wasm knows it.
  writeFileSync(path, JSON.stringify(scenario).replaceAll("\\ud800", "\ufffd"));
  return path;
}

/** Scenarios that are refused are part of the suite: their problems must be the same too. */
function refused() {
  const makassar = json(join(root, "cases/makassar.json"));
  const broken = [
    {}, [], { schema: 2 }, { ...makassar, tahun: 2026, segments: [] },
    { ...makassar, name: "“Ruang” \u0000 \u007f 𝟙 \ud800", period: { firstMonth: "2026-13", months: 1.5 } },
    { ...makassar, funds: [{ id: "a", name: "é".repeat(300), kind: "x", ceilings: [{ year: 2025, rupiah: -1 }] }] },
  ];
  return broken.map((scenario, index) => written(index, scenario));
}

const full = written("everything", everything);
/** The target ends, and money is too little for everybody. */
const short = written("short", {
  ...everything,
  target: { ...everything.target, yearly: null },
  funds: everything.funds.map((fund) => (fund.id === "csr" ? { ...fund, ceilings: [{ year: 2026, rupiah: 20_000_000 }] } : fund)),
});
const good = [...files("cases"), ...files("tests/cases/published"), full, short];
const suite = [...good, ...refused()];
const questions = ["{}", '{"measure":"heads"}', '{"measure":"coverage"}', '{"brief":true}', '{"year":1}'];

/** What is asked: function, files, and what stands beside them. */
const asked = [
  ...suite.map((path) => ["check", [path]]),
  ...suite.map((path) => ["project", [path]]),
  ...suite.flatMap((path) => questions.map((question) => ["explain", [path], question])),
  ...suite.map((path) => ["reach", [path], "{}"]),
  ...files("cases").slice(1).map((path) => ["compare", [files("cases")[0], path]]),
  ["compare", [full, short, files("cases")[0]]],
  ["compare", suite.slice(-2)],
];

/** What a surface with the functions of the package answers; it is sent to browsers as text. */
function answersOf(engine, calls) {
  return calls.map(([name, values]) => {
    try {
      return JSON.stringify(engine[name](...values));
    } catch (error) {
      return JSON.stringify(error.problems);
    }
  });
}

const calls = asked.map(([name, paths, beside]) => {
  const scenarios = paths.map(json);
  return [name, name === "compare" ? [scenarios] : [...scenarios, ...(beside ? [JSON.parse(beside)] : [])]];
});
const expected = answersOf(cakupan, calls);

function same(answers) {
  assert.equal(answers.length, expected.length);
  answers.forEach((answer, index) => assert.equal(answer, expected[index], JSON.stringify(asked[index])));
}

let server;
before(async () => {
  const dist = join(root, "pkg/dist");
  server = await listen((path) => (path === "/" ? { body: "<!doctype html><title>.</title>" } : fileIn(dist, path)));
});
after(() => server.close());

test("the suite is asked everything", () => {
  assert.ok(good.length >= 26 && expected.length > 200);
  assert.equal(JSON.parse(expected[asked.findIndex(([name, [path]]) => name === "project" && path.endsWith("cases/makassar.json"))]).total.rupiah, 20_227_939_200);
  assert.ok(expected.filter((text) => text.startsWith('[{"code"')).length > 40, "refusals are among the answers");
});

/** The places of an answer, each with whether anything but 0 ever stood there; parts of an explanation are explanations. */
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
  assert.deepEqual([...places].filter(([, filled]) => !filled).map(([place]) => place), ["project.notCounted.path"]);
});

test("the command line, native", () => {
  const program = join(root, "target", "debug", process.platform === "win32" ? "cakupan.exe" : "cakupan");
  assert.equal(spawnSync("cargo", ["build", "--quiet", "--bin", "cakupan"], { cwd: root, stdio: "inherit" }).status, 0);
  same(asked.map(([name, paths, beside]) => {
    const { stdout } = spawnSync(program, [name, ...paths, ...(beside ? [beside] : []), "--json"], { encoding: "utf8", maxBuffer: 2 ** 28 });
    return stdout.trimEnd();
  }));
});

/** The same functions in the page of a browser, from the default entry and, in a fresh page, from the .wasm itself. */
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

test("Chromium", async () => {
  const browser = await startChromium();
  try {
    await inPage(await browser.newPage());
  } finally {
    await browser.close();
  }
});

test("Firefox", async () => {
  const browser = await startFirefox();
  try {
    await inPage(await browser.newPage());
  } finally {
    await browser.close();
  }
});
