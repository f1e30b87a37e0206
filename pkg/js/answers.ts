// The functions of every entry: they pass plain data to the engine and add sentences to its results.
import { TAKES } from "./engine.js";
import { type Name, type Plain, plain } from "./plain.js";
import { told } from "./sentence.js";
import type { Projection, Reach } from "./types.js";

/** Lists of a projection whose items get sentences in both languages. */
const SAID = ["notices", "missing", "unused", "notCounted"] as const;

/** A monthly column as a plain array; `NaN` stands for an absent value and becomes `null`. */
function listOf(column: Float64Array): (number | null)[] {
  const list: (number | null)[] = [];
  for (const number of column) list.push(Number.isNaN(number) ? null : number);
  return list;
}

/** Puts plain arrays in place of the columns of an object and of all below it. */
function listColumns(part: { [name: string]: unknown }): void {
  for (const [name, value] of Object.entries(part))
    if (value instanceof Float64Array) part[name] = listOf(value);
    else if (typeof value === "object" && value !== null) listColumns(value as typeof part);
}

/** Adds sentences to the reasons why an outlook has no figure. */
function withReasons(reach: Reach): Reach {
  for (const outlook of [reach.onePoint, reach.waiting, reach.latestStart])
    if (outlook.reason !== null) Object.assign(outlook, { reason: told(outlook.reason) });
  return reach;
}

function withWords(name: Name, answer: unknown): unknown {
  if (name === "check") return (answer as Parameters<typeof told>[0][]).map(told);
  if (name === "reach") return withReasons(answer as Reach);
  if (name !== "project") return answer;
  const projection = answer as { -readonly [Key in keyof Projection]: Projection[Key] };
  for (const list of SAID) Object.assign(projection, { [list]: projection[list].map(told) });
  listColumns(projection.monthly as unknown as Parameters<typeof listColumns>[0]);
  return projection;
}

const taken = (name: Name, values: readonly unknown[]) =>
  plain(Array.from({ length: TAKES[name] }, (_, index) => values[index]));

/**
 * A function that calls the engine directly. Each is created on its own, so that bundlers can leave out unused ones.
 */
export function functionOf<Function>(name: Name, ask: (name: Name, values: readonly Plain[]) => unknown): Function {
  const answer = (...values: readonly unknown[]) => withWords(name, ask(name, taken(name, values)));
  return answer as Function;
}

/** Functions that return promises, for an engine in a worker. */
export function promisesOf<Functions>(ask: (name: Name, values: readonly Plain[]) => Promise<unknown>): Functions {
  const names = Object.keys(TAKES) as Name[];
  const promiseOf =
    (name: Name) =>
    async (...values: readonly unknown[]) =>
      withWords(name, await ask(name, taken(name, values)));
  return Object.fromEntries(names.map((name) => [name, promiseOf(name)])) as Functions;
}
