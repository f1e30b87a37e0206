"""Contestants: the model in NumPy, a vector over all units for each segment and month; in floats, which hold these whole
numbers exactly, and in 64-bit whole numbers, which need no proof that they do.
"""

import sys

import numpy
from model import join, leave, read, serve, split


def heads_of(heads, table, months):
    if heads["kind"] == "counts":
        for month in range(months):
            latest = sum(start <= month for start in heads["from"]) - 1
            yield table[heads["columns"][latest]]
        return
    members, eligible = table[heads["members"]], table[heads["eligible"]]
    leaving = numpy.zeros_like(members)
    for month in range(months):
        if month > 0:
            members, leaving = leave(members, leaving, heads["leave"])
        members = join(members, eligible, heads["weights"][month], heads["whole"])
        yield members


def vectors(model, table):
    funds = model["funds"]
    asked = numpy.zeros((model["years"] * funds, table.shape[1]), table.dtype)
    short = numpy.zeros_like(asked)
    for segment in model["segments"]:
        for month, heads in enumerate(heads_of(segment["heads"], table, model["months"])):
            for bill in segment["bills"]:
                parts = split(heads * bill["rupiah"][month], bill["shares"])
                for (fund, _), part in zip(bill["shares"], parts):
                    asked[month // 12 * funds + fund] += part
    for ceiling in model["ceilings"]:
        place = ceiling["year"] * funds + ceiling["fund"]
        short[place] = numpy.maximum(asked[place] - table[ceiling["column"]], 0)
    return asked, short


if __name__ == "__main__":
    model, table = read(*sys.argv[1:3])
    whole = table.astype(numpy.int64)
    serve({"numpy": lambda: vectors(model, table), "int64": lambda: vectors(model, whole)})
