// The script of the worker that `cakupan/worker` makes in a browser.
import { answerCalls } from "./worker.calls.js";

answerCalls();
