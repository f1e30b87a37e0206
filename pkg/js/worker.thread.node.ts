// The script of the thread that `cakupan/worker` makes in Node.
import { answerCalls } from "./worker.calls.node.js";

answerCalls();
