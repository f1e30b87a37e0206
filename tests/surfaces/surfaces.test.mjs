// The command line (native) and the shipped wasm in Node, Chromium and Firefox give the same results, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
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
