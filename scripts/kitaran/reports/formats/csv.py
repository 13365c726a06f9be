"""CSV: a file for each table, with every row. Excel is told of UTF-8 by the byte order mark.

Columns have the names that the tables have in English, so that programs find them in either
language; a share stays a share, and a date is written year-month-day.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from kitaran.documents.formats.csv import safe

if TYPE_CHECKING:
    from kitaran.reports.story import Story
    from kitaran.reports.table import Value

SUFFIX = "csv"


def render(story: Story) -> dict[str, bytes]:
    """Write every table."""
    files: dict[str, bytes] = {}
    for part in story.parts:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream)
        writer.writerow([column.name for column in part.table.columns])
        writer.writerows([_cell(value) for value in row] for row in part.table.rows)
        name = f"{part.table.name}.{story.locale}.csv"
        files[name] = stream.getvalue().encode("utf-8-sig")
    return files


def _cell(value: Value) -> str | int | float:
    """Write a value so that a program reads it, and no spreadsheet takes it for a formula."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return round(value, 4)
    return safe(value) if isinstance(value, str) else value
