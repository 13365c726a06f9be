"""CSV: one row a task, in columns that task boards import.

The order of the columns is the one that Asana publishes for its importer. ClickUp, monday.com
and Jira let people match columns when they import; Notion and Airtable make a table of them.
Trello needs a Power-Up to read a CSV file, and Microsoft Planner reads none by itself.
`Due Date` is there to be filled in.

Every column has an English name, because importers look for those; the texts are in the
language of the checklist.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kitaran.documents.inline import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kitaran.documents.checklist import Checklist, Phase, Section
    from kitaran.documents.formats import Paper

SUFFIX = "csv"
PAPERS = False

COLUMNS = ("Task Name", "Description", "Section/List", "Due Date", "Labels", "Page link", "Item id")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""Signs that make a spreadsheet take a cell for a formula."""


def render(checklist: Checklist, *, paper: Paper) -> bytes:
    """Write the checklist; paper plays no part. The byte order mark tells Excel of UTF-8."""
    del paper
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in rows(checklist):
        writer.writerow([safe(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def rows(checklist: Checklist) -> Iterator[tuple[str, ...]]:
    """Give one row of cells for each task."""
    for section in checklist.sections:
        for phase in section.phases:
            for item in phase.items:
                yield (
                    plain(item.runs),
                    _description(checklist, section, phase),
                    section.title,
                    "",
                    # A comma would make two labels of one.
                    plain(phase.title).replace(",", " ·"),
                    _link(section, phase),
                    f"{section.page_id}#{item.id}",
                )


def safe(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> safe("=1+1"), safe("Sahkan nama")
    ("'=1+1", 'Sahkan nama')
    """
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell


def _description(checklist: Checklist, section: Section, phase: Phase) -> str:
    """Say where a task comes from."""
    said = (
        section.part,
        plain(phase.title),
        checklist.words("checklists.from", handbook=checklist.handbook),
        checklist.version,
        checklist.reviewed,
    )
    return " · ".join(part for part in said if part)


def _link(section: Section, phase: Phase) -> str:
    """Give the address of the task's heading; its file where the site's address is not known."""
    anchor = f"#{phase.id}" if phase.id else ""
    return f"{section.address or section.path}{anchor}"
