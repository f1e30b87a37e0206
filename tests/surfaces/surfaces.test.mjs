// The command line (native) and the shipped wasm in Node, Chromium and Firefox give the same results, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileIn, listen } from "../../scripts/serve.mjs";
import { startChromium, startFirefox } from "../browsers.mjs";
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
