// The parts of the frame that need no browser: colours, settings in the address, and foreign plans.
import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { check, project } from "cakupan";
import { build } from "vite";
import { diceFrom, randomScenario } from "../oracle/generate.mjs";
import { JUNK, damage } from "./damage.mjs";
import { file, json } from "./stage.mjs";

let folder;
let contrast;
let palette;
let address;
let repair;
let draft;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "cakupan-embed-"));
  const names = ["embed/contrast", "embed/palette", "embed/address", "plan/repair", "plan/draft"];
  const entry = Object.fromEntries(names.map((name) => [name.split("/")[1], file(`www/src/${name}.ts`)]));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      lib: { entry, formats: ["es"] },
      outDir: folder,
      minify: false,
      rolldownOptions: { external: /^cakupan/ },
    },
  });
  // The bundle imports the package from a folder outside the project.
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(
      join(folder, name),
      text.replaceAll('"cakupan/embed"', JSON.stringify(import.meta.resolve("cakupan/embed"))),
    );
  }
  const load = (name) => import(pathToFileURL(join(folder, `${name}.js`)).href);
  [contrast, palette, address, repair, draft] = await Promise.all(
    ["contrast", "palette", "address", "repair", "draft"].map(load),
  );
});

after(() => rm(folder, { recursive: true, force: true }));

// ───────────────────────────── colours ─────────────────────────────

test("contrast is that of WCAG", () => {
  // Known contrasts: black on white; the lightest grey that passes AA on white, and the next; yellow on white.
  const near = (one, other, expected) =>
    assert.ok(Math.abs(contrast.contrast(one, other) - expected) < 0.005, `${one} ${other}`);
  near("#000000", "#ffffff", 21);
  near("#ffffff", "#ffffff", 1);
  near("#767676", "#ffffff", 4.54);
  near("#ffffff", "#777777", 4.48);
  near("#ffff00", "#ffffff", 1.07);
  near("#ff0000", "#ffffff", 4);
  near("#fff", "#0000ff", 8.59);
});

test("the standard colours are those of the style sheet", async () => {
  const css = await readFile(file("www/src/styles/base.css"), "utf8");
  const [light, dark] = css.split("prefers-color-scheme: dark");
  for (const [part, scheme] of [
    [light, "light"],
    [dark, "dark"],
  ]) {
    const of = (name) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(part)[1].replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
    assert.deepEqual(palette.STANDARD[scheme], { accent: of("primary"), background: of("paper"), text: of("text") });
  }
});

test("whatever a host wants, what comes out can be read; what cannot be followed is told", () => {
  const dice = diceFrom(7);
  const colour = () => (dice.chance(0.4) ? null : `#${dice.int(0, 0xffffff).toString(16).padStart(6, "0")}`);
  const usual = {
    light: { "--error": "#a40f0a", "--mark": "#6b4700" },
    dark: { "--error": "#ffaaa3", "--mark": "#f5d58b" },
  };
  let refusals = 0;
  for (let round = 0; round < 2000; round++) {
    const theme = { accent: colour(), background: colour(), text: colour() };
    const own = dice.pick(["light", "dark"]);
    const choice = palette.choose(theme, own);
    const told = JSON.stringify({ theme, own, choice });
    const colours = palette.variables(choice, (name) => usual[choice.scheme][name] ?? "#808080");
    const atLeast = (needed, one, other) =>
      assert.ok(
        contrast.contrast(colours[one], colours[other]) >= needed,
        `${one} on ${other}: ${told} ${JSON.stringify(colours)}`,
      );
    for (const letters of ["--text", "--primary", "--secondary", "--error", "--mark"]) atLeast(4.5, letters, "--paper");
    for (const letters of ["--text", "--primary", "--secondary"]) atLeast(4.5, letters, "--tint");
    for (const name of ["error", "mark"])
      for (const letters of ["--text", `--${name}`]) atLeast(4.5, letters, `--${name}-tint`);
    atLeast(4.5, "--on-primary", "--primary");
    for (const line of ["--accent", "--border", "--s0", "--s1", "--s2", "--s3", "--s4"]) atLeast(3, line, "--paper");
    for (const name of ["accent", "background", "text"]) {
      const refused = choice.refused.find(({ setting }) => setting === name);
      if (refused) assert.ok(refused.contrast < 4.5 && refused.needed === 4.5, told);
      if (theme[name]) assert.equal(choice[name] === theme[name], !refused, told);
      refusals += refused ? 1 : 0;
    }
  }
  assert.ok(refusals > 500, `${refusals} refusals`);
});

// ───────────────────────────── address ─────────────────────────────

test("settings go into the address and back", () => {
  const settings = {
    mode: "full",
    language: "en",
    region: "Kota Makassar & lain",
    theme: { accent: "#0b5cad", background: "#ffffff", text: "#1f1f1f", radius: 0, font: "serif" },
  };
  assert.deepEqual(address.readAddress(`#${address.writeAddress(settings)}`), settings);
  assert.deepEqual(address.readAddress(""), { theme: {} });
});

test("the first part of an address that is not understood is named", () => {
  for (const [fragment, name] of [
    ["#mode=wide", "mode"],
    ["#colour=red", "colour"],
    ["#accent=red", "theme.accent"],
    ["#radius=8px", "theme.radius"],
    ["#keep=true", "keep"],
    ["#scenario={}", "scenario"],
    ["#__proto__=x", "__proto__"],
    ["#theme=x", "theme"],
    ["#rencana=x&mode=full", "rencana"],
  ])
    assert.equal(address.readAddress(fragment), name, fragment);
});

// ───────────────────────────── foreign plans ─────────────────────────────

const engine = {
  run(scenario) {
    const problems = check(scenario);
    return problems.length ? { problems } : { projection: project(scenario), scenario };
  },
};

test("a good scenario comes through as it is", async () => {
  for (const name of await readdir(file("cases"))) {
    const scenario = await json(`cases/${name}`);
    const { draft: plan, problems } = repair.repaired(scenario, engine);
    assert.deepEqual(problems, []);
    assert.equal(project(draft.toScenario(plan).scenario).input, project(scenario).input, name);
  }
});

/** A part of a scenario after a round trip through the form. */
const formOf = (part) => draft.toScenario(draft.toDraft(part)).scenario;

/** Rows of all lists of a scenario without a problem in them, their parts, or their list. */
function goodRows(scenario, problems) {
  const named = problems.map(({ path }) => path);
  return Object.entries(scenario)
    .filter(([, list]) => Array.isArray(list))
    .flatMap(([name, list]) =>
      list
        .map((item, place) => ({ name, item, at: `${name}[${place}]` }))
        .filter(
          ({ at }) =>
            !named.some(
              (path) => path === name || path === at || path.startsWith(`${at}.`) || path.startsWith(`${at}[`),
            ),
        ),
    );
}

test("of rows that cannot be begun all go, and no other", async () => {
  const makassar = await json("cases/makassar.json");
  const bad = { from: "2025-01", value: 1, note: "Catatan" };
  const good = { parameter: "jkk.bpu", from: "2025-01", value: 0.5, note: "Usulan" };
  const scenario = { ...makassar, overrides: [bad, bad, good] };
  const { draft: plan, lost } = repair.repaired(scenario, engine);
  assert.deepEqual(formOf(plan).overrides, [good]);
  assert.deepEqual(
    lost.map(({ code, path }) => [code, path]),
    [
      ["missing", "overrides[0].parameter"],
      ["missing", "overrides[1].parameter"],
    ],
  );
  const { overrides, ...rest } = scenario;
  assert.equal(project(formOf(plan)).total.rupiah, project({ ...rest, overrides: [good] }).total.rupiah);
});

test("of a list with bad items the good ones stay, and a rate with three decimals is no question", async () => {
  const scenario = await json("cases/makassar.json");
  const good = { parameter: "jkk.bpu", from: "2025-01", value: 1.234, note: "Rancangan" };
  const bad = { from: "2025-01", value: 1, note: "Tanpa nama" };
  const given = { ...scenario, overrides: [bad, bad, good] };
  const repaired = draft.toScenario(repair.repaired(given, engine).draft);
  assert.deepEqual([repaired.unclear, repaired.scenario.overrides], [[], [good]]);
  assert.deepEqual(check(repaired.scenario), []);
});

test("a scenario with more problems than a plan can have is none", async () => {
  const scenario = await json("cases/makassar.json");
  const billed = new Array(400).fill({});
  const segments = Array.from({ length: 200 }, (_, index) => ({ ...scenario.segments[0], id: `a${index}`, billed }));
  assert.equal(repair.repaired({ ...scenario, segments }, engine).draft, null);
});

test("of 2,000 damaged scenarios each is shown as far as it goes, and what was good of it stays", () => {
  let shown = 0;
  let changed = 0;
  let rows = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const dice = diceFrom(seed);
    const scenario = structuredClone(randomScenario(dice));
    for (let times = dice.int(1, 6); times > 0; times--) damage(dice, scenario);
    // Several rows of one list at once: repairing one must not change its neighbours.
    for (const list of Object.values(scenario).filter((each) => Array.isArray(each) && dice.chance(0.3)))
      for (const row of list.filter(
        (each) => typeof each === "object" && Object.keys(each ?? {}).length && dice.chance(0.5),
      ))
        delete row[dice.pick(Object.keys(row))];
    const told = `${seed}: ${JSON.stringify(scenario).slice(0, 3000)}`;
    const { draft: plan, problems } = repair.repaired(scenario, engine);
    assert.deepEqual(problems, check(scenario), told);
    if (problems.length === 0)
      assert.equal(project(draft.toScenario(plan).scenario).input, project(scenario).input, told);
    if (plan === null) continue;
    shown++;
    if (problems.length) changed++;
    assert.ok(draft.isDraft(plan), told);
    // The remaining problems belong to fields, and each can be shown.
    for (const { code, path } of check(draft.toScenario(plan).scenario))
      assert.ok(
        !["notAnObject", "notAList", "unknownKey", "unknownChoice"].includes(code),
        `${code} ${path} in ${told}`,
      );
    const after = draft.toScenario(plan).scenario;
    for (const { name, item, at } of goodRows(scenario, problems)) {
      rows++;
      const wanted = JSON.stringify(formOf(item));
      assert.ok(
        after[name]?.some((row) => JSON.stringify(row) === wanted),
        `${at} in ${told}`,
      );
    }
    const name = scenario.region?.name;
    if (typeof name === "string" && name.trim()) assert.equal(plan.region.name, name, told);
  }
  assert.ok(shown > 1800 && changed > 1500 && rows > 5000, `${shown} shown, ${changed} repaired, ${rows} rows`);
});

test("nothing at all makes no plan", () => {
  for (const junk of [
    ...JUNK.filter((value) => typeof value !== "object" || value === null || Array.isArray(value)),
    { schema: 2 },
  ])
    assert.equal(repair.repaired(junk, engine).draft, null, JSON.stringify(junk));
});

// ───────────────────────────── typed plans ─────────────────────────────

/** Every text in a number field, as its object and name. */
function numberFields(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    typeof item === "string" && draft.kindOf(name) ? [[value, name]] : numberFields(item),
  );
}

/** Without empty texts, empty lists and absent values. */
function full(value) {
  if (Array.isArray(value)) return value.map(full);
  if (typeof value !== "object" || value === null) return value;
  const says = ([name, item]) =>
    item !== null &&
    (item !== "" || draft.kindOf(name)) &&
    !(Array.isArray(item) && item.length === 0 && name !== "programmes");
  return Object.fromEntries(
    Object.entries(value)
      .filter(says)
      .map(([name, item]) => [name, full(item)]),
  );
}

test("a plan comes out of its link as it was typed, also where a number is none yet", () => {
  const texts = ["1.20", "tiga ratus", "1,200", "2 jt", "?", "12 34"];
  for (let seed = 1; seed <= 500; seed++) {
    const dice = diceFrom(seed);
    const plan = structuredClone(draft.toDraft(randomScenario(dice)));
    for (const [holder, name] of numberFields(plan)) if (dice.chance(0.3)) holder[name] = dice.pick(texts);
    if (dice.chance(0.2)) dice.pick(plan.segments).programmes = [];
    const given = JSON.parse(JSON.stringify(plan));
    const { draft: again, lost } = repair.repairedTyped(given, engine);
    assert.notEqual(again, null, `${seed}: ${JSON.stringify(given)}`);
    assert.deepEqual(full(again), full(given), String(seed));
    assert.deepEqual(lost, [], String(seed));
  }
});

test("of 2,000 damaged plans each is shown as far as it goes, with nothing in it that the form does not know", () => {
  const junk = ["1.20", "x", { a: "1.20" }, [], ["1.20"], null, 7];
  let shown = 0;
  for (let seed = 1; seed <= 2000; seed++) {
    const dice = diceFrom(seed);
    const plan = structuredClone(draft.toDraft(randomScenario(dice)));
    for (let times = dice.int(1, 6); times > 0; times--) damage(dice, plan);
    // Numbers in wrong places, and a quality in any place.
    const holders = [plan, plan.region, plan.period].filter((part) => typeof part === "object" && part);
    for (const key of ["people", "rupiah", "constructor", "__proto__"])
      if (dice.chance(0.3))
        Object.defineProperty(dice.pick(holders), key, {
          value: dice.pick(junk),
          enumerable: true,
          configurable: true,
        });
    const given = JSON.parse(JSON.stringify(plan));
    const told = `${seed}: ${JSON.stringify(given).slice(0, 3000)}`;
    const { draft: again } = repair.repairedTyped(given, engine);
    if (again === null) continue;
    shown++;
    assert.ok(draft.isDraft(again), told);
    for (const [holder, name] of numberFields(again)) assert.equal(typeof holder[name], "string", told);
    // With plain numbers in its fields the engine accepts every part of it.
    const plain = JSON.parse(JSON.stringify(again));
    for (const [holder, name] of numberFields(plain)) holder[name] = "1";
    for (const segment of plain.segments) if (segment.programmes.length === 0) segment.programmes = ["JKK"];
    for (const { code, path } of check(draft.toScenario(plain).scenario))
      assert.ok(
        !["notAnObject", "notAList", "notText", "unknownKey", "unknownChoice"].includes(code),
        `${code} ${path} in ${told}`,
      );
  }
  assert.ok(shown > 1500, `${shown} shown`);
});

// Without its limit the reader of numbers takes minutes for this text; a hanging test shows it.
test("a text that no number is as long as is not read for ever", () => {
  const text = `${"1".repeat(200_000)}x\ny`;
  const plan = draft.setAt(draft.emptyDraft(2026), "period.months", text);
  assert.equal(repair.repairedTyped(plan, engine).draft.period.months, text);
});

test("a plan with thousands of problems is none, however they are made; just below it is repaired in a moment", async () => {
  const makassar = await json("cases/makassar.json");
  const keys = (count) => ({
    ...makassar,
    ...Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 1])),
  });
  const segments = Array.from({ length: 200 }, () => ({ ...makassar.segments[0], payers: Array(20).fill({}) }));
  for (const scenario of [keys(2001), { ...makassar, segments }])
    assert.equal(repair.repaired(scenario, engine).draft, null);
  const start = performance.now();
  const { draft: plan, lost } = repair.repaired(keys(2000), engine);
  assert.equal(project(draft.toScenario(plan).scenario).input, project(makassar).input);
  assert.equal(lost.length, 2000);
  assert.ok(performance.now() - start < 3000);
});
