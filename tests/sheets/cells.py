"""Reads and changes workbooks for the tests: jobs as JSON lines on standard input, answers as JSON lines."""

import json
import sys
import datetime
import openpyxl


def plain(value):
    return value.strftime("%Y-%m") if isinstance(value, datetime.datetime) else value


def sheet(workbook, name):
    """The rows of a sheet as lists."""
    return [[plain(value) for value in row] for row in workbook[name].iter_rows(values_only=True)]


def change(job):
    workbook = openpyxl.load_workbook(job["file"])
    for place, value in job["cells"].items():
        name, cell = place.rsplit("!", 1)
        workbook[name.strip("'")][cell] = value
    workbook.save(job["to"])
    return True


def read(job):
    workbook = openpyxl.load_workbook(job["file"], data_only=not job.get("formulas"))
    return {name: sheet(workbook, name) for name in job["sheets"] if name in workbook.sheetnames}


for line in sys.stdin:
    job = json.loads(line)
    answer = change(job) if job["do"] == "change" else read(job)
    print(json.dumps(answer), flush=True)
