import "cakupan/worker/thread";
