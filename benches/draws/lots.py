"""A contestant: the model in NumPy, a vector over all draws for each segment and month."""

import json
import sys
import time
from pathlib import Path

import numpy

sys.path.append(str(Path(__file__).parent.parent / "units"))

from model import read  # noqa: E402
from vectors import vectors  # noqa: E402


def spread(model, table):
    asked, short = vectors(model, table)
    total = numpy.sort(asked.sum(axis=0))
    draws = len(total)
    ranks = [total[-(-draws * percent // 100) - 1] for percent in (10, 50, 90)]
    within = draws - numpy.count_nonzero((short > 0).any(axis=0))
    return [int(value) for value in (total[0], *ranks, total[-1], within)]


if __name__ == "__main__":
    given = read(*sys.argv[1:3])
    for _ in sys.stdin:
        begin = time.perf_counter()
        sums = spread(*given)
        milliseconds = (time.perf_counter() - begin) * 1000
        print(json.dumps({"milliseconds": milliseconds, "sums": sums}), flush=True)
