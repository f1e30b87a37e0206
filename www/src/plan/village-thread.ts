/** The worker that works out the villages. */
import { answerBlocks } from "cakupan/batch/thread";

answerBlocks();
