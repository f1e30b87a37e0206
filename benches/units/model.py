"""Reads the model and the table, and answers the names of contestants on standard input."""

import json
import sys
import time

import numpy

MILLION = 1_000_000


def read(model_path, table_path):
    with open(model_path) as file:
        model = json.load(file)
    numbers = numpy.fromfile(table_path)
    return model, numbers[1:].reshape(-1, int(numbers[0]))


def cut(numbers, by):
    """Whole parts of quotients, in floats or in whole numbers."""
    return numbers // by if numbers.dtype.kind == "i" else numpy.floor(numbers / by)


def split(bill, shares):
    """Whole parts of an amount; rupiah left over go to the largest remainders, of equals the first."""
    if len(shares) == 1:
        return [bill]
    products = [bill * weight for _, weight in shares]
    parts = [cut(product, MILLION) for product in products]
    remainders = [product - part * MILLION for product, part in zip(products, parts)]
    left = bill - sum(parts)
    for at, own in enumerate(remainders):
        rank = sum(
            (other >= own if before < at else other > own).astype(bill.dtype)
            for before, other in enumerate(remainders)
            if before != at
        )
        parts[at] += rank < left
    return parts


def leave(members, leaving, rate):
    """Members who stay, and the fraction that is carried on."""
    leaving = leaving + members * rate
    left = cut(leaving, 12 * MILLION)
    return members - numpy.minimum(left, members), leaving - left * 12 * MILLION


def join(members, eligible, weight, whole):
    asked = numpy.minimum(-cut(-eligible * weight, whole), eligible)
    return numpy.maximum(members, asked)


def serve(contestants):
    """One line of JSON for each name that is read: milliseconds and sums."""
    for line in sys.stdin:
        contestant = contestants[line.strip()]
        begin = time.perf_counter()
        asked, short = contestant()
        milliseconds = (time.perf_counter() - begin) * 1000
        sums = [int(column.sum()) for column in [*asked, *short]]
        print(json.dumps({"milliseconds": milliseconds, "sums": sums}), flush=True)
