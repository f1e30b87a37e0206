/**
 * Holds the figures of the answer against what the engine says when each is asked for: the explanation multiplies heads,
 * contributions and months again, and knows nothing of the sums in the answer.
 */
import type { Question, Scenario } from "cakupan";
import type { Engine } from "../engine/start.js";
import type { Answer } from "./answer.js";

export const CHECKS = ["years", "funds", "segments", "programmes", "members", "months"] as const;
export type Check = (typeof CHECKS)[number];

export interface Checked {
  readonly check: Check;
  /** Figures that were held against another. */
  readonly count: number;
  /** Those that differ, by what they are of. */
  readonly wrong: readonly string[];
}

/** Figures of one kind at most: an explanation of each of thousands would take seconds. */
const MOST = 60;

export function checked({ projection, scenario }: Answer, { explain }: Pick<Engine, "explain">): readonly Checked[] {
  const { years, months } = projection;
  const asked = (check: Check, figures: readonly Figure[]): Checked => {
    const some = figures.slice(0, MOST);
    const wrong = some.filter(({ question, value }) => workedOut(scenario, question, explain) !== value);
    return { check, count: some.length, wrong: wrong.map(({ name }) => name) };
  };
  const covered = years.flatMap(({ year, coverage }) => (coverage ? [{ name: String(year), coverage }] : []));
  return [
    asked(
      "years",
      years.map(({ year, rupiah }) => ({ name: String(year), question: { year }, value: rupiah })),
    ),
    asked(
      "funds",
      years.flatMap(({ year, funds }) =>
        funds.map(({ fund, rupiah }) => ({ name: `${fund} ${year}`, question: { year, fund }, value: rupiah })),
      ),
    ),
    asked(
      "segments",
      years.flatMap(({ year, segments }) =>
        segments.map(({ segment, rupiah }) => ({
          name: `${segment} ${year}`,
          question: { year, segment },
          value: rupiah,
        })),
      ),
    ),
    asked(
      "programmes",
      years.flatMap(({ year, programmes }) =>
        programmes.map(({ programme, rupiah }) => ({
          name: `${programme} ${year}`,
          question: { year, programme },
          value: rupiah,
        })),
      ),
    ),
    {
      check: "members",
      count: covered.length,
      wrong: covered.filter(({ coverage }) => coverage.members > coverage.eligible).map(({ name }) => name),
    },
    {
      check: "months",
      count: years.length,
      wrong: years
        .filter(({ year, months: count }) => months.filter((month) => month.startsWith(`${year}-`)).length !== count)
        .map(({ year }) => String(year)),
    },
  ];
}

interface Figure {
  readonly name: string;
  readonly question: Question;
  readonly value: number;
}

function workedOut(scenario: Scenario, question: Question, explain: Engine["explain"]): number | null {
  return explain(scenario, { ...question, brief: true })?.value ?? null;
}
