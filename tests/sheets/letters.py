"""Reads letters for the tests with python-docx: jobs as JSON lines on standard input, answers as JSON lines."""

import json
import sys

import docx
from docx.oxml.ns import qn


def repeats(table):
    """Whether the first row stands again on each page."""
    properties = table.rows[0]._tr.trPr
    return properties is not None and properties.find(qn("w:tblHeader")) is not None


for line in sys.stdin:
    document = docx.Document(json.loads(line)["file"])
    section = document.sections[0]
    print(
        json.dumps(
            {
                "paragraphs": [[each.style.name, each.text] for each in document.paragraphs],
                "tables": [
                    {"repeats": repeats(table), "rows": [[cell.text for cell in row.cells] for row in table.rows]}
                    for table in document.tables
                ],
                "millimetres": [round(section.page_width.mm), round(section.page_height.mm)],
                "foot": " ".join(each.text for each in section.footer.paragraphs),
            }
        ),
        flush=True,
    )
