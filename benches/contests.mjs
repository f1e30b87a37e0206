// The races, in Node and in a browser: the engine of the package's default entry against the model in JavaScript.
import * as engine from "cakupan";
import { ask } from "../pkg/dist/inlined.js";
import { plain } from "../pkg/dist/plain.js";
import { told } from "../pkg/dist/sentence.js";
import * as model from "./model.mjs";
import { race } from "./race.mjs";
import { regency } from "./regency.mjs";

const SIZES = [
  [10, 60],
  [5, 12],
  [30, 360],
];

const sizeOf = ([segments, months]) => `${segments} segments × ${months} months`;
const rupiahOf = ({ total }) => total.rupiah;
const numberOf = (list) => list.length;

/** Both projections of every size; the engine's without what the model leaves out. */
export function answers() {
  return SIZES.map((size) => {
    const plan = regency(...size);
    const ours = engine.project(plan);
    const theirs = model.project(plan);
    const shared = Object.keys(theirs).map((name) => [name, ours[name]]);
    return { size: sizeOf(size), engine: Object.fromEntries(shared), model: theirs };
  });
}

/** The steps of one `project` of the engine, each with the input that the step before it made. */
function steps(plan) {
  const pieces = plain([plan]);
  const { notices, missing, unused, notCounted } = ask("project", pieces);
  const said = [...notices, ...missing, ...unused, ...notCounted];
  return [
    { name: "all of it", call: () => engine.project(plan), figure: rupiahOf },
    { name: "copy the input", call: () => plain([plan]), figure: numberOf },
    { name: "engine", call: () => ask("project", pieces), figure: rupiahOf },
    { name: "words of the notices", call: () => said.map(told), figure: numberOf },
  ];
}

const against = (ours, theirs, figure) => [
  { name: "cakupan", call: ours, figure },
  { name: "JavaScript", call: theirs, figure },
];

/** Asks the engine to explain what no plan has: it reads and checks the plan, then refuses the question. */
function readOnly({ explain }, plan) {
  try {
    explain(plan, { year: 1 });
  } catch (error) {
    return error.problems;
  }
}

/**
 * Races of this build against an older one, from outside of both: the whole call, reading with the check, and the
 * calculation up to bills (`check` calculates them too). The rest of a call is totals, remarks, and the answer.
 */
function againstOlder(older, size) {
  const plan = regency(...size);
  const pair = (what, call, figure) => [
    `${what}, ${sizeOf(size)}`,
    [
      { name: "cakupan", call: () => call(engine), figure },
      { name: "older release", call: () => call(older), figure },
    ],
  ];
  return [
    pair("project", ({ project }) => project(plan), rupiahOf),
    pair("read and refuse", (release) => readOnly(release, plan), numberOf),
    pair("check", ({ check }) => check(plan), numberOf),
  ];
}

/** All races: title and contestants. `older` is the address of the default entry of an older release. */
export async function contests(older) {
  const plan = regency(...SIZES[0]);
  const release = older === undefined ? null : await import(older);
  return [
    ...SIZES.map((size) => {
      const sized = regency(...size);
      const pair = against(
        () => engine.project(sized),
        () => model.project(sized),
        rupiahOf,
      );
      return [`project, ${sizeOf(size)}`, pair];
    }),
    [
      `check alone, ${sizeOf(SIZES[0])}`,
      against(
        () => engine.check(plan),
        () => model.check(plan),
        numberOf,
      ),
    ],
    [`the steps of one project, ${sizeOf(SIZES[0])}`, steps(plan)],
    ...(release === null ? [] : SIZES.flatMap((size) => againstOlder(release, size))),
  ];
}

/** The results of one race, plain enough to leave a browser. */
export async function run(index, older) {
  const [title, contestants] = (await contests(older))[index];
  return { title, results: race(contestants) };
}
