// The shipped wasm over the cases: the same results as the native engine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { check, compare, explain, project, reach } from "cakupan";

const root = fileURLToPath(new URL("../../", import.meta.url));
const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const files = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(folder, name));
const suite = [...files("cases"), ...files("tests/cases/published")];

/** Fields of the published table before its free text; quoted fields may hold commas. */
function published() {
  const lines = readFileSync(join(root, "tests/cases/published-budgets.csv"), "utf8").trim().split(/\r?\n/);
  const split = (line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain);
  const names = split(lines[0]);
  return lines.slice(1).map((line) => Object.fromEntries(split(line).map((field, index) => [names[index], field])));
}

test("published budgets follow from their scenarios, to the rupiah or within what was printed", () => {
  let compared = 0;
  for (const row of published()) {
    if (!["A", "B", "B*"].includes(row.class)) continue;
    const scenario = json(`tests/cases/published/${row.no.padStart(2, "0")}.json`);
    const off = Math.abs(project(scenario).total.rupiah - Number(row.published_total_idr));
    assert.ok(
      row.class === "A" ? off === 0 : off < Number(row.printed_rounding_unit_idr),
      `row ${row.no} is off by ${off}`,
    );
    compared++;
  }
  assert.equal(compared, 13);
});

test("the package and the command line give the same JSON, byte for byte", () => {
  // The crate's tests have built the command line, so cargo only has to find it.
  const cli = (path) =>
    execFileSync("cargo", ["run", "--quiet", "--", "project", path, "--json"], { cwd: root, encoding: "utf8" });
  for (const path of suite) {
    assert.equal(`${JSON.stringify(project(json(path)))}\n`, cli(path), path);
  }
});

test("the way back and the comparison are the same on the command line, byte for byte", () => {
  const cli = (...args) =>
    execFileSync("cargo", ["run", "--quiet", "--", ...args, "--json"], { cwd: root, encoding: "utf8" });
  for (const path of files("cases")) {
    const scenario = json(path);
    let reached;
    try {
      reached = reach(scenario);
    } catch (error) {
      assert.equal(error.code, "noLimit", path);
      continue;
    }
    assert.equal(`${JSON.stringify(reached)}\n`, cli("reach", path), path);
  }
  const [first, second] = files("cases");
  assert.equal(`${JSON.stringify(compare([json(first), json(second)]))}\n`, cli("compare", first, second));
});

test("what comes out is plain JSON", () => {
  for (const path of suite) {
    const scenario = json(path);
    for (const value of [project(scenario), explain(scenario), check({})]) {
      assert.deepEqual(structuredClone(value), value);
      assert.deepEqual(JSON.parse(JSON.stringify(value)), value);
    }
  }
});

test("every figure of the five cases can be asked why", () => {
  for (const path of files("cases")) {
    const scenario = json(path);
    for (const { year, rupiah, segments, funds, programmes } of project(scenario).years) {
      assert.equal(explain(scenario, { year }).value, rupiah);
      for (const entry of segments)
        assert.equal(explain(scenario, { year, segment: entry.segment }).value, entry.rupiah);
      for (const entry of funds) assert.equal(explain(scenario, { year, fund: entry.fund }).value, entry.rupiah);
      for (const entry of programmes)
        assert.equal(explain(scenario, { year, programme: entry.programme }).value, entry.rupiah);
    }
  }
});
