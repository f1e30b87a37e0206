// Equal seeds give equal bytes: the command line (native) and the shipped module in Node, Chromium and Firefox.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileIn, listen } from "../../scripts/serve.mjs";
import { startChromium, startFirefox } from "../browsers.mjs";
import { answersOf, calls, expected, root, same } from "./chances.mjs";

const scratch = mkdtempSync(join(tmpdir(), "cakupan-chances-"));
let server;
before(async () => {
  const dist = join(root, "pkg/dist");
  server = await listen((path) => (path === "/" ? { body: "<!doctype html><title>.</title>" } : fileIn(dist, path)));
});
after(() => {
  server.close();
  rmSync(scratch, { recursive: true });
});

test("ranges are asked with draws, chances of ceilings and targets, and refusals", () => {
  const answers = expected.map((text) => JSON.parse(text));
  const drawn = answers.filter(({ draws }) => draws);
  assert.ok(drawn.length >= 15, String(drawn.length));
  assert.ok(drawn.some(({ draws }) => draws.ceilings.some(({ percent }) => percent > 0 && percent < 100)));
  assert.ok(drawn.some(({ draws }) => draws.targetReached !== null));
  assert.ok(drawn.some(({ draws }) => draws.rupiah.least < draws.rupiah.p10));
  assert.ok(answers.filter(({ months }) => months).length >= 15);
});

test("the command line, native", () => {
  const program = join(root, "target", "debug", process.platform === "win32" ? "cakupan.exe" : "cakupan");
  assert.equal(spawnSync("cargo", ["build", "--quiet", "--bin", "cakupan"], { cwd: root, stdio: "inherit" }).status, 0);
  same(
    calls.map(([name, scenario, request], at) => {
      const path = join(scratch, `${at}.json`);
      writeFileSync(path, JSON.stringify(scenario));
      const { stdout } = spawnSync(program, [name, path, JSON.stringify(request), "--json"], { encoding: "utf8" });
      return stdout.trimEnd();
    }),
  );
});

/** In the thread of a page. A worker of the page runs the same module. */
async function inPage(browser) {
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    const run = async (source, calls) => {
      const module = await import("/monitor.js");
      await module.start();
      return new Function(`return ${source}`)()(module, calls);
    };
    same(await page.evaluate(`(${run})(${JSON.stringify(String(answersOf))}, ${JSON.stringify(calls)})`));
  } finally {
    await browser.close();
  }
}

test("Chromium", async () => inPage(await startChromium()));
test("Firefox", async () => inPage(await startFirefox()));
