// Script of the thread that `cakupan/worker` starts in Node.
import { answerCalls } from "./worker.calls.node.js";

answerCalls();
