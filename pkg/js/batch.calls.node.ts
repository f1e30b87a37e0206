// Answers blocks of units in a thread of Node, in order.
import { parentPort } from "node:worker_threads";
import { start } from "./batch.node.js";
import { answerBlock, type BlockCall, buffersOf } from "./batch.block.js";

/** As `answerBlocks` of `cakupan/batch/thread`, in a thread of Node. */
export function answerBlocks(): void {
  const starting = start();
  // Its failure is the answer to every block.
  starting.catch(() => undefined);
  parentPort?.on("message", async (call: BlockCall) => {
    const answer = await answerBlock(call, starting);
    parentPort?.postMessage(answer, buffersOf(answer));
  });
}
