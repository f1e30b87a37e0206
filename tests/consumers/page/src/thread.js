import { answerCalls } from "cakupan/worker/thread";

answerCalls();
