// Answers one call inside a worker, a block of units or the villages of a plan: its columns, or what is wrong with it.
import { type BatchYear, type VillagesAnswer, villages, type Work, workOut } from "./batch.shared.js";
import { CakupanError } from "./error.js";
import type { Scenario } from "./types.js";
import type { Failure } from "./worker.answer.js";

/** What a worker is asked for. */
export type BlockAsked = { readonly work: Work } | { readonly villagesOf: Scenario };

export type BlockCall = { readonly id: number } & BlockAsked;

export interface BlockAnswer {
  readonly id: number;
  readonly years?: readonly BatchYear[];
  readonly villages?: VillagesAnswer;
  readonly failure?: Failure;
}

/** `starting` ends when the module can be called, or cannot be. */
export async function answerBlock(call: BlockCall, starting: Promise<void>): Promise<BlockAnswer> {
  const { id } = call;
  try {
    await starting;
    return "work" in call ? { id, years: workOut(call.work) } : { id, villages: villages(call.villagesOf) };
  } catch (error) {
    if (!(error instanceof CakupanError)) throw error;
    const { code, path, words, problems } = error;
    return { id, failure: { code, path, words, problems } };
  }
}

/** The memory of an answer, which is handed over and not copied. */
export function buffersOf({ years = [], villages }: BlockAnswer): ArrayBuffer[] {
  const { villages: each, byDistrict, total } = villages ?? {};
  const sums = [each, byDistrict, total].flatMap((one) => one ?? []);
  const all = [...years, ...sums.flatMap((one) => one.years)];
  const people = sums.flatMap((one) => one.people.map((counted) => counted.people));
  const columns = all.flatMap(({ personMonths, rupiah, short, funds }) => [
    personMonths,
    rupiah,
    short,
    ...funds.flatMap(({ asked, short }) => [asked, short]),
  ]);
  const whole = villages ? [...columns, ...people, villages.districtOf] : columns;
  return whole.map(({ buffer }) => buffer as ArrayBuffer);
}
