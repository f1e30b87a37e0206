// "Ulangi hitungan ini": what is copied is run, and gives the same total.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, test } from "node:test";
import { modules, root } from "./modules.mjs";

const [{ snippetsOf }] = await modules("answer/snippets");
/** Below the workspace, so that the package is found by its name. */
const folder = mkdtempSync(join(root, "target", "snippets-"));
after(() => rmSync(folder, { recursive: true }));

/** Manggarai Barat 2025: the DPA prints 2,829 × 16,800 × 12 = 570,326,400. */
const plan = (name = "Kabupaten Manggarai Barat") => ({
  schema: 1,
  region: { name, level: "regency" },
  period: { firstMonth: "2025-01", months: 12 },
  segments: [
    {
      id: "rentan",
      name: "Pekerja rentan",
      class: "BPU",
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 2829 }] },
      payers: [{ fund: "apbd", percent: 100 }],
    },
  ],
  funds: [{ id: "apbd", name: "APBD", kind: "apbdRegency" }],
});
/** Signs that end a text, a line or a command elsewhere. */
const HOSTILE = "Kab. \"# $(exit 1) `exit 1` 'RENCANA' \\ \u2028 </pre>\nRENCANA";
const TOTAL = 570_326_400;

const names = ["Kabupaten Manggarai Barat", HOSTILE];

for (const name of names) {
  test(`JavaScript, of ${JSON.stringify(name)}`, () => {
    const file = join(folder, "hitung.mjs");
    writeFileSync(file, snippetsOf(plan(name), TOTAL).javascript);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    assert.equal(stdout.trim(), String(TOTAL), stderr);
  });

  test(`the command line, of ${JSON.stringify(name)}`, () => {
    const path = [join(root, "target", "debug"), process.env.PATH].join(delimiter);
    const { stdout, stderr } = spawnSync("sh", ["-c", snippetsOf(plan(name), TOTAL).command], {
      encoding: "utf8",
      env: { ...process.env, PATH: path },
    });
    assert.match(stdout, /^Jumlah .*570\.326\.400/m, stderr);
  });

  test(`JSON, of ${JSON.stringify(name)}`, () => {
    assert.deepEqual(JSON.parse(snippetsOf(plan(name), TOTAL).json), plan(name));
  });
}

test("Rust is the example that is compiled with the tests", () => {
  const { rust } = snippetsOf(plan(), TOTAL);
  assert.equal(rust, readFileSync(join(root, "examples", "reproduce.rs"), "utf8"));
});

// The name is written "a\"##b": two signs behind a quotation mark, so three must end the text.
test("Rust keeps a text that holds quotation marks with signs behind them", () => {
  const { rust } = snippetsOf(plan('a"##b'), TOTAL);
  assert.match(rust, /= r###"\{/);
});
