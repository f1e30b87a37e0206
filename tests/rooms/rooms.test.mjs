// The walls of the house: which room may import which, and that no imports run in a circle.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { between, circles, rustArrows, typescriptArrows } from "./graph.mjs";

const folder = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** A file belongs to the room that is its first folder, or to the room of its own name. */
const room = (file) => file.split("/")[0].replace(/\.rs$/, "");

/** The rooms of the core. Each imports only from rooms that stand before it: the law never sees a scenario. */
const CORE =
  "choices order text people month money law code problem message scenario plan batch sheet words schema lib bin".split(
    " ",
  );
/** Questions to a calculated plan: nothing that calculates it may ask one. */
const QUESTIONS = ["explain", "reach", "compare"];

/** The rooms of the page. Each imports only from rooms that stand before it. */
const PAGE = ["words", "ui", "regions", "engine", "plan", "form", "answer", "embed", "pages"];
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

test("no file of the core imports in a circle, and no room from one that stands after it", () => {
  const arrows = rustArrows(folder("src"));
  assert.ok(arrows.length > 300, "the imports were read");
  assert.deepEqual(circles(arrows), []);
  assert.deepEqual(wrongArrows(arrows, CORE), []);
  const asks = (file) => QUESTIONS.includes(/^plan\/(\w+)/.exec(file)?.[1]);
  const inner = arrows.filter(
    ([from, to]) => from.startsWith("plan/") && from !== "plan/mod.rs" && !asks(from) && asks(to),
  );
  assert.deepEqual(inner, []);
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
  assert.deepEqual(wrongArrows(arrows, PAGE), [
    ["ui", "plan"],
    ["form", "answer"],
    ["form", "elsewhere"],
  ]);
});
