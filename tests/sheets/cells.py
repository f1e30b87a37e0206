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


def make(job):
    """A workbook from nothing: rows, a day where a cell is `{"day": "2026-03-01"}`, merged ranges, hidden rows, sheets."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for given in job["sheets"]:
        made = workbook.create_sheet(given["name"])
        for row in given["rows"]:
            made.append([datetime.date.fromisoformat(cell["day"]) if isinstance(cell, dict) else cell for cell in row])
        for merged in given.get("merged", []):
            made.merge_cells(merged)
        for row in given.get("hidden", []):
            made.row_dimensions[row].hidden = True
        made.sheet_state = "hidden" if given.get("isHidden") else "visible"
    workbook.save(job["file"])
    return True


DO = {"change": change, "read": read, "make": make}

for line in sys.stdin:
    job = json.loads(line)
    answer = DO[job["do"]](job)
    print(json.dumps(answer), flush=True)
