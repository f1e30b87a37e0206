// `benefit`, `risk` and `retention` of `cakupan/monitor`, from the shipped module.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { benefit, CakupanError, retention, risk, start, unsure } from "cakupan/monitor";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cakupan = (...words) =>
  execFileSync("cargo", ["run", "--quiet", "--", ...words], { cwd: root, encoding: "utf8" });
const maros = JSON.parse(readFileSync(`${root}cases/maros.json`, "utf8"));
const people = "segments[0].enrolment.counts[0].people";
const ranges = { inputs: [{ path: people, low: 10_000, high: 15_000 }], draws: 1_000, seed: 7 };

before(() => start());

test("what one case pays, and what the contributions are beside it", () => {
  const answer = benefit(maros);
  const runs = answer.segments[0].runs;
  assert.equal(runs.at(-1).jkmDeath.rupiah, 42_000_000);
  assert.equal(runs.at(-1).jkkDeath.rupiah, 70_000_000);
  assert.equal(answer.jkmContributionRupiah, 13_595 * 6_800 * 12);
});

test("module and command line draw the same bytes", async () => {
  const native = cakupan("risk", "cases/maros.json", JSON.stringify(ranges), "--json");
  assert.equal(`${JSON.stringify(await risk(maros, ranges))}\n`, native);
  assert.equal(`${JSON.stringify(benefit(maros))}\n`, cakupan("benefit", "cases/maros.json", "--json"));
  const request = { months: 24, stayPercent: 20, exits: [{ cause: "decree", percentAYear: 7.5 }] };
  const after = cakupan("retention", "cases/maros.json", JSON.stringify(request), "--json");
  assert.equal(`${JSON.stringify(retention(maros, request))}\n`, after);
});

test("it says how far it is, and can be stopped", async () => {
  const heard = [];
  await risk(maros, ranges, { onProgress: (done, all) => heard.push([done, all]) });
  assert.deepEqual(heard.at(-1), [1_000, 1_000]);
  assert.ok(heard.length > 1);
  const stop = new AbortController();
  const stopped = risk(maros, ranges, { signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) });
  await assert.rejects(stopped, { message: "enough" });
  await assert.rejects(risk(maros, ranges, { signal: AbortSignal.abort(new Error("before")) }), { message: "before" });
  // What was stopped leaves nothing behind.
  assert.equal((await risk(maros, ranges)).draws.number, 1_000);
});

test("the numbers that may be unsure are those of the plan, and each may be given a range", async () => {
  const offered = unsure(maros);
  // 13,595 members, 182,670 workers: cases/maros.json.
  assert.deepEqual(
    offered.find(({ path }) => path === people),
    { path: people, value: 13_595 },
  );
  assert.ok(offered.some(({ path, value }) => path === "workforce.eligible[0].people" && value === 182_670));
  const inputs = offered.map(({ path, value }) => ({ path, low: value, high: value }));
  const { tornado } = await risk(maros, { inputs, draws: 0 });
  assert.equal(tornado.length, offered.length);
  assert.throws(() => unsure({}), CakupanError);
});

test("everything wrong comes back at once, with sentences in both languages", async () => {
  const range = { path: people, low: 20_000, high: 1 };
  await assert.rejects(risk(maros, { inputs: [range, { ...range, path: "x" }] }), (error) => {
    assert.ok(error instanceof CakupanError);
    const found = error.problems.map(({ code, path }) => `${code} ${path}`);
    assert.deepEqual(found, ["tooLarge inputs[0].low", "tooSmall inputs[0].high", "unknownKey inputs[1].path"]);
    return error.problems.every(({ message }) => message.id && message.en && message.id !== message.en);
  });
  assert.throws(() => retention(maros, { months: 12 }), { code: "missing", path: "stayPercent" });
  assert.throws(
    () => benefit({}, { claims: [{}] }),
    (error) => error.problems.every(({ path }) => !path.startsWith("claims")),
  );
});

test("answers have the fields of their shapes, all of them and no others", async () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  ajv.addSchema({ $id: "shapes", $defs: JSON.parse(cakupan("schema", "all")).$defs });
  const answers = {
    Benefit: benefit(maros),
    Uncertainty: await risk(maros, ranges),
    UnsureNumber: unsure(maros)[0],
    Retention: retention(maros, { months: 2, stayPercent: 50, exits: [{ cause: "age", percentAYear: 1 }] }),
  };
  for (const [name, answer] of Object.entries(answers)) {
    const fits = ajv.compile({ $ref: `shapes#/$defs/${name}` });
    assert.ok(fits(answer), `${name}: ${JSON.stringify(fits.errors)}`);
    for (const field of Object.keys(answer)) {
      const { [field]: _, ...less } = answer;
      assert.ok(!fits(less), `${name} without ${field}`);
    }
    assert.ok(!fits({ ...answer, more: 1 }), name);
  }
});
