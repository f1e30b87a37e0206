// Script of the worker that `cakupan/worker` starts in a browser.
import { answerCalls } from "./worker.calls.js";

answerCalls();
