// Answers one block of units inside a worker: its columns, or what is wrong with it.
import { type BatchYear, type Work, workOut } from "./batch.shared.js";
import { CakupanError } from "./error.js";
import type { Failure } from "./worker.answer.js";

export interface BlockCall {
  readonly id: number;
  readonly work: Work;
}

export interface BlockAnswer {
  readonly id: number;
  readonly years?: readonly BatchYear[];
  readonly failure?: Failure;
}

/** `starting` ends when the module can be called, or cannot be. */
export async function answerBlock({ id, work }: BlockCall, starting: Promise<void>): Promise<BlockAnswer> {
  try {
    await starting;
    return { id, years: workOut(work) };
  } catch (error) {
    if (!(error instanceof CakupanError)) throw error;
    const { code, path, words, problems } = error;
    return { id, failure: { code, path, words, problems } };
  }
}

/** The memory of an answer, which is handed over and not copied. */
export function buffersOf({ years = [] }: BlockAnswer): ArrayBuffer[] {
  const columns = years.flatMap(({ personMonths, rupiah, short, funds }) => [
    personMonths,
    rupiah,
    short,
    ...funds.flatMap(({ asked, short }) => [asked, short]),
  ]);
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}
