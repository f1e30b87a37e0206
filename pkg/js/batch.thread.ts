// Script of a browser worker of `cakupan/batch`.
import { answerBlocks } from "./batch.calls.js";

answerBlocks();
