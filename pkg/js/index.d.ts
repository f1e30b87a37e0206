import type {
  Comparison,
  Explained,
  Law,
  Month,
  Override,
  Params,
  Problem,
  ProblemCode,
  Projection,
  Question,
  Reach,
  ReachRequest,
  Scenario,
  Standing,
  Words,
} from "./types.js";
export type * from "./types.js";

/**
 * Lists everything that is wrong with a scenario, all at once; an empty list means that `project`
 * will answer. Takes anything: JSON, a form, a file from a stranger.
 *
 * @example
 * check({ schema: 1 }).map(problem => `${problem.path}: ${problem.message.id}`)
 */
export function check(scenario: unknown): Problem[];

/**
 * What the scenario costs and reaches: by month, budget year, segment, programme, fund and account.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function project(scenario: Scenario): Projection;

/**
 * Why a figure of the projection is what it is, as a tree from the figure down to rates and inputs.
 *
 * @throws {CakupanError} with every problem of the scenario or of the question.
 */
export function explain(scenario: Scenario, question?: Question): Explained;

/**
 * The way back: how many people, and months, the ceilings of the scenario pay for; with the proof that one more does
 * not fit, other ways to spend them, and what waiting costs.
 *
 * @throws {CakupanError} with every problem; `noLimit` where `beyondPlan` is asked for and nothing ends a segment.
 */
export function reach(scenario: Scenario, request?: ReachRequest | null): Reach;

/**
 * Two to four scenarios side by side: differences in rupiah, people and points, each taken apart into people, rate,
 * months, relief and funds, exactly.
 *
 * @throws {CakupanError} with every problem; paths begin with the position of the scenario, `"[1].segments[0]…"`.
 */
export function compare(scenarios: readonly Scenario[]): Comparison;

/** All statutory values known to the engine, with source, dates and status; the same as `cakupan/law.json`. */
export function law(): Law;

/**
 * The law in one month, every value in three columns: in force, announced, and what a planner puts in its place.
 *
 * @throws {CakupanError} with every problem of the month (`missing`, `notText`, `badMonth`; path `"month"`) and of the
 * overrides, as a scenario with them would name it.
 *
 * @example
 * lawIn("2026-11").find(standing => standing.key === "relief.pp50of2025.other").announced
 */
export function lawIn(month: Month, overrides?: readonly Override[] | null): Standing[];

/** Version of the engine and of the statutory values. */
export function version(): { engine: string; law: string };

/**
 * Codes of failures that are not a fault of the input: WebAssembly is not allowed or too old; `cakupan/slim` found no
 * engine at its address, or was not started; the worker was closed; something failed inside.
 */
export type FailureCode = "engineUnavailable" | "notFetched" | "notStarted" | "closed" | "internal";

/** Why there is no answer. `code` and `path` are those of the first problem; `message` is English. */
export class CakupanError extends Error {
  private constructor();
  readonly name: "CakupanError";
  readonly code: ProblemCode | FailureCode;
  /** Where in the input, `"segments[0].payers[1].percent"`; empty where it is the whole. */
  readonly path: string;
  /** The message in both languages, a line for each problem. */
  readonly words: Words;
  /** Everything that is wrong with the input; empty for a failure that is no fault of it. */
  readonly problems: readonly Problem[];
}

/** The languages of the catalogue. */
export type Language = "id" | "en";

/**
 * The sentence of a code (problem, notice, or `explain.<rule>`) with its params filled in;
 * numbers are grouped as the language does (1.200 or 1,200). An unknown code is answered with itself.
 *
 * @throws {CakupanError} where the item is no object or its code no text.
 *
 * @example
 * say("id", { code: "fundShort", params: { fund: "APBD", year: "2027", rupiah: 12500000 } })
 */
export function say(language: Language, item: { readonly code: string; readonly params: Params }): string;
