// The walls of the house: which room may import which, and that no imports run in a circle.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { between, circles, rustArrows, sources, stateTaken, typescriptArrows } from "./graph.mjs";

const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A file belongs to the room that is its first folder, or to the room of its own name. */
const room = (file) => file.split("/")[0].replace(/\.rs$/, "");

/** The rooms of the core. Each imports only from rooms that stand before it: the law never sees a scenario. */
const CORE =
  "choices order text people month money law code problem message scenario plan batch ask sheet words schema lib bin".split(
    " ",
  );

/** The rooms of the page. Each imports only from rooms that stand before it. */
const PAGE = ["words", "ui", "offline", "regions", "engine", "plan", "form", "answer", "report", "embed", "pages"];
/** Components that know nothing of the subject: words are all they may import. */
const UI_MAY = ["words"];

function wrongArrows(arrows, order) {
  return between(arrows, room).filter(
    ([from, to]) =>
      order.indexOf(to) < 0 || order.indexOf(from) < order.indexOf(to) || (from === "ui" && !UI_MAY.includes(to)),
  );
}

test("no file of the page imports in a circle, and no room from one that stands after it", () => {
  const arrows = typescriptArrows(folder("www/src"));
  assert.ok(arrows.length > 300, "the imports were read");
  assert.deepEqual(circles(arrows), []);
  assert.deepEqual(wrongArrows(arrows, PAGE), []);
});

/** Views: functions of their arguments. What they show is read in `www/src/pages/` and handed to them. */
const isView = (file) => /^(form|answer|report|ui)\//.test(file) || file === "embed/compact.ts";
/** Listeners: they read the plan when something is typed, and draw nothing. */
const LISTENERS = ["form/input.ts"];
/** State that a view may read: the language of the page and its words. */
const isWording = (file) => file === "words/current.ts";

const readByViews = (texts) =>
  stateTaken(texts).filter(([file, , holder]) => isView(file) && !LISTENERS.includes(file) && !isWording(holder));

/** The only files among the views that hold state, or follow it. */
const WITH_SIGNALS = [
  "answer/later.ts",
  "answer/question.ts",
  "form/later.ts",
  "form/sourced.ts",
  "ui/announce.ts",
  "ui/section.ts",
];

test("no view reads the state of the page but its language and words", () => {
  const texts = sources(folder("www/src"), ".ts");
  assert.ok(stateTaken(texts).length > 100, "the state was found");
  assert.deepEqual(readByViews(texts), []);
  const withSignals = [...texts].filter(([file, text]) => isView(file) && text.includes('"@preact/signals-core"'));
  assert.deepEqual(withSignals.map(([file]) => file).sort(), WITH_SIGNALS);
});

test("a view that reads state is found: directly, by another name, by a module that hands it on, or as a whole", () => {
  const texts = new Map([
    ["plan/current.ts", "export const draft = signal<Draft>(newPlan());\nexport function put() {}"],
    ["plan/answer.ts", "export const faults = computed<readonly Fault[]>(() => []);"],
    ["plan/again.ts", 'export { faults as wrong } from "./answer.js";'],
    ["words/current.ts", "export const words = signal<Catalogue>(id);"],
    ["form/region.ts", 'import { draft, put } from "../plan/current.js";'],
    ["form/funds.ts", 'import { put, draft as plan } from "../plan/current.js";'],
    ["answer/answer.ts", 'import { wrong } from "../plan/again.js";\nimport { words } from "../words/current.js";'],
    ["embed/compact.ts", 'import * as current from "../plan/current.js";'],
    ["form/input.ts", 'import { draft } from "../plan/current.js";'],
    ["form/target.ts", 'import { put } from "../plan/current.js";\nimport type { draft } from "../plan/current.js";'],
    ["pages/calculator.ts", 'import { draft } from "../plan/current.js";'],
  ]);
  assert.deepEqual(
    readByViews(texts).map(([file, name]) => `${file}: ${name}`),
    ["form/region.ts: draft", "form/funds.ts: draft", "answer/answer.ts: wrong", "embed/compact.ts: draft"],
  );
});

test("no file of the core imports in a circle, and no room from one that stands after it", () => {
  const arrows = rustArrows(folder("src"));
  assert.ok(arrows.length > 300, "the imports were read");
  assert.deepEqual(circles(arrows), []);
  assert.deepEqual(wrongArrows(arrows, CORE), []);
});

test("a planted circle and planted forbidden arrows are found", () => {
  const arrows = [
    ["words/a.ts", "words/b.ts"],
    ["words/b.ts", "words/a.ts"],
    ["ui/table.ts", "plan/draft.ts"],
    ["form/field.ts", "answer/answer.ts"],
    ["form/field.ts", "elsewhere/x.ts"],
    ["pages/law.ts", "form/field.ts"],
  ];
  assert.deepEqual(circles(arrows), [["words/a.ts", "words/b.ts"]]);
  assert.deepEqual(wrongArrows([["law/mod.rs", "scenario/mod.rs"]], CORE), [["law", "scenario"]]);
  assert.deepEqual(wrongArrows([["plan/project.rs", "ask/explain/mod.rs"]], CORE), [["plan", "ask"]]);
  assert.deepEqual(wrongArrows(arrows, PAGE), [
    ["ui", "plan"],
    ["form", "answer"],
    ["form", "elsewhere"],
  ]);
});
