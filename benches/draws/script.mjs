// The contestants in JavaScript, the same in Node and in a page: the package, and the model in typed arrays.
import { risk, start } from "cakupan/monitor";
import { arrays } from "../units/arrays.mjs";
import { model, request, scenario, tableOf } from "./plan.mjs";

let table = [];
let given = { draws: 0, seed: 0 };

export async function prepare(draws, seed) {
  given = { draws, seed };
  table = tableOf(draws, seed);
  await start();
}

/** What all contestants answer: percentiles by nearest rank, and in how many draws every ceiling suffices. */
function spreadOf({ asked, short }) {
  const { draws } = given;
  const total = new Float64Array(draws);
  for (const column of asked) for (let draw = 0; draw < draws; draw++) total[draw] += column[draw];
  const over = new Uint8Array(draws);
  for (const column of short) for (let draw = 0; draw < draws; draw++) if (column[draw] > 0) over[draw] = 1;
  total.sort();
  const rank = (percent) => total[Math.ceil((draws * percent) / 100) - 1];
  const within = draws - over.reduce((sum, one) => sum + one, 0);
  return [total[0], rank(10), rank(50), rank(90), total[draws - 1], within];
}

const RUNNERS = {
  risk: async () => {
    const { draws } = await risk(scenario, request(given.draws, given.seed));
    const { least, p10, p50, p90, most } = draws.rupiah;
    return [least, p10, p50, p90, most, draws.withinCeilings.draws];
  },
  ends: async () => {
    await risk(scenario, request(0, given.seed));
    return null;
  },
  arrays: () => spreadOf(arrays(model, table)),
};

/** One round: milliseconds, and the check sums; `null` of a contestant that draws nothing. */
export async function round(name) {
  const begin = performance.now();
  const sums = await RUNNERS[name]();
  return { milliseconds: performance.now() - begin, sums };
}

/** The drawn values, for contestants in other processes. */
export const drawnTable = () => table;

export const close = () => undefined;
