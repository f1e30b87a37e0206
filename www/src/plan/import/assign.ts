/** Which column of several that say the same is taken, and which of them may be summed. */
import type { Choices, Meaning } from "./facts.js";

/** Columns that all count people of one group. */
export interface Sum {
  readonly meaning: Meaning;
  /** Positions, two at least. */
  readonly columns: readonly number[];
  /** The one that is taken while they are not summed. */
  readonly taken: number;
  /** Whether the reader has confirmed that they are parts of one number. */
  readonly isTaken: boolean;
}

/** Columns that count people of one group in several months: a village has one number, so they are no parts. */
export interface Monthly {
  readonly columns: readonly number[];
  readonly months: readonly string[];
  readonly taken: number;
}

export interface Assigned {
  readonly meanings: readonly Meaning[];
  readonly sums: readonly Sum[];
  readonly monthly: readonly Monthly[];
}

interface Claim {
  readonly meaning: Meaning;
  readonly head: string;
  /** Named in the head. */
  readonly month: string | null;
}

const isPeople = (meaning: Meaning) => meaning.startsWith("people:");
const isTotal = ({ head }: Claim) => /^(sub ?-?)?(jumlah|jml|total)\b/i.test(head.trim());

/** A column is what the reader says; of those that are guessed the first is taken, or the one that is a total. */
export function assign(guessed: readonly Claim[], { columns: chosen, sums: confirmed }: Choices): Assigned {
  const claims = guessed.map((claim, at) => ({ ...claim, meaning: chosen.get(at) ?? claim.meaning }));
  const sums: Sum[] = [];
  const monthly: Monthly[] = [];
  const taken = new Map<Meaning, ReadonlySet<number>>();
  for (const meaning of new Set(claims.map(({ meaning }) => meaning))) {
    const columns = claims.flatMap((claim, at) => (claim.meaning === meaning ? [at] : []));
    const of = (at: number) => claims[at] as Claim;
    const said = [...chosen].filter(([, one]) => one === meaning).map(([at]) => at);
    const totals = columns.filter((at) => isTotal(of(at)));
    const isSummed = totals.length > 0 && totals.length < columns.length;
    const one = said.at(-1) ?? (isSummed ? totals : columns)[0] ?? 0;
    const months = columns.flatMap((at) => of(at).month ?? []);
    const several = columns.length > 1 && isPeople(meaning);
    const isTaken = confirmed.has(meaning);
    if (several && months.length > 1) monthly.push({ columns, months, taken: one });
    else if (several && !isSummed) sums.push({ meaning, columns, taken: one, isTaken });
    const isSum = sums.at(-1)?.meaning === meaning && isTaken;
    taken.set(meaning, new Set(isSum || meaning === "nik" ? columns : [one]));
  }
  const meanings = claims.map(({ meaning }, at): Meaning => (taken.get(meaning)?.has(at) ? meaning : "ignored"));
  return { meanings, sums, monthly };
}
