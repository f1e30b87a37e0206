// The plan whose draws are raced: that of the race of villages (10 segments, 60 months, five funds, ten ceilings) with the
// people of a regency. Every head count, every member and eligible worker before the plan, and every ceiling is unsure.
import { arrays } from "../units/arrays.mjs";
import { model, scenario as villages } from "../units/plan.mjs";
import { splitMix } from "./lots.mjs";

/** Villages in a regency. */
const VILLAGES = 100;

const central = model.columns.map(({ least, most }) => Math.round(((least + most) / 2) * VILLAGES));
const isCeiling = (at) => model.ceilings.some(({ column }) => column === at);

/** Ceilings are what the plan asks for, so that about half of the draws exceed each. */
const { asked } = arrays(
  model,
  central.map((value) => Float64Array.of(value)),
);
for (const { fund, year, column } of model.ceilings) central[column] = asked[year * model.funds + fund][0];

const ends = central.map((value) => [Math.floor(value * 0.85), Math.ceil(value * 1.2)]);

/** Budget years with a ceiling, and the funds that have one: `add.2027`. */
const dated = model.columns.filter((_, at) => isCeiling(at)).map(({ name }) => name.split("."));
const years = [...new Set(dated.map(([, year]) => Number(year)))];
const limited = new Set(dated.map(([fund]) => fund));

/** Path of a column of the model in the scenario: `kades`, `perangkat.2029-07`, `rentan.members`, `add.2027`. */
function pathOf({ name }, at) {
  const [id, what] = name.split(".");
  if (isCeiling(at)) {
    const fund = villages.funds.findIndex((one) => one.id === id);
    return `funds[${fund}].ceilings[${years.indexOf(Number(what))}].rupiah`;
  }
  const segment = villages.segments.findIndex((one) => one.id === id);
  const { counts } = villages.segments[segment].enrolment;
  if (!counts) return `segments[${segment}].enrolment.${what}`;
  const count = what === undefined ? 0 : counts.findIndex(({ from }) => from === what);
  return `segments[${segment}].enrolment.counts[${count}].people`;
}

const paths = model.columns.map(pathOf);

/** Puts a value where a path leads. */
function put(plan, path, value) {
  const steps = path.split(/[.[\]]/).filter((step) => step !== "");
  const last = steps.pop();
  steps.reduce((at, step) => at[step], plan)[last] = value;
}

/** The scenario of the engine. */
export const scenario = structuredClone(villages);
for (const fund of scenario.funds) if (limited.has(fund.id)) fund.ceilings = years.map((year) => ({ year, rupiah: 0 }));
for (const [at, path] of paths.entries()) put(scenario, path, central[at]);

const inputs = paths.map((path, at) => ({ path, low: ends[at][0], high: ends[at][1] }));

export const request = (draws, seed) => ({ inputs, draws, seed });

/** A triangular value, as docs/method.md has it: the greater of two even numbers on the side that the first one chooses. */
function drawn(at, seed, first) {
  const [low, plan, high] = [ends[at][0], central[at], ends[at][1]].map(BigInt);
  const take = (place, limit) => (splitMix(seed, first + place) * limit) >> 64n;
  const isLeft = take(0n, high - low) < plan - low;
  const side = (isLeft ? plan - low : high - plan) + 1n;
  const [one, other] = [take(1n, side), take(2n, side)];
  const far = one > other ? one : other;
  return Number(isLeft ? low + far : high - far);
}

/** The drawn values in the columns of the model, for contestants that are spared the drawing. */
export function tableOf(draws, seed) {
  const columns = BigInt(model.columns.length);
  return model.columns.map((_, at) =>
    Float64Array.from({ length: draws }, (_, draw) =>
      drawn(at, BigInt(seed), (BigInt(draw) * columns + BigInt(at)) * 3n),
    ),
  );
}

export { model };
