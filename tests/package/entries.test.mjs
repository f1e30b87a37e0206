// The other entries: CommonJS, `cakupan/slim` and `cakupan/worker` give the results of the default entry.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import * as cakupan from "cakupan";
import { listen } from "../../scripts/serve.mjs";

const require = createRequire(import.meta.url);
const makassar = require("../../cases/makassar.json");
const wasm = await readFile(new URL(import.meta.resolve("cakupan/cakupan.wasm")));
// 24 × (35,782 × 16,800 + 22,379 × 10,800).
const TOTAL = 20_227_939_200;

/** `cakupan/slim` before its first start, loaded again with CommonJS. */
function freshSlim() {
  for (const path of Object.keys(require.cache)) if (path.includes("/dist/cjs/")) delete require.cache[path];
  return require("cakupan/slim");
}

const answers = {
  "/engine.wasm": { type: "application/wasm", body: wasm },
  "/engine.bin": { type: "application/octet-stream", body: wasm },
  "/page": { type: "text/html", body: "<!doctype html>" },
  "/short": { type: "application/wasm", body: wasm.subarray(0, 1000) },
};
let server;
before(async () => {
  server = await listen((path) => answers[path]);
});
after(() => server.close());

test("CommonJS has the functions of the module, and is one file that a classic script can be", async () => {
  const common = require("cakupan");
  assert.deepEqual(Object.keys(common).sort(), Object.keys(cakupan).sort());
  assert.equal(common.project(makassar).total.rupiah, TOTAL);
  assert.deepEqual(common.law(), cakupan.law());
  assert.throws(() => common.project({}), common.CakupanError);
});

test("slim and worker have the functions of the module, and a way to begin", async () => {
  const functions = Object.keys(cakupan);
  for (const module of [await import("cakupan/slim"), require("cakupan/slim")])
    assert.deepEqual(Object.keys(module).sort(), [...functions, "start", "startSync"].sort());
  for (const { open } of [await import("cakupan/worker"), require("cakupan/worker")]) {
    const engine = open();
    assert.deepEqual(Object.keys(engine).sort(), [
      "check",
      "close",
      "compare",
      "explain",
      "project",
      "reach",
      "version",
    ]);
    engine.close();
  }
});

test("slim says that it has not been started, and starts once from whatever holds the engine", async () => {
  const { CakupanError, check, start } = freshSlim();
  assert.throws(
    () => check({}),
    (error) => error instanceof CakupanError && error.code === "notStarted" && error.problems.length === 0,
  );
  await Promise.all([start(), start()]);
  await start("http://127.0.0.1:1/never-asked");
  assert.equal(check({}).length, cakupan.check({}).length);
});

test("slim starts from the file beside it, bytes, a module, an answer or an address", async () => {
  const module = new WebAssembly.Module(wasm);
  const sources = [
    undefined,
    wasm,
    wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length),
    module,
    Promise.resolve(module),
    `${server.address}engine.wasm`,
    new URL(`${server.address}engine.bin`),
    fetch(`${server.address}engine.wasm`),
  ];
  for (const source of sources) {
    const { project, start } = freshSlim();
    await start(source);
    assert.equal(project(makassar).total.rupiah, TOTAL);
  }
  const { project, startSync } = freshSlim();
  startSync(wasm);
  assert.equal(project(makassar).total.rupiah, TOTAL);
});

test("slim names what was wrong with an address, and may be started again", async () => {
  const { project, start } = freshSlim();
  const refused = (source) =>
    start(source).then(
      () => "started",
      ({ code, message }) => `${code} ${message}`,
    );
  for (const [source, reason] of [
    [`${server.address}nothing`, /^notFetched .*\/nothing: HTTP 404/],
    [`${server.address}page`, /^notFetched .*\/page: text\/html/],
    [`${server.address}short`, /^engineUnavailable /],
    ["http://127.0.0.1:1/", /^notFetched .*127\.0\.0\.1:1/],
    [new Uint8Array(8), /^engineUnavailable /],
    [42, /^engineUnavailable /],
  ])
    assert.match(await refused(source), reason);
  await assert.rejects(start(Promise.reject(new RangeError("of the caller"))), RangeError);
  await start(wasm);
  assert.equal(project(makassar).total.rupiah, TOTAL);
});

test("a worker answers in order, refuses as the module does, and ends what waits when it is closed", async () => {
  const { CakupanError, open } = await import("cakupan/worker");
  const engine = open();
  const order = [];
  const answers = await Promise.all([
    engine.project(makassar).then((value) => {
      order.push("project");
      return value;
    }),
    engine.version().then((value) => {
      order.push("version");
      return value;
    }),
    engine.check({ schema: 1, region: () => 1 }).then((value) => {
      order.push("check");
      return value;
    }),
  ]);
  assert.deepEqual(order, ["project", "version", "check"]);
  assert.deepEqual(answers, [
    cakupan.project(makassar),
    cakupan.version(),
    cakupan.check({ schema: 1, region: () => 1 }),
  ]);
  assert.deepEqual(await engine.explain(makassar, { year: 2025 }), cakupan.explain(makassar, { year: 2025 }));
  const limited = {
    ...makassar,
    funds: makassar.funds.map((fund) => ({ ...fund, ceilings: [2025, 2026].map((year) => ({ year, rupiah: 9e9 })) })),
  };
  assert.deepEqual(await engine.reach(limited), cakupan.reach(limited));
  assert.deepEqual(await engine.compare([makassar, makassar]), cakupan.compare([makassar, makassar]));
  const problems = cakupan.check({});
  await assert.rejects(engine.project({}), (error) => {
    assert.ok(error instanceof CakupanError);
    assert.deepEqual(error.problems, problems);
    return true;
  });
  const waiting = engine.project(makassar);
  engine.close();
  await assert.rejects(waiting, { code: "closed" });
  await assert.rejects(engine.version(), { code: "closed" });
});

test("after a failure inside, the engine starts afresh", async () => {
  const { call } = await import("../../pkg/dist/engine.js");
  assert.equal(cakupan.project(makassar).total.rupiah, TOTAL);
  assert.throws(
    () => call("noSuchFunction", []),
    ({ code, problems, words }) =>
      code === "internal" && problems.length === 0 && /coba lagi/.test(words.id) && /try again/.test(words.en),
  );
  assert.equal(cakupan.project(makassar).total.rupiah, TOTAL);
});

test("what is no engine and no worker is refused with an error of ours", async () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const things = [NaN, 5n, true, Symbol("s"), {}, [], Object.create(null), () => 1, new Date(), wasm.subarray(9)];
  const isOurs = (error) => error.name === "CakupanError" && error.code === "engineUnavailable";
  for (const thing of things) await assert.rejects(freshSlim().start(thing), isOurs);
  for (const thing of [...things, proxy]) assert.throws(() => freshSlim().startSync(thing), isOurs);
  await assert.rejects(freshSlim().start("no address"), ({ code }) => code === "notFetched");
  for (const { open } of [await import("cakupan/worker"), require("cakupan/worker")])
    for (const thing of [...things, proxy, { postMessage() {} }, { postMessage() {}, terminate() {} }])
      assert.throws(() => open(thing), isOurs);
});
