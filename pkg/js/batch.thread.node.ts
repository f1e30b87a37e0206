// Script of a thread of `cakupan/batch` in Node.
import { answerBlocks } from "./batch.calls.node.js";

answerBlocks();
