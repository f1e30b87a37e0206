// Answers blocks of units in a browser worker, in order.
import { start } from "./batch.js";
import { answerBlock, type BlockCall, buffersOf } from "./batch.block.js";

/**
 * Answers the blocks of `open(workers, make)`: the one line of a `thread.js` of your own, for bundlers that create no
 * worker themselves (esbuild, Rollup, Rolldown).
 *
 * @example
 * import { answerBlocks } from "cakupan/batch/thread";
 * answerBlocks();
 */
export function answerBlocks(): void {
  const starting = start();
  // Its failure is the answer to every block.
  starting.catch(() => undefined);
  addEventListener("message", async ({ data }: MessageEvent<BlockCall>) => {
    const answer = await answerBlock(data, starting);
    postMessage(answer, { transfer: buffersOf(answer) });
  });
}
