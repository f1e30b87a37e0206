// The contestants in JavaScript, the same in Node and in a page: the package with one thread and with workers, and the
// model in objects and in typed arrays.
import { batch, open, start } from "cakupan/batch";
import { arrays } from "./arrays.mjs";
import { objects } from "./objects.mjs";
import { model, scenario } from "./plan.mjs";
import { answerOf, sumsOf } from "./sums.mjs";
import { named, tableOf } from "./table.mjs";

/** Instances of modules that were made, to read how large their memory has grown. */
const instances = [];
const Own = WebAssembly.Instance;
WebAssembly.Instance = class extends Own {
  constructor(...given) {
    super(...given);
    instances.push(this);
  }
};

const tables = new Map();
let codes = [];
let workers = null;

/** Makes the module ready. `own`: codes of the villages; `count`: how many workers. */
export async function prepare(own, count) {
  codes = own;
  await start();
  workers = open(count);
}

function tableFor(units) {
  if (!tables.has(units)) tables.set(units, tableOf(model, codes, units));
  return tables.get(units);
}

const RUNNERS = {
  one: (table) => answerOf(batch(scenario, named(model, table))),
  workers: async (table) => answerOf(await workers.batch(scenario, named(model, table))),
  objects: (table) => objects(model, table),
  arrays: (table) => arrays(model, table),
};

/** One round: milliseconds, and the check sums. */
export async function round(name, units) {
  const table = tableFor(units);
  const begin = performance.now();
  const answer = await RUNNERS[name](table);
  const milliseconds = performance.now() - begin;
  return { milliseconds, sums: sumsOf(answer) };
}

/** Bytes of memory of the module in this thread. */
export const memory = () =>
  instances.reduce((most, { exports }) => Math.max(most, exports.memory.buffer.byteLength), 0);

/** In a page: milliseconds of each task over 50 ms while a contestant works; none if the page stays free. */
export async function longTasks(name, units) {
  const table = tableFor(units);
  const found = [];
  const observer = new PerformanceObserver((list) => found.push(...list.getEntries().map(({ duration }) => duration)));
  // Entries come after the task that they are of.
  const settle = () => new Promise((done) => setTimeout(done, 300));
  await settle();
  observer.observe({ entryTypes: ["longtask"] });
  await RUNNERS[name](table);
  await settle();
  observer.disconnect();
  return found;
}

export const close = () => workers.close();
